import { candidates } from '../../catalogue/places/index.ts';
import type { PlaceLevel } from '../../model/index.ts';

/** The level a type word stands for; a city is a province or a district. */
export type TypeLevel = PlaceLevel | 'city';

/** One type word: as records write it, its level, and patterns of the abbreviations that stand for it. */
type TypeWord = [word: string, level: TypeLevel, abbreviations: string[]];

const VILLAGES: [word: string, abbreviations: string[]][] = [
  ['thôn', []],
  ['ấp', []],
  ['bản', []],
  ['làng', []],
  ['buôn', []],
  ['bon', []],
  ['sóc', []],
  ['phum', []],
  ['xóm', []],
  ['khóm', []],
  ['khu phố', ['KP\\.?']],
  ['tổ dân phố', ['TDP\\.?']],
  ['khu dân cư', ['KDC']],
  ['tiểu khu', []],
];

const TYPES: TypeWord[] = [
  ['tỉnh', 'province', []],
  ['thành phố', 'city', ['TP\\.?', 'Tp\\.?', 'T\\.P\\.?']],
  ['huyện', 'district', ['H\\.']],
  ['quận', 'district', ['Q\\.']],
  ['thị xã', 'district', ['TX\\.?', 'Tx\\.?']],
  ['xã', 'commune', ['X\\.']],
  ['phường', 'commune', ['P\\.']],
  ['thị trấn', 'commune', ['TT\\.?', 'Tt\\.']],
  ['đặc khu', 'commune', []],
  ...VILLAGES.map(([word, abbreviations]): TypeWord => [word, 'village', abbreviations]),
];

const spaced = (word: string): string => word.replaceAll(' ', '\\s+');
const written = (word: string): string[] => [
  spaced(word),
  spaced(word.charAt(0).toUpperCase() + word.slice(1)),
  spaced(word.replace(/(?<=^| )./gu, (letter) => letter.toUpperCase())),
  spaced(word.toUpperCase()),
];
const longestFirst = (forms: string[]): string => forms.sort((a, b) => b.length - a.length).join('|');

/** A pattern of every type word in every spelling. */
export const TYPE_PATTERN = longestFirst(TYPES.flatMap(([word, , short]) => [...written(word), ...short]));
/** The same without abbreviations. */
export const TYPE_WORD_PATTERN = longestFirst(TYPES.flatMap(([word]) => written(word)));

const WHOLE = TYPES.map(([word, level, short]) => ({
  word,
  level,
  full: new RegExp(`^(?:${written(word).join('|')})$`, 'u'),
  short: short.length > 0 ? new RegExp(`^(?:${short.join('|')})$`, 'u') : null,
}));

/** The type word that a match of `TYPE_PATTERN` stands for, and whether it is abbreviated. */
export function typeOf(match: string): { word: string; level: TypeLevel; short: boolean } | null {
  for (const { word, level, full, short } of WHOLE) {
    if (full.test(match)) return { word, level, short: false };
    if (short?.test(match)) return { word, level, short: true };
  }
  return null;
}

/** The type word that opens a name: "huyện" of "huyện Tây Sơn", or ''. */
export const typeWordOf = (name: string): string => TYPES.find(([word]) => name.startsWith(`${word} `))?.[0] ?? '';

export const SPACE = '[^\\S\\n]';
const NAME_WORD = "\\p{Lu}[\\p{L}\\p{M}'’]*";
/** A number that can be a name: "phường 12", "ấp 5A". */
export const NUMBER = '\\d{1,3}[A-ZĐ]?(?![\\p{L}\\d]|[.,/]\\d|\\s*%)';
/** Capitalised words, the last of which may be a number. */
export const NAME = `${NAME_WORD}(?:(?:${SPACE}*[-–]${SPACE}*|${SPACE}+)${NAME_WORD}){0,5}(?:${SPACE}+${NUMBER})?`;

const LARGEST = 20_000;
const KNOWN = new Map<string, boolean>();

/** Whether the catalogue has a unit of that name and level. */
export function isKnown(name: string, level: PlaceLevel): boolean {
  const key = `${level} ${name}`;
  let known = KNOWN.get(key);
  if (known === undefined) {
    known = candidates(name, level).length > 0;
    if (KNOWN.size >= LARGEST) KNOWN.clear();
    KNOWN.set(key, known);
  }
  return known;
}

/** The longest beginning of `words` that is a unit under `word`, with the level it has; null where none is. */
export function knownName(
  word: string,
  words: string,
  level: Exclude<TypeLevel, 'village'>,
): { name: string; level: PlaceLevel } | null {
  const parts = words.split(/(?=\s*[-–]|[^\S\n]+(?![-–]))/u);
  const levels: PlaceLevel[] = level === 'city' ? ['province', 'district'] : [level];
  for (let count = parts.length; count > 0; count--) {
    const name = parts.slice(0, count).join('');
    const at = levels.find((each) => isKnown(`${word} ${name}`, each));
    if (at) return { name, level: at };
  }
  return null;
}
