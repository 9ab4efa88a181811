/** Where the cells of tables without rules stand, by the ink of the page: engines run their words together. */
import { bandsOf } from '../image/cuts.ts';
import { inkThreshold, type Raster } from '../image/raster.ts';
import { type CellBox, isIn } from './cells.ts';
import type { OcrWord } from './hocr.ts';

/** hOCR's letter height in parts of the type's size. */
const OF_SIZE = 0.9;
/** In parts of that size: how far rows stand apart, headings on a page's top from the rest of their table, paper about ink that may be its letters' edge. */
const [PITCH, TOP_GAP, EDGE] = [3.2, 6, 0.1];
/** Bands with numbers that make a table, those without that may stand between two, and headings above the first. */
const [FEWEST, BETWEEN, HEADINGS] = [3, 4, 8];
/** What engines make of a number: more digits than other signs. */
const isNumber = (text: string): boolean => text.replace(/\D/g, '').length * 2 >= text.length;

type Band = { boxes: CellBox[]; y1: number; y2: number; isData: boolean };

/** Lines of cells, in pixels, by the recognised `words` of a page. */
export function openCells(page: Raster, words: readonly OcrWord[]): CellBox[] {
  const sizes = words.map(({ size }) => size).sort((a, b) => a - b);
  const size = (sizes[sizes.length >> 1] ?? 0) / OF_SIZE;
  if (size === 0) return [];
  const bands = bandsOf(page, inkThreshold(page), size).map((boxes) => bandOf(boxes, words));
  const taken = new Set<Band>();
  for (let i = 0; i < bands.length; i++) {
    const { end, count } = runAt(bands, i, PITCH * size);
    if (count < FEWEST) continue;
    for (const band of bands.slice(headStart(bands, i, size), end)) taken.add(band);
    i = end - 1;
  }
  const edge = EDGE * size;
  return [...taken].flatMap(({ boxes }) =>
    boxes.map(({ x1, y1, x2, y2 }) => ({ x1: x1 - edge, y1: y1 - edge, x2: x2 + edge, y2: y2 + edge })),
  );
}

function bandOf(boxes: CellBox[], words: readonly OcrWord[]): Band {
  const further = boxes.slice(1);
  return {
    boxes,
    y1: Math.min(...boxes.map(({ y1 }) => y1)),
    y2: Math.max(...boxes.map(({ y2 }) => y2)),
    isData: further.some((box) => {
      const inside = words.filter((word) => isIn(box, word));
      return inside.length > 0 && inside.every(({ text }) => isNumber(text));
    }),
  };
}

/** One past the last band with numbers of the run that begins at `start`, and how many it has. */
function runAt(bands: readonly Band[], start: number, pitch: number): { end: number; count: number } {
  if (!bands[start]?.isData) return { end: start, count: 0 };
  let [end, count] = [start + 1, 1];
  for (let i = start + 1; i < bands.length && i - end < BETWEEN; i++) {
    const [above, band] = [bands[i - 1] as Band, bands[i] as Band];
    if (band.y1 - above.y2 > pitch) break;
    if (!band.isData) continue;
    end = i + 1;
    count++;
  }
  return { end, count };
}

/** The first band of the headings above a table: the last of them that have several parts. */
function headStart(bands: readonly Band[], start: number, size: number): number {
  let first = start;
  for (let i = start - 1; i >= 0 && i >= start - HEADINGS; i--) {
    const [band, below] = [bands[i] as Band, bands[i + 1] as Band];
    if (below.y1 - band.y2 > (i === start - 1 ? TOP_GAP : PITCH) * size) break;
    if (band.boxes.length > 1) first = i;
  }
  return first;
}
