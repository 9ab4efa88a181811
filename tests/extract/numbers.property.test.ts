import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { doReadNumber, InvalidNumberError, ReadingConfig } from 'read-vietnamese-number';
import { draftsOf } from './document.ts';

const LARGEST = 10 ** 15 - 1;
const whole = fc.oneof(
  fc.integer({ min: 0, max: LARGEST }),
  fc.integer({ min: 0, max: 9999 }),
  // Round numbers and their neighbours, where words change form.
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: -1, max: 1 }))
    .map(([lead, zeros, off]) => Math.min(LARGEST, Math.max(0, lead * 10 ** zeros + off))),
);
const people = fc.integer({ min: 0, max: LARGEST });

const grouped = (n: number, mark: string): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, mark);

const spoken = (n: number): string => {
  const config = new ReadingConfig();
  config.unit = [];
  return doReadNumber(String(n), config);
};

/** The values of all figures of a text. */
const values = (text: string): number[] => draftsOf(text.normalize('NFC')).map(({ value }) => value);

const amount = (n: number, form: (n: number) => string) => values(`Kinh phí hỗ trợ là ${form(n)} đồng.`);

test('the inverse speaks Vietnamese', () => {
  expect(spoken(205)).toBe('hai trăm lẻ năm');
  expect(() => doReadNumber('x', new ReadingConfig())).toThrow(InvalidNumberError);
});

const FORMS: readonly (readonly [string, (n: number) => string])[] = [
  ['bare digits', String],
  ['grouped by dots', (n) => grouped(n, '.')],
  ['grouped by spaces', (n) => grouped(n, ' ')],
  ['grouped by no-break spaces', (n) => grouped(n, '\u00a0')],
  ['grouped by commas', (n) => grouped(n, ',')],
];

test.each(FORMS)('any whole amount below 10¹⁵, %s, comes back exact', (_, form) => {
  fc.assert(
    fc.property(whole, (n) => expect(amount(n, form)).toEqual([n])),
    { numRuns: 300 },
  );
});

/** One word alone is as often an article or part of a name ("một", "siêu thị không đồng"); tables settle those. */
const ofManyWords = whole.filter((n) => spoken(n).includes(' '));

test('any whole number below 10¹⁵ in words comes back exact', () => {
  fc.assert(
    fc.property(ofManyWords, (n) => expect(amount(n, spoken)).toEqual([n])),
    { numRuns: 300 },
  );
});

test('any count grouped by dots comes back exact', () => {
  fc.assert(
    fc.property(people, (n) => expect(values(`Toàn tỉnh có ${grouped(n, '.')} hộ nghèo.`)).toEqual([n])),
    {
      numRuns: 300,
    },
  );
});

test.each([
  ['nghìn', 3],
  ['ngàn', 3],
  ['vạn', 4],
  ['triệu', 6],
  ['tỷ', 9],
  ['tỉ', 9],
  ['nghìn tỷ', 12],
])('whole and decimal multiples of %s are exact', (word, exponent) => {
  const multiple = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.stringMatching(/^[0-9]{0,2}[1-9]$/));
  fc.assert(
    fc.property(multiple, ([lead, fraction]) => {
      const exact = Number(BigInt(`${lead}${fraction}`) * 10n ** BigInt(exponent)) / 10 ** fraction.length;
      expect(amount(lead, (n) => `${n} ${word}`)).toEqual([lead * 10 ** exponent]);
      // Three digits behind a comma are a fraction where a multiplier follows: "238,697 tỷ".
      expect(amount(lead, (n) => `${n},${fraction} ${word}`)[0]).toBeCloseTo(exact, 6);
    }),
    { numRuns: 100 },
  );
});

test('an amount said in parts is their sum', () => {
  const part = fc.integer({ min: 1, max: 999 });
  fc.assert(
    fc.property(part, part, part, (billions, millions, thousands) => {
      const text = `Kinh phí ${billions} tỷ ${millions} triệu ${thousands} nghìn đồng.`;
      expect(values(text)).toEqual([billions * 1e9 + millions * 1e6 + thousands * 1e3]);
    }),
    { numRuns: 200 },
  );
});

test('a percentage of up to three decimals is exact with either mark', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.stringMatching(/^[0-9]{1,2}$/), (lead, fraction) => {
      const value = Number(`${lead}.${fraction}`);
      expect(values(`Tỷ lệ là ${lead},${fraction}%.`)).toEqual([value]);
      expect(values(`Tỷ lệ là ${lead}.${fraction}%.`)).toEqual([value]);
    }),
    { numRuns: 200 },
  );
});
