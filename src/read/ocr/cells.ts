/**
 * The cells of ruled tables, set one under the other. Engines scale a line of text as a whole: across a table's wide gaps
 * they run words together and lose the commas of numbers ("1,60" → "160"), which stand in a line of their own here.
 */
import { inkThreshold, MOST_PIXELS, type Raster, scaled } from '../image/raster.ts';
import type { OcrWord } from './hocr.ts';
import type { PageImage } from './recognise.ts';

export type CellBox = { x1: number; y1: number; x2: number; y2: number };

/** Where the ink of a cell stands among the others, and how far that is from its place on the page, in pixels of the page. */
type Slot = { cell: CellBox; top: number; bottom: number; dx: number; dy: number };

export type Stack = { image: PageImage; slots: Slot[]; scale: number };

/** In inches: what of a cell's edges a rule may have left, the paper about ink, that between cells, and that around all. */
const [EDGE, ABOUT, BETWEEN, MARGIN] = [0.015, 0.02, 0.11, 0.15];
/** Fewer dark pixels than a full stop's of 8 points are dust. */
const DUST = 0.0002;

/**
 * The ink of `cells` of a picture at `dpi`, one under the other, softened and drawn larger by `scale`; null where they
 * have none, or more than a picture may hold.
 */
export function stackOf(page: Raster, cells: readonly CellBox[], dpi: number, scale: number): Stack | null {
  const [edge, about, between, margin] = [EDGE, ABOUT, BETWEEN, MARGIN].map((inches) => Math.round(inches * dpi)) as [
    number,
    number,
    number,
    number,
  ];
  const threshold = inkThreshold(page);
  const found = cells.flatMap((cell) => {
    const inside = { x1: cell.x1 + edge, y1: cell.y1 + edge, x2: cell.x2 - edge, y2: cell.y2 - edge };
    const ink = inkIn(page, inside, threshold, DUST * dpi * dpi);
    return ink ? { cell, ...ink } : [];
  });
  if (found.length === 0) return null;
  const width = Math.max(...found.map(({ x1, x2 }) => x2 - x1)) + 2 * margin;
  const height = found.reduce((sum, { y1, y2 }) => sum + y2 - y1 + between, 2 * margin);
  if (width * height * scale ** 2 > MOST_PIXELS) return null;
  const data = new Uint8Array(width * height).fill(255);
  const slots: Slot[] = [];
  let top = margin;
  for (const { cell, x1, y1, x2, y2 } of found) {
    const [left, right] = [Math.max(0, x1 - about), Math.min(page.width, x2 + about)];
    for (let y = Math.max(0, y1 - about); y < Math.min(page.height, y2 + about); y++) {
      const row = page.data.subarray(y * page.width + left, y * page.width + right);
      data.set(row, (top + y - y1) * width + margin + left - x1);
    }
    slots.push({ cell, top: top - between / 2, bottom: top + y2 - y1 + between / 2, dx: x1 - margin, dy: y1 - top });
    top += y2 - y1 + between;
  }
  const image = { ...scaled(softened({ width, height, data }), scale), dpi: Math.round(dpi * scale), block: true };
  return { image, slots, scale };
}

/** Words of a stack by their cell, at their places on the page; a cell that is not read has none. */
export function cellWords(words: readonly OcrWord[], { slots, scale }: Stack): Map<CellBox, OcrWord[]> {
  const found = new Map(slots.map(({ cell }) => [cell, [] as OcrWord[]]));
  for (const word of words) {
    const middle = (word.top + word.bottom) / 2 / scale;
    const slot = slots.find(({ top, bottom }) => middle >= top && middle < bottom);
    if (slot) found.get(slot.cell)?.push(onPage(word, slot, scale));
  }
  return found;
}

const onPage = (word: OcrWord, { dx, dy }: Slot, scale: number): OcrWord => ({
  ...word,
  x: word.x / scale + dx,
  y: word.y / scale + dy,
  width: word.width / scale,
  top: word.top / scale + dy,
  bottom: word.bottom / scale + dy,
  size: word.size / scale,
});

/** Each pixel with its neighbours' share: 4 of 16 its own, 2 those beside it, 1 those at its corners. */
function softened({ width, height, data }: Raster): Raster {
  const soft = Uint8Array.from(data);
  const across = (i: number): number => (data[i - 1] as number) + 2 * (data[i] as number) + (data[i + 1] as number);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++)
      soft[i] = (across(i - width) + 2 * across(i) + across(i + width) + 8) >> 4;
  return { width, height, data: soft };
}

/** `image` with paper where `boxes` are. */
export function without(image: Raster, boxes: readonly CellBox[]): Raster {
  const data = Uint8Array.from(image.data);
  for (const { x1, y1, x2, y2 } of boxes.map(whole))
    for (let y = Math.max(0, y1); y < Math.min(image.height, y2); y++)
      data.fill(255, y * image.width + Math.max(0, x1), y * image.width + Math.min(image.width, x2));
  return { ...image, data };
}

const whole = ({ x1, y1, x2, y2 }: CellBox): CellBox => ({
  x1: Math.round(x1),
  y1: Math.round(y1),
  x2: Math.round(x2),
  y2: Math.round(y2),
});

/** Whether the middle of a word is in a box. */
export const isIn = (box: CellBox, word: OcrWord): boolean => {
  const middle = word.x + word.width / 2;
  return middle >= box.x1 && middle <= box.x2 && overlap(box, word) > 0;
};

/** How much of a word's width is in a box that its middle line goes through. */
export function overlap({ x1, y1, x2, y2 }: CellBox, { x, width, top, bottom }: OcrWord): number {
  const middle = (top + bottom) / 2;
  return middle < y1 || middle > y2 ? 0 : Math.max(0, Math.min(x2, x + width) - Math.max(x1, x));
}

/** The frame of what is dark inside a box, null for dust. */
function inkIn(image: Raster, box: CellBox, threshold: number, dust: number): CellBox | null {
  const ink: CellBox = { x1: image.width, y1: image.height, x2: -1, y2: -1 };
  let dark = 0;
  eachDark(image, box, threshold, (x, y) => {
    dark++;
    if (x < ink.x1) ink.x1 = x;
    if (x >= ink.x2) ink.x2 = x + 1;
    if (y < ink.y1) ink.y1 = y;
    ink.y2 = y + 1;
  });
  return dark > dust ? ink : null;
}

/** The share of dark pixels in a word's box. */
export function inkShare(image: Raster, threshold: number, { x, width, top, bottom }: OcrWord): number {
  let dark = 0;
  eachDark(image, { x1: x, y1: top, x2: x + width, y2: bottom }, threshold, () => dark++);
  return dark / Math.max(1, width * (bottom - top));
}

function eachDark(
  { width, height, data }: Raster,
  box: CellBox,
  threshold: number,
  tell: (x: number, y: number) => void,
): void {
  const { x1, y1, x2, y2 } = whole(box);
  for (let y = Math.max(0, y1); y < Math.min(height, y2); y++)
    for (let x = Math.max(0, x1), i = y * width + x; x < Math.min(width, x2); x++, i++)
      if ((data[i] as number) <= threshold) tell(x, y);
}
