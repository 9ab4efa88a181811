import type { Span } from '../../../src/model/index.ts';

/** A word, or a number with the marks inside it: "1.855", "81/2021/NĐ-CP", "4,6". */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,/:–-][\p{L}\p{M}\p{N}]+)*%?/gu;
/** Words are looked for this far; longer stretches without one do not come in reports. */
const FAR = 4000;

const wordsIn = (text: string, from: number, to: number): Span[] =>
  [...text.slice(from, to).matchAll(WORD)].map(({ index, 0: word }) => ({
    start: from + index,
    end: from + index + word.length,
  }));

/** The first word that starts at or behind a position. */
export const wordFrom = (text: string, position: number): Span | null =>
  wordsIn(text, position, Math.min(text.length, position + FAR))[0] ?? null;

/** The last word that ends at or before a position. */
export const wordBefore = (text: string, position: number): Span | null =>
  wordsIn(text, Math.max(0, position - FAR), position).at(-1) ?? null;

const lineStart = (text: string, position: number) => text.lastIndexOf('\n', position - 1) + 1;
const lineEnd = (text: string, position: number) => {
  const newline = text.indexOf('\n', position);
  return newline < 0 ? text.length : newline;
};

/** Where the arrow, Home and End keys lead from a word; the same word where there is none further on. */
export function step(text: string, at: Span, key: string): Span | null {
  const found = (() => {
    switch (key) {
      case 'ArrowRight':
        return wordFrom(text, at.end);
      case 'ArrowLeft':
        return wordBefore(text, at.start);
      case 'ArrowDown':
        return wordFrom(text, lineEnd(text, at.end));
      case 'ArrowUp': {
        const before = wordBefore(text, lineStart(text, at.start));
        return before && wordFrom(text, lineStart(text, before.start));
      }
      case 'Home':
        return wordFrom(text, lineStart(text, at.start));
      case 'End':
        return wordBefore(text, lineEnd(text, at.end));
      default:
        return undefined;
    }
  })();
  return found === undefined ? null : (found ?? at);
}

export const joined = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

/** Without the white space at its ends; null where nothing else is there. */
export function trimmed(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = start + words.trimEnd().length;
  return from < to ? { start: from, end: to } : null;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** With the words whole that its ends cut through. */
export function whole(text: string, { start, end }: Span): Span {
  const joins = (at: number) => LETTER.test(text[at - 1] ?? '') && LETTER.test(text[at] ?? '');
  let [from, to] = [start, end];
  while (joins(from)) from--;
  while (joins(to)) to++;
  return { start: from, end: to };
}
