import { describe, expect, test } from '@jest/globals';
import { documentOf } from '../../../tests/extract/document.ts';
import { explain } from '../index.ts';
import type { Reasons } from './index.ts';

const explained = (text: string) => explain(documentOf(text.normalize('NFC')));
/** The reasons of the figure whose words are `quote`. */
const reasonsOf = (text: string, quote: string): Reasons | undefined => {
  const { record, reasons } = explained(text);
  const figure = record.figures.find(({ span }) => record.text.slice(span.start, span.end) === quote);
  return reasons.get(figure?.id ?? '');
};

/** A reason first, then the figure and the text that has it. */
const WHY: readonly (readonly [keyof Reasons, string, string, string])[] = [
  ['number', '“1.855”: “.” groups the thousands', '1.855', 'Toàn huyện có 1.855 hộ nghèo.'],
  [
    'number',
    '“1.850,4”: “.” groups the thousands, “,” sets off one decimal, × 10^6 “triệu đồng”',
    '1.850,4 triệu đồng',
    'Kinh phí 1.850,4 triệu đồng.',
  ],
  ['number', '“1 855”: blanks group the thousands', '1 855', 'Toàn huyện có 1 855 hộ nghèo.'],
  ['number', '“hai trăm linh năm”: in words', 'hai trăm linh năm', 'Tặng hai trăm linh năm suất quà.'],
  ['number', '“1/3”: a fraction as a share', '1/3', 'Nhân dân góp 1/3 kinh phí.'],
  ['number', '“340”: × 10^6 from where its unit comes', '340', 'ĐVT: triệu đồng\nNgân sách xã: 340'],
  ['number', '“12”: negative: a decrease', '12', 'Số hộ nghèo giảm 12 hộ.'],
  ['number', '“1.23.456”: “.” groups the thousands, doubt: number_malformed', '1.23.456', 'Tặng 1.23.456 suất quà.'],
  ['unit', 'counted_noun: the counted noun stands behind it “hộ”', '12', 'Có 12 hộ nghèo.'],
  [
    'unit',
    'unit_declared: the unit declared once for the list “triệu đồng”',
    '340',
    'ĐVT: triệu đồng\nNgân sách xã: 340',
  ],
  ['unit', 'pair: the number behind the stroke has it “xã”', '18', 'Có 18/21 xã.'],
  [
    'unit',
    'currency_sign: the currency stands at it; a rate per person per month',
    '500.000 đồng',
    'Mức 500.000 đồng/người/tháng.',
  ],
  ['comparator', 'trên', '12', 'Có trên 12 hộ nghèo.'],
  ['comparator', 'lớp trở lên', '12', 'Mỗi thôn mở 12 lớp trở lên.'],
  ['comparator', 'a range', '2.000', 'Cho vay từ 2.000 đến 2.500 hộ.'],
  ['comparator', '', '12', 'Có 12 hộ nghèo.'],
  ['role', 'giảm', '12', 'Số hộ nghèo giảm 12 hộ.'],
  ['role', 'phấn đấu', '12', 'Năm tới phấn đấu xây 12 căn nhà.'],
  ['role', 'đạt … kế hoạch', '95%', 'Tạo việc làm đạt 95% kế hoạch.'],
  ['role', '', '12', 'Có 12 hộ nghèo.'],
  ['subjects', 'poor_household by “hộ nghèo”', '12', 'Có 12 hộ nghèo.'],
  ['period', 'its sentence: “Năm 2022”', '12', 'Năm 2022, xã có 12 hộ nghèo.'],
  ['period', 'nothing says when', '12', 'Xã có 12 hộ nghèo.'],
  ['partOf', '“20” by among: words like “trong đó”', '12', 'Có 20 hộ nghèo, trong đó có 12 hộ dân tộc thiểu số.'],
];

test.each(WHY)('%s: %s', (field, reason, quote, text) => {
  expect(reasonsOf(text, quote)?.[field]).toBe(reason);
});

test.each([
  ['poverty', 'Có 12 hộ nghèo.', '12', /^povertyRules \d+; its words are “có 12 hộ nghèo”$/],
  ['production', 'Tặng 12 con bò.', '12', /^productionRules \d+; its words are “tặng 12 con bò”$/],
])('the rule of the indicator: %s', (_, text, quote, reason) => {
  expect(reasonsOf(text, quote)?.indicator).toMatch(reason);
});

/** Why first, then the number and the text in which it is no figure. */
const REFUSED: readonly (readonly [string, string, string])[] = [
  ['date', 'ngày 27/8/2021', 'Họp ngày 27/8/2021.'],
  ['year', 'Năm 2022', 'Năm 2022 có nhiều hộ thoát nghèo.'],
  ['duration', '3 năm', 'Cho vay trong 3 năm.'],
  ['age', '80 tuổi', 'Chúc thọ người 80 tuổi.'],
  ['code', '81', 'Theo Nghị định số 81/2021/NĐ-CP.'],
  ['legal_reference', '5', 'Theo Điều 5 của Luật.'],
  ['list_mark', '1', '1. Công tác giảm nghèo'],
  ['ordinal', '14', 'Trên Quốc lộ 14.'],
  ['multiple', '5', 'Mức hỗ trợ gấp 5 lần trước đây.'],
  ['article', 'một', 'Mỗi tháng có một hộ nào đó.'],
  ['nothing_counted', '12', 'Kết quả là 12.'],
  ['unit_of_table', '1.000 đồng', 'ĐVT: 1.000 đồng'],
  ['furniture', '68', 'Lượt xem: 68'],
  ['in_a_word', '19', 'Phòng, chống COVID19.'],
];

test.each(REFUSED)('no figure, %s: %s in %s', (name, quote, text) => {
  const { record, refused } = explained(text);
  expect(record.figures).toEqual([]);
  expect(refused.map((one) => [one.name, record.text.slice(one.span.start, one.span.end)])).toContainEqual([
    name,
    quote,
  ]);
  for (const { because } of refused) expect(because).toMatch(/^(?:it|the|letters|nothing) /);
});

describe('every number is accounted for', () => {
  const TEXT = [
    'BÁO CÁO Số: 45/BC-UBND',
    'Lượt xem: 68',
    '1. Công tác giảm nghèo',
    'Năm 2022, theo Quyết định 1722/QĐ-TTg ngày 2/9/2016, xã có 1.855 hộ nghèo, chiếm 4,82% (năm 2021: 5,27%), gấp 2 lần huyện bên.',
    '- Có 18/21 xã; tặng hai trăm linh năm suất quà cho 19 người tròn 100 tuổi, mỗi suất 500.000 đồng.',
    'ĐVT: 1.000 đồng',
    'Ngân sách xã: 340.000; COVID19; điện thoại 0905123456; 12 ',
  ].join('\n');

  test('as a figure or as none, never as both', () => {
    const { record, refused } = explained(TEXT);
    const spans = [...record.figures, ...refused].map(({ span }) => span);
    for (const { index } of TEXT.matchAll(/\d+/g)) {
      const holding = spans.filter(({ start, end }) => start <= index && index < end);
      expect([TEXT.slice(index - 8, index + 8), holding.length]).toEqual([TEXT.slice(index - 8, index + 8), 1]);
    }
  });

  test('and each figure has all its reasons', () => {
    const { record, reasons } = explained(TEXT);
    expect(record.figures.length).toBeGreaterThan(6);
    for (const { id, place, partOf } of record.figures) {
      const why = reasons.get(id) as Reasons;
      for (const field of ['number', 'unit', 'topic', 'indicator', 'period', 'confidence'] as const)
        expect(why[field]).toMatch(/\S/);
      expect(why.partOf !== '').toBe(partOf !== null);
      expect(why.place !== '').toBe(place !== null);
    }
  });
});
