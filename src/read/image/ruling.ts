/** The straight lines printed on a level page: the rules of its tables. */
import { inkThreshold, type Raster, turned } from './raster.ts';

/** A ruled line in pixels; `thickness` across it. */
export type RuledLine = { x1: number; y1: number; x2: number; y2: number; thickness: number };

/** In inches: the shortest line, the thickest, and the gap that a scanner's noise tears. */
const [SHORTEST_ACROSS, SHORTEST_DOWN, THICKEST, TORN] = [0.3, 0.17, 0.045, 0.015];

export function ruledLines(image: Raster, dpi: number): { across: RuledLine[]; down: RuledLine[] } {
  const threshold = inkThreshold(image);
  const across = linesAcross(image, threshold, dpi, SHORTEST_ACROSS);
  const sideways = turned(image, 3).image;
  const down = linesAcross(sideways, threshold, dpi, SHORTEST_DOWN).map(({ x1, x2, y1, y2, thickness }) => ({
    x1: image.width - 1 - y2,
    x2: image.width - 1 - y1,
    y1: x1,
    y2: x2,
    thickness,
  }));
  return { across, down };
}

type Band = { x1: number; x2: number; top: number; bottom: number; weight: number; moment: number };

/** Runs of ink along rows, those that touch over neighbouring rows made one line. */
function linesAcross(image: Raster, threshold: number, dpi: number, shortest: number): RuledLine[] {
  const [least, torn] = [shortest * dpi, Math.max(1, Math.round(TORN * dpi))];
  // A line that falls by a hair is cut into runs, one a row.
  const runLeast = least / 3;
  const done: Band[] = [];
  let open: Band[] = [];
  for (let y = 0; y < image.height; y++) {
    const runs = runsOf(image, y, threshold, torn).filter(({ x1, x2 }) => x2 - x1 + 1 >= runLeast);
    const still: Band[] = [];
    for (const band of open) (band.bottom >= y - 2 ? still : done).push(band);
    open = still;
    for (const { x1, x2 } of runs) {
      const length = x2 - x1 + 1;
      const touching = open.filter((band) => band.x1 <= x2 + torn && band.x2 >= x1 - torn);
      const band = touching[0] ?? { x1, x2, top: y, bottom: y, weight: 0, moment: 0 };
      if (touching.length === 0) open.push(band);
      for (const other of touching.slice(1)) {
        merge(band, other);
        open.splice(open.indexOf(other), 1);
      }
      merge(band, { x1, x2, top: y, bottom: y, weight: length, moment: length * y });
    }
  }
  return [...done, ...open].flatMap((band) => {
    const length = band.x2 - band.x1 + 1;
    const thickness = band.weight / length;
    // Its height is the line's own thickness and what it still falls by.
    const slim = thickness <= THICKEST * dpi && band.bottom - band.top + 1 <= THICKEST * dpi + length * 0.01;
    if (length < least || !slim) return [];
    const y = Math.round(band.moment / band.weight);
    return [{ x1: band.x1, x2: band.x2, y1: y, y2: y, thickness: band.bottom - band.top + 1 }];
  });
}

function merge(band: Band, other: Band): void {
  band.x1 = Math.min(band.x1, other.x1);
  band.x2 = Math.max(band.x2, other.x2);
  band.top = Math.min(band.top, other.top);
  band.bottom = Math.max(band.bottom, other.bottom);
  band.weight += other.weight;
  band.moment += other.moment;
}

function runsOf({ data, width }: Raster, y: number, threshold: number, torn: number): { x1: number; x2: number }[] {
  const runs: { x1: number; x2: number }[] = [];
  let [start, end] = [-1, -1];
  for (let x = 0, i = y * width; x < width; x++, i++) {
    if ((data[i] as number) > threshold) continue;
    if (start === -1) start = x;
    else if (x - end > torn + 1) {
      runs.push({ x1: start, x2: end });
      start = x;
    }
    end = x;
  }
  if (start !== -1) runs.push({ x1: start, x2: end });
  return runs;
}

/** `image` without the lines, which an engine would take for letters or lose letters in. */
export function withoutLines(image: Raster, lines: readonly RuledLine[]): Raster {
  const data = Uint8Array.from(image.data);
  const { width, height } = image;
  for (const { x1, x2, y1, y2, thickness } of lines) {
    const reach = Math.ceil(thickness / 2) + 1;
    const flat = x2 - x1 >= y2 - y1;
    const [left, right] = flat ? [x1 - 1, x2 + 1] : [x1 - reach, x2 + reach];
    const [top, bottom] = flat ? [y1 - reach, y2 + reach] : [y1 - 1, y2 + 1];
    for (let y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
      data.fill(255, y * width + Math.max(0, left), y * width + Math.min(width - 1, right) + 1);
    }
  }
  return { width, height, data };
}
