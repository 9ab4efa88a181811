/** How a writer sets decimals. Officials write "1.850,4"; spreadsheets and some newsrooms "1,850.4". */
export interface Convention {
  decimal: ',' | '.';
  /** How many numerals of the document speak for it, and how many against. */
  votes: { for: number; against: number };
}

const NUMERAL = /(?<![\d.,/])\d+(?:[.,]\d+)+(?![\d/])/g;

/** +1: the comma is the decimal mark; -1: the dot is; 0: it cannot be told from this numeral alone. */
const vote = (numeral: string): -1 | 0 | 1 => {
  const dots = numeral.split('.').length - 1;
  const commas = numeral.split(',').length - 1;
  if (dots && commas) return numeral.lastIndexOf(',') > numeral.lastIndexOf('.') ? 1 : -1;
  if (dots > 1) return 1;
  if (commas > 1) return -1;
  const fraction = numeral.split(/[.,]/)[1] as string;
  if (fraction.length === 3) return 0;
  return commas ? 1 : -1;
};

/** The convention most numerals of a text speak for; the official one where they say nothing. */
export const conventionOf = (text: string): Convention => {
  const votes = [...text.matchAll(NUMERAL)].map((match) => vote(match[0]));
  const comma = votes.filter((v) => v > 0).length;
  const dot = votes.filter((v) => v < 0).length;
  return dot > comma * 2
    ? { decimal: '.', votes: { for: dot, against: comma } }
    : { decimal: ',', votes: { for: comma, against: dot } };
};
