import { DASH, MONTH, words, YEAR } from '../pattern.ts';
import type { Parser } from '../types.ts';
import { int, months } from './reading.ts';
import { YEAR_WORD, yearOf } from './year-word.ts';

const OF_YEAR = `(?:,? ?(?:của )?năm (?<y>${YEAR})|_[/.-]_(?<y2>${YEAR})|,? (?<w>${YEAR_WORD}))?`;

/** "tháng 9/2019", "tháng 6 năm 2023", "tháng 7"; the short "T3/2018" needs its year. */
export const month: Parser = {
  name: 'month',
  pattern: words(`tháng (?<m>${MONTH})${OF_YEAR}|t\\.?(?<m2>${MONTH})_[/.-]_(?<y3>${YEAR})`),
  read: ({ m, m2, y, y2, y3, w }, { after }) =>
    /^[^\S\n]*,?[^\S\n]*năm[^\S\n]+\p{N}{3,4}(?!\p{N})/u.test(after)
      ? null
      : months('month', int(m ?? m2), int(m ?? m2), yearOf(y ?? y2 ?? y3, w)),
};

const NAMES = new Map([
  ['giêng', 1],
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['tư', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
  ['mười', 10],
  ['mười một', 11],
  ['mười hai', 12],
  ['chạp', 12],
]);
/** The name of a month where a day or a year beside it shows that it is one, for patterns. */
export const MONTH_NAME = `(?:${[...NAMES.keys()].sort((a, b) => b.length - a.length).join('|')})`;
export const monthNamed = (name = ''): number | undefined => NAMES.get(name.replace(/\s+/gu, ' '));
/** Those that are no count without it: "mỗi tháng ba triệu đồng". */
const ALONE = new Set(['giêng', 'tư', 'mười một', 'mười hai', 'chạp']);

/** "tháng Giêng", "tháng Chạp", "tháng tư", "tháng mười năm 2017". */
export const writtenMonth: Parser = {
  name: 'written-month',
  pattern: words(`tháng (?<n>${MONTH_NAME})${OF_YEAR}`),
  read: ({ n, y, y2, w }) => {
    const number = monthNamed(n);
    const year = yearOf(y ?? y2, w);
    const told = year !== null || ALONE.has((n ?? '').replace(/\s+/gu, ' '));
    return number === undefined || !told ? null : months('month', number, number, year);
  },
};

/** "tháng 01 - 06/2023", "các tháng 6, 7, 8 năm 2023", "tháng 7 và 8". */
export const monthRun: Parser = {
  name: 'month-run',
  pattern: words(
    `(?:các )?tháng (?<a>${MONTH})(?:_,_${MONTH}){0,6}(?:${DASH}|_,_| và | đến | tới )(?<b>${MONTH})${OF_YEAR}`,
  ),
  read: ({ a, b, y, y2, w }, { after }) =>
    int(a) < int(b) && !/^[^\S\n]+(?:người|hộ|lao động|triệu|tỷ)/u.test(after)
      ? months('range', int(a), int(b), yearOf(y ?? y2, w))
      : null,
};

/** A bare "9/2019" or "9-2019" where a month is asked for. */
export const bareMonth: Parser = {
  name: 'bare-month',
  pattern: words(`(?<m>${MONTH})[/.-](?<y>${YEAR})`),
  read: ({ m, y }, { before, after }) =>
    /(?:^|[(\n]|(?:từ|đến|tới|hết|cuối|đầu|giữa|trước|sau|tính đến|[-–])[^\S\n]*)$/u.test(before) &&
    /^[^\S\n]*(?:$|[\n).,;:–-]|đến|tới|đã|có|là|toàn|thì|của|tại|và|huyện|tỉnh)/u.test(after)
      ? months('month', int(m), int(m), int(y))
      : null,
};
