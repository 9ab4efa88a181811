import { WORD } from '../text/words.ts';

/** A word or a number begins and ends here; "12/KH-UBND" is neither. */
const LEFT = `(?<![${WORD}]|\\d[.,/])`;
const RIGHT = `(?![${WORD}]|[.,/]\\d|/[${WORD}]+-[${WORD}])`;

/**
 * A pattern over lower-case NFC text, bounded as a word. A space in the source is one or more blanks
 * within a line, `_` any number of blanks (at most four: matching stays linear).
 */
export const words = (source: string): RegExp => new RegExp(`${LEFT}(?:${spaced(source)})${RIGHT}`, 'gu');

export const spaced = (source: string): string =>
  source.replaceAll(' ', '[^\\S\\n\\t]{1,4}').replaceAll('_', '[^\\S\\n\\t]{0,4}');

export const DAY = '(?:0?[1-9]|[12][0-9]|3[01])';
export const MONTH = '(?:0?[1-9]|1[0-2])';
export const YEAR = '(?:19[3-9][0-9]|20[0-5][0-9])';
export const DASH = '_[-–—−]_';
