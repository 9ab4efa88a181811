import { DASH, words, YEAR } from '../pattern.ts';
import type { Parser } from '../types.ts';
import { months } from './reading.ts';
import { YEAR_WORD, yearOf } from './year-word.ts';

const QUARTERS: string[][] = [
  ['i', '1', '01', 'một', 'đầu'],
  ['ii', '2', '02', 'hai'],
  ['iii', '3', '03', 'ba'],
  ['iv', '4', '04', 'bốn', 'tư'],
];
const Q = `(?:${QUARTERS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
const quarterOf = (words: string | undefined): number => QUARTERS.findIndex((names) => names.includes(words ?? '')) + 1;

/** "quý I/2019", "quý III năm 2020", "Quý 2-2022", "quý I, II năm 2023". */
export const quarter: Parser = {
  name: 'quarter',
  pattern: words(
    `(?:quý|quí) (?<a>${Q})(?:(?:_,_|${DASH}| và | đến )(?:quý )?(?<b>${Q}))?(?:,? ?(?:của )?năm (?<y>${YEAR})|_[/.-]_(?<y2>${YEAR})| (?<w>${YEAR_WORD}))?`,
  ),
  read: ({ a, b, y, y2, w }) => {
    const [from, to] = [quarterOf(a), quarterOf(b ?? a)];
    return to < from ? null : months('quarter', 3 * from - 2, 3 * to, yearOf(y ?? y2, w));
  },
};
