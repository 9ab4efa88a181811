/** Annexes of reports as their authors know them: every number with its row, column, unit, place and period. */

export type Period = { start: string; end: string };

/** A column of numbers; `scale`: what one of its units is in base units; `rate`: computed of two others, in percent. */
export type NumberColumn = {
  unit: string;
  scale?: number;
  decimals?: number;
  period?: Period;
  rate?: readonly [part: number, whole: number];
};

export type SourceRow = {
  /** Cells before the numbers, the last one names the row; "Tổng cộng >2" covers two columns. */
  words: string[];
  /** One a column of numbers, null for a blank; computed ones are left to the columns. */
  values: (number | null)[];
  place?: string;
  /** Where rows, not columns, tell them. */
  unit?: string;
  scale?: number;
  decimals?: number;
  period?: Period;
  note?: string;
};

export type TableSource = {
  name: string;
  /** Lines above: letterhead, title, an opening paragraph. */
  opening: string[];
  caption: string;
  unitLine: string | null;
  /** Heading rows: cells between bars, ">2" covers two columns, "v2" two rows. */
  header: string[];
  columns: NumberColumn[];
  rows: SourceRow[];
  period: Period;
  /** A last column of words. */
  notes?: boolean;
};

const year = (of: number): Period => ({ start: `${of}-01-01`, end: `${of}-12-31` });
const day = (iso: string): Period => ({ start: iso, end: iso });
const count = (unit: string): NumberColumn => ({ unit });
const millions: NumberColumn = { unit: 'VND', scale: 1e6 };
const rate = (part: number, whole: number): NumberColumn => ({ unit: 'percent', decimals: 2, rate: [part, whole] });

const letterhead = (issuer: string, title: string, opening: string): string[] => [
  issuer,
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'BÁO CÁO',
  title,
  opening,
];

/** The sum of rows, column by column; null where none has a number. */
const sum = (rows: readonly SourceRow[]): (number | null)[] =>
  (rows[0] as SourceRow).values.map((_, c) =>
    rows.some(({ values }) => values[c] !== null)
      ? Math.round(rows.reduce((all, { values }) => all + (values[c] ?? 0), 0) * 100) / 100
      : null,
  );

const communes = (kind: string, rows: readonly [string, ...number[]][], from = 1): SourceRow[] =>
  rows.map(([name, ...values], i) => ({
    words: [`${i + from}`, `${kind} ${name}`],
    values,
    place: `${kind.toLowerCase()} ${name}`,
  }));

const town = communes('Thị trấn', [
  ['Long Phú', 3650, 14235, 73, 270, 110],
  ['Đại Ngãi', 2875, 11020, 46, 161, 92],
]);
const rural = communes(
  'Xã',
  [
    ['Song Phụng', 2140, 8560, 107, 417, 150],
    ['Hậu Thạnh', 1795, 7001, 61, 226, 88],
    ['Trường Khánh', 3320, 12948, 133, 505, 172],
    ['Tân Hưng', 3105, 12420, 155, 604, 201],
    ['Châu Khánh', 1690, 6422, 57, 199, 79],
    ['Phú Hữu', 1544, 6022, 62, 242, 71],
  ],
  3,
);

const COMMUNES: TableSource = {
  name: 'communes',
  opening: letterhead(
    'ỦY BAN NHÂN DÂN HUYỆN LONG PHÚ',
    'Kết quả rà soát hộ nghèo, hộ cận nghèo năm 2023',
    'Ủy ban nhân dân huyện báo cáo kết quả rà soát chi tiết theo từng xã, thị trấn như sau:',
  ),
  caption: 'Biểu số 1: Kết quả rà soát hộ nghèo, hộ cận nghèo năm 2023',
  unitLine: null,
  header: [
    'TT v2 | Xã, thị trấn v2 | Hộ dân cư >2 | Hộ nghèo >3 | Hộ cận nghèo >2 | Ghi chú v2',
    'Số hộ | Số khẩu | Số hộ | Số khẩu | Tỷ lệ (%) | Số hộ | Tỷ lệ (%)',
    '(1) | (2) | (3) | (4) | (5) | (6) | (7)=(5)/(3) | (8) | (9)=(8)/(3) | (10)',
  ],
  columns: [
    count('household'),
    count('person'),
    count('household'),
    count('person'),
    rate(2, 0),
    count('household'),
    rate(5, 0),
  ],
  rows: [...town, ...rural, { words: ['Tổng cộng >2'], values: sum([...town, ...rural]) }].map((row) => ({
    ...row,
    values: [...row.values.slice(0, 4), null, row.values[4] as number, null],
  })),
  period: year(2023),
  notes: true,
};

const YEARS: TableSource = {
  name: 'years',
  opening: letterhead(
    'SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI TỈNH YÊN BÁI',
    'Tình hình thực hiện các chính sách giảm nghèo giai đoạn 2019 - 2023',
    'Kết quả thực hiện các chỉ tiêu chủ yếu về giảm nghèo qua các năm được tổng hợp trong biểu sau.',
  ),
  caption: 'Bảng 2. Các chỉ tiêu giảm nghèo và an sinh xã hội giai đoạn 2019 - 2023',
  unitLine: null,
  header: ['STT | Chỉ tiêu | ĐVT | Năm 2019 | Năm 2020 | Năm 2021 | Năm 2022 | Năm 2023'],
  columns: [2019, 2020, 2021, 2022, 2023].map((each) => ({ unit: '', period: year(each) })),
  rows: (
    [
      ['Tổng số hộ dân cư', 'Hộ', 'household', 1, 0, [212350, 214120, 216005, 217904, 219860]],
      ['Số hộ nghèo', 'Hộ', 'household', 1, 0, [24632, 15031, 39110, 32205, 26401]],
      ['Tỷ lệ hộ nghèo', '%', 'percent', 1, 2, [11.6, 7.02, 18.11, 14.78, 12.01]],
      ['Số hộ cận nghèo', 'Hộ', 'household', 1, 0, [19105, 17984, 20450, 19872, 18660]],
      ['Số thẻ BHYT cấp cho người nghèo', 'Thẻ', 'card', 1, 0, [105420, 98310, null, 121750, 118200]],
      ['Số lao động được đào tạo nghề', 'Người', 'person', 1, 0, [18200, 16950, 15400, 18760, 19310]],
      ['Kinh phí hỗ trợ hộ nghèo làm nhà ở', 'Triệu đồng', 'VND', 1e6, 1, [12500.5, 9840, 15320.5, null, 21060]],
    ] as const
  ).map(([label, words, unit, scale, decimals, values], i) => ({
    words: [`${i + 1}`, label, words],
    values: [...values],
    unit,
    scale,
    decimals,
  })),
  period: { start: '2019-01-01', end: '2023-12-31' },
};

const programmes = (rows: readonly [string, ...number[]][]): SourceRow[] =>
  rows.map(([label, ...values], i) => ({ words: [`${i + 1}`, label], values }));
const central = programmes([
  ['Cho vay hộ nghèo', 12500, 8215, 45310, 120, 1020],
  ['Cho vay hộ cận nghèo', 9800, 5120, 38705, 85, 815],
  ['Cho vay hộ mới thoát nghèo', 15300, 9940, 61220, 40, 1265],
  ['Cho vay nước sạch và vệ sinh môi trường nông thôn', 7400, 3310, 26450, 15, 1460],
  ['Cho vay học sinh, sinh viên có hoàn cảnh khó khăn', 2150, 1985, 8930, 64, 312],
]);
const local = programmes([
  ['Cho vay giải quyết việc làm', 6200, 2750, 17880, 22, 402],
  ['Cho vay hộ nghèo làm nhà ở', 1840, 615, 9265, 0, 371],
]);

const CREDIT: TableSource = {
  name: 'credit',
  opening: letterhead(
    'NGÂN HÀNG CHÍNH SÁCH XÃ HỘI HUYỆN HOÀI ÂN',
    'Kết quả hoạt động tín dụng chính sách xã hội năm 2022',
    'Kết quả cho vay đối với hộ nghèo và các đối tượng chính sách khác được thể hiện ở phụ lục sau:',
  ),
  caption: 'Phụ lục 3: Kết quả cho vay các chương trình tín dụng chính sách năm 2022',
  unitLine: 'ĐVT: triệu đồng, hộ',
  header: [
    'TT | Chương trình cho vay | Doanh số cho vay năm 2022 | Doanh số thu nợ năm 2022 | Dư nợ đến 31/12/2022 | Trong đó: Nợ quá hạn | Số hộ còn dư nợ',
  ],
  columns: [millions, millions, { ...millions, period: day('2022-12-31') }, { ...millions }, count('household')],
  rows: [
    { words: ['I', 'Nguồn vốn trung ương'], values: sum(central) },
    ...central,
    { words: ['II', 'Nguồn vốn địa phương'], values: sum(local) },
    ...local,
    { words: ['.', 'Tổng cộng'], values: sum([...central, ...local]) },
  ],
  period: year(2022),
};

const training = (ordinal: string, label: string, ...values: (number | null)[]): SourceRow => ({
  words: [ordinal, label],
  values,
});
const skills = [
  training('1', 'Đào tạo nghề nông nghiệp cho lao động nông thôn', 1200, 1260, 2520, 1300, 1185, 2370.5),
  training('2', 'Đào tạo nghề phi nông nghiệp cho lao động nông thôn', 800, 760, 1748, 900, 925, 2127.5),
  training('3', 'Đào tạo nghề cho người khuyết tật', 60, 45, 139.5, 70, 72, 230.4),
  training('4', 'Đào tạo nghề cho phụ nữ hộ nghèo', 350, 350, 770, 400, null, null),
];

const NESTED: TableSource = {
  name: 'nested',
  opening: letterhead(
    'ỦY BAN NHÂN DÂN HUYỆN ĐÔNG GIANG',
    'Kết quả đào tạo nghề cho lao động nông thôn',
    'Kết quả đào tạo nghề và kinh phí thực hiện trong hai năm được tổng hợp như sau.',
  ),
  caption: 'Biểu 4: Kết quả đào tạo nghề năm 2022 và năm 2023',
  unitLine: null,
  header: [
    'STT v3 | Nội dung v3 | Năm 2022 >3 | Năm 2023 >3',
    'Số người được đào tạo >2 | Kinh phí (triệu đồng) v2 | Số người được đào tạo >2 | Kinh phí (triệu đồng) v2',
    'Kế hoạch | Thực hiện | Kế hoạch | Thực hiện',
  ],
  columns: [2022, 2023].flatMap((each) => [
    { ...count('person'), period: year(each) },
    { ...count('person'), period: year(each) },
    { ...millions, decimals: 1, period: year(each) },
  ]),
  rows: [...skills, { words: ['.', 'Tổng số'], values: sum(skills) }],
  period: { start: '2022-01-01', end: '2023-12-31' },
};

const NAMES = `Bình Dương, Hòa An, Đức Long, Nam Tuấn, Đại Tiến, Dân Chủ, Trương Lương, Bạch Đằng, Lê Chung, Hồng Việt,
  Quang Trung, Ngũ Lão, Nguyễn Huệ, Hồng Nam, Đức Xuân, Thụy Hùng, Trọng Con, Thái Cường, Vân Trình, Lê Lợi, Danh Sỹ,
  Minh Khai, Quang Trọng, Canh Tân, Kim Đồng, Đức Thông, Tiên Thành, Mỹ Hưng, Hòa Thuận, Đại Sơn, Cách Linh, Bế Văn Đàn,
  Phi Hải, Quảng Hưng, Ngọc Động, Tự Do, Quốc Toản, Phúc Sen, Chí Thảo, Hạnh Phúc, Độc Lập, Cai Bộ, Trung Phúc, Cao Thăng,
  Phong Châu, Đình Phong`
  .split(',')
  .map((name) => name.trim());
const LONG = communes(
  'Xã',
  NAMES.map((name, i) => {
    const poor = 31 + ((i * 37) % 83);
    const near = 22 + ((i * 53) % 67);
    return [name, 640 + ((i * 211) % 900), poor, near, poor * 3 + ((i * 7) % 40)];
  }),
);

const PAGES: TableSource = {
  name: 'pages',
  opening: letterhead(
    'ỦY BAN NHÂN DÂN HUYỆN QUẢNG HÒA',
    'Tổng hợp hộ nghèo, hộ cận nghèo theo xã cuối năm 2021',
    'Số liệu chi tiết đến từng xã được tổng hợp trong biểu kèm theo.',
  ),
  caption: 'Phụ biểu 01: Tổng hợp hộ nghèo, hộ cận nghèo đến ngày 31/12/2021',
  unitLine: null,
  header: ['STT | Tên xã | Tổng số hộ | Số hộ nghèo | Số hộ cận nghèo | Số người nghèo được cấp thẻ BHYT'],
  columns: [count('household'), count('household'), count('household'), count('person')],
  rows: [...LONG, { words: ['.', 'Toàn huyện'], values: sum(LONG) }],
  period: day('2021-12-31'),
};

const PLAIN: TableSource = {
  name: 'rows-of-years',
  opening: letterhead(
    'ỦY BAN NHÂN DÂN THÀNH PHỐ QUẢNG NGÃI',
    'Công tác trợ giúp xã hội giai đoạn 2017 - 2022',
    'Số đối tượng được trợ cấp hằng tháng qua các năm như sau:',
  ),
  caption: 'Bảng 6: Đối tượng bảo trợ xã hội hưởng trợ cấp hằng tháng giai đoạn 2017 - 2022',
  unitLine: '(Đơn vị tính: người, triệu đồng)',
  header: ['Năm | Người cao tuổi | Người khuyết tật | Trẻ em mồ côi | Kinh phí trợ cấp'],
  columns: [count('person'), count('person'), count('person'), { ...millions, decimals: 1 }],
  rows: (
    [
      [2017, 3120, 2015, 118, 20450.5],
      [2018, 3205, 2088, null, 21300],
      [2019, 3342, 2140, 96, 22875.5],
      [2020, 3401, null, 93, 23410],
      [2021, 3388, 2267, 131, 31702],
      [2022, 3450, 2301, 140, 33218.5],
    ] as const
  ).map(([of, ...values]) => ({ words: [`${of}`], values: [...values], period: year(of) })),
  period: { start: '2017-01-01', end: '2022-12-31' },
};

const group = (words: string[], values: (number | null)[], note = ''): SourceRow => ({ words, values, note });
const orphans = [
  group(['a', 'Trẻ em dưới 16 tuổi không có nguồn nuôi dưỡng'], [64, 414.7]),
  group(['b', 'Trẻ em nhiễm HIV thuộc hộ nghèo'], [7, 45.4]),
];
const elderly = [
  group(['a', 'Người cao tuổi thuộc hộ nghèo không có người phụng dưỡng'], [212, 1373.8]),
  group(['b', 'Người từ đủ 80 tuổi trở lên không có lương hưu'], [2450, 10584], 'Rà soát lại'),
];
const monthly = [
  group(['1', 'Trẻ em'], sum(orphans)),
  ...orphans,
  group(['2', 'Người cao tuổi'], sum(elderly)),
  ...elderly,
  group(['3', 'Người khuyết tật'], [1866, 14106.9]),
];
const tops = monthly.filter(({ words }) => /^\d/.test(words[0] as string));
const once = [
  group(['1', 'Hỗ trợ mai táng phí'], [131, 943.2], ''),
  group(['2', 'Hỗ trợ đột xuất do thiên tai'], [null, 520.5]),
];

const OUTLINE: TableSource = {
  name: 'outline',
  opening: letterhead(
    'ỦY BAN NHÂN DÂN HUYỆN BA TƠ',
    'Tình hình thực hiện chính sách trợ giúp xã hội 6 tháng đầu năm 2023',
    'Kết quả chi trả chính sách trợ giúp xã hội cho các nhóm đối tượng cụ thể như sau:',
  ),
  caption: 'Biểu số 02: Kết quả thực hiện chính sách trợ giúp xã hội 6 tháng đầu năm 2023',
  unitLine: 'Đơn vị tính: Kinh phí: triệu đồng',
  header: ['STT | Nhóm đối tượng | Số người | Kinh phí | Ghi chú'],
  columns: [count('person'), { ...millions, decimals: 1 }],
  rows: [
    group(['I', 'Trợ cấp hằng tháng'], sum(tops)),
    ...monthly,
    group(['II', 'Trợ cấp đột xuất'], sum(once)),
    ...once,
    group(['Tổng cộng >2'], sum([...tops, ...once])),
  ],
  period: { start: '2023-01-01', end: '2023-06-30' },
  notes: true,
};

const wards = communes('Phường', [
  ['An Hội', 240, 1512.5, 31, 186, 255, 1606.5, 28, 168],
  ['An Phú', 318, 2003.5, 44, 264, 322, 2028.6, 40, 240],
  ['Cái Khế', 402, 2532.6, 52, 312, 410, 2583, 55, 330],
  ['Tân An', 187, 1178.1, 19, 114, 190, 1197, 21, 126],
  ['Thới Bình', 266, 1675.8, 27, 162, 281, 1770.3, 25, 150],
]);

const QUARTERS: TableSource = {
  name: 'quarters',
  opening: letterhead(
    'ỦY BAN NHÂN DÂN QUẬN NINH KIỀU',
    'Kết quả chi trả trợ cấp bảo trợ xã hội 6 tháng đầu năm 2024',
    'Kết quả chi trả theo từng phường trong quý I và quý II như sau:',
  ),
  caption: 'Biểu 05. Kết quả chi trả trợ cấp cho người cao tuổi và người khuyết tật năm 2024',
  unitLine: null,
  header: [
    'TT v3 | Phường v3 | Quý I/2024 >4 | Quý II/2024 >4',
    'Người cao tuổi >2 | Người khuyết tật >2 | Người cao tuổi >2 | Người khuyết tật >2',
    'Số người | Số tiền (tr.đ) | Số người | Số tiền (tr.đ) | Số người | Số tiền (tr.đ) | Số người | Số tiền (tr.đ)',
  ],
  columns: [
    { start: '2024-01-01', end: '2024-03-31' },
    { start: '2024-04-01', end: '2024-06-30' },
  ].flatMap((period) =>
    [0, 1].flatMap(() => [
      { ...count('person'), period },
      { ...millions, decimals: 1, period },
    ]),
  ),
  rows: [...wards, { words: ['.', 'Cộng'], values: sum(wards) }],
  period: year(2024),
};

export const TABLES: readonly TableSource[] = [COMMUNES, YEARS, CREDIT, NESTED, PAGES, PLAIN, OUTLINE, QUARTERS];
