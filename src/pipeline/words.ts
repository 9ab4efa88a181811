import { deflateSync } from 'node:zlib';
import type { PageWords, PlacedWord } from '../model/index.ts';

type Word = PageWords['words'][number];

/** A hundredth of a point is finer than any screen. */
const rounded = (length: number): number => Math.round(length * 100) / 100;

/** As they are kept: nobody looks into them on the way to the ledger, and few ever do (store/packed-words.ts). */
const pack = (words: readonly Word[]): Buffer => deflateSync(JSON.stringify(words), { level: 1 });

/** Words as a page shows them, by page and packed. */
export const wordsByPage = (words: readonly PlacedWord[]): [number, Buffer][] => {
  const pages = new Map<number, Word[]>();
  for (const { span, box } of words) {
    const { page, x, y, width, height } = box;
    const word = { ...span, x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
    const known = pages.get(page);
    if (known) known.push(word);
    else pages.set(page, [word]);
  }
  return [...pages].map(([page, some]) => [page, pack(some)]);
};
