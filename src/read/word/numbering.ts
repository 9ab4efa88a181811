/**
 * The numbers and bullets that word processors compute: they stand in no text of the file, only in its lists
 * (ECMA-376 part 1, 17.9; [MS-DOC] 2.4.6.3 says the same of DOC).
 */
import { numeral } from './numerals.ts';

export type Level = {
  start: number;
  /** Name of the number format as in DOCX: "decimal", "upperRoman", "bullet"… */
  format: string;
  /** The label, "%1" where the number of the first level stands. */
  text: string;
  /** All levels are shown as digits. */
  legal: boolean;
  /** What stands between the label and the text. */
  gap: string;
  /** The level begins again only after one of so many highest levels; null after any higher one (17.9.10). */
  restartAfter: number | null;
};

/** Lists with one `counter` run on from each other; `starts` are the levels that this one begins anew. */
export type List<L extends Level = Level> = { counter: string; levels: Map<number, L>; starts: Map<number, number> };
export type Lists<L extends Level = Level> = Map<string, List<L>>;

/** A paragraph's place: its list and its level in it, from 0. */
export type Place = { number: string; level: number };

/** Counts through the lists in reading order. */
export class Counters {
  readonly #lists: Lists;
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  constructor(lists: Lists) {
    this.#lists = lists;
  }

  /** The label of the next paragraph at `place`, with the space after it; '' where the level shows none. */
  next({ number, level }: Place): string {
    const list = this.#lists.get(number);
    const own = list?.levels.get(level);
    if (!list || !own) return '';
    const { counter, levels, starts } = list;
    const counts = this.#counts.get(counter) ?? [];
    const override = starts.get(level);
    const fresh = override !== undefined && !this.#started.has(`${number}/${level}`);
    this.#started.add(`${number}/${level}`);
    for (let above = 0; above < level; above++) counts[above] ??= levels.get(above)?.start ?? 1;
    const before = counts[level];
    counts[level] = fresh ? override : before === undefined ? own.start : before + 1;
    this.#counts.set(
      counter,
      counts.map((count, below) => (below > level && restarts(levels.get(below), level) ? undefined : count)),
    );
    return label(own, levels, counts);
  }
}

/** Nine levels of numbers and what stands between them; more was made to swell its readers. */
const LONGEST_LABEL = 200;

const restarts = (below: Level | undefined, level: number): boolean =>
  below?.restartAfter == null || level < below.restartAfter;

function label(own: Level, levels: Map<number, Level>, counts: readonly (number | undefined)[]): string {
  if (own.format === 'bullet') return `${bullet(own.text)}${own.gap}`;
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = own.legal ? 'decimal' : (levels.get(index)?.format ?? 'decimal');
    return formatNumber(counts[index] ?? 1, format);
  });
  return text.trim() === '' ? '' : `${text.trim().slice(0, LONGEST_LABEL)}${own.gap}`;
}

/** Bullets of symbol fonts are private characters: all but dashes and pluses read as "•". */
const bullet = (text: string): string => (/^[-–—+*]$/.test(text.trim()) ? text.trim() : text === '\uF02D' ? '-' : '•');

const FIRST: Record<string, string> = { upperRoman: 'I', lowerRoman: 'i', upperLetter: 'A', lowerLetter: 'a' };

function formatNumber(value: number, format: string): string {
  if (format === 'none') return '';
  return format === 'decimalZero' ? String(value).padStart(2, '0') : numeral(value, FIRST[format] ?? '1');
}
