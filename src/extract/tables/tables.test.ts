import { describe, expect, test } from '@jest/globals';
import { figureAt, sheetRecord } from '../../../tests/extract/sheet.ts';
import type { Figure, ReportRecord } from '../../model/index.ts';

const REVIEW = sheetRecord(`
  Biểu số 1: KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2023
  Đơn vị tính: hộ
  TT v2 | Đơn vị v2 | Tổng số hộ dân v2 | Hộ nghèo >2 | Hộ cận nghèo >2 | Ghi chú v2
  Số hộ | Tỷ lệ (%) | Số hộ | Tỷ lệ (%)
  (1) | (2) | (3) | (4) | (5)=(4)/(3) | (6) | (7)=(6)/(3) | (8)
  I | Khu vực thành thị | 5.000 | 100 | 2,00 | 150 | 3,00 | .
  1 | Thị trấn Long Phú | 3.000 | 60 | 2,00 | 100 | 3,33 | .
  2 | Thị trấn Đại Ngãi | 2.000 | 40 | 2,00 | 50 | 2,50 | .
  II | Khu vực nông thôn | 8.000 | 400 | 5,00 | 560 | 7,00 | .
  3 | Xã Song Phụng | 4.000 | 250 | 6,25 | 300 | 7,50 | .
  4 | Xã Tân Hưng | 4.000 | 150 | 3,75 | 260 | 6,50 | giảm 12 hộ
  Tổng cộng >2 | 13.000 | 500 | 3,85 | 710 | 5,46 | .`);

const PROTECTION = sheetRecord(`
  Bảng 2. Tình hình thực hiện chính sách trợ giúp xã hội thường xuyên năm 2022
  (ĐVT: người, triệu đồng)
  STT | Loại đối tượng | Số người | Kinh phí
  I | Trợ cấp hàng tháng | 1.520 | 9.850,5
  1 | Trẻ em mồ côi | 120 | 850
  2 | Người cao tuổi | 800 | 4.500,5
  3 | Người khuyết tật nặng | 600 | 4.500
  II | Hỗ trợ mai táng phí | 45 | 486
  . | Tổng cộng | 1.565 | 10.336,5`);

const CREDIT = sheetRecord(`
  Phụ lục 3: KẾT QUẢ CHO VAY CÁC CHƯƠNG TRÌNH TÍN DỤNG CHÍNH SÁCH
  Đơn vị: triệu đồng
  TT | Chương trình | Doanh số cho vay | Doanh số thu nợ | Dư nợ đến 31/12/2022 | Số hộ còn dư nợ
  1 | Cho vay hộ nghèo | 12.500 | 8.200 | 45.300 | 1.020
  2 | Cho vay hộ cận nghèo | 9.800 | 5.100 | 38.700 | 815
  3 | Cho vay nước sạch và vệ sinh môi trường | 7.400 | 3.300 | 26.400 | 1.460
  Cộng >2 | 29.700 | 16.600 | 110.400 | 3.295`);

const PLAN = sheetRecord(`
  Biểu 4: Kết quả thực hiện các chỉ tiêu lao động, việc làm năm 2023
  TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2023 | Thực hiện năm 2023 | % so với KH | So với cùng kỳ (%)
  1 | Số lao động được tạo việc làm mới | người | 2.000 | 2.150 | 107,5 | 103,2
  2 | Lao động đi làm việc ở nước ngoài | người | 150 | 132 | 88,0 | 95,1
  3 | Tỷ lệ lao động qua đào tạo | % | 65 | 66,2 | 101,8 | .
  4 | Kinh phí hỗ trợ đào tạo nghề | triệu đồng | 1.500 | 1.350 | 90,0 | -`);

const YEARS = sheetRecord(`
  Bảng 5: Hộ nghèo, hộ cận nghèo của tỉnh giai đoạn 2019 - 2022
  Nội dung | 2019 | 2020 | 2021 | 2022
  Tổng số hộ | 310.000 | 312.500 | 315.200 | 318.000
  Số hộ nghèo | 12.400 | 9.375 | 8.200 | 7.500
  Tỷ lệ hộ nghèo (%) | 4,00 | 3,00 | 2,60 | 2,36
  Số hộ cận nghèo | 15.500 | 13.000 | 12.100 | 11.000`);

const SOURCES = sheetRecord(`
  Biểu 6. Kinh phí thực hiện các chính sách an sinh xã hội năm 2021
  ĐVT: triệu đồng
  TT v3 | Nội dung v3 | Tổng số v3 | Trong đó >3
  Ngân sách trung ương v2 | Ngân sách địa phương >2
  Tỉnh | Huyện
  1 | Hỗ trợ tiền điện cho hộ nghèo | 1.200 | 1.000 | 150 | 50
  2 | Hỗ trợ nhà ở cho hộ nghèo | 5.400 | 4.000 | 1.000 | 400
  3 | Cấp thẻ BHYT cho người nghèo | 3.300 | 3.000 | 200 | 100
  . | Tổng số | 9.900 | 8.000 | 1.350 | 550`);

const SHEETS = { REVIEW, PROTECTION, CREDIT, PLAN, YEARS, SOURCES };

describe('every number of a table is one figure, and nothing else is', () => {
  test.each([
    ['REVIEW', 35],
    ['PROTECTION', 12],
    ['CREDIT', 16],
    ['PLAN', 14],
    ['YEARS', 16],
    ['SOURCES', 16],
  ] as const)('%s has %i', (name, count) => {
    const { figures } = SHEETS[name];
    expect(figures.map(({ rule }) => rule)).toEqual(Array(count).fill('table_cell'));
  });

  test('a figure names its cell and covers its text', () => {
    for (const { figures, tables, text } of Object.values(SHEETS))
      for (const { cell, span } of figures) {
        const written = tables[0]?.rows[cell?.row ?? -1]?.[cell?.column ?? -1];
        expect(text.slice(span.start, span.end)).toBe(written);
      }
  });
});

const told = ({ value, unit, role, indicator, subjects }: Figure) => [value, unit, role, indicator, subjects.join(' ')];

test.each<[string, ReportRecord, number, number, unknown[]]>([
  ['households', REVIEW, 4, 2, [4000, 'household', 'actual', 'pop.households', 'general_population']],
  ['poor households', REVIEW, 4, 3, [250, 'household', 'actual', 'pov.poor_households', 'poor_household']],
  ['the rate of a group', REVIEW, 4, 6, [7.5, 'percent', 'actual', 'pov.near_poor_rate', 'near_poor_household']],
  ['people by their row', PROTECTION, 2, 2, [800, 'person', 'actual', 'sp.beneficiaries', 'elderly']],
  ['money by the unit line', PROTECTION, 2, 3, [4_500_500_000, 'VND', 'actual', 'sp.cost', 'elderly']],
  ['loans', CREDIT, 0, 2, [12_500_000_000, 'VND', 'actual', 'credit.disbursed', 'poor_household']],
  ['debt', CREDIT, 1, 4, [38_700_000_000, 'VND', 'actual', 'credit.outstanding', 'near_poor_household']],
  [
    'borrowers, though the unit line says money',
    CREDIT,
    0,
    5,
    [1020, 'household', 'actual', 'credit.borrowers', 'poor_household'],
  ],
  ['a plan', PLAN, 0, 3, [2000, 'person', 'target', 'emp.jobs', 'worker']],
  ['its outcome', PLAN, 0, 4, [2150, 'person', 'actual', 'emp.jobs', 'worker']],
  ['the share reached', PLAN, 0, 5, [107.5, 'percent', 'achievement', 'emp.jobs', 'worker']],
  ['a share of last year', PLAN, 0, 6, [103.2, 'percent', 'actual', 'emp.jobs', 'worker']],
  ['a unit of the row', PLAN, 3, 4, [1_350_000_000, 'VND', 'actual', 'train.cost', '']],
  ['a rate planned', PLAN, 2, 3, [65, 'percent', 'target', 'train.trained_rate', 'worker']],
  ['a source of money', SOURCES, 0, 5, [50_000_000, 'VND', 'actual', 'elec.cost', 'poor_household']],
])('%s', (_, record, row, column, expected) => {
  expect(told(figureAt(record, row, column) as Figure)).toEqual(expected);
});

test('units under the headings, places in the inner of two columns, changes and planned decreases', () => {
  const cards = sheetRecord(`
    Bảng 5. Kết quả thực hiện chính sách BHYT năm 2021
    Nhóm đối tượng | Số thẻ | Kinh phí
    . | (thẻ) | (triệu đồng)
    Người nghèo | 12.450 | 10.020,5
    Người cận nghèo | 8.300 | 6.680`);
  expect(told(figureAt(cards, 0, 2) as Figure)).toEqual([10_020_500_000, 'VND', 'actual', 'hi.cost', 'poor_person']);
  const two = sheetRecord(`
    Bảng 1. Tổng hợp hộ nghèo đầu năm 2023
    TT | Huyện | Xã | Số hộ nghèo | Tăng (+), giảm (-) so với năm 2022
    1 v2 | Mường Khương v2 | Lùng Vai | 320 | -45
    Bản Lầu | 210 | +12
    2 | Bắc Hà | Tả Củ Tỷ | 150 | -30`);
  expect(two.figures.map(({ place }) => place?.name)).toEqual([
    'xã Lùng Vai',
    'xã Lùng Vai',
    'xã Bản Lầu',
    'xã Bản Lầu',
    'xã Tả Củ Tỷ',
    'xã Tả Củ Tỷ',
  ]);
  expect([0, 1].map((row) => figureAt(two, row, 4)).map((figure) => [figure?.role, figure?.value])).toEqual([
    ['change', -45],
    ['change', 12],
  ]);
  const ahead = sheetRecord(`
    Bảng 6. Chỉ tiêu kế hoạch năm 2024
    TT | Chỉ tiêu | Đơn vị | Số lượng
    1 | Tỷ lệ hộ nghèo giảm | % | 1,5
    2 | Giải quyết việc làm | Lao động | 2.500`);
  expect(told(figureAt(ahead, 0, 3) as Figure)).toEqual([-1.5, 'percent', 'target', 'pov.poor_rate', 'poor_household']);
  expect(told(figureAt(ahead, 1, 3) as Figure)).toEqual([2500, 'person', 'target', 'emp.jobs', 'worker']);
});

test('a unit line of its own is no amount, and scales the money it names', () => {
  const record = sheetRecord(`
    Biểu 03: Tổng hợp đối tượng hưởng chính sách BTXH năm 2023
    Đơn vị tính: Kinh phí: 1.000 đồng
    TT | Nội dung | Số đối tượng | Kinh phí
    1 | Người cao tuổi | 3.000 | 12.960.000
    2 | Người khuyết tật | 2.120 | 9.158.400`);
  expect(record.figures.map(({ value }) => value)).toEqual([3000, 12_960_000_000, 2120, 9_158_400_000]);
});

test('labels tell a reader what is counted and where', () => {
  const label = (record: ReportRecord, row: number, column: number) => figureAt(record, row, column)?.label;
  expect(label(REVIEW, 4, 3)).toBe('Số hộ nghèo – xã Song Phụng');
  expect(label(REVIEW, 6, 4)).toBe('Tỷ lệ hộ nghèo – Tổng cộng');
  expect(label(PROTECTION, 2, 2)).toBe('Số người cao tuổi');
  expect(label(PLAN, 0, 3)).toBe('Số lao động được tạo việc làm mới – Kế hoạch năm 2023');
  expect(label(YEARS, 1, 2)).toBe('Số hộ nghèo – 2020');
});

test('rows name places, areas and totals do not', () => {
  const places = REVIEW.figures.filter(({ cell }) => cell?.column === 3).map(({ place }) => place?.name ?? null);
  expect(places).toEqual([null, 'thị trấn Long Phú', 'thị trấn Đại Ngãi', null, 'xã Song Phụng', 'xã Tân Hưng', null]);
  expect(SOURCES.figures.filter(({ place }) => place !== null)).toEqual([]);
});

test('columns and captions date', () => {
  const period = (record: ReportRecord, column: number) => figureAt(record, 1, column)?.period;
  expect(period(YEARS, 2)).toEqual({ start: '2020-01-01', end: '2020-12-31' });
  expect(period(CREDIT, 4)).toEqual({ start: '2022-12-31', end: '2022-12-31' });
  expect(period(REVIEW, 3)).toEqual({ start: '2023-01-01', end: '2023-12-31' });
});

describe('parts', () => {
  const wholes = (record: ReportRecord, column: number) =>
    record.figures
      .filter(({ cell }) => cell?.column === column)
      .map(({ partOf }) => record.figures.find(({ id }) => id === partOf)?.value ?? null);
  test('rows of their group, groups of the total', () => {
    expect(wholes(REVIEW, 3)).toEqual([500, 100, 100, 500, 400, 400, null]);
    expect(wholes(PROTECTION, 2)).toEqual([1565, 1520, 1520, 1520, 1565, null]);
  });
  test('rates are parts of nothing', () => expect(wholes(REVIEW, 4)).toEqual(Array(7).fill(null)));
  test('columns of "Trong đó" where no row is whole', () => expect(wholes(SOURCES, 4).at(-1)).toBe(9_900_000_000));
});

describe('checks', () => {
  const count = ({ checks }: ReportRecord) => {
    const found: Record<string, number> = {};
    for (const { rule, status } of checks) found[`${rule} ${status}`] = (found[`${rule} ${status}`] ?? 0) + 1;
    return found;
  };
  test('sums and rates hold', () => {
    expect(count(REVIEW)).toEqual({ 'breakdown pass': 9, 'rate pass': 14 });
    expect(count(PROTECTION)).toEqual({ 'breakdown pass': 4 });
    expect(count(CREDIT)).toEqual({ 'breakdown pass': 4 });
    expect(count(PLAN)).toEqual({ 'achievement pass': 3 });
    expect(count(YEARS)).toEqual({ 'rate pass': 4 });
    expect(count(SOURCES)).toEqual({ 'breakdown pass': 8 });
  });

  test('a wrong total and a wrong rate are found', () => {
    const record = sheetRecord(`
      Biểu 1: Hộ nghèo theo xã năm 2022
      STT | Xã | Tổng số hộ | Số hộ nghèo | Tỷ lệ hộ nghèo (%)
      1 | Xã Bình Tân | 1.000 | 50 | 5,00
      2 | Xã Bình Thành | 2.000 | 80 | 4,00
      3 | Xã Tây An | 1.500 | 30 | 20,0
      4 | Xã Tây Phú | 500 | 40 | 8,00
      Tổng cộng >2 | 5.000 | 210 | 4,20`);
    expect(record.checks.filter(({ status }) => status === 'fail')).toMatchObject([
      { rule: 'breakdown', expected: 200, actual: 210 },
      { rule: 'rate', expected: 2, actual: 20 },
    ]);
  });
});

describe('refusals', () => {
  test.each([
    [
      'the general economy',
      'Bảng 7: Một số chỉ tiêu kinh tế\nTT | Chỉ tiêu | 2021 | 2022\n1 | GRDP (tỷ đồng) | 12.000 | 13.500\n2 | Diện tích lúa (ha) | 5.000 | 4.900',
    ],
    [
      'a list of offices',
      'Danh sách đơn vị thực hiện chính sách giảm nghèo\nTT | Đơn vị | Số điện thoại\n1 | Phòng Lao động | 3822456\n2 | Phòng Y tế | 3822789',
    ],
    ['blanks', 'Hộ nghèo năm 2022\nTT | Xã | Số hộ nghèo | Ghi chú\n1 | An Hòa | - | .\n2 | An Toàn | … | x'],
    [
      'a schedule',
      'Kế hoạch rà soát hộ nghèo\nTT | Nội dung | Thời gian\n1 | Rà soát hộ nghèo | 15/9/2023\n2 | Tổng hợp | 30/10/2023',
    ],
  ])('%s', (_, sheet) => expect(sheetRecord(sheet).figures).toEqual([]));

  test('long cells of a table of words stay prose', () => {
    const { figures } = sheetRecord(`
      Nội dung | Trách nhiệm
      Hỗ trợ nhà ở cho 120 hộ nghèo với tổng kinh phí 6 tỷ đồng trong năm 2022 | Phòng Lao động
      Đào tạo nghề | Trung tâm`);
    expect(figures.map(({ value, cell, rule }) => [value, cell, rule])).toEqual([
      [120, null, 'counted_noun'],
      [6_000_000_000, null, 'currency_sign'],
    ]);
  });
});

describe('the record of a table', () => {
  test('caption, unit, headings and rows are rectangular; merged cells are told', () => {
    const [table] = REVIEW.tables;
    expect(table?.caption).toBe('Biểu số 1: KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2023');
    expect(table?.unit).toBe('hộ');
    expect(table?.header.map((row) => row.length)).toEqual([8, 8, 8]);
    expect(table?.rows.map((row) => row.length)).toEqual(Array(7).fill(8));
    expect(table?.merged).toContainEqual({ row: 0, column: 3, rowSpan: 1, colSpan: 2 });
    expect(table?.merged).toContainEqual({ row: 9, column: 0, rowSpan: 1, colSpan: 2 });
  });

  test.each([
    ['PHỤ LỤC Tổng hợp hộ nghèo theo xã', 'PHỤ LỤC\nTổng hợp hộ nghèo theo xã'],
    ['Bảng 1. Hộ nghèo năm 2022', 'Công tác giảm nghèo được quan tâm.\nBảng 1. Hộ nghèo năm 2022'],
    [null, 'Công tác giảm nghèo được quan tâm chỉ đạo, kết quả như sau:'],
    [null, 'Nguyễn Văn Mẫu'],
  ])('its caption is %s', (caption, above) => {
    const { tables } = sheetRecord(`${above}\nTT | Xã | Số hộ nghèo\n1 | An Hòa | 12\n2 | An Toàn | 14`);
    expect(tables[0]?.caption).toBe(caption);
  });
});
