import { describe, expect, test } from '@jest/globals';
import { findPlaces } from './index.ts';

const named = (text: string) =>
  findPlaces(text).map(({ name, level, organisation }) => `${level} ${name}${organisation ? ' (of a body)' : ''}`);

describe('findPlaces', () => {
  test.each<[string[], string[]]>([
    [
      ['district huyện Tây Sơn'],
      [
        'Toàn huyện Tây Sơn có 12 hộ',
        'Tại Huyện Tây Sơn, có 12 hộ',
        'trên địa bàn H. Tây Sơn',
        'Ở huyện nghèo Tây Sơn, 12 hộ',
      ],
    ],
    [
      ['commune xã Vĩnh Lợi'],
      ['ở xã Vĩnh Lợi cho biết', 'xã Vĩnh Lợi; phối hợp', 'tại xã biên giới Vĩnh Lợi', 'Xã Vĩnh Lợi Trong năm'],
    ],
    [['commune thị trấn Phú Phong'], ['ở thị trấn Phú Phong có', 'tại TT. Phú Phong', 'TT Phú Phong: 12 hộ']],
    [['district thị xã An Nhơn'], ['ở TX. An Nhơn, 5 hộ', 'tại thị xã An Nhơn']],
    [
      ['province thành phố Hồ Chí Minh'],
      ['tại TP.HCM, 5 hộ', 'tại TP. HCM', 'ở TP Hồ Chí Minh', 'Thành phố Hồ Chí Minh có'],
    ],
    [['district thành phố Quy Nhơn'], ['ở TP. Quy Nhơn có', 'tại thành phố Quy Nhơn']],
    [['province tỉnh Thanh Hóa'], ['Thanh Hóa có gần 5 vạn hội viên', 'tại tỉnh Thanh Hóa', 'ở Thanh Hóa, 12 hộ']],
    [['province tỉnh Bà Rịa - Vũng Tàu'], ['tại tỉnh Bà Rịa - Vũng Tàu có', 'ở Bà Rịa - Vũng Tàu, 5 hộ']],
    [['village thôn Đông Hòa'], ['trú thôn Đông Hòa có', 'ở thôn Đông Hòa, 5 hộ']],
    [['village tổ dân phố 5'], ['tại tổ dân phố 5, phường', 'ở TDP 5 có']],
    [['village ấp Bình Hòa'], ['tại ấp Bình Hòa có 4 hộ']],
    [['commune phường 12'], ['tại phường 12 đã trao', 'ở P.12 có']],
    [
      ['province tỉnh Phú Yên (of a body)'],
      [
        'Công an tỉnh Phú Yên đã',
        'Sở LĐ-TB&XH tỉnh Phú Yên tặng',
        'Sở Lao động, Thương binh và Xã hội tỉnh Phú Yên',
        'Chủ tịch UBND tỉnh Phú Yên',
        'doanh nghiệp ở tỉnh Phú Yên tặng',
      ],
    ],
    [
      ['commune xã Bình Tân'],
      [
        'tại trường Tiểu học xã Bình Tân',
        'trao cho trường mầm non xã Bình Tân',
        'UBND huyện hỗ trợ xã Bình Tân 65 triệu',
      ],
    ],
    [
      ['district huyện Vĩnh Tường', 'district huyện Vĩnh Tường'],
      ['ở huyện Vĩnh Tường. Trong năm, Vĩnh Tường có 12 hộ'],
    ],
    [['district huyện Trà Ôn'], ['H. Trà Ôn: 35 hộ', 'tại H.Trà Ôn có', 'Tại huyện Trà Ôn, có']],
    [
      ['commune xã Tân Mỹ', 'district huyện Trà Ôn'],
      ['X. Tân Mỹ, H. Trà Ôn có', 'xã Tân Mỹ (huyện Trà Ôn)'],
    ],
    [
      ['commune phường 12', 'district quận Gò Vấp'],
      ['ở P.12, Q.Gò Vấp', 'phường 12, quận Gò Vấp'],
    ],
    [['district quận 1'], ['tại Q.1 có 5 hộ', 'tại quận 1 có 5 hộ']],
    [['district huyện Từ Liêm'], ['ở huyện Từ Liêm có', 'Huyện Từ Liêm đã']],
    [['commune xã Tuy Lộc'], ['ở xã Tuy Lộc có', 'Xã Tuy Lộc, 12 hộ']],
    [['province tỉnh Đắk Lắk'], ['Tại Daklak có 5 hộ', 'tại ĐắkLắk có'.replace('ĐắkLắk', 'Đắklắk')]],
    [['province tỉnh Kon Tum'], ['Kontum có 5 hộ', 'ở Kon Tum có']],
    [['province tỉnh Bà Rịa - Vũng Tàu'], ['Tại BR-VT có 5 hộ', 'BRVT: 12 hộ']],
    [['province tỉnh Thừa Thiên Huế'], ['TT-Huế có 5 hộ', 'ở TT. Huế có', 'Thừa Thiên Huế có']],
    [['province tỉnh Hà Tây'], ['tại tỉnh Hà Tây có', 'Hà Tây có 5 hộ']],
    [['village thôn 3'], ['tại thôn số 3 có 5 hộ', 'ở thôn 3 có']],
    [['village khu phố 3'], ['tại KP.3 có', 'ở khu phố 3 có']],
    [['village buôn Ea Mar'], ['tại buôn Ea Mar có 5 hộ']],
    [['village ấp 5A'], ['tại ấp 5A có 5 hộ']],
    [
      ['commune xã Tân Mỹ', 'commune xã Trà Côn', 'commune xã Thiện Mỹ'],
      [
        'ở các xã Tân Mỹ, Trà Côn và Thiện Mỹ',
        'ở 3 xã: Tân Mỹ, Trà Côn, Thiện Mỹ',
        'tại ba xã khó khăn nhất của huyện là Tân Mỹ (12 hộ), Trà Côn (8 hộ) và Thiện Mỹ (5 hộ)',
        'Các xã còn cao: Tân Mỹ 1.200 hộ, Trà Côn 9,5% và Thiện Mỹ 30 hộ',
        'xã Tân Mỹ: 1.200 kg/12 hộ; Trà Côn: 900 kg/9 hộ; Thiện Mỹ: 30 kg/2 hộ.',
      ],
    ],
    [
      ['district huyện Trà Ôn', 'district thị xã Bình Minh', 'district thành phố Vĩnh Long'],
      [
        'các huyện Trà Ôn, Bình Minh và thành phố Vĩnh Long',
        'các huyện: Trà Ôn, thị xã Bình Minh, thành phố Vĩnh Long',
      ],
    ],
    [
      [],
      [
        'bà Nguyễn Thị D.P.H. nhận quà',
        'em T.H. Nam nhận quà',
        'cháu H. Nguyễn Thị Lan nhận quà',
        'công tác chăm sóc Người có công',
        'Làng trẻ em SOS nuôi 12 cháu',
        'TT Bảo trợ xã hội nuôi 12 cháu',
        'trên đường Điện Biên có 5 hộ',
        'tái định cư thủy điện Sơn La',
        'dọc sông Đồng Nai có 5 hộ',
        'Đại học Cần Thơ trao học bổng',
        'liệt sĩ Hà Nam quê ở đây',
        'tại các xã trong huyện, Nguyễn Văn An nói',
      ],
    ],
    [
      [],
      [
        'an sinh xã hội được bảo đảm',
        'Sở Lao động - Thương binh và Xã Hội',
        'huyện đã hỗ trợ 12 hộ',
        'tỉnh Hội, huyện Đoàn phối hợp',
        'ông Nguyễn Hà Giang cho biết',
        'bà Hà Giang nói',
        'khu vực Thái Bình Dương',
        'văn bản Nghị quyết số 5',
        'các xã, thị trấn',
        '3 thôn 12 hộ',
        'huyện 6 tháng đầu năm',
        'trên địa bàn huyện\n\nTrên đây là báo cáo',
        'xã Nông thôn mới',
        'Nhật Bản tiếp nhận 49 người',
      ],
    ],
  ])('%j', (expected, texts) => {
    for (const text of texts) expect([text, named(text)]).toEqual([text, expected]);
  });

  test('spans cover type word and name', () => {
    const text = 'Tại xã Tuân Chính cho biết';
    const [mention] = findPlaces(text);
    expect(text.slice(mention?.span.start, mention?.span.end)).toBe('xã Tuân Chính');
  });
});
