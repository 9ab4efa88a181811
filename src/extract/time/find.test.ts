import { describe, expect, test } from '@jest/globals';
import { findTimes } from './find.ts';
import type { Moment, TimeMention } from './types.ts';

const year = (y: Exclude<Moment, 'now'>['year']): string =>
  y === null ? '?' : typeof y === 'number' ? String(y) : `y-${y.ago}`;
const moment = (m: Moment | null): string =>
  m === null ? '' : m === 'now' ? 'now' : `${year(m.year)}.${m.month}.${m.day}`;
const show = (m: TimeMention): string => {
  const [start, end] = [moment(m.start), moment(m.end)];
  return [m.kind, start === end ? start : `${start}…${end}`].filter(Boolean).join(' ');
};

/** What is found ← the ways it is written; the words in [] must be the whole span. */
const READS: Record<string, string[]> = {
  'date 2021.8.27': [
    '[ngày 27/8/2021]',
    'họp [27/08/2021]',
    '[27-8-2021]',
    '[sáng ngày 27.8.2021]',
    '[ngày 27 tháng 8 năm 2021]',
    '[27 tháng 8 năm 2021], huyện',
    'Hà Nội, [27 tháng 8 năm 2021]',
    '[thứ sáu, ngày 27/8/2021]',
    'sáng [thứ 6 ngày 27 tháng 8 năm 2021]',
    '[2021-08-27]',
    'họp [ngày 27/8/21]',
    '[27/8/21],',
    '[ngày 27 tháng tám năm 2021]',
  ],
  'month 2023.6.1…2023.6.last': [
    'Tây Sơn, [ngày tháng 6 năm 2023]',
    '[ngày … tháng 6 năm 2023]',
    '[tháng 6/2023]',
    'trong [tháng 6 năm 2023]',
    '[tháng 06-2023]',
    '[T6/2023]',
    '[tháng 6 của năm 2023]',
    '[tháng sáu năm 2023]',
    '[tháng sáu/2023]',
  ],
  'date ?.3.7': [
    '[ngày 7 tháng ba]',
    '[thứ 2 ngày 7 tháng 3]',
    '[Thứ Hai, ngày 7/3], xã',
    '[chủ nhật ngày mùng 7 tháng 3]',
  ],
  'date ?.1.19': ['[Ngày 19/1], ông Liêm', '[tối 19-1]', '[chiều ngày 19.1]'],
  'date ?.9.15': ['[hôm nay 15/9]', '[Sáng nay (15/9]), xã', '[chiều qua, 15/9]'],
  'range ?.6.1…?.6.15': ['[từ ngày 01 đến ngày 15/6]', '[ngày 1-15/6]'],
  'range 2023.1.1…2023.6.30': ['từ [01/01/2023 đến 30/6/2023]', 'từ [ngày 1/1 đến ngày 30/6/2023]'],
  'year 2022.1.1…2022.12.last': ['[năm 2022]', 'trong [năm 2022]', 'bình quân [2022]', '([2022])', '([2022]: 620 hộ)'],
  'range 2021.1.1…2025.12.last': [
    '[giai đoạn 2021 - 2025]',
    '[giai đoạn 2021-2025]',
    '[thời kỳ 2021 – 2025]',
    '[từ năm 2021 đến năm 2025]',
    '[từ 2021 đến 2025]',
    '[5 năm 2021-2025]',
    '[5 năm (2021-2025])',
    '[2021 - 2025],',
    '[các năm 2021, 2022, 2023, 2024 và 2025]',
  ],
  'range 2014.1.1…2015.12.last': [
    '[hai năm 2014-2015]',
    '[2 năm 2014-2015]',
    '[năm 2014 và 2015]',
    '[năm 2014 và năm 2015]',
  ],
  'half 2023.1.1…2023.6.last': [
    '[6 tháng đầu năm 2023]',
    '[06 tháng đầu năm 2023]',
    '[sáu tháng đầu năm 2023]',
    '[6 tháng năm 2023]',
  ],
  'half ?.1.1…?.6.last': ['Trong [6 tháng đầu năm], huyện', '[nửa đầu năm]'],
  'half 2023.7.1…2023.12.last': ['[6 tháng cuối năm 2023]', '[nửa cuối năm 2023]'],
  'months 2023.1.1…2023.9.last': ['[09 tháng đầu năm 2023]', '[9 tháng năm 2023]', '[chín tháng đầu năm 2023]'],
  'months ?.1.1…?.9.last': ['[9 tháng đầu năm] toàn tỉnh', '[9 tháng đầu] của', '[lũy kế 9 tháng đầu năm]'],
  'quarter 2019.1.1…2019.3.last': ['[quý I/2019]', '[quý 1/2019]', '[Quý I năm 2019]', '[quý I-2019]'],
  'quarter 2020.7.1…2020.9.last': ['[quý III năm 2020]', '[quý 3/2020]', '[quý 3 của năm 2020]'],
  'range 2020.3.1…2020.5.last': ['từ [tháng 3 tới tháng 5 năm 2020]', '[tháng 3 tới tháng 5 năm 2020]'],
  'relative y--1.1.1…y--1.12.last': ['[năm tiếp theo]', '[năm tới]'],
  'quarter 2020.1.1…2020.6.last': ['[quý I và quý II năm 2020]', '[quý I, II/2020]'],
  'school_year 2022.9.1…2023.5.last': ['[năm học 2022-2023]', '[năm học 2022 – 2023]'],
  'school_year 2022.9.1…2022.12.last': ['[học kỳ I năm học 2022-2023]'],
  'season 2021.1.1…2022.12.last': ['[vụ Đông Xuân 2021-2022]', '[vụ Đông - Xuân 2021-2022]', '[niên vụ 2021/2022]'],
  'point 2022.12.last': ['[cuối năm 2022]', '[hết năm 2022]', '[cuối quý IV/2022]', '[cuối tháng 12/2022]'],
  'point 2018.1.1': ['[đầu năm 2018]', '[đầu tháng 1/2018]'],
  'point 2018.6.30': ['[giữa năm 2018]'],
  'point ?.12.last': ['[cuối năm] bình xét'],
  'until 2023.6.30': [
    '[đến ngày 30/6/2023]',
    '[tính đến ngày 30/6/2023]',
    '[Ước tính đến ngày 30/6/2023]',
    '[tính đến thời điểm 30/6/2023]',
  ],
  'until 2025.12.last': ['[đến năm 2025]', '[đến hết năm 2025]', '[đến cuối năm 2025]', '[tính đến năm 2025],'],
  'until ?.7.last': ['[đến hết tháng 7]', '[tính đến hết tháng 7]'],
  'range 2019.1.1…2019.7.last': [
    '[Năm 2019, đến hết tháng 7], Quỹ',
    'từ [tháng 1 đến tháng 7 năm 2019]',
    '[tháng 1 - 7/2019]',
  ],
  'range 2022.1.1…2023.9.last': ['[năm 2022 và 09 tháng đầu năm 2023]', '[năm 2022 và 9 tháng năm 2023]'],
  'since 2016.1.1…now': [
    '[Từ năm 2016 đến nay]',
    '[từ đầu năm 2016 đến nay]',
    '[kể từ năm 2016 đến nay]',
    '[năm 2016 đến nay]',
    '[từ năm 2016], huyện',
    '[Từ năm 2016 cho đến nay]',
  ],
  'since ?.1.1…now': ['[Từ đầu năm đến nay]', '[từ đầu năm đến thời điểm hiện nay]', 'ngay [từ đầu năm],'],
  'since 2018.3.1…now': ['từ [tháng 3/2018 đến nay]'],
  'now now': [
    '[đến nay]',
    '[tính đến nay]',
    '[Đến thời điểm này]',
    '[Hiện nay]',
    '[hiện] cả nước còn',
    '[cho đến nay]',
    '[Đến thời điểm báo cáo]',
  ],
  'relative y-1.1.1…y-1.12.last': ['[năm ngoái]', '[năm trước]'],
  'relative y-0.1.1…y-0.12.last': ['[năm nay]', '[Trong năm], huyện'],
  past: [
    '[5 năm qua]',
    'Gần [10 năm qua]',
    '[26 năm qua]',
    '[7 tháng qua]',
    '[năm qua]',
    '[năm năm qua]',
    '[3 năm gần đây]',
    '[năm tháng qua]',
  ],
  'same_period y-1.1.1…y-1.12.31': ['so với [cùng kỳ]', '[cùng kỳ năm trước]', '[cùng kỳ năm ngoái]'],
  'same_period 2022.1.1…2022.12.31': ['[cùng kỳ năm 2022]'],
  'festival 2017.1.1…2017.12.last': [
    '[Tết 2017]',
    '[Tết năm 2017]',
    '[Tết Đinh Dậu 2017]',
    '[Tết Nguyên đán năm 2017]',
    '[Tết Nguyên đán Đinh Dậu - 2017]',
  ],
  'festival 2023.1.1…2023.12.last': [
    '[Tết Nguyên đán Quý Mão 2023]',
    '[Tết Quý Mão]',
    '[xuân Quý Mão 2023]',
    '[Tết Nguyên đán Quý Mão]',
  ],
  occasion: [
    'nhân [dịp 27/7]',
    '[Ngày Người khuyết tật Việt Nam (18/4])',
    'quốc tế [thiếu nhi 01/6]',
    '[Quốc khánh 2/9]',
    '[dịp lễ 30/4 và 1/5]',
    '“Ngày cả nước [vì người nghèo 17/10]”',
  ],
  duration: [
    'trong [03 năm]',
    '[10 ngày]',
    '[12 tháng]',
    '[1 tháng]',
    '[ba năm]',
    '[25-30 ngày]',
    '[hai mươi năm]',
    '[18 tháng]',
  ],
  rate: ['[mỗi năm]', '[hàng tháng]', '[hằng năm]', '500.000 đồng [một tháng]', '[bình quân mỗi năm]'],
  age: [
    '[80 tuổi]',
    'từ [60 tuổi trở lên]',
    'tròn [100 tuổi]',
    '[6-36 tháng tuổi]',
    'từ đủ [75 đến dưới 80 tuổi]',
    '[độ tuổi từ 18 đến 35]',
    '[15 - 60 tuổi]',
    'dưới [16 tuổi]',
  ],
  clock: ['[08 giờ 30]', '[10h30]', '[7h]', '[15:56]', '[GMT+7]', '[08 giờ 30 phút]'],
  'decade 1990.1.1…1999.12.last': ['[thập niên 90]', '[những năm 1990]', '[những năm 90 của thế kỷ trước]'],
  'decade 2000.1.1…2009.12.last': ['[những năm 2000]'],
  century: ['[thế kỷ XX]', '[thế kỷ 21]'],
  'name 2020.1.1…2025.12.last': ['[nhiệm kỳ 2020 - 2025]'],
  'name 2020.1.1…2024.12.last': ['[niên khóa 2020-2024]'],
  name: ['[kỳ họp thứ 9]', '[lần thứ XXI]', '[khóa XII]', '[năm thứ năm]', '[giai đoạn 1]'],
  'months 2022.1.1…2022.9.last': ['[lũy kế 9 tháng đầu năm 2022]', '[lũy kế 9 tháng năm 2022]'],
  'range 2022.9.5…2022.10.5': ['([5.9 - 5.10.2022])', '[từ 5/9 đến 5/10/2022]', 'từ [ngày 5-9 đến hết ngày 5-10-2022]'],
  'range 2019.12.20…2020.1.15': ['[20/12 - 15/1/2020]'],
  'range ?.9.5…?.9.20': ['từ [ngày 5-9 đến 20-9]'],
  'festival 2022.1.1…2022.12.last': [
    'nhân [dịp 27/7/2022]',
    '[kỷ niệm ngày 20/11/2022]',
    'Ngày Thương binh - [Liệt sĩ 27-7-2022]',
    '([27/7/1947 - 27/7/2022])',
  ],
};

describe('findTimes reads', () => {
  for (const [expected, phrasings] of Object.entries(READS))
    test.each(phrasings)(`${expected}: %s`, (marked) => {
      const text = marked.replace(/[[\]]/g, '');
      const span = { start: marked.indexOf('['), end: marked.indexOf(']') - 1 };
      expect(findTimes(text).map((m) => [show(m), text.slice(m.span.start, m.span.end)])).toEqual([
        [expected, text.slice(span.start, span.end)],
      ]);
    });
});

/** Numbers and the numeral "năm" (five) that are no times. */
const REFUSED = [
  '18/21 xã',
  '60/63 tỉnh, thành phố',
  'đạt 15/19 tiêu chí',
  'từ 18/21 xã lên 20/21 xã',
  'hỗ trợ không quá 1/3 kinh phí',
  'chiếm 2/3 số hộ',
  'hơn 3/4 dân số',
  'đến 1/3 số hộ',
  'từ 2/12 xã',
  'hỗ trợ năm hộ',
  'tặng năm suất quà',
  'trong năm xã',
  'có năm người',
  '4,82%',
  '12,5 triệu đồng',
  '2.023 hộ nghèo',
  'có 2015 hộ nghèo',
  'tổng số 2020 người',
  'hơn 2000 suất quà',
  'trên 1950 lao động',
  '2000-2050 hộ',
  '1.500 ngày công',
  '300 ngày công lao động',
  '19 người',
  '12 lớp',
  'số 81/2021/NĐ-CP',
  'thực hiện tốt công tác',
  'thể hiện vai trò',
  'hiện đại hóa nông thôn',
  'hiện trạng nhà ở',
  '1.855 hộ với 4.839 nhân khẩu',
  'điện thoại 0256.3880.888',
  'ban hành 30a',
  'quý vị đại biểu',
  '2.500 triệu đồng/98 hộ',
  '45/2020 hộ',
  'giảm từ 21 xuống 18 hộ',
  'tháng lương',
  'đại hội của bản 27-8-21 hộ',
  '5/6/12 xã',
  'nhiều năm trước',
  '31/2/2023',
];

describe('findTimes refuses', () => {
  test.each(REFUSED)('%s', (text) => {
    expect(findTimes(text).map((m) => text.slice(m.span.start, m.span.end))).toEqual([]);
  });
});

/** Figures beside times stay free: [time] is taken, nothing else. */
const FREE: [string, string[]][] = [
  ['thọ cho 19 người tròn 100 tuổi, 158 người tròn 90 tuổi', ['100 tuổi', '90 tuổi']],
  ['từ 49,5% năm 2020 lên 59,1% năm 2022', ['năm 2020', 'năm 2022']],
  ['năm 2022 có 300 hộ, 6 tháng đầu năm 2023 có 250 hộ', ['năm 2022', '6 tháng đầu năm 2023']],
  ['cho vay 5 tỷ đồng trong 3 năm', ['3 năm']],
  ['hộ nghèo còn 30 năm 2022', ['năm 2022']],
  ['số hộ là 15 tháng 6/2023', ['tháng 6/2023']],
  ['cách đây 3 năm, 1 năm trước', ['3 năm', '1 năm']],
  ['trong 5 năm 300 hộ', ['5 năm']],
  ['đợt 1 năm 2023', ['năm 2023']],
  ['từ 1-7-2024, cấp 12 thẻ', ['từ 1-7-2024']],
  ['15/19 tiêu chí và 6/9.', []],
  ['Quỹ 17/10', ['Quỹ 17/10']],
  ['trực 24/24 giờ, 24/7', ['24/24 giờ', '24/7']],
  ['500.000 đồng/người/tháng cho 20 người', []],
  ['ngày 27/7 đã tặng 270 suất quà', ['ngày 27/7']],
  ['12 xã, thị trấn năm 2021 đã hoàn thành', ['năm 2021']],
  ['hỗ trợ 12 tháng cho 5 hộ', ['12 tháng']],
  ['tháng 1 năm 1863', ['1 năm']],
  ['mỗi tháng ba triệu đồng', ['mỗi tháng']],
  ['mỗi tháng sáu trăm nghìn đồng', ['mỗi tháng']],
  ['đại hội lần thứ 2 ngày 6 tháng 2', ['đại hội lần thứ 2', 'ngày 6 tháng 2']],
];

test.each(FREE)('%s', (text, times) => {
  expect(findTimes(text).map((m) => text.slice(m.span.start, m.span.end))).toEqual(times);
});

test('a megabyte of any shape is read in linear time', () => {
  const cpu = (text: string): number => {
    const before = process.cpuUsage();
    findTimes(text);
    return process.cpuUsage(before).user / 1000;
  };
  for (const piece of ['ngày ', 'từ đến ', '1/2/3-4 ', 'năm 2020, ', '12345678 ', ' ']) {
    const small = cpu(piece.repeat(Math.ceil(100_000 / piece.length)));
    const large = cpu(piece.repeat(Math.ceil(400_000 / piece.length)));
    expect(large).toBeLessThan(12 * Math.max(small, 20));
  }
});
