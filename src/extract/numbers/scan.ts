import type { Span } from '../../model/index.ts';
import { quick } from '../text/quick.ts';
import { AFTER, anyOf, BEFORE } from '../text/words.ts';
import type { Convention } from './convention.ts';
import { add, type Decimal, decimal, shift, toNumber } from './decimal.ts';
import { nounAfter, type UnitNoun } from './nouns.ts';
import { type NumeralDoubt, type NumeralUse, readNumeral } from './numeral.ts';
import { NUMBER_WORDS, readNumberWords } from './words.ts';

/** A number expression of the text, read but not yet judged to be a figure. */
export interface NumberToken {
  /** The numeral with its multiplier and its currency or percent sign. */
  span: Span;
  /** The digits or number words alone. */
  numeral: Span;
  value: Decimal;
  /** Digits written behind the decimal mark. */
  decimals: number;
  /** Power of ten of the multiplier words: "triệu" is 6; 0 where there is none. */
  exponent: number;
  sign: 'VND' | 'foreign' | 'percent' | 'percentage_point' | null;
  /** The counted noun or physical unit right behind it. */
  noun: UnitNoun | null;
  /** Written out in words. */
  written: boolean;
  doubt: NumeralDoubt | null;
}

/** Groups are bounded: a numeral of millions of them would overflow the stack, and no number has forty. */
export const DIGITS = quick(
  /(?<![\p{L}\p{M}\d]|\d[.,])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.])(?:,\d+)?|\d+(?:[.,]\d+){0,40})/gu,
);
export const WRITTEN = new RegExp(`${BEFORE}(?:${anyOf(NUMBER_WORDS)}${AFTER}\\s*)+`, 'gu');

/** "12 (mười hai) hộ", "500.000 đồng (năm trăm nghìn đồng)": officials repeat a number in words. */
const GLOSS = new RegExp(`\\s*\\(\\s*(?:${anyOf(NUMBER_WORDS)}${AFTER}\\s*)+\\)`, 'uy');
const OPENS_GLOSS = /^\s*\(\s*$|^\s*[(,;.]?\s*(?:(?:số tiền )?(?:viết |ghi |đọc )?bằng chữ)(?: là)?\s*:?\s*$/u;
/** No report states more digits or multipliers than this; what does is noise and would leave JSON's numbers. */
export const MOST_DIGITS = 40;
export const LARGEST_EXPONENT = 15;

const EXPONENTS: Readonly<Record<string, number>> = {
  chục: 1,
  trăm: 2,
  nghìn: 3,
  ngàn: 3,
  vạn: 4,
  triệu: 6,
  tr: 6,
  k: 3,
  tỷ: 9,
  tỉ: 9,
};
/** "tỷ lệ", "tỉ trọng" are no billions; "tr" and "k" stand for million and thousand only before đồng or a rate. */
const MULTIPLIER =
  /\s*(?:(chục|trăm|nghìn|ngàn|vạn|triệu)(?!\p{L})|(t[ỷỉ])(?!\p{L}|\s+(?:lệ|trọng|suất|số|giá|phú))|(tr|k)(?=\.?\s*(?:đ|đồng|vn[đd])(?!\p{L})|\s*\/\s*(?:người|hộ|tháng|năm|suất|căn|con|ngày)(?!\p{L}))\.?)/uy;
const HALF = /\s+rưỡi(?!\p{L})/uy;
/** "đồng bào", "đồng chí" and "đ/c" are people. */
const CURRENCY =
  /\s*(?:đồng(?!\p{L}|\s+(?:bào|chí|hồ|đội|hương|thời|bộ|đều|ý|lòng|diễn|hành))(?:\s+(?:việt nam|vn)(?!\p{L}))?|đ(?![\p{L}\d]|\/c)|vn[đd](?!\p{L})|₫)/uy;
const FOREIGN =
  /\s*(?:(?:đô\s*-?\s*la(?:\s+mỹ)?|usd|us\$|euros?|eur|won|yên nhật|nhân dân tệ|bảng anh|đài tệ)(?!\p{L})|\$|€|£)/uy;
/** "1,5 – 2/%/năm": a stroke typed before the sign. */
const PERCENT = /\s*(?:\/\s?(?=%))?(?:(điểm\s+(?:%(?!o)|phần trăm))|(?:%(?!o)|phần trăm(?!\p{L})))/uy;
/** "19,2‰", often typed "19,2%o": the catalogue has no share of a thousand, so it is told per hundred. */
const PER_MILLE = /\s*(?:‰|%[o₀](?!\p{L})|phần (?:nghìn|ngàn)(?!\p{L}))/uy;

/** Matches `pattern` (sticky) at `offset`. */
const at = (pattern: RegExp, text: string, offset: number): RegExpExecArray | null => {
  pattern.lastIndex = offset;
  return pattern.exec(text);
};

/** The multiplier words at `offset`: "nghìn tỷ" is 12. */
export const multiplierAt = (folded: string, offset: number): { exponent: number; end: number } => {
  let exponent = 0;
  let end = offset;
  for (let match = at(MULTIPLIER, folded, end); match; match = at(MULTIPLIER, folded, end)) {
    exponent += EXPONENTS[match[1] ?? match[2] ?? match[3] ?? ''] ?? 0;
    end += match[0].length;
  }
  return { exponent, end };
};

const signAt = (folded: string, offset: number): { sign: NumberToken['sign']; end: number } => {
  const perMille = at(PER_MILLE, folded, offset);
  if (perMille) return { sign: 'percent', end: offset + perMille[0].length };
  const percent = at(PERCENT, folded, offset);
  if (percent) return { sign: percent[1] ? 'percentage_point' : 'percent', end: offset + percent[0].length };
  const dong = at(CURRENCY, folded, offset);
  if (dong) return { sign: 'VND', end: offset + dong[0].length };
  const foreign = at(FOREIGN, folded, offset);
  if (foreign) return { sign: 'foreign', end: offset + foreign[0].length };
  return { sign: null, end: offset };
};

const expectedUse = (exponent: number, sign: NumberToken['sign'], noun: UnitNoun | null): NumeralUse => {
  if (exponent > 0) return 'scaled';
  if (sign === 'VND') return 'amount';
  if (sign === 'percent' || sign === 'percentage_point') return 'share';
  return noun?.kind === 'count' ? 'whole' : 'unknown';
};

/** "$10.000", "VND 500.000": a currency set before its amount. */
const CURRENCY_AHEAD = /(?:us)?(\$|€|£|₫|(?<!\p{L})(?:usd|eur|vn[đd])\s?)$/u;
const currencyOf = (mark = ''): NumberToken['sign'] => (/₫|vn/u.test(mark) ? 'VND' : 'foreign');
/** ",77", "1 .855", "có 1. 855 hộ": digits torn off a number. A line's or sentence's own number stands at its start. */
const TORN =
  /(?:\s[.,]|(?:(?<!\p{L})(?:có|còn|là|được|cho|với|đạt|số|hơn|trên|gần|khoảng|giúp|tặng|trao|cấp)|:) \d{1,3}\. )$/u;
const torn = (folded: string, start: number): boolean =>
  TORN.test(folded.slice(Math.max(0, start - 16), start)) &&
  (/\s[.,]$/.test(folded.slice(Math.max(0, start - 2), start)) ||
    /^\d{3}(?![\d.,])/.test(folded.slice(start, start + 4)));

/** "19.418/21.392 người": what is written before the stroke counts what stands behind it, and people are whole. */
const STROKE = /\s*\/\s*\d+(?:[.,]\d+)*/uy;
const pairsWithCount = (folded: string, offset: number): boolean => {
  const pair = at(STROKE, folded, offset);
  return pair !== null && nounAfter(folded, offset + pair[0].length)?.kind === 'count';
};

/** "200 triệu" behind "1 tỷ": the next smaller part of one amount. */
const NEXT_PART = /\s+(\d{1,3}(?:,\d+)?)(?=\s*(?:trăm\s+)?(?:nghìn|ngàn|vạn|triệu))/uy;

const readDigits = (folded: string, numeral: Span, convention: Convention): NumberToken => {
  const text = folded.slice(numeral.start, numeral.end).replace(/, +/, ',');
  const behindGloss = numeral.end + (at(GLOSS, folded, numeral.end)?.[0].length ?? 0);
  const measured = multiplierAt(folded, behindGloss);
  const said = measured.exponent > 0 || signAt(folded, measured.end).sign !== null;
  const multiplier = said ? measured : { exponent: 0, end: numeral.end };
  let { exponent, end } = multiplier;
  const first = signAt(folded, end);
  const nounStart = (from: number) => (from === numeral.end ? behindGloss : from);
  const nounHere = nounAfter(folded, nounStart(first.end));
  const counted = first.sign || !nounHere || folded.slice(end, nounHere.start).includes('\n') ? null : nounHere;
  const inPair = exponent === 0 && !first.sign && !counted && pairsWithCount(folded, numeral.end);
  const read = readNumeral(text, convention, inPair ? 'whole' : expectedUse(exponent, first.sign, counted));
  const perMille = first.sign === 'percent' && at(PER_MILLE, folded, end) !== null;
  let value = shift(read.value, perMille ? -1 : exponent);
  let decimals = read.decimals + (perMille ? 1 : 0);
  const half = exponent > 0 ? at(HALF, folded, end) : null;
  if (half) {
    value = add(value, shift(decimal('5'), exponent - 1));
    end += half[0].length;
  }
  for (let part = exponent > 3 ? at(NEXT_PART, folded, end) : null; part; part = at(NEXT_PART, folded, end)) {
    const start = end + part[0].length;
    const scale = multiplierAt(folded, start);
    if (scale.exponent >= exponent) break;
    const [whole = '0', fraction = ''] = (part[1] ?? '').split(',');
    value = add(value, shift(decimal(whole, fraction), scale.exponent));
    decimals = 0;
    exponent = scale.exponent;
    end = scale.end;
  }
  const behind = end === multiplier.end ? first : signAt(folded, end);
  const noun = behind.sign ? null : nounAfter(folded, nounStart(behind.end));
  const ahead =
    behind.sign || noun ? null : CURRENCY_AHEAD.exec(folded.slice(Math.max(0, numeral.start - 5), numeral.start));
  const sign = ahead ? { sign: currencyOf(ahead[1]), end: behind.end } : behind;
  return {
    span: { start: numeral.start - (ahead?.[0].length ?? 0), end: sign.end },
    numeral,
    value: noun ? shift(value, noun.exponent) : value,
    decimals,
    exponent: multiplier.exponent,
    sign: sign.sign,
    noun,
    written: false,
    doubt: torn(folded, numeral.start) ? 'number_malformed' : read.doubt,
  };
};

/** Millions and more are money without being called so: "vay hai triệu rưỡi". */
const largestScale = (words: readonly string[]): number => Math.max(...words.map((word) => EXPONENTS[word] ?? 0));

/** "hàng năm tỷ lệ hộ nghèo giảm" */
const NO_BILLION = /(?:^|\s)t[ỷỉ]\s+(?:lệ|trọng|suất|số|giá|phú)/u;

const wordsIn = (folded: string, { start, end }: Span): string[] =>
  folded
    .slice(start, end)
    .trim()
    .split(/[\s,]+/);

const SCALE_AT_END = /(?:t[ỷỉ]|triệu|nghìn|ngàn)\s*$/u;
/** The runs of number words; commas may part the scales of one number: "hai tỷ, ba trăm triệu đồng". */
const writtenRuns = (folded: string): Span[] => {
  const runs: Span[] = [];
  for (const { index, 0: text } of folded.matchAll(WRITTEN)) {
    const run = { start: index, end: index + text.length };
    const last = runs.at(-1);
    const whole = last && { start: last.start, end: run.end };
    const goesOn =
      last !== undefined &&
      /^,\s*$/u.test(folded.slice(last.end, run.start)) &&
      SCALE_AT_END.test(folded.slice(last.start, last.end)) &&
      readNumberWords(wordsIn(folded, whole as Span)) !== null;
    if (goesOn) runs[runs.length - 1] = whole as Span;
    else runs.push(run);
  }
  return runs;
};

/** Number words of one run, or null where they are no number or stand for nothing counted ("một trong những"). */
const readWritten = (folded: string, run: Span): NumberToken | null => {
  const words = wordsIn(folded, run);
  if (NO_BILLION.test(folded.slice(run.start, run.end + 8)) && /^t[ỷỉ]$/u.test(words.at(-1) ?? '')) return null;
  const value = readNumberWords(words);
  if (value === null) return null;
  const end = run.start + folded.slice(run.start, run.end).trimEnd().length;
  const sign = signAt(folded, end);
  const noun = sign.sign ? null : nounAfter(folded, end);
  const exponent = sign.sign || noun ? 0 : largestScale(words);
  if (!sign.sign && !noun && exponent < 6) return null;
  return {
    span: { start: run.start, end: sign.end },
    numeral: { start: run.start, end },
    value: { units: value, scale: 0 },
    decimals: 0,
    exponent,
    sign: sign.sign,
    noun,
    written: true,
    doubt: null,
  };
};

/** Whether the words at `run`, in parentheses or "bằng chữ", only say again the number right before them. */
const repeats = (folded: string, run: number, before: NumberToken | undefined, token: NumberToken): boolean =>
  before !== undefined &&
  run - before.span.end <= 32 &&
  OPENS_GLOSS.test(folded.slice(before.span.end, run)) &&
  toNumber(before.value) === toNumber(token.value);

const ONE_RATE = /(?<!\p{L})(?:(?<!các )t[ỷỉ] lệ|chiếm)(?!\p{L})(?:(?!lần lượt|tương ứng)[^,;.\d\n]){0,40}\s$/u;
const DECIMALS = /, (\d{1,2})(?=\s?%)/uy;
const ONE_SUM =
  /(?<!\p{L})(?<!(?:các|những) )(?:số tiền|kinh phí|trị giá|giá trị|dư nợ|doanh số|nguồn vốn|ngân sách|vận động được|quyên góp được|giải ngân)(?!\p{L})(?:(?!lần lượt|tương ứng)[^,;.\d\n]){0,40}\s$/u;
const DECIMALS_OF_SUM = /, (\d{1,3})(?=\s?(?:t[ỷỉ]|triệu|nghìn tỷ)(?!\p{L}|\s(?:lệ|trọng)))/uy;
/** "…, 36, 4 triệu đồng": two sums that share a unit are joined by "và", never by a comma alone. */
const NO_LIST = /(?<!\d\s?(?:,|và|-|–|đến|hoặc)\s?|lần lượt(?: là)? |tương ứng(?: là)? |các mức )$/u;
const ONE_DECIMAL = /, (\d)(?=\s?(?:t[ỷỉ]|triệu|nghìn tỷ)(?!\p{L}|\s(?:lệ|trọng))(?!\s?đồng\s?và\s?\d))/uy;
const PARTED: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [/^\d{1,2}$/, ONE_RATE, DECIMALS],
  [/^\d{1,3}$/, ONE_SUM, DECIMALS_OF_SUM],
  [/^\d{1,3}$/, NO_LIST, ONE_DECIMAL],
];
/** "tỷ lệ hộ nghèo 25, 42%", "số tiền gần 14, 5 tỷ đồng": how much further a number goes whose decimals were typed apart. */
const parted = (folded: string, start: number, digits: string): number => {
  const before = folded.slice(Math.max(0, start - 64), start);
  const found = PARTED.find(([whole, one]) => whole.test(digits) && one.test(before));
  return (found && at(found[2], folded, start + digits.length)?.[0].length) ?? 0;
};

/** Every number expression of folded text, ascending; written-out numbers only where something is counted by them. */
export const scanNumbers = (folded: string, convention: Convention): NumberToken[] => {
  const digits: NumberToken[] = [];
  for (const match of folded.matchAll(DIGITS)) {
    const last = digits.at(-1);
    if ((last && match.index < last.span.end) || match[0].length > MOST_DIGITS) continue;
    const end = match.index + match[0].length + parted(folded, match.index, match[0]);
    const token = readDigits(folded, { start: match.index, end }, convention);
    if (token.exponent <= LARGEST_EXPONENT) digits.push(token);
  }
  const written: NumberToken[] = [];
  let next = 0;
  for (const run of writtenRuns(folded)) {
    while (next < digits.length && (digits[next] as NumberToken).span.start < run.start) next += 1;
    const before = digits[next - 1];
    if (before && folded.slice(before.span.end, run.start).trim() === '' && before.span.end === before.numeral.end)
      continue;
    const token = readWritten(folded, run);
    if (!token || (before && before.span.end > token.span.start) || repeats(folded, run.start, before, token)) continue;
    const after = digits[next];
    if (!after || after.span.start >= token.span.end) written.push(token);
  }
  return [...digits, ...written].sort((a, b) => a.span.start - b.span.start);
};
