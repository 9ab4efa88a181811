/** Looks at the cells of a page by themselves, at the doubtful ones again. */
import type { Raster } from '../image/raster.ts';
import { type CellBox, cellWords, stackOf } from './cells.ts';
import type { OcrWord } from './hocr.ts';
import type { Recognise } from './recognise.ts';

export type CellLook = Map<CellBox, OcrWord[]>;

/**
 * How much larger cells are drawn, softened: short numbers among noise ("31" → "Ji", "21" → "cù") read right so, and what
 * is not read at one size is at another.
 */
const SCALES = [1.5, 2] as const;
/** Cells with a word less sure than this are looked at again. */
const DOUBTFUL = 0.7;
/** What a second look must find of the width of what the first found. */
const WHOLE = 0.8;

/** The words of each cell with ink; null where the engine fails or there is no ink. */
export async function lookAt(
  image: Raster & { dpi: number },
  cells: readonly CellBox[],
  recognise: Recognise,
  words: (hocr: string) => OcrWord[],
): Promise<CellLook | null> {
  let look: CellLook | null = null;
  let left = cells;
  for (const scale of SCALES) {
    const stack = left.length > 0 ? stackOf(image, left, image.dpi, scale) : null;
    const reply = stack && (await recognise(stack.image));
    if (!stack || !reply || 'failure' in reply) return look;
    look ??= new Map();
    for (const [cell, found] of cellWords(words(reply.hocr), stack)) {
      if (isBetter(found, look.get(cell) ?? [])) look.set(cell, found);
    }
    left = [...look].filter(([, found]) => sureness(found) < DOUBTFUL).map(([cell]) => cell);
  }
  return look;
}

/** Surer, and of no less: what loses a word leaves the surer ones. */
const isBetter = (found: readonly OcrWord[], before: readonly OcrWord[]): boolean =>
  sureness(found) >= sureness(before) && widthOf(found) >= WHOLE * widthOf(before);

const widthOf = (words: readonly OcrWord[]): number => words.reduce((sum, { width }) => sum + width, 0);

const sureness = (words: readonly OcrWord[]): number =>
  words.length === 0 ? 0 : Math.min(...words.map(({ confidence }) => confidence));
