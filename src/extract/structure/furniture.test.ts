import { describe, expect, test } from '@jest/globals';
import { furniture, furnitureRule } from './furniture.ts';

describe('furnitureRule', () => {
  test.each<[string | null, string[]]>([
    [
      'counter',
      [
        'Lượt xem: 68',
        'Lượt xem',
        '1.204 lượt xem',
        'Số lượt truy cập: 12',
        'Đã xem: 35',
        '250 views',
        '(0) Bình luận',
        'Bình luận (3)',
      ],
    ],
    ['banner', ['image banner', 'image advertisement', 'Quảng cáo']],
    ['statistics', ['Thống kê truy cập', '• Đang online: 1', 'Đang truy cập: 4']],
    ['file-name', ['pv.png', 'tu-van-tai-canh-nau.png', 'Anh hoi nghi 2.JPG', 'BC-1201.pdf (1.2 MB)']],
    ['toolbar', ['Chia sẻ', 'In trang | Gửi email', 'Cỡ chữ A- A+', 'Facebook Zalo Twitter', 'Trang chủ > Trở về']],
    [
      'byline',
      [
        '04:05 | 15/05/2017',
        'Bảo Hà 29/02/2024 - 15:56',
        'Thứ hai, 12/03/2018, 10:05 GMT+7',
        'Cập nhật lúc: 08:30 21/11/2019',
        'Cập nhật, 15:06, Thứ Hai, 03/07/2017 (GMT+7)',
        'Ngày đăng: 03/12/2020',
        '13/10/2015',
        '04/08/2020 09:59 SA Xem cỡ chữ',
      ],
    ],
    [
      'imprint',
      [
        'Giấy phép số 12/GP-TTĐT ngày 03/4/2019',
        'Điện thoại: 0256 3880 100',
        'Địa chỉ: Số 5 đường Trần Phú',
        'Email: ubnd@example.gov.vn',
        '© 2021 Cổng thông tin điện tử',
        'Bản quyền thuộc về Sở Thông tin và Truyền thông',
      ],
    ],
    [
      null,
      [
        'Chia sẻ khó khăn với 120 hộ nghèo trên địa bàn xã',
        'Trong tuần, huyện đã trao 35 suất quà.',
        'Tất cả 15 xã đều hoàn thành: 100% hộ được rà soát',
        'Ngày 12/3/2018, UBND huyện trao 20 nhà cho hộ nghèo',
        'Lượt xem chiếu phim lưu động: 1.200 lượt người tại 6 xã',
        'Trung tâm đã cấp giấy phép số 12 cho 4 cơ sở bảo trợ',
        'Điện thoại có ở 78% số hộ',
        'Giám đốc Sở 12/03/2018 - 10:05 cho biết',
        'Năm 2020: 15.200 hộ',
        'Tất cả: 1.234 hộ',
        'Trong năm: 340',
        '- Nguồn: ngân sách huyện 120 triệu đồng',
        'Tổng số hộ nghèo: 1.204',
        'Thực hiện Nghị quyết số 42 ngày 01/06/2012 - 15 nội dung',
        'Tây Sơn, ngày 12 tháng 6 năm 2023',
      ],
    ],
  ])('%s', (rule, lines) => {
    for (const line of lines) expect([line, furnitureRule(line)]).toEqual([line, rule]);
  });
});

const doc = (text: string) => ({ text, blocks: [] });
const covered = (text: string) => furniture(doc(text)).map(({ start, end }) => text.slice(start, end));

describe('furniture', () => {
  test('the lines of a visit counter beside a sure one', () => {
    const counter = ['Hôm nay: 12', 'Trong tuần: 340', 'Tất cả: 1.234.567'];
    expect(covered(['Thống kê truy cập', ...counter].join('\n'))).toHaveLength(4);
    expect(covered([...counter, 'Đang truy cập: 2'].join('\n'))).toHaveLength(4);
    expect(covered(['Số hộ nghèo', ...counter].join('\n'))).toEqual([]);
  });

  test('a list of other pages goes with its heading, as far as it looks like titles', () => {
    const text = [
      'Toàn huyện có 120 hộ nghèo.',
      'Tin liên quan',
      'Trao 50 suất quà cho người cao tuổi',
      'Huyện giảm 200 hộ nghèo trong năm',
      'Đến cuối năm, còn 95 hộ. Huyện tiếp tục hỗ trợ.',
    ].join('\n');
    expect(covered(text)).toEqual(text.split('\n').slice(1, 4));
  });

  test('a box of the portal counts at the end of a page only', () => {
    const body = `THÔNG BÁO\nKết quả rà soát\n${'Xã có 120 hộ nghèo. '.repeat(20)}`;
    expect(covered(body)).toEqual([]);
    expect(covered(`${body}\nTHƯ VIỆN ẢNH\nLễ trao 20 nhà`)).toEqual(['THƯ VIỆN ẢNH', 'Lễ trao 20 nhà']);
  });

  test('recipients and signature, but not the annex behind them', () => {
    const end = [
      'Nơi nhận:',
      '- Như trên;',
      '- Các PCT UBND huyện;',
      '- Lưu: VT, 05 bản.',
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      '(Đã ký)',
      'Lê Thị An',
    ];
    const text = ['BÁO CÁO', 'Năm 2022 có 12 hộ.', ...end, 'Phụ lục 1: Hộ nghèo chia theo xã', '12 hộ'].join('\n');
    expect(covered(text)).toEqual(end);
  });

  test('a report without furniture has none', () => {
    expect(
      covered('I. KẾT QUẢ\n1. Giảm nghèo\nĐến nay còn 12 hộ nghèo, chiếm 1,2%.\n- Trong tháng: 5 hộ thoát nghèo.'),
    ).toEqual([]);
  });
});
