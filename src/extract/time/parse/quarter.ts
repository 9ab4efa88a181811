import { firstOf, lastOf } from '../calendar.ts';
import { DASH, words, YEAR } from '../pattern.ts';
import type { Parser } from '../types.ts';
import { YEAR_WORD, yearOf } from './year-word.ts';

const QUARTER: Record<string, number> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '01': 1,
  '02': 2,
  '03': 3,
  '04': 4,
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  đầu: 1,
};
const Q = `(?:${Object.keys(QUARTER)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;

/** "quý I/2019", "quý III năm 2020", "Quý 2-2022", "quý I, II năm 2023". */
export const quarter: Parser = {
  name: 'quarter',
  pattern: words(
    `(?:quý|quí) (?<a>${Q})(?:(?:_,_|${DASH}| và | đến )(?:quý )?(?<b>${Q}))?(?:,? ?năm (?<y>${YEAR})|_[/.-]_(?<y2>${YEAR})| (?<w>${YEAR_WORD}))?`,
  ),
  read: ({ a, b, y, y2, w }) => {
    const [from, to] = [QUARTER[a] ?? 1, QUARTER[b ?? a] ?? 1];
    const year = yearOf(y ?? y2, w);
    return to < from ? null : { kind: 'quarter', start: firstOf(year, 3 * from - 2), end: lastOf(year, 3 * to) };
  },
};
