/** The ways officials number; `rank` orders them from the outermost in. A lower rank number is further out. */
export const STYLES = {
  part: 1,
  chapter: 2,
  item: 3,
  article: 3,
  letter: 4,
  roman: 4,
  decimal: 5,
  'decimal)': 6,
  '(decimal)': 7,
  decimal2: 6,
  decimal3: 7,
  decimal4: 8,
  lower: 9,
  '(lower)': 10,
  'roman)': 10,
  bullet: 11,
  plus: 12,
  star: 13,
} as const;

export type Style = keyof typeof STYLES;

export interface Numbering {
  style: Style;
  /** As printed, without its closing mark: "I", "3.1", "a", "Phần thứ nhất". */
  number: string;
  /** 1 for "I", "1", "a", "3.1"; null for bullets. */
  ordinal: number | null;
  /** Where the words begin, counted from the start of the line. */
  offset: number;
}

const ORDINAL_WORDS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const LOWER_LETTERS = ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't'];
const UNIT = '(?:thứ\\s+)?(?:[IVX]+|\\d{1,2}|một|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)';

function romanValue(numeral: string): number | null {
  if (!/^(?:X{0,3})(?:IX|IV|V?I{0,3})$/.test(numeral) || numeral === '') return null;
  const values: Record<string, number> = { I: 1, V: 5, X: 10 };
  return [...numeral].reduce((sum, letter, index) => {
    const value = values[letter] ?? 0;
    return value < (values[numeral[index + 1] ?? ''] ?? 0) ? sum - value : sum + value;
  }, 0);
}

function wordValue(word: string): number | null {
  const bare = word.toLowerCase().replace(/^thứ\s+/, '');
  if (/^\d+$/.test(bare)) return Number(bare);
  const roman = romanValue(bare.toUpperCase());
  if (roman) return roman;
  const named = { một: 1, bốn: 4 }[bare];
  return named ?? (ORDINAL_WORDS.indexOf(bare) + 1 || null);
}

type Rule = { style: Style; pattern: RegExp; ordinal: (number: string) => number | null };

const word = (style: Style, names: string): Rule => ({
  style,
  pattern: new RegExp(`^((?:${names})\\s+${UNIT})(?![\\p{L}\\d])\\s*[.:)/–-]?\\s*`, 'iu'),
  ordinal: (number) => wordValue(number.replace(/^\S+\s+/, '')),
});
const last = (number: string): number => Number(number.split('.').at(-1));
const lowerValue = (letter: string): number => LOWER_LETTERS.indexOf(letter) + 1;

/** One way of numbering a line: the number in the first group, its words behind the match. */
const RULES: Rule[] = [
  word('part', 'phần'),
  word('chapter', 'chương'),
  word('item', 'mục'),
  word('article', 'điều'),
  { style: 'roman', pattern: /^([IVX]{1,5})\s*(?:[.)/:]|[-–](?=\s|\p{L}))\s*/u, ordinal: romanValue },
  { style: 'letter', pattern: /^([A-HKLMNĐ])\s*[.)/:–-]\s*/u, ordinal: (letter) => lowerValue(letter.toLowerCase()) },
  { style: 'decimal4', pattern: /^(\d{1,2}(?:\.\d{1,2}){3})(?![\d,])\s*[.)/:–-]?\s*/u, ordinal: last },
  { style: 'decimal3', pattern: /^(\d{1,2}(?:\.\d{1,2}){2})(?![\d,])\s*[.)/:–-]?\s*/u, ordinal: last },
  { style: 'decimal2', pattern: /^(\d{1,2}\.\d{1,2})(?![\d,])\s*[.)/:–-]?\s*/u, ordinal: last },
  { style: '(decimal)', pattern: /^\((\d{1,2})\)\s*[.:]?\s*/u, ordinal: Number },
  { style: 'decimal)', pattern: /^(\d{1,2})\)\s*/u, ordinal: Number },
  { style: 'decimal', pattern: /^(\d{1,2})\s*(?:[./:](?!\d)|[-–](?=\s|\p{L}))\s*/u, ordinal: Number },
  { style: '(lower)', pattern: /^\(([a-zđ])\)\s*[.:]?\s*/u, ordinal: lowerValue },
  {
    style: 'roman)',
    pattern: /^\(?(i{1,3}|iv|vi{0,3}|ix)\)\s*/u,
    ordinal: (number) => romanValue(number.toUpperCase()),
  },
  {
    style: 'lower',
    pattern: /^([a-zđ](?:\.\d)?)\s*[.)/:–-]\s*(?=\p{Lu}|["“(]|\d)/u,
    ordinal: (number) => lowerValue(number[0] ?? ''),
  },
  { style: 'bullet', pattern: /^([-–—•])\s*(?=\S)/u, ordinal: () => null },
  { style: 'plus', pattern: /^(\+)\s*(?=\S)/u, ordinal: () => null },
  { style: 'star', pattern: /^([*●○▪■◦➢✓])\s*(?=\S)/u, ordinal: () => null },
];

const BULLETS: ReadonlySet<string> = new Set(['bullet', 'plus', 'star']);
export const isBullet = (style: string): boolean => BULLETS.has(style);

/** The number at the start of a line, or null. Values, dates and law numbers ("1.855 hộ", "18/4") are none. */
export function numberOf(line: string): Numbering | null {
  for (const { style, pattern, ordinal } of RULES) {
    const match = pattern.exec(line);
    const number = match?.[1];
    if (!match || number === undefined) continue;
    const rest = line.slice(match[0].length);
    const value = ordinal(number);
    if (!isBullet(style) && (value === null || value < 1 || !opensWords(rest, style))) continue;
    return { style, number, ordinal: value, offset: match[0].length };
  }
  return null;
}

/** A heading begins with a capital, a quotation mark or, behind "1." and its like, with a number of months or lots. */
function opensWords(rest: string, style: Style): boolean {
  if (rest === '')
    return style === 'part' || style === 'chapter' || style === 'item' || style === 'roman' || style === 'decimal';
  if (/^["“”'‘(*_]*\p{Lu}/u.test(rest)) return true;
  return (style === 'roman' || style === 'decimal') && /^\d{1,2}\s+\p{L}/u.test(rest);
}
