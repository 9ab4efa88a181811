import { latin } from './words.ts';

/** What is asked of a pattern. */
export type Asked = Pick<RegExp, 'test' | 'exec'>;

/**
 * A pattern all of whose ways end with `$` (no flags g, m or y), asked of the words before a number. It is read backwards
 * from the end, where nearly all fail at once; the engine would try it at every character.
 */
export const atEnd = (pattern: RegExp): Asked => {
  const behind = new RegExp(`(?<=${latin(pattern.source)})`, `${pattern.flags}y`);
  const test = (text: string): boolean => {
    behind.lastIndex = text.length;
    return behind.test(text);
  };
  return { test, exec: (text) => (test(text) ? pattern.exec(text) : null) };
};
