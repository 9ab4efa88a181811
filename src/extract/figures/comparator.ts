import type { Comparator, Span } from '../../model/index.ts';

/** Bounds that stand before the number, each closing the words before it; the first that fits decides. */
const BEFORE: readonly (readonly [Comparator, RegExp])[] = [
  ['approx', /(?<!\p{L})trên dưới\s*$/u],
  ['ge', /(?<!\p{L})(?:ít nhất|tối thiểu|không (?:dưới|ít hơn|thấp hơn)|chí ít)(?:\s+(?:là|đạt|có|cho|khoảng))*\s*$/u],
  [
    'le',
    /(?<!\p{L})(?:tối đa|hỗ trợ (?:tới|đến)|không (?:quá|vượt quá|vượt|hơn|cao hơn)|cao nhất|nhiều nhất)(?:\s+(?:là|đạt|có|cho|không quá))*\s*$/u,
  ],
  [
    'gt',
    /(?<!\p{L})(?:trên|(?<!(?:cao|thấp|kém|nhiều|ít|lớn|nhỏ|đông|sớm|tốt)\s+)hơn|quá|vượt ngưỡng|vượt mức|vượt mốc)\s*$/u,
  ],
  ['lt', /(?<!\p{L})(?:gần|dưới|ngót|(?:chưa|không) (?:đến|tới|đầy)|xuống dưới|gần đến|suýt soát|non)\s*$/u],
  [
    'approx',
    /(?<!\p{L})(?:khoảng|ước(?: tính)?(?:\s+(?:đạt|có|khoảng|thực hiện|là))?|ước\s+(?:tăng|giảm)(?:\s+(?:thêm|được))?|xấp xỉ|chừng|độ chừng|tầm|vào khoảng|cỡ|ước chừng)\s*$/u,
  ],
];
const AFTER: readonly (readonly [Comparator, RegExp])[] = [
  ['ge', /^[^.;,\d]{0,24}?(?<!\p{L})trở lên(?!\p{L})/u],
  ['le', /^[^.;,\d]{0,24}?(?<!\p{L})trở xuống(?!\p{L})/u],
];
/** "Ước tính đến ngày 30/6/2023, …" estimates every figure of its sentence that takes that date. */
const ESTIMATES =
  /(?:^[\s\-+•*]*|:\s*)(?:(?:trong|đến|tính đến|hết)\s[^,;]{0,40},\s*)?ước\s+(?:tính|thực hiện|đạt|đến)(?!\p{L})/u;

/** A bound and the words that state it; "" where none do. */
export interface Bound {
  comparator: Comparator;
  words: string;
}

/** The bound that the words around a number state. */
export const comparatorOf = (folded: string, number: Span, sentence: Span): Bound => {
  const before = folded.slice(Math.max(sentence.start, number.start - 40), number.start);
  const after = folded.slice(number.end, Math.min(sentence.end, number.end + 48));
  for (const [comparator, pattern] of BEFORE) {
    const words = pattern.exec(before);
    if (words) return { comparator, words: words[0].trim() };
  }
  for (const [comparator, pattern] of AFTER) {
    const words = pattern.exec(after);
    if (words) return { comparator, words: words[0].trim() };
  }
  return { comparator: 'eq', words: '' };
};

/** Whether a sentence, or the part of it behind a colon, opens as an estimate. */
export const opensAsEstimate = (folded: string, sentence: Span, number: Span): boolean =>
  ESTIMATES.test(folded.slice(Math.max(sentence.start, number.start - 600), number.start));
