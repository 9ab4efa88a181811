import { describe, expect, test } from '@jest/globals';
import { BLANK_FIGURE } from '../../src/model/blank-figure.ts';
import type { Figure } from '../../src/model/index.ts';
import { formatDate, formatPeriod, shownValue, valueText } from '../../web/src/format.ts';

const NBSP = '\u00a0';
const figure = (fields: Partial<Figure>): Figure => ({
  ...BLANK_FIGURE,
  id: 'f1',
  unit: 'household',
  confidence: 1,
  rule: 'test',
  ...fields,
});
const money = (value: number, more: Partial<Figure> = {}) => figure({ kind: 'money', unit: 'VND', value, ...more });
const rate = (value: number, more: Partial<Figure> = {}) =>
  figure({ kind: 'percentage', unit: 'percent', value, ...more });

describe('a value as an official writes it', () => {
  const cases: [string, Figure, string?][] = [
    ['1.855 hộ', figure({ value: 1855 })],
    ['4.627 triệu đồng', money(4_627_000_000)],
    ['1.850,4 triệu đồng', money(1_850_400_000)],
    ['16 tỷ đồng', money(16_000_000_000)],
    ['1.234,5 tỷ đồng', money(1_234_500_000_000)],
    ['500.000 đồng/người/tháng', money(500_000, { per: ['person', 'month'] })],
    ['1.234.567 đồng', money(1_234_567)],
    ['0 đồng', money(0)],
    ['4,82 %', rate(4.82)],
    ['−1,46 %', rate(-1.46, { role: 'change' })],
    ['+30 %', rate(30, { role: 'change' })],
    ['giảm trên 3 %', rate(-3, { role: 'target', comparator: 'gt' }), 'giảm trên '],
    ['trên 90 %', rate(90, { comparator: 'gt' }), 'đạt trên '],
    ['hơn 90 %', rate(90, { comparator: 'gt' }), 'đạt hơn '],
    ['gần 200 hộ', figure({ value: 200, comparator: 'lt' }), 'có gần '],
    ['dưới 200 hộ', figure({ value: 200, comparator: 'lt' }), 'còn '],
    ['khoảng 12.000 hộ', figure({ value: 12_000, comparator: 'approx' }), ''],
    ['12 bể', figure({ value: 12, unit: 'item', unitText: 'bể' })],
    ['3,5 ha', figure({ kind: 'measure', value: 3.5, unit: 'ha' })],
  ];
  test.each(cases)('%s', (expected, shown, before = '') => {
    const placed = { ...shown, span: { start: before.length, end: before.length + 1 } };
    expect(valueText(shownValue(placed, `${before}0`, 'vi')).replaceAll(NBSP, ' ')).toBe(expected);
  });

  test('in English the words change and the digits do not', () => {
    const english = (shown: Figure) => valueText(shownValue(shown, '', 'en')).replaceAll(NBSP, ' ');
    expect(english(money(1_850_400_000, { comparator: 'lt' }))).toBe('under 1.850,4 million VND');
    expect(english(figure({ value: 1855, per: ['year'] }))).toBe('1.855 households/year');
  });
});

describe('a period by its name', () => {
  test.each([
    ['năm 2021', '2021-01-01', '2021-12-31'],
    ['2020–2022', '2020-01-01', '2022-12-31'],
    ['6 tháng đầu năm 2023', '2023-01-01', '2023-06-30'],
    ['6 tháng cuối năm 2023', '2023-07-01', '2023-12-31'],
    ['quý I/2024', '2024-01-01', '2024-03-31'],
    ['tháng 2/2024', '2024-02-01', '2024-02-29'],
    ['30/06/2023', '2023-06-30', '2023-06-30'],
    ['01/02/2023 – 30/06/2023', '2023-02-01', '2023-06-30'],
    ['01/09/2022 – 31/05/2023', '2022-09-01', '2023-05-31'],
    ['01/02/2023 – 27/02/2023', '2023-02-01', '2023-02-27'],
  ])('%s', (expected, start, end) => {
    expect(formatPeriod({ start, end }, 'vi')).toBe(expected);
  });

  test('a date keeps the precision it has', () => {
    expect(['2023-06-30', '2023-06', '2023'].map(formatDate)).toEqual(['30/06/2023', '06/2023', '2023']);
  });
});
