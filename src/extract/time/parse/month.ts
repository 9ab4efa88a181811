import { firstOf, lastOf } from '../calendar.ts';
import { DASH, MONTH, words, YEAR } from '../pattern.ts';
import type { Parser, Year } from '../types.ts';
import { YEAR_WORD, yearOf } from './year-word.ts';

const OF_YEAR = `(?:,? ?năm (?<y>${YEAR})|_[/.-]_(?<y2>${YEAR})|,? (?<w>${YEAR_WORD}))?`;
const months = (a: number, b: number, year: Year) => ({
  kind: 'month' as const,
  start: firstOf(year, a),
  end: lastOf(year, b),
});

const WRITTEN: Record<string, number> = {
  một: 1,
  giêng: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12,
};

/** "tháng 9/2019", "tháng 6 năm 2023", "T3/2018", "tháng 7". */
export const month: Parser = {
  name: 'month',
  pattern: words(`(?:tháng (?:thứ )?|t\\.?)(?<m>${MONTH})${OF_YEAR}`),
  read: ({ m, y, y2, w }, { before }) => {
    // "T5" without a year is a code, not May.
    if (/(?:số|mã)[^\S\n]+$/u.test(before)) return null;
    return months(+m, +m, yearOf(y ?? y2, w));
  },
};

/** "tháng sáu", "tháng Giêng", "tháng Chạp". */
export const writtenMonth: Parser = {
  name: 'written-month',
  pattern: words(`tháng (?<n>giêng|chạp|tư|mười hai|mười một)${OF_YEAR}`),
  read: ({ n, y, y2, w }) =>
    months(WRITTEN[n.replace(/\s+/g, ' ')] ?? 1, WRITTEN[n.replace(/\s+/g, ' ')] ?? 1, yearOf(y ?? y2, w)),
};

/** "tháng 01 - 06/2023", "các tháng 6, 7, 8 năm 2023", "tháng 7 và 8". */
export const monthRun: Parser = {
  name: 'month-run',
  pattern: words(`(?:các )?tháng (?<a>${MONTH})(?:_,_${MONTH}){0,6}(?:${DASH}|_,_| và | đến )(?<b>${MONTH})${OF_YEAR}`),
  read: ({ a, b, y, y2, w }, { after }) =>
    +a < +b && !/^[^\S\n]+(?:người|hộ|lao động|triệu|tỷ)/u.test(after) ? months(+a, +b, yearOf(y ?? y2, w)) : null,
};

/** A bare "9/2019" where a month is asked for. */
export const bareMonth: Parser = {
  name: 'bare-month',
  pattern: words(`(?<m>${MONTH})[/](?<y>${YEAR})`),
  read: ({ m, y }, { before, after }) =>
    /(?:^|[(\n]|(?:từ|đến|tới|hết|cuối|đầu|giữa|trước|sau|tính đến|[-–])[^\S\n]*)$/u.test(before) &&
    /^[^\S\n]*(?:$|[\n).,;:–-]|đến|tới|đã|có|là|toàn|thì|của|tại|và|huyện|tỉnh)/u.test(after)
      ? months(+m, +m, +y)
      : null,
};
