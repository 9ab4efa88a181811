/** Looks at the cells of a page by themselves, at the doubtful ones again. */
import type { Raster } from '../image/raster.ts';
import { type CellBox, cellWords, stackOf } from './cells.ts';
import { type OcrWord, wordsOfHocr } from './hocr.ts';
import type { Recognise } from './recognise.ts';

export type CellLook = Map<CellBox, OcrWord[]>;

/**
 * How much larger cells are drawn, softened: short numbers among noise ("31" → "Ji", "21" → "cù") read right so, and what
 * is not read at one size is at another.
 */
const SCALES = [1.5, 2] as const;
/** Cells with a word less sure than this are looked at again. */
const DOUBTFUL = 0.7;
/** Baselines this near, in parts of the letters' height, are one: those of a cell's lines beside it are half a line away. */
const NEAR = 0.3;
/** Signs that are no letters (dashes for blanks) are often dust. */
const SURE_OF_SIGNS = 0.4;
/** What a second look must find of the width of what the first found. */
const WHOLE = 0.8;

/** The words of each cell with ink; null where the engine fails or there is no ink. */
export async function lookAt(
  image: Raster & { dpi: number },
  cells: readonly CellBox[],
  recognise: Recognise,
): Promise<CellLook | null> {
  let look: CellLook | null = null;
  let left = cells;
  for (const scale of SCALES) {
    const stack = left.length > 0 ? stackOf(image, left, image.dpi, scale) : null;
    const reply = stack && (await recognise(stack.image));
    if (!stack || !reply || 'failure' in reply) break;
    look ??= new Map();
    for (const [cell, found] of cellWords(wordsOfHocr(reply.hocr).filter(isWord), stack)) {
      if (isBetter(found, look.get(cell) ?? [])) look.set(cell, found);
    }
    left = [...look].filter(([, found]) => sureness(found) < DOUBTFUL).map(([cell]) => cell);
  }
  return look && alike(look);
}

/** What ink of a cell is not told to be: unsure words are words, since cells of dust are left out. */
const isWord = ({ text, confidence }: OcrWord): boolean => /[\p{L}\p{N}]/u.test(text) || confidence >= SURE_OF_SIGNS;

/** Letters of one size on common baselines: engines measure those of a line alone by what letters it happens to have. */
function alike(look: CellLook): CellLook {
  const words = [...look.values()].flat();
  const size = middle(words.map((word) => word.size));
  const baselines = baselinesOf(words, NEAR * size);
  const settled = (word: OcrWord): OcrWord => ({ ...word, size, y: baselines.get(word) ?? word.y, inCell: true });
  return new Map([...look].map(([cell, inside]) => [cell, inside.map(settled)]));
}

function baselinesOf(words: readonly OcrWord[], near: number): Map<OcrWord, number> {
  const lines: OcrWord[][] = [];
  for (const word of [...words].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    if (line && word.y - middle(line.map(({ y }) => y)) <= near) line.push(word);
    else lines.push([word]);
  }
  return new Map(lines.flatMap((line) => line.map((word) => [word, middle(line.map(({ y }) => y))] as const)));
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Surer, and of no less: what loses a word leaves the surer ones. */
const isBetter = (found: readonly OcrWord[], before: readonly OcrWord[]): boolean =>
  sureness(found) >= sureness(before) && widthOf(found) >= WHOLE * widthOf(before);

const widthOf = (words: readonly OcrWord[]): number => words.reduce((sum, { width }) => sum + width, 0);

const sureness = (words: readonly OcrWord[]): number =>
  words.length === 0 ? 0 : Math.min(...words.map(({ confidence }) => confidence));
