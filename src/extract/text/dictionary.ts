import type { Span } from '../../model/index.ts';
import { firstIndex } from './sorted.ts';
import { AFTER, anyOf, BEFORE } from './words.ts';

export interface Entry<T> {
  span: Span;
  value: T;
}

/**
 * A dictionary of phrases (small folded regular expressions) as one pattern. Where several begin at one place the
 * longest written phrase is tried first; matches do not overlap, so a longer phrase hides those inside it.
 */
export const dictionary = <T>(rows: readonly (readonly [T, readonly string[]])[]): ((folded: string) => Entry<T>[]) => {
  const phrases = rows.flatMap(([, texts], row) => texts.map((text) => ({ text, row })));
  phrases.sort((a, b) => b.text.length - a.text.length);
  const alternatives = phrases.map(({ text, row }) => `(?<r${row}>${anyOf([text])})`);
  const pattern = new RegExp(`${BEFORE}(?:${alternatives.join('|')})${AFTER}`, 'gu');
  return (folded) =>
    [...folded.matchAll(pattern)].map((match) => {
      const groups = match.groups as Record<string, string | undefined>;
      const row = rows.findIndex((_, i) => groups[`r${i}`] !== undefined);
      return {
        span: { start: match.index, end: match.index + match[0].length },
        value: (rows[row] as readonly [T, readonly string[]])[0],
      };
    });
};

/** The entries of an ascending list that lie wholly in `span`. */
export const within = <E extends Entry<unknown>>(entries: readonly E[], span: Span): E[] => {
  const found: E[] = [];
  for (
    let i = firstIndex(entries, (entry) => entry.span.start >= span.start);
    i < entries.length && (entries[i] as E).span.end <= span.end;
    i += 1
  )
    found.push(entries[i] as E);
  return found;
};
