import type { Convention } from './convention.ts';
import { type Decimal, decimal } from './decimal.ts';

/** Why a numeral had to be chosen or could not be read. */
export type NumeralDoubt = 'separator_chosen' | 'number_malformed';

export interface Numeral {
  value: Decimal;
  /** Digits after the decimal mark. */
  decimals: number;
  doubt: NumeralDoubt | null;
}

/** What the words after a numeral tell of it: counts of people are whole, shares seldom reach 1,000. */
export type NumeralUse = 'whole' | 'share' | 'scaled' | 'amount' | 'unknown';

const plain = (digits: string, doubt: NumeralDoubt | null = null): Numeral => ({
  value: decimal(digits),
  decimals: 0,
  doubt,
});

const fractional = (whole: string, fraction: string, doubt: NumeralDoubt | null = null): Numeral => ({
  value: decimal(whole, fraction),
  decimals: fraction.length,
  doubt,
});

const grouped = (groups: readonly string[]): boolean =>
  /^[1-9]\d{0,2}$/.test(groups[0] ?? '') && groups.slice(1).every((group) => group.length === 3);

/** One separator, three digits behind it: "4.743", "1,855". Decree 30/2020/NĐ-CP writes thousands with a dot. */
const oneSeparator = (
  whole: string,
  rest: string,
  mark: '.' | ',',
  convention: Convention,
  use: NumeralUse,
): Numeral => {
  const decimalMark = convention.decimal === mark;
  if (rest.length !== 3 || !grouped([whole, rest])) {
    const odd = use === 'amount' || (use === 'whole' && Number(rest) !== 0);
    return fractional(whole, rest, odd ? 'number_malformed' : decimalMark || whole === '0' ? null : 'separator_chosen');
  }
  if (use === 'whole' || use === 'amount') return plain(whole + rest, decimalMark ? 'separator_chosen' : null);
  if (use === 'share') return fractional(whole, rest, decimalMark ? null : 'separator_chosen');
  return decimalMark ? fractional(whole, rest) : plain(whole + rest);
};

/** Reads digits with separators; the last mark of two kinds is the decimal one. */
export const readNumeral = (text: string, convention: Convention, use: NumeralUse): Numeral => {
  const digits = text.replace(/[\s\u00a0]/g, '');
  const marks = [...new Set(digits.match(/[.,]/g) ?? [])];
  if (marks.length === 0) return plain(digits);
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const malformed = (): Numeral => plain(digits.replace(/[.,]/g, ''), 'number_malformed');
  if (marks.length === 2) {
    const mark = digits[last] as string;
    const groups = digits.slice(0, last).split(mark === '.' ? ',' : '.');
    if (!grouped(groups) || digits.indexOf(mark) !== last) return malformed();
    return fractional(groups.join(''), digits.slice(last + 1));
  }
  const groups = digits.split(marks[0] as string);
  if (groups.length === 2) {
    return oneSeparator(groups[0] as string, groups[1] as string, marks[0] as '.' | ',', convention, use);
  }
  return grouped(groups) ? plain(groups.join('')) : malformed();
};
