import type { PageWords, PlacedWord } from '../model/index.ts';

type Word = PageWords['words'][number];

/** A hundredth of a point is finer than any screen. */
const rounded = (length: number): number => Math.round(length * 100) / 100;

/** Words as a page shows them, by page. */
export const wordsByPage = (words: readonly PlacedWord[]): [number, Word[]][] => {
  const pages = new Map<number, Word[]>();
  for (const { span, box } of words) {
    const { page, x, y, width, height } = box;
    const word = { ...span, x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
    const known = pages.get(page);
    if (known) known.push(word);
    else pages.set(page, [word]);
  }
  return [...pages];
};
