/**
 * Where ink stands apart on a page: cut across and down in turns where paper runs through (G. Nagy and S. Seth,
 * "Hierarchical Representation of Optically Scanned Documents", 1984). Gaps are seen here that engines overlook.
 */
import type { Raster } from './raster.ts';

export type InkBox = { x1: number; y1: number; x2: number; y2: number };

/** In parts of the letter size: a gap that parts cells, marks of letters' height, and how far they stand from their letters. */
const [CELL_GAP, MARK, NEAR] = [0.42, 0.35, 0.25];
/** What no row or column of letters is under: as many dark pixels are dust. */
const DUST = 1;
/** Cells of cells of cells: no table's headings go deeper. */
const DEEPEST = 4;

/** Bands of a page from top to bottom, each with the boxes of ink in it: a line of a cell, or what stands as close; `size` of letters in pixels. */
export function bandsOf(image: Raster, threshold: number, size: number): InkBox[][] {
  const page: Page = { profiles: (box) => profilesOf(image, threshold, box), size };
  const whole: InkBox = { x1: 0, y1: 0, x2: image.width, y2: image.height };
  return linesIn(whole, page).flatMap((band) => {
    const boxes = boxesIn(band, page, 0);
    return boxes.length > 0 ? [boxes] : [];
  });
}

type Profiles = { rows: Uint32Array; columns: Uint32Array };
type Page = { profiles: (box: InkBox) => Profiles; size: number };
type Run = [start: number, end: number];

/** Dark pixels of each row and each column of a box. */
function profilesOf({ width, data }: Raster, threshold: number, { x1, y1, x2, y2 }: InkBox): Profiles {
  const [rows, columns] = [new Uint32Array(y2 - y1), new Uint32Array(x2 - x1)];
  for (let y = y1; y < y2; y++) {
    for (let x = x1, i = y * width + x1; x < x2; x++, i++) {
      if ((data[i] as number) > threshold) continue;
      (rows[y - y1] as number)++;
      (columns[x - x1] as number)++;
    }
  }
  return { rows, columns };
}

/** Stretches with ink, those less than `gap` apart as one. */
function runsOf(profile: Uint32Array, gap: number): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < profile.length; i++) {
    if ((profile[i] as number) <= DUST) continue;
    const last = runs.at(-1);
    if (last && i - last[1] < gap) last[1] = i + 1;
    else runs.push([i, i + 1]);
  }
  return runs;
}

function boxesIn(box: InkBox, page: Page, depth: number): InkBox[] {
  const parts = runsOf(page.profiles(box).columns, CELL_GAP * page.size).map(([left, right]) => ({
    ...box,
    x1: box.x1 + left,
    x2: box.x1 + right,
  }));
  return parts.flatMap((part) => {
    const lines = linesIn(part, page);
    if (lines.length > 1 && depth < DEEPEST) return lines.flatMap((line) => boxesIn(line, page, depth + 1));
    const [first, last] = [lines[0], lines.at(-1)];
    return first && last ? [{ ...first, y2: last.y2 }] : [];
  });
}

/** The lines in a box, their letters' marks with them. */
function linesIn(box: InkBox, { profiles, size }: Page): InkBox[] {
  const lines: Run[] = [];
  for (const run of runsOf(profiles(box).rows, 1)) {
    const last = lines.at(-1);
    const isMark = last && Math.min(run[1] - run[0], last[1] - last[0]) < MARK * size && run[0] - last[1] < NEAR * size;
    if (isMark) last[1] = run[1];
    else lines.push(run);
  }
  return lines.map(([top, bottom]) => ({ ...box, y1: box.y1 + top, y2: box.y1 + bottom }));
}
