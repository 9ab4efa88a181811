import { numeral } from '../word/numerals.ts';
import type { XmlElement } from '../xml.ts';

/** A level of a list style (OpenDocument 1.3 part 3, 16.31 to 16.33). */
type Level = { bullet: string | null; format: string; prefix: string; suffix: string; levels: number; start: number };

/** The labels that lists compute: they stand in no text of the file. */
export class Lists {
  readonly #styles = new Map<string, Map<number, Level>>();
  readonly #counts = new Map<string, number[]>();

  constructor(...parts: readonly (XmlElement | undefined)[]) {
    for (const part of parts) {
      for (const element of (part?.children ?? []).flatMap((section) => section.children)) {
        if (element.name === 'text:outline-style') this.#styles.set(OUTLINE, levelsOf(element));
        if (element.name === 'text:list-style')
          this.#styles.set(element.attributes['style:name'] ?? '', levelsOf(element));
      }
    }
  }

  /** A list that does not go on the one before begins at its first number again. */
  restart(style: string): void {
    this.#counts.delete(style);
  }

  /** The label of the next item of `style` at `level` (from 1); '' where the level shows none. */
  next(style: string, level: number, start: number | null): string {
    const levels = this.#styles.get(style);
    const own = levels?.get(level);
    if (!levels || !own) return '';
    if (own.bullet !== null) return own.bullet;
    const counts = this.#counts.get(style) ?? [];
    this.#counts.set(style, counts);
    const before = counts[level];
    counts[level] = start ?? (before === undefined ? own.start : before + 1);
    counts.length = level + 1;
    if (own.format === '') return '';
    const numbers: string[] = [];
    for (let at = Math.max(1, level - own.levels + 1); at <= level; at++) {
      const format = levels.get(at)?.format ?? '1';
      if (format !== '') numbers.push(numeral(counts[at] ?? levels.get(at)?.start ?? 1, format));
    }
    return `${own.prefix}${numbers.join('.')}${own.suffix}`;
  }
}

/** The name under which the numbers of headings are counted; no list style is called so. */
export const OUTLINE = '\u0000outline';

function levelsOf(style: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const { name, attributes } of style.children) {
    const level = Number(attributes['text:level']);
    // A level beyond ten is none that a writer made.
    if (!(level >= 1 && level <= 10)) continue;
    levels.set(level, {
      bullet: name === 'text:list-level-style-bullet' ? (attributes['text:bullet-char'] ?? '•') : null,
      format: attributes['style:num-format'] ?? '',
      prefix: attributes['style:num-prefix'] ?? '',
      suffix: attributes['style:num-suffix'] ?? '',
      levels: Number(attributes['text:display-levels'] ?? 1),
      start: Number(attributes['text:start-value'] ?? 1),
    });
  }
  return levels;
}
