import { quick } from '../text/quick.ts';

/** How a writer sets decimals. Officials write "1.850,4"; spreadsheets and some newsrooms "1,850.4". */
export interface Convention {
  decimal: ',' | '.';
  /** How many numerals of the document speak for it, and how many against. */
  votes: { for: number; against: number };
}

const NUMERAL = quick(/(?<![\d.,/])\d+(?:[.,]\d+){1,40}(?![\d/])/g);

/** +1: the comma is the decimal mark; -1: the dot is; 0: it cannot be told from this numeral alone. */
const voteOf = (numeral: string): -1 | 0 | 1 => {
  const dots = numeral.split('.').length - 1;
  const commas = numeral.split(',').length - 1;
  if (dots && commas) return numeral.lastIndexOf(',') > numeral.lastIndexOf('.') ? 1 : -1;
  if (dots > 1) return 1;
  if (commas > 1) return -1;
  const fraction = numeral.split(/[.,]/)[1] as string;
  if (fraction.length === 3) return 0;
  return commas ? 1 : -1;
};

/** "3.1. Công tác giảm nghèo": the number of a heading or an item says nothing of decimals. */
const opensLine = (text: string, at: number): boolean => /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, at - 8), at));
const says = (text: string, { 0: numeral, index }: RegExpMatchArray): -1 | 0 | 1 => {
  const vote = voteOf(numeral);
  return vote < 0 && opensLine(text, index ?? 0) ? 0 : vote;
};

/** The convention most numerals of a text speak for; the official one where they say nothing. */
export const conventionOf = (text: string): Convention => {
  const votes = [...text.matchAll(NUMERAL)].map((match) => says(text, match));
  const comma = votes.filter((v) => v > 0).length;
  const dot = votes.filter((v) => v < 0).length;
  return dot > comma * 2
    ? { decimal: '.', votes: { for: dot, against: comma } }
    : { decimal: ',', votes: { for: comma, against: dot } };
};
