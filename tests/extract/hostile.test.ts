import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ReportRecord } from '../../src/model/index.ts';
import { recordOf } from './document.ts';

const MB = 1_000_000;
const filled = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length));

/** What every record owes, whatever its text: it is a record even as JSON, and its spans lie in the text. */
const holdsTogether = (text: string) => {
  const record = recordOf(text);
  expect(ReportRecord.parse(JSON.parse(JSON.stringify(record)))).toBeDefined();
  expect(record.text).toBe(text);
  const spans = [...record.figures, ...record.sections, ...record.messages].flatMap(({ span }) => span ?? []);
  for (const { start, end } of spans) {
    expect(start).toBeLessThan(end);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  for (const { span, unitText } of record.figures) {
    expect(text.slice(span.start, span.end)).toMatch(/\S/u);
    expect(text).toContain(unitText);
  }
  return record;
};

const WORDS = [
  'một',
  'hai',
  'năm',
  'trăm',
  'tỷ',
  'triệu',
  'đồng',
  'hộ',
  'nghèo',
  'xã',
  'giảm',
  'đạt',
  'kế hoạch',
  'từ',
  'đến',
  'trong đó',
];
const MARKS = [
  '1.855',
  '06',
  '4,82',
  '1/3',
  '%',
  '.',
  ',',
  '/',
  '-',
  '(',
  ')',
  ':',
  ';',
  '\n',
  ' ',
  '\u00a0',
  '\u200b',
  '\t',
  '[1]',
  '"',
];
const ODD = ['\ud800', '\udc00', '٥', '１２', '\u0301', 'e\u0302\u0301', '\u0000', '\ufeff', '🏠', 'ſ', 'İ', 'ǆ'];

describe('no text crashes it', () => {
  test('random characters of every plane, unpaired surrogates among them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 120 }), (units) => {
        holdsTogether(String.fromCharCode(...units));
      }),
      { numRuns: 200 },
    );
  });

  test('random rows of the words, numbers and marks that rules look for', () => {
    const piece = fc.constantFrom(...WORDS, ...MARKS, ...ODD);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), fc.constantFrom('', ' '), (pieces, glue) => {
        holdsTogether(pieces.join(glue));
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['nothing', ''],
    ['spaces', '   \n\n  '],
    ['a lone surrogate in a number', 'Có 1.8\ud80055 hộ nghèo'],
    ['a letter that grows when lowered', 'İİİ Có 12 hộ nghèo ở xã İa'],
    ['a pair over nothing', 'Có 0/0 xã, 5/0 hộ'],
    ['an end right behind a number', 'Có 5'],
    ['an end right behind a slash', 'Có 5/'],
  ])('%s', (_, text) => {
    holdsTogether(text);
  });

  test('unpaired surrogates leave the figures beside them alone', () => {
    expect(holdsTogether('\ud800 Có 12 hộ nghèo \udc00').figures.map(({ value }) => value)).toEqual([12]);
  });

  test('a number that JSON cannot hold is none', () => {
    for (const numeral of [
      '7'.repeat(400),
      `1${'.000'.repeat(150)}`,
      `5 ${'triệu '.repeat(80)}`,
      `0,${'0'.repeat(400)}1`,
    ]) {
      const { figures, messages } = holdsTogether(`Có ${numeral} hộ, 12 xã`);
      expect(figures.map(({ value }) => value)).toEqual([12]);
      expect(messages.map(({ code }) => code)).toContain('number_endless');
    }
  });

  test.each([
    [[1855], [], 'full-width digits', 'Có １８５５ hộ nghèo'],
    [[1855], [], 'full-width digits and marks', 'Có １．８５５ hộ nghèo'],
    [[4.82], [], 'a full-width percent sign', 'Tỷ lệ hộ nghèo là ４，８２％.'],
    [[1855], [], 'Arabic-Indic digits', 'Có ١٨٥٥ hộ nghèo'],
    [[1855], [], 'Persian digits', 'Có ۱۸۵۵ hộ nghèo'],
    [[], [], 'a date in full-width digits', 'Ngày １２/５/２０２０'],
    [[12], ['number_parted'], 'a zero-width space in a number', 'Có 1\u200b855 hộ nghèo, 12 xã'],
    [[12], ['number_parted'], 'a joiner behind its mark', 'Có 1.\u2060855 hộ nghèo, 12 xã'],
    [[12], ['number_parted'], 'a soft hyphen in a number', 'Có 18\u00ad55 hộ nghèo, 12 xã'],
    [[12], [], 'a zero-width space before a number', 'Có \u200b12 hộ nghèo'],
    [[], ['number_parted'], 'a zero-width space behind a number', 'Có 12\u200b hộ nghèo'],
    [[], ['text_decomposed'], 'marks apart from their letters', 'Có 12 hộ nghèo'.normalize('NFD')],
  ])('%j with %j: %s', (values, codes, _, text) => {
    const { figures, messages } = holdsTogether(text);
    expect(figures.map(({ value }) => value)).toEqual(values);
    expect(messages.map(({ code }) => code)).toEqual(codes);
    for (const { span } of figures) expect(text.slice(span.start, span.end)).not.toBe('');
  });
});

/** Processor seconds, which a busy machine does not stretch; what grows as a square takes minutes on these texts. */
const SECONDS = 60;
const spent = (): number => process.cpuUsage().user / 1_000_000;

describe('no text of a quarter megabyte hangs it', () => {
  recordOf('Có 12 hộ nghèo.');
  test.each([
    ['digits', '7'],
    ['separators', '.,'],
    ['numerals without end', '1.2,'],
    ['digits in groups', '123 '],
    ['number words', 'hai trăm '],
    ['counts in words', 'một hộ '],
    ['one word', 'a'],
    ['one line', 'nhân dân trong xã '],
    ['spaces', ' '],
    ['empty lines', '\n'],
    ['unpaired surrogates', '\ud800'],
  ])('%s', (_, unit) => {
    const text = filled(unit, MB / 4);
    const start = spent();
    const { figures } = recordOf(text);
    expect(spent() - start).toBeLessThan(SECONDS);
    expect(figures).toEqual([]);
  });

  test('a hundred pages of figures, a line each', () => {
    const text = filled('Có 1.855 hộ nghèo với 4.839 nhân khẩu, chiếm 4,82%.\n', MB / 5);
    const start = spent();
    expect(recordOf(text).figures).toHaveLength((text.split('\n').length - 1) * 3);
    expect(spent() - start).toBeLessThan(SECONDS);
  });
});

describe("no text of rules' own words hangs it", () => {
  test.each([
    ['open parentheses', '(12 hộ '],
    ['closed parentheses', '(12 hộ) '],
    ['parts', 'trong đó 12 hộ '],
    ['lists', 'gồm 12 hộ: '],
    ['colons', '12 hộ: '],
    ['one line of figures', 'cho 12 hộ nghèo vay 34 triệu đồng '],
    ['one line of counts', '12 hộ nghèo, '],
    ['slashes', '12/34 hộ, '],
    ['sums', '12 hộ + 3 hộ + '],
    ['shares', 'tổng số hộ 1.000 hộ, 50 hộ nghèo chiếm 5%. '],
    ['places', 'xã Bình Tân 3 hộ, '],
    ['scenes', 'Riêng xã Bình Tân: 12 hộ nghèo.\n'],
    ['dates', 'ngày 1/1/2020 '],
    ['bullets', '- Tổng 24 hộ:\n+ 12 hộ\n+ 12 hộ\n'],
    ['lines under colons', 'Tổng hộ:\n12 hộ\n'],
    ['headings', '1. Công tác giảm nghèo năm 2020:\nCó 12 hộ nghèo.\n'],
    ['rubrics', 'Tin khác\n'],
    ['boxes of a portal', 'Thông báo\n'],
    ['recipients', 'Nơi nhận:\n'],
    ['visits', 'Hôm nay: 5\n'],
  ])('%s', (_, unit) => {
    const text = filled(unit, MB / 40);
    const start = spent();
    expect(recordOf(text).text).toBe(text);
    expect(spent() - start).toBeLessThan(SECONDS);
  });

  test('numbers that all differ, of places that all differ', () => {
    const names = ['An', 'Bình', 'Cát', 'Dân', 'Giang', 'Hoa', 'Khê', 'Lộc'];
    const name = (i: number) => [i, i >> 3, i >> 6].map((n) => names[n % 8]).join(' ');
    const text = Array.from({ length: 800 }, (_, i) => `Xã ${name(i)} có tổng số hộ ${1000 + i} hộ, ${i} hộ chiếm 5%.`);
    const start = spent();
    expect(recordOf(text.join(' ')).figures.length).toBeGreaterThan(1600);
    expect(spent() - start).toBeLessThan(SECONDS);
  });
});
