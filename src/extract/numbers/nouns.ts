import { COUNT_NOUNS, MEASURES } from '../../catalogue/units.ts';
import type { Unit } from '../../model/index.ts';
import { AFTER, anyOf } from '../text/words.ts';

export interface UnitNoun {
  unit: Unit;
  kind: 'count' | 'measure';
  /** Power of ten that brings the written unit to the catalogue's ("tạ" is 100 kg). */
  exponent: number;
  start: number;
  end: number;
}

interface Entry {
  unit: Unit;
  kind: 'count' | 'measure';
  exponent: number;
}

const ENTRIES = new Map<string, Entry>([
  ...COUNT_NOUNS.flatMap(([unit, nouns]) =>
    nouns.map((n) => [n, { unit, kind: 'count', exponent: 0 }] as [string, Entry]),
  ),
  ...MEASURES.flatMap(([unit, names, exponent = 0]) =>
    names.map((n) => [n, { unit, kind: 'measure', exponent }] as [string, Entry]),
  ),
]);

const NOUN = new RegExp(`\\s*["“'‘(]?${anyOf([...ENTRIES.keys()])}${AFTER}`, 'uy');
const SPACES = /\s+/g;

/**
 * A word that a noun only begins: "con" of "con em" is a child, "bộ" of "bộ trưởng" and "nhà" of "nhà nước"
 * count nothing, "hội" of "hội nghị" is an event (a longer entry wins on its own).
 */
const CONTINUES = /^\s+(?:nước|trưởng|giáo(?! viên)|ông|bà|anh|chị|tôi|mình|nó|luật|tộc|số)(?!\p{L})/u;
const STOPPED = new Set(['nhà', 'bộ', 'sở', 'ngành', 'hội', 'tổ', 'gia đình', 'dân']);

/** The unit noun that follows a number at `offset` of folded text, or null. */
export const nounAfter = (folded: string, offset: number): UnitNoun | null => {
  NOUN.lastIndex = offset;
  const match = NOUN.exec(folded);
  if (!match) return null;
  const word = match[0].replace(/^\s*["“'‘(]?/, '');
  const end = offset + match[0].length;
  const entry = ENTRIES.get(word.replace(SPACES, ' '));
  if (!entry || (STOPPED.has(word) && CONTINUES.test(folded.slice(end, end + 20)))) return null;
  return { ...entry, start: end - word.length, end };
};
