import type { Comparator } from '../../model/index.ts';
import type { NumeralUse } from '../numbers/numeral.ts';
import { fold } from '../text/words.ts';
import { type Measure, unitOf } from './measure.ts';

/** A cell that holds one number and nothing else but its bound, sign and unit. */
export interface CellNumber {
  /** Offsets inside the cell's text. */
  numeral: { start: number; end: number };
  /** The numeral with its unit's currency or percent sign. */
  end: number;
  comparator: Comparator;
  sign: 1 | -1;
  /** The unit written in the cell itself. */
  own: Measure | null;
}

const BOUNDS: Readonly<Record<string, Comparator>> = {
  '>': 'gt',
  '≥': 'ge',
  '>=': 'ge',
  '<': 'lt',
  '≤': 'le',
  '<=': 'le',
  '~': 'approx',
  '≈': 'approx',
  trên: 'gt',
  hơn: 'gt',
  dưới: 'lt',
  gần: 'lt',
  khoảng: 'approx',
};
const NUMBER =
  /^\s*(?:(>=|<=|[<>≥≤~≈]|trên|hơn|dưới|gần|khoảng)\s*)?(\(\s*)?([+\-–−]\s?)?(\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:[.,]\d+)*)(\s*[^\d()]{1,24})?(\s*\))?\s*$/u;

/** Reads the text of a cell as a number; null for words, blanks and anything with a second number. */
export const numberIn = (text: string): CellNumber | null => {
  const match = NUMBER.exec(fold(text));
  if (!match) return null;
  const [, bound, opening, sign, numeral = '', tail = '', closing] = match;
  if (Boolean(opening) !== Boolean(closing) || numeral.length > 30) return null;
  const unit = tail.trim();
  const own = unit ? unitOf(unit) : null;
  if (unit && !own) return null;
  const start = match[0].length - match[0].trimStart().length + text.slice(text.search(/\S/)).search(/\d/);
  const end = start + numeral.length;
  const signed = own && own.kind !== 'count' && own.kind !== 'measure';
  return {
    numeral: { start, end },
    end: signed ? end + tail.trimEnd().length : end,
    comparator: bound ? (BOUNDS[bound] as Comparator) : 'eq',
    sign: sign && sign.trim() !== '+' ? -1 : 1,
    own,
  };
};

/** Nothing is stated here. */
export const isBlank = (text: string): boolean => /^[\s\-–—.…_/x]*$/iu.test(text);

export const isYear = (text: string): boolean => /^(?:năm\s+)?(?:19|20)\d\d$/iu.test(text.trim());

/** What the unit of a column tells a reader of its numerals. */
export const numeralUse = ({ kind, exponent }: Measure): NumeralUse => {
  if (kind === 'percentage') return 'share';
  if (kind === 'money') return exponent > 0 ? 'scaled' : 'amount';
  return kind === 'count' ? 'whole' : 'unknown';
};
