import type { Span } from '../../model/index.ts';
import { dispatcher, matchAt } from './dispatch.ts';
import { firstIndex } from './sorted.ts';
import { AFTER, anyOf } from './words.ts';

export interface Entry<T> {
  span: Span;
  value: T;
}

/**
 * A dictionary of phrases (small folded regular expressions). Where several begin at one place the one that takes most
 * of the text is found, of equals the one written at greater length; matches do not overlap, so a longer phrase hides
 * those inside it.
 */
export const dictionary = <T>(rows: readonly (readonly [T, readonly string[]])[]): ((folded: string) => Entry<T>[]) => {
  const phrases = rows.flatMap(([value, texts]) => texts.map((text) => ({ value, text, source: anyOf([text]) })));
  phrases.sort((a, b) => b.text.length - a.text.length);
  const each = dispatcher(
    phrases.map(({ source }) => source),
    (which) => {
      const some = which.map((i) => phrases[i] as (typeof phrases)[number]);
      // Each phrase is looked ahead for, so that one pass tells how far every one of them goes.
      const pattern = new RegExp(some.map(({ source }) => `(?:(?=(${source})${AFTER})|)`).join(''), 'uy');
      return { pattern, values: some.map(({ value }) => value) };
    },
  );
  return (folded) => {
    const entries: Entry<T>[] = [];
    let end = 0;
    each(folded, (start, { pattern, values }) => {
      const match = start < end ? null : matchAt(pattern, folded, start);
      if (!match) return;
      const lengths = match.slice(1).map((text) => text?.length ?? 0);
      const longest = Math.max(...lengths);
      if (longest === 0) return;
      end = start + longest;
      entries.push({ span: { start, end }, value: values[lengths.indexOf(longest)] as T });
    });
    return entries;
  };
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
