/**
 * Matching Vietnamese words. `\b` and `\W` know only ASCII: `5 đối` would end after "đ". The edges here
 * are letters, combining marks and digits of any script.
 */
export const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])';
export const AFTER = '(?![\\p{L}\\p{M}\\p{N}])';

const TONED_A = 'àáảãạ';
const TONED_E = 'èéẻẽẹ';
const TONED_Y = 'ỳýỷỹỵ';
const TONED_O = 'òóỏõọ';
const TONED_U = 'ùúủũụ';
const OPEN_SYLLABLE = /(o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/gu;

const moveTone = (pair: string): string => {
  const vowel = pair[1] as string;
  const a = TONED_A.indexOf(vowel);
  if (a >= 0) return `${TONED_O[a]}a`;
  const e = TONED_E.indexOf(vowel);
  if (e >= 0) return `${TONED_O[e]}e`;
  return `${TONED_U[TONED_Y.indexOf(vowel)]}y`;
};

const lowerSameLength = (letter: string): string => {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
};

/**
 * The text as dictionaries are written: lower case, tone marks where the older spelling puts them ("hoà" → "hòa"),
 * "sỹ" as "sĩ" and no-break spaces as spaces. Every offset stays valid: the length does not change.
 */
export const fold = (text: string): string =>
  text
    .replace(/\p{Lu}/gu, lowerSameLength)
    .replace(OPEN_SYLLABLE, moveTone)
    .replace(/sỹ(?!\p{L})/gu, 'sĩ')
    .replace(/qũy/gu, 'quỹ')
    .replace(/[\u00a0\u2007\u202f]/g, ' ');

/** Spaces of a dictionary entry stand for any white space of the text. */
const spaced = (entry: string): string => entry.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+');

/** One pattern for many folded entries, longest first, each a small regular expression of its own. */
export const anyOf = (entries: readonly string[]): string =>
  `(?:${[...entries]
    .sort((a, b) => b.length - a.length)
    .map(spaced)
    .join('|')})`;

/** A global pattern that finds whole words of `entries` in folded text. */
export const wordPattern = (entries: readonly string[], flags = 'gu'): RegExp =>
  new RegExp(`${BEFORE}${anyOf(entries)}${AFTER}`, flags);
