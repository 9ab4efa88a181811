import { describe, expect, test } from '@jest/globals';
import type { Block } from '../../model/index.ts';
import { sections } from '../structure/index.ts';
import { metadata, reportedPeriod, standingPeriod } from './index.ts';
import { completedRun } from './period.ts';

const BODY =
  'Thực hiện sự chỉ đạo của cấp trên, địa phương đã triển khai đầy đủ các chế độ cho người dân theo quy định.';

function read(text: string) {
  let at = 0;
  const blocks: Block[] = [];
  for (const line of text.split('\n')) {
    const kind = line.includes('\t') ? 'table' : 'paragraph';
    if (line) blocks.push({ span: { start: at, end: at + line.length }, kind, level: null, bold: false });
    at += line.length + 1;
  }
  const document = { text, blocks, title: null };
  return metadata(document, sections(document));
}

const RUN = 'Kết quả thực hiện Chương trình giảm nghèo giai đoạn 2016 - 2020';

describe('completedRun', () => {
  test.each<[string | null, string | null, string, string]>([
    ['2016-01-01', '2020-12-15', RUN, ''],
    ['2016-01-01', null, RUN, 'Tỷ lệ hộ nghèo còn 16,13% cuối năm 2020.'],
    ['2016-01-01', null, `Báo cáo tổng kết Đề án dạy nghề giai đoạn 2016-2020`, 'Tính đến hết năm 2020, mở 20 lớp.'],
    [null, '2018-06-30', RUN, 'Tỷ lệ hộ nghèo còn 16,13% cuối năm 2020.'],
    [null, null, RUN, 'Phấn đấu đến cuối năm 2020 còn 16%.'],
    [null, '2021-01-10', 'Phong trào thi đua giai đoạn 2016 - 2020', ''],
    [null, '2021-01-10', 'Kết quả thực hiện Chương trình giảm nghèo giai đoạn 2016 - 2020 trong năm 2018', ''],
  ])('%s: issued %s, %s %s', (start, issued, title, text) => {
    expect(completedRun(title, issued, text)?.start ?? null).toBe(start);
  });
});

describe('reportedPeriod', () => {
  test.each<[[string, string] | null, string[]]>([
    [
      ['2023-01-01', '2023-06-30'],
      [
        'Kết quả công tác giảm nghèo 6 tháng đầu năm 2023',
        'Sơ kết 06 tháng đầu năm 2023 và nhiệm vụ 6 tháng cuối năm 2023',
        'Công tác trẻ em sáu tháng đầu năm 2023',
      ],
    ],
    [
      ['2022-01-01', '2022-12-31'],
      ['Kết quả thực hiện năm 2022, phương hướng, nhiệm vụ năm 2023', 'TÌNH HÌNH NĂM 2022 VÀ KẾ HOẠCH NĂM 2023'],
    ],
    [
      ['2020-01-01', '2022-12-31'],
      [
        'Các chính sách trên địa bàn huyện giai đoạn 2020 - 2022',
        'Kết quả từ năm 2020 đến năm 2022',
        'Tổng kết 3 năm (2020-2022)',
      ],
    ],
    [
      ['2023-07-01', '2023-09-30'],
      ['Công tác bảo trợ xã hội quý III năm 2023', 'Báo cáo quý III/2023'],
    ],
    [
      ['2024-02-01', '2024-02-29'],
      ['Tình hình tháng 02 năm 2024', 'Kết quả tháng 2/2024'],
    ],
    [
      ['2022-01-01', '2022-09-30'],
      ['Kết quả 9 tháng đầu năm 2022', 'Kết quả 9 tháng năm 2022'],
    ],
    [['2022-09-01', '2023-05-31'], ['Hỗ trợ học sinh năm học 2022-2023']],
    [
      ['2013-01-01', '2013-10-31'],
      ['Công tác giảm nghèo mười tháng đầu năm 2013', 'Kết quả 10 tháng/2013', 'Kết quả từ 01/01/2013 đến 31/10/2013'],
    ],
    [
      ['2013-12-31', '2013-12-31'],
      ['Tổng hợp hộ nghèo tính đến 31/12/2013', 'Biểu hộ nghèo thời điểm 31/12/2013', 'Rà soát hộ nghèo cuối năm 2013'],
    ],
    [['2012-07-01', '2012-12-31'], ['Kết quả nửa cuối năm 2012']],
    [['2021-08-30', '2021-08-30'], ['Bảng tổng hợp hỗ trợ (tính đến 17h ngày 30/8/2021)']],
    [['2016-01-01', '2020-12-31'], ['Kết quả 5 năm thực hiện Chương trình giảm nghèo bền vững giai đoạn 2016 - 2020']],
    [
      ['2017-01-01', '2017-12-31'],
      ['Chăm lo Tết Nguyên đán Đinh Dậu 2017', 'Tổng kết Tháng Thanh niên 2017', 'Giảm nghèo 2017: những con số'],
    ],
    [
      ['2014-01-01', '2014-12-31'],
      [
        'Kết quả thực hiện chương trình giảm nghèo năm 2014',
        'Tình hình thực hiện Chương trình 135 năm 2014 trên địa bàn huyện',
        'Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững năm 2014',
        'Kết quả phong trào phụ nữ giúp nhau làm kinh tế năm 2014',
        'Kết quả thực hiện các tiêu chí nông thôn mới năm 2014',
        'Tỷ lệ hộ nghèo giảm so với năm 2013; kết quả năm 2014',
        'Thực hiện văn bản ngày 05 tháng 7 năm 2013, báo cáo kết quả năm 2014',
      ],
    ],
    [['2019-01-01', '2019-09-30'], ['Kết quả phong trào "Tuổi cao gương sáng" 9 tháng đầu năm 2019']],
    [
      null,
      [
        'Phong trào thi đua “Vì người nghèo” giai đoạn 2021-2025',
        'Kết quả thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025',
        'Phương hướng, nhiệm vụ năm 2024',
        'Tăng cường vai trò lãnh đạo của Đảng',
        'Theo chuẩn nghèo giai đoạn 2022-2025',
        'Tổng hợp tính đến 31/13/2013',
        'Định hướng đến năm 2030',
        'Nghị định 28 ký ngày 20-9-2021',
        'Chương trình giảm nghèo 2020',
        'Hỗ trợ 2000 hộ nghèo',
        'Kết quả thực hiện chuẩn nghèo năm 2016',
        'Phong trào thi đua năm 2014',
        'Tỷ lệ hộ nghèo giảm 2% so với cuối năm 2013',
        'Tỷ lệ hộ nghèo giảm từ 40,4% đầu năm 2016',
        'Tăng 12% so với cùng kỳ năm 2013',
        'Quyết định ký ngày 05 tháng 7 năm 2022',
      ],
    ],
  ])('%j', (period, titles) => {
    for (const title of titles) {
      const found = reportedPeriod(title);
      expect([title, found && [found.start, found.end]]).toEqual([title, period]);
    }
  });

  test.each([
    ['2018-01-01', '2018-12-31', 'KET QUA GIAM NGHEO NAM 2018'],
    ['2018-01-01', '2018-09-30', 'GIAI QUYET VIEC LAM 9 THANG DAU NAM 2018'],
    ['2018-07-01', '2018-09-30', 'CHI TRA TRO CAP QUY III NAM 2018'],
  ])('headlines without accents: %s…%s', (start, end, title) => {
    expect(reportedPeriod(title)).toMatchObject({ start, end });
  });

  test('a plan is about the time ahead; the label keeps the words', () => {
    expect(reportedPeriod('Kế hoạch giảm nghèo năm 2024', true)?.label).toBe('năm 2024');
  });
});

describe('standingPeriod', () => {
  const year = { start: '2016-01-01', end: '2016-12-31', label: 'năm 2016' };
  const told = { type: 'news', title: 'Hội Phụ nữ huyện Phù Cát', issued: null, period: null } as const;

  test.each<[string | null, string[]]>([
    [
      'năm 2016',
      [
        'Kết quả giảm nghèo năm 2016',
        'Hà Giang: năm 2016 hỗ trợ 300 hộ nghèo',
        'Giải quyết việc làm năm 2016 đạt kết quả',
      ],
    ],
    [
      null,
      [
        'Việt Nam sẽ đưa 100.000 lao động đi làm việc trong năm 2016',
        'Đặt mục tiêu giảm 2% hộ nghèo năm 2016',
        'Giao chỉ tiêu năm 2016 cho các huyện',
        'Phát động Tháng cao điểm vì người nghèo năm 2016',
      ],
    ],
  ])('a news title reports on its year or announces it: %s', (label, titles) => {
    for (const title of titles)
      expect([title, standingPeriod({ ...told, title, period: year }, [])?.label ?? null]).toEqual([title, label]);
  });

  test('"6 tháng, …" in a title is of the year of issue', () => {
    const title = 'Phù Cát: 6 tháng, giải quyết việc làm cho 900 lao động';
    expect(standingPeriod({ ...told, title, issued: '2016-07-05' }, [title])).toMatchObject({
      start: '2016-01-01',
      end: '2016-06-30',
    });
    expect(standingPeriod({ ...told, title }, [title])).toBe(null);
  });

  test.each<[string | null, string[]]>([
    [
      '2016-09-30',
      ['9 tháng đầu năm, Phù Cát tạo việc làm cho 900 lao động', 'Quý III/2016, Trung tâm tiếp nhận 300 hồ sơ.'],
    ],
    ['2016-09-30', ['9 tháng đầu năm, tạo 900 việc làm', 'Năm 2016, huyện giao 1.200 việc làm, tăng so với năm 2015.']],
    [null, ['9 tháng đầu năm, tạo 900 việc làm', 'Năm 2014 và năm 2016, huyện khen 3 xã.']],
    [null, ['9 tháng đầu năm, tạo 900 việc làm', 'Kết quả cao hơn so với năm 2015.']],
  ])('part of a year in a title is of the one year its first lines name: %s', (end, [title = '', ...rest]) => {
    expect(standingPeriod({ ...told, title }, [title, ...rest])?.end ?? null).toBe(end);
  });

  test.each([
    'Huyện đoàn tổ chức đại hội nhiệm kỳ 2017- 2022',
    'Hội Nông dân bầu cử, ra mắt nhiệm kỳ 2018-2023',
  ])('the term that a congress opens lies ahead: %s', (title) => {
    expect(reportedPeriod(title)).toBe(null);
  });

  test('a speech that opens a campaign announces its year; a plan keeps the year it plans for', () => {
    const title = 'Bài phát biểu phát động Tháng cao điểm năm 2016';
    expect(standingPeriod({ ...told, type: 'other', title, period: year }, [])).toBe(null);
    expect(standingPeriod({ ...told, type: 'plan', title: 'Kế hoạch và chỉ tiêu năm 2016', period: year }, [])).toBe(
      year,
    );
  });

  test.each<[string | null, string[]]>([
    [
      'năm 2016',
      [
        'Sáng 12/1, Hội Nông dân thị xã An Nhơn tổ chức hội nghị tổng kết công tác hội và phong trào nông dân năm 2016.',
        'Ngày 5-1, Ban Dân tộc tỉnh tổ chức Hội nghị tổng kết công tác dân tộc năm 2016, triển khai nhiệm vụ năm 2017.',
        'Chiều qua, Sở Xây dựng đã họp báo cáo kết quả xóa nhà tạm cho hộ nghèo năm 2016 và phương hướng năm 2017.',
      ],
    ],
    [
      '6 tháng đầu năm 2016',
      ['Bảo hiểm xã hội tỉnh thông tin về kết quả phát triển đối tượng 6 tháng đầu năm 2016 với báo chí.'],
    ],
    [
      null,
      [
        'Ngày 20/12, huyện tổ chức hội nghị sơ kết phong trào giúp hộ nghèo giai đoạn 2011-2016 trên địa bàn huyện.',
        'Sáng 3/2, thành phố tổ chức hội nghị triển khai vận động Quỹ Đền ơn đáp nghĩa năm 2016 tới các phường.',
        'Năm 2016 là năm đầu tiên huyện áp dụng chuẩn nghèo đa chiều theo quyết định của Thủ tướng Chính phủ.',
      ],
    ],
  ])('a news text sums up what its first sentence says: %s', (label, leads) => {
    for (const lead of leads) expect([lead, standingPeriod(told, [lead])?.label ?? null]).toEqual([lead, label]);
  });

  test.each<[string | null, string[]]>([
    [
      'năm 2016',
      ['Nghị quyết của HĐND huyện Đức Cơ về nhiệm vụ và giải pháp năm 2016', 'Đức Cơ: Kế hoạch xóa nhà tạm năm 2016'],
    ],
    [null, ['Huyện Đức Cơ ban hành chính sách mới', 'Đức Cơ sẽ xóa nhà tạm']],
  ])('a page that gives a paper of plans: %s', (label, titles) => {
    for (const title of titles)
      expect([title, standingPeriod({ ...told, title }, [])?.label ?? null]).toEqual([title, label]);
  });

  test.each<[string | null, string[]]>([
    ['năm 2016', ['HỘI PHỤ NỮ HUYỆN PHÙ CÁT', 'Kết quả phong trào giúp nhau làm kinh tế năm 2016', BODY]],
    ['quý I năm 2016', ['UBND XÃ CÁT HANH', 'Biểu 1', 'Tổng hợp chi trả trợ cấp quý I năm 2016', 'Toàn xã có 12 hộ.']],
    ['năm 2016', ['II. Kết quả thực hiện các tiêu chí nông thôn mới năm 2016', '1. Nhà ở', BODY]],
    [null, ['Xã Cát Hanh', 'Năm 2016, kết quả giảm nghèo của xã đạt 12%.', 'Kết quả năm 2017']],
    [null, ['Những ngày cuối năm 2016', BODY]],
    [null, ['Kết quả phong trào thi đua giai đoạn 2016-2020', BODY]],
    [null, ['Huyện triển khai nhiệm vụ năm 2016', BODY]],
  ])('else the lines over the body: %s', (label, lines) => {
    expect(standingPeriod(told, lines)?.label ?? null).toBe(label);
  });

  test('papers that set out a year, such as resolutions, are dated by it', () => {
    const lines = ['NGHỊ QUYẾT', 'Về nhiệm vụ phát triển kinh tế - xã hội năm 2016', BODY];
    expect(standingPeriod({ ...told, type: 'other' }, lines)?.label).toBe('năm 2016');
  });

  test.each<[string | null, string, string | null]>([
    ['2016-01-01…2016-06-30', 'Kết quả giải quyết việc làm 6 tháng đầu năm', '2016-07-05'],
    ['2016-07-01…2016-09-30', 'Công tác bảo trợ xã hội quý III', '2016-10'],
    ['2015-01-01…2015-06-30', 'Kết quả 6 tháng đầu năm 2015', '2016-07-05'],
    ['2016-01-01…2016-06-30', 'Tình hình việc làm 6 tháng đầu năm nay', '2016-07-05'],
    ['2016-01-01…2016-12-31', 'Kết quả chăm lo người nghèo năm nay', '2016-12-05'],
    ['2015-01-01…2015-12-31', 'Kết quả chăm lo người nghèo năm qua', '2016-01-05'],
    [null, 'Kết quả chăm lo người nghèo 5 năm qua', '2016-01-05'],
    [null, 'Kết quả giải quyết việc làm 6 tháng đầu năm', null],
    [null, 'Công tác thăm hỏi gia đình anh Quý', '2016-07-05'],
  ])('a part of the year without its year is of the year of issue: %s', (expected, line, issued) => {
    const found = standingPeriod({ ...told, issued }, [line, BODY]);
    expect(found && `${found.start}…${found.end}`).toBe(expected);
  });
});

describe('metadata: formal documents', () => {
  test('letterhead over two lines, title over two lines, signature', () => {
    const found = read(
      [
        'ỦY BAN NHÂN DÂN',
        'HUYỆN PHÙ CÁT',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Số: 59/BC-UBND',
        'Phù Cát, ngày 05 tháng 7 năm 2022',
        'BÁO CÁO',
        'KẾT QUẢ CÔNG TÁC BẢO TRỢ XÃ HỘI',
        '6 THÁNG ĐẦU NĂM 2022',
        BODY,
        'I. KẾT QUẢ',
        BODY,
        'Nơi nhận:',
        '- Lưu: VT.',
        'TM. ỦY BAN NHÂN DÂN',
        'KT. CHỦ TỊCH',
        'PHÓ CHỦ TỊCH',
        '(Đã ký)',
        'Trần Thị Bích Hà',
      ].join('\n'),
    );
    expect(found).toMatchObject({
      type: 'report',
      number: '59/BC-UBND',
      title: 'KẾT QUẢ CÔNG TÁC BẢO TRỢ XÃ HỘI 6 THÁNG ĐẦU NĂM 2022',
      issuer: 'Ủy ban nhân dân huyện Phù Cát',
      issued: '2022-07-05',
      signer: 'Trần Thị Bích Hà',
      place: {
        name: 'huyện Phù Cát',
        level: 'district',
        province: { name: 'tỉnh Bình Định' },
        current: { name: 'tỉnh Gia Lai' },
      },
      period: { start: '2022-01-01', end: '2022-06-30' },
    });
  });

  test.each<[string, string[]]>([
    [
      'Ủy ban nhân dân tỉnh Long An',
      [
        'ỦY BAN NHÂN DÂN\nTỈNH LONG AN',
        'UBND TỈNH LONG AN',
        'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LONG AN\tĐộc lập - Tự do - Hạnh phúc',
        'UỶ BAN NHÂN DÂN CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LONG AN Độc lập - Tự do - Hạnh phúc',
      ],
    ],
    [
      'Sở Lao động - Thương binh và Xã hội tỉnh Hà Tĩnh',
      [
        'UBND TỈNH HÀ TĨNH\nSỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI',
        'UBND TỈNH HÀ TĨNH\nSỞ LAO ĐỘNG -\nTHƯƠNG BINH VÀ XÃ HỘI',
      ],
    ],
    ['Ủy ban nhân dân xã Bình Tân', ['UBND XÃ BÌNH TÂN', 'ỦY BAN NHÂN DÂN\nXÃ BÌNH TÂN']],
    ['Ủy ban nhân dân thành phố Quy Nhơn', ['ỦY BAN NHÂN DÂN\nTHÀNH PHỐ QUY NHƠN']],
  ])('issuer %s', (issuer, heads) => {
    for (const head of heads)
      expect([head, read(`${head}\nSố: 1/BC\nBÁO CÁO\nKết quả năm 2022\n${BODY}`).issuer]).toEqual([head, issuer]);
  });

  test.each<[string | null, string[]]>([
    [
      '2023-06',
      ['Tây Sơn, ngày tháng 6 năm 2023', 'Tây Sơn, ngày … tháng 6 năm 2023', 'Tây Sơn, ngày      tháng 06 năm 2023'],
    ],
    ['2023', ['Tây Sơn, ngày tháng năm 2023']],
    ['2021-04-29', ['Bình Định, ngày 29 tháng 04 năm 2021', 'Bình Định, ngày 29 tháng 4 năm 2021']],
    [null, ['Tây Sơn, mùa xuân 2023']],
  ])('issued %s', (issued, lines) => {
    for (const line of lines)
      expect([line, read(`UBND HUYỆN TÂY SƠN\n${line}\nBÁO CÁO\nKết quả công tác\n${BODY}`).issued]).toEqual([
        line,
        issued,
      ]);
  });

  test.each<[string | null, string]>([
    ['/BC-UBND', 'Số: /BC-UBND'],
    ['/BC-UBND', 'Số:       /BC-UBND'],
    ['59/BC-LĐTBXH', 'Số: 59/BC-LĐTBXH'],
    ['23/2007/QĐ-BLĐTBXH', 'Số: 23/2007/QĐ-BLĐTBXH'],
    ['25/KH-UBND', 'Số 25/KH-UBND'],
    [null, 'Số hộ: 25'],
  ])('number %s', (number, line) =>
    expect(read(`UBND HUYỆN TÂY SƠN\n${line}\nBÁO CÁO\nKết quả công tác\n${BODY}`).number).toBe(number));

  test.each([
    ['report', 'BÁO CÁO'],
    ['plan', 'KẾ HOẠCH'],
    ['decision', 'QUYẾT ĐỊNH'],
    ['other', 'TỜ TRÌNH'],
  ])('type %s', (type, word) =>
    expect(read(`UBND HUYỆN TÂY SƠN\n${word}\nVề công tác giảm nghèo\n${BODY}`).type).toBe(type));

  test('a report without a letterhead takes its issuer from its first sentence', () => {
    const found = read(
      `BÁO CÁO\nKết quả công tác năm 2022\nỦy ban nhân dân huyện báo cáo kết quả năm 2022 như sau:\n1. Nhà ở\nHuyện Phù Cát đã xây 12 nhà. ${BODY}\n2. Y tế\nTrên địa bàn huyện Phù Cát, ${BODY}\nHuyện Phù Cát, huyện Phù Cát tiếp tục.`,
    );
    expect(found).toMatchObject({
      type: 'report',
      issuer: 'Ủy ban nhân dân huyện Phù Cát',
      place: { name: 'huyện Phù Cát' },
    });
  });
});

describe('metadata: pages', () => {
  test('headline, time stamp and the place it is about', () => {
    const found = read(
      `Xã hội\nHuyện Phù Cát chăm lo cho người nghèo dịp cuối năm\nThứ hai, 12/03/2018, 10:05 GMT+7\n${BODY}\nToàn huyện còn 120 hộ nghèo.`,
    );
    expect(found).toMatchObject({
      type: 'news',
      number: null,
      title: 'Huyện Phù Cát chăm lo cho người nghèo dịp cuối năm',
      issuer: null,
      issued: '2018-03-12',
      signer: null,
      place: { name: 'huyện Phù Cát' },
      period: null,
    });
  });

  test.each([
    'Thứ Tư, 20:16, 14/09/2016 [GMT+7]',
    'Xã hội - Ngày đăng : 08:49, 14/09/2016',
    'Ngày xuất bản: 14/09/2016 10:45:06 SA',
    '09:02 - Thứ Tư, 14/09/2016 Lượt xem: 62 In bài viết',
    'Hà An| 14/09/2016 19:42',
    '14/09/2016 | 16:57 GMT+7',
    '16:1, Thứ Tư, 14-9-2016',
  ])('the stamp of a page: %s', (line) => {
    const found = read(`Xã Phú Hòa chăm lo cho người nghèo dịp cuối năm\n${line}\n${BODY}\nToàn xã còn 12 hộ nghèo.`);
    expect(found.issued).toBe('2016-09-14');
  });

  test('a page that took up a text of years before does not date it', () => {
    const found = read(
      `Xã Phú Hòa chăm lo cho người nghèo\nThứ Tư, 14/09/2016\nTrong 9 tháng đầu năm 2010, xã đã giúp 12 hộ nghèo vay vốn.`,
    );
    expect(found.issued).toBeNull();
  });

  test('an address names its innermost unit', () => {
    const found = read(
      `Xã đảo làm nhà cho người già neo đơn\nĐầu năm nay, ở xã Nhơn Lý, TP Quy Nhơn (Bình Định) đã khởi công.\nUBND xã Nhơn Lý chọn thợ tại chỗ. ${BODY}`,
    );
    expect(found.place).toMatchObject({ name: 'xã Nhơn Lý', province: { name: 'tỉnh Bình Định' } });
  });

  test('one unit whose affairs are told, named once', () => {
    const told = 'Trong quý I, số người tham gia bảo hiểm y tế trên địa bàn tỉnh Hà Tĩnh là 1.109.733 người, tăng 4%.';
    expect(read(told).place).toMatchObject({ name: 'tỉnh Hà Tĩnh' });
    const lived = 'Bà Mai sinh ra ở tỉnh Hà Tĩnh, nay nhận trợ cấp 500.000 đồng mỗi tháng từ quỹ.';
    expect(read(lived).place).toBeNull();
  });

  test('the whole country is no place', () => {
    const found = read(
      `Quốc hội bàn về chính sách cho người già\nChính phủ trình đề án. Cả nước có 11 triệu người cao tuổi.\nĐại biểu nêu cách làm ở Cà Mau. Trung ương sẽ hỗ trợ trên cả nước.`,
    );
    expect(found.place).toBeNull();
  });

  test('questions and answers are an interview by its own paper', () => {
    const found = read(
      `Bắc Giang: Nhiều chính sách cho người nghèo\nPhóng viên báo Tiếng nói nhân dân đã có cuộc phỏng vấn ông Lê Văn An.\nPV: Xin ông cho biết kết quả?\nÔng Lê Văn An: ${BODY}\nPV: Xin cảm ơn ông!`,
    );
    expect(found).toMatchObject({
      type: 'interview',
      issuer: 'báo Tiếng nói nhân dân',
      place: { name: 'tỉnh Bắc Giang' },
    });
  });
});
