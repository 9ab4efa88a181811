import { firstOf, lastOf } from '../calendar.ts';
import { COUNT, countOf } from '../numerals.ts';
import { MONTH, words, YEAR } from '../pattern.ts';
import type { Parser } from '../types.ts';
import { YEAR_WORD, yearOf } from './year-word.ts';

const OF_YEAR = `(?:,? ?năm (?<y>${YEAR})|_[/-]_(?<y2>${YEAR})| (?<y3>${YEAR})| (?<w>${YEAR_WORD})| năm)`;

/** "6 tháng đầu năm 2023", "09 tháng đầu năm", "6 tháng cuối năm", "9 tháng năm 2023", "sáu tháng đầu năm". */
export const monthsOfYear: Parser = {
  name: 'months-of-year',
  pattern: words(
    `(?<n>${COUNT}) tháng(?:(?: (?<side>đầu|cuối)(?:(?: của)?${OF_YEAR})?)|,? năm (?<y4>${YEAR})|/(?<y5>${YEAR}))`,
  ),
  read: ({ n, side, y, y2, y3, y4, y5, w }) => {
    const count = countOf(n);
    if (count < 1 || count > 12) return null;
    const digits = y ?? y2 ?? y3 ?? y4 ?? y5;
    const of = yearOf(digits, w);
    const kind = count === 6 ? 'half' : 'months';
    return side === 'cuối'
      ? { kind, start: firstOf(of, 13 - count), end: lastOf(of), count, unit: 'month' }
      : { kind, start: firstOf(of), end: lastOf(of, count), count, unit: 'month' };
  },
};

/** "lũy kế 7 tháng": since the year began. */
export const cumulated: Parser = {
  name: 'cumulated',
  pattern: words(
    `(?:lũy|luỹ) kế,?(?: trong| cả| của| đến)?(?: hết)? (?:(?<n>${COUNT}) tháng(?: đầu)?|tháng (?<m>${MONTH}))(?:${OF_YEAR})?`,
  ),
  read: ({ n, m, y, y2, y3, w }) => {
    const count = m === undefined ? countOf(n) : Number(m);
    const of = yearOf(y ?? y2 ?? y3, w);
    return count >= 1 && count <= 12
      ? { kind: 'months', start: firstOf(of), end: lastOf(of, count), count, unit: 'month' }
      : null;
  },
};

/** "nửa đầu năm 2023", "nửa cuối năm". */
export const halfYear: Parser = {
  name: 'half-year',
  pattern: words(`nửa (?<side>đầu|cuối)${OF_YEAR}`),
  read: ({ side, y, y2, y3, w }) => {
    const of = yearOf(y ?? y2 ?? y3, w);
    return { kind: 'half', start: firstOf(of, side === 'đầu' ? 1 : 7), end: lastOf(of, side === 'đầu' ? 6 : 12) };
  },
};

/** "đầu năm", "cuối năm", "giữa năm" with no year named: a day of the report's year. */
export const edgeOfThisYear: Parser = {
  name: 'edge-of-this-year',
  pattern: words('(?<side>đầu|cuối|giữa|hết) năm'),
  read: ({ side }, { after }) => {
    if (/^[^\S\n]+(?:\p{N}{4}|nay|học|ngoái|trước|sau|tới|này|qua|kia)(?![\p{L}\p{M}])/u.test(after)) return null;
    const day = side === 'đầu' ? firstOf(null) : side === 'giữa' ? lastOf(null, 6) : lastOf(null);
    return { kind: 'point', start: day, end: day };
  },
};
