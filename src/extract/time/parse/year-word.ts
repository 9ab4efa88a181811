import type { Year } from '../types.ts';

const AGO: [string, number][] = [
  ['năm nay', 0],
  ['năm này', 0],
  ['năm hiện tại', 0],
  ['năm trước', 1],
  ['năm ngoái', 1],
  ['năm liền trước', 1],
  ['năm trước đó', 1],
  ['năm sau', -1],
  ['năm tới', -1],
  ['năm tiếp theo', -1],
  ['năm kế tiếp', -1],
];

/** Words for a year seen from the year of the report, for patterns. */
export const YEAR_WORD = `(?:${AGO.map(([w]) => w)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;

const ago = new Map(AGO);

/** The year of written digits or of a year word; null where neither was matched. */
export const yearOf = (digits?: string, word?: string): Year => {
  if (digits !== undefined) return +digits;
  if (word !== undefined) return { ago: ago.get(word.replace(/[^\S\n]+/g, ' ')) ?? 0 };
  return null;
};
