/**
 * Letters, combining marks and digits, as the inside of a character class: `\b` and `\W` know only ASCII, `5 đối` would
 * end after "đ". Scripts other than Latin stand in broad ranges: the thousand ranges of `\p{L}\p{M}\p{N}` cost three
 * milliseconds in every pattern that names them.
 */
export const WORD =
  '0-9A-Za-zªµº²³¹¼-¾À-ÖØ-öø-ˁ\\u0300-\\u1fff\\u2070-\\u209c\\u20d0-\\u20f0\\u2150-\\u2189\\u2460-\\u249b\\u2c00-\\u2dff\\u3041-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefc\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc';
/** Letters alone, in the same ranges. */
const LETTER =
  'A-Za-zªµºÀ-ÖØ-öø-ˁ\u0370-\u1fff\u2c00-\u2dff\u3041-\ud7ff\uf900-\ufdff\ufe70-\ufefc\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc';
/** The source of a pattern with those for `\p{L}`, whose six hundred ranges cost it half a millisecond each time. */
export const latin = (source: string): string =>
  source.replace(/\\p\{L\}|\\.|\[(?:\\.|[^\]])*\]/gsu, (part) =>
    part === '\\p{L}' ? `[${LETTER}]` : part.startsWith('[') ? part.replaceAll('\\p{L}', LETTER) : part,
  );

export const BEFORE = `(?<![${WORD}])`;
export const AFTER = `(?![${WORD}])`;

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
 * What Vietnamese is not written with: other letters' capitals may be no class of Unicode's or have two small letters. One
 * class, sought: a pattern that runs over the whole text would overflow on an endless one.
 */
const FOREIGN_LETTER = /[^\0-\u012f\u0131-\u01c3\u01cd-\u01f0\u01f4-\u036f\u1e00-\u1eff\u2000-\u20ff\ufeff]/;
const lowered = (text: string): string =>
  FOREIGN_LETTER.test(text) ? text.replace(/\p{Lu}/gu, lowerSameLength) : text.toLowerCase();

const DIGITS = '0-9\\u0660-\\u0669\\u06f0-\\u06f9\\uff10-\\uff19';
const FOREIGN_MARK = new RegExp(`(?<=[${DIGITS}])[\\u066b\\u066c\\uff0c\\uff0e](?=[${DIGITS}])`, 'g');
const MARKS: Readonly<Record<string, string>> = { '\u066b': ',', '\u066c': '.', '\uff0c': ',', '\uff0e': '.' };

/** Full-width and Arabic-Indic digits, with the marks and percent signs of their kind, as ours; every offset stays valid. */
export const ownDigits = (text: string): string => (FOREIGN.test(text) ? withOwnDigits(text) : text);

const FOREIGN = /[\u0660-\u066c\u06f0-\u06f9\uff05-\uff19]/;
const withOwnDigits = (text: string): string =>
  text
    .replace(FOREIGN_MARK, (mark) => MARKS[mark] ?? mark)
    // The last digit of each block's code is the digit itself.
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\u066a\uff05]/g, '%');

/** The text in lower case, its digits as ours, with every offset kept. */
export const lowerCase = (text: string): string => lowered(ownDigits(text));

/**
 * The text as dictionaries are written: lower case, tone marks where the older spelling puts them ("hoà" → "hòa"),
 * "sỹ" as "sĩ", digits as ours, no-break spaces as spaces, and "ƣ" (a letter that older converters of PDF put for "ư")
 * as "ư". Every offset stays valid: the length does not change.
 */
export const fold = (text: string): string =>
  lowerCase(text)
    .replace(OPEN_SYLLABLE, moveTone)
    .replace(/sỹ(?!\p{L})/gu, 'sĩ')
    .replace(/qũy/gu, 'quỹ')
    .replace(/ƣ/gu, 'ư')
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
