import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { doReadNumber, InvalidNumberError, ReadingConfig } from 'read-vietnamese-number';
import { draftsOf, recordOf } from './document.ts';

const LARGEST = 10 ** 15;
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

/** What is read of an amount, and of what words. */
const amount = (n: number, form: (n: number) => string) => {
  const text = `Kinh phí hỗ trợ là ${form(n)} đồng.`.normalize('NFC');
  const drafts = draftsOf(text);
  for (const { span, kind, unit, doubts } of drafts) {
    expect(text.slice(span.start, span.end)).toBe(`${form(n)} đồng`.normalize('NFC'));
    expect([kind, unit, doubts]).toEqual(['money', 'VND', []]);
  }
  return drafts.map(({ value }) => value);
};

test('the inverse speaks Vietnamese', () => {
  expect(spoken(205)).toBe('hai trăm lẻ năm');
  expect(() => doReadNumber('x', new ReadingConfig())).toThrow(InvalidNumberError);
});

/** n as a decimal of 10^exponent: "1.234,567". */
const inUnits = (n: number, exponent: number): string => {
  const digits = String(n).padStart(exponent + 1, '0');
  const fraction = digits.slice(-exponent).replace(/0+$/, '');
  return grouped(Number(digits.slice(0, -exponent)), '.') + (fraction ? `,${fraction}` : '');
};

/** "1 tỷ 200 triệu 5 nghìn": only parts that the language says so; the ones close with đồng. */
const inParts = (n: number): string => {
  const parts: [number, string][] = [
    [Math.floor(n / 1e9), 'tỷ'],
    [Math.floor(n / 1e6) % 1000, 'triệu'],
    [Math.floor(n / 1e3) % 1000, 'nghìn'],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${grouped(count, '.')} ${word}`);
  return n % 1000 === 0 && said.length > 0 ? said.join(' ') : grouped(n, '.');
};

const FORMS: readonly (readonly [string, (n: number) => string])[] = [
  ['bare digits', String],
  ['grouped by dots', (n) => grouped(n, '.')],
  ['grouped by spaces', (n) => grouped(n, ' ')],
  ['grouped by no-break spaces', (n) => grouped(n, '\u00a0')],
  ['grouped by narrow no-break spaces', (n) => grouped(n, '\u202f')],
  ['with leading zeros', (n) => (n < 1000 ? String(n).padStart(3, '0') : String(n))],
  ['as a fraction of a million', (n) => `${inUnits(n, 6)} triệu`],
  ['as a fraction of a billion', (n) => `${inUnits(n, 9)} tỷ`],
  ['in billions, millions, thousands and ones', inParts],
];

test.each(FORMS)('any whole amount up to 10¹⁵, %s, comes back exact', (_, form) => {
  fc.assert(
    fc.property(whole, (n) => expect(amount(n, form)).toEqual([n])),
    { numRuns: 300 },
  );
});

/** One word alone is as often an article or part of a name ("một", "siêu thị không đồng"); tables settle those. */
const ofManyWords = whole.filter((n) => spoken(n).includes(' '));

test('any whole number up to 10¹⁵ in words comes back exact', () => {
  fc.assert(
    fc.property(ofManyWords, (n) => expect(amount(n, spoken)).toEqual([n])),
    { numRuns: 300 },
  );
});

/** Other words for the same number, as regions and writers have them. */
const VARIANTS: readonly (readonly [string, RegExp, string])[] = [
  ['linh', /lẻ/g, 'linh'],
  ['ngàn', /nghìn/g, 'ngàn'],
  ['tỉ', /tỷ/g, 'tỉ'],
  ['bẩy', /bảy/g, 'bẩy'],
  ['nhăm', /mươi lăm/g, 'mươi nhăm'],
  ['tư', /mươi bốn/g, 'mươi tư'],
  ['capitals', /^./, 'X'],
];

test.each(VARIANTS)('any whole number in words with "%s" comes back exact', (name, word, other) => {
  const varied = (n: number) =>
    name === 'capitals' ? spoken(n).toLocaleUpperCase('vi') : spoken(n).replace(word, other);
  fc.assert(
    fc.property(ofManyWords, (n) => expect(amount(n, varied)).toEqual([n])),
    { numRuns: 150 },
  );
});

test('a number said again in words is one figure', () => {
  fc.assert(
    fc.property(ofManyWords, (n) => {
      expect(values(`Kinh phí là ${grouped(n, '.')} đồng (bằng chữ: ${spoken(n)} đồng).`)).toEqual([n]);
    }),
    { numRuns: 100 },
  );
});

test('any count of people in any grouping is exact and quoted by its span', () => {
  const mark = fc.constantFrom('.', ',', ' ', '\u00a0', '');
  fc.assert(
    fc.property(people, mark, (n, by) => {
      const text = `Toàn tỉnh có ${grouped(n, by)} người tham gia.`;
      const [draft, ...rest] = draftsOf(text);
      expect(rest).toEqual([]);
      expect(draft?.value).toBe(n);
      expect(draft && text.slice(draft.span.start, draft.span.end)).toBe(grouped(n, by));
      expect(values(`Kinh phí là ${grouped(n, by)} đồng.`)).toEqual([n]);
    }),
    { numRuns: 300 },
  );
});

const numeral = fc.integer({ min: 1, max: 999_999 });
const STATEMENT = fc.tuple(
  fc.constantFrom(
    (n: number) => `Toàn huyện có ${grouped(n, '.')} hộ nghèo.`,
    (n: number) => `Hội đã trao ${n} suất quà, trị giá ${grouped(n, '.')} triệu đồng.`,
    (n: number) => `Tỷ lệ hộ nghèo là ${n % 100},${n % 10}%.`,
    (n: number) => `Theo Quyết định số ${n}/QĐ-UBND ngày 12/3/2020, cả xã được hỗ trợ ${grouped(n, '.')} thẻ BHYT.`,
    (n: number) => `Giải quyết việc làm cho từ ${n} đến ${n + 5} lao động.`,
    (n: number) =>
      `ĐVT: triệu đồng\nNgân sách xã: ${grouped(n, '.')}\nPhần trên đã được giải ngân toàn bộ trong năm, đúng đối tượng, đúng mục đích và đúng quy định của cấp trên.`,
  ),
  numeral,
);

test('a report keeps its figures inside a longer one', () => {
  const several = fc.array(STATEMENT, { minLength: 1, maxLength: 5 });
  const textOf = (all: readonly (readonly [(n: number) => string, number])[]) =>
    all.map(([say, n]) => say(n)).join('\n');
  const stated = (text: string, from = 0, to = text.length) =>
    recordOf(text)
      .figures.filter(({ span }) => span.start >= from && span.end <= to)
      .map(({ span, kind, value, unit, comparator, role }) => ({
        quote: text.slice(span.start, span.end),
        at: span.start - from,
        kind,
        value,
        unit,
        comparator,
        role,
      }));
  fc.assert(
    fc.property(several, several, several, (before, own, after) => {
      const [head, body, tail] = [textOf(before), textOf(own), textOf(after)];
      const from = head.length + 1;
      expect(stated(`${head}\n${body}\n${tail}`, from, from + body.length)).toEqual(stated(body));
    }),
    { numRuns: 60 },
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
