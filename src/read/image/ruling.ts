/** The straight lines printed on a level page: the rules of its tables. */
import { inkThreshold, type Raster, turned } from './raster.ts';

/** A ruled line in pixels; `thickness` across it. */
export type RuledLine = { x1: number; y1: number; x2: number; y2: number; thickness: number };

/** In inches: the shortest line, the thickest, the gap that a scanner's noise tears, that between parts of one line, and that at a corner. */
const [SHORTEST, THICKEST, TORN, PARTED, CORNER] = [0.2, 0.045, 0.015, 0.08, 0.03];
/** Runs of ink within a line; letters' strokes are shorter. In inches. */
const RUN = 0.16;
/** A hairline that a scanner made grey: so much darker than the paper this far, in inches, to both its sides. */
const [FAINT, BESIDE] = [20, 0.02];
/** Pixels along a line whose mean is looked at: noise has no direction. */
const MEAN = 7;

/** The lines that meet others at both their ends, as those of tables do. */
export function ruledLines(image: Raster, dpi: number): RuledLine[] {
  const threshold = inkThreshold(image);
  let across = ofOneKind(linesAcross(image, threshold, dpi));
  // A table has three at least.
  if (across.length < 3) return [];
  let down = ofOneKind(linesAcross(turned(image, 3).image, threshold, dpi)).map(({ x1, x2, y1, y2, thickness }) => ({
    x1: image.width - 1 - y2,
    x2: image.width - 1 - y1,
    y1: x1,
    y2: x2,
    thickness,
  }));
  const near = CORNER * dpi;
  // A line that ends nowhere may be what another ends at.
  for (let round = 0; round < 3; round++) {
    across = across.filter((line) =>
      [line.x1, line.x2].every((x) => down.some((other) => meets(other, x, line.y1, near))),
    );
    down = down.filter((line) =>
      [line.y1, line.y2].every((y) => across.some((other) => meets(other, line.x1, y, near))),
    );
  }
  return [...across, ...down];
}

/** Without what is far thicker than the rest: bold letters in a row. */
function ofOneKind(lines: readonly RuledLine[]): RuledLine[] {
  const thickness = lines.map((line) => line.thickness).sort((a, b) => a - b);
  const most = 2 * (thickness[thickness.length >> 1] ?? 0) + 2;
  return lines.filter((line) => line.thickness <= most);
}

const meets = (line: RuledLine, x: number, y: number, near: number): boolean =>
  x >= line.x1 - near && x <= line.x2 + near && y >= line.y1 - near && y <= line.y2 + near;

type Band = { x1: number; x2: number; top: number; bottom: number; weight: number; moment: number };

/** Runs of ink along rows, those that touch over neighbouring rows made one line, and lines in line with each other too. */
function linesAcross(image: Raster, threshold: number, dpi: number): RuledLine[] {
  const [least, torn, thickest] = [SHORTEST * dpi, Math.max(2, Math.round(TORN * dpi)), THICKEST * dpi];
  const sums = sumsAcross(image);
  const beside = Math.max(3, Math.round(BESIDE * dpi));
  const done: Band[] = [];
  let open: Band[] = [];
  for (let y = 0; y < image.height; y++) {
    // A line that falls by a hair is cut into runs, one a row.
    const runs = runsOf(image, sums, y, { threshold, torn, beside, least: RUN * dpi });
    const still: Band[] = [];
    for (const band of open) (band.bottom >= y - 2 ? still : done).push(band);
    open = still;
    for (const { x1, x2 } of runs) {
      const touching = open.filter((band) => band.x1 <= x2 + torn && band.x2 >= x1 - torn);
      const run: Band = { x1, x2, top: y, bottom: y, weight: x2 - x1 + 1, moment: (x2 - x1 + 1) * y };
      const [band, ...others] = touching;
      if (!band) open.push(run);
      else {
        merge(band, run);
        for (const other of others) {
          merge(band, other);
          open.splice(open.indexOf(other), 1);
        }
      }
    }
  }
  const slim = [...done, ...open].filter((band) => {
    const length = band.x2 - band.x1 + 1;
    // Its height is the line's own thickness and what it still falls by.
    return band.weight / length <= thickest && band.bottom - band.top + 1 <= thickest + length * 0.01;
  });
  return joined(slim, PARTED * dpi)
    .filter((band) => band.x2 - band.x1 + 1 >= least)
    .map((band) => {
      const y = Math.round(band.moment / band.weight);
      return {
        x1: band.x1,
        x2: band.x2,
        y1: y,
        y2: y,
        thickness: Math.min(band.bottom - band.top + 1, Math.ceil(thickest)),
      };
    });
}

/** Bands in line with one another, no further apart than `gap`, as one. */
function joined(bands: readonly Band[], gap: number): Band[] {
  const found: Band[] = [];
  for (const band of [...bands].sort((a, b) => a.x1 - b.x1)) {
    const level = (other: Band): number => Math.abs(other.moment / other.weight - band.moment / band.weight);
    const before = found.findLast((other) => level(other) <= 3 && band.x1 - other.x2 <= gap && band.x1 > other.x1);
    if (before) merge(before, band);
    else found.push({ ...band });
  }
  return found;
}

function merge(band: Band, other: Band): void {
  band.x1 = Math.min(band.x1, other.x1);
  band.x2 = Math.max(band.x2, other.x2);
  band.top = Math.min(band.top, other.top);
  band.bottom = Math.max(band.bottom, other.bottom);
  band.weight += other.weight;
  band.moment += other.moment;
}

/** The sum of the MEAN pixels around each one along its row, the row's ends repeated. */
function sumsAcross({ data, width, height }: Raster): Uint16Array {
  const sums = new Uint16Array(data.length);
  const half = MEAN >> 1;
  for (let start = 0; start < width * height; start += width) {
    const end = start + width - 1;
    let sum = (data[start] as number) * half;
    for (let i = start; i < start + half; i++) sum += data[Math.min(i, end)] as number;
    for (let i = start; i <= end; i++) {
      sum += data[i + half < end ? i + half : end] as number;
      sums[i] = sum;
      sum -= data[i - half > start ? i - half : start] as number;
    }
  }
  return sums;
}

type Look = { threshold: number; torn: number; beside: number; least: number };

function runsOf(
  { data, width, height }: Raster,
  sums: Uint16Array,
  y: number,
  look: Look,
): { x1: number; x2: number }[] {
  const { threshold, torn, beside, least } = look;
  const runs: { x1: number; x2: number }[] = [];
  const [above, below] = [Math.max(0, y - beside) * width, Math.min(height - 1, y + beside) * width];
  let [start, end] = [-1, -1];
  for (let x = 0, i = y * width; x < width; x++, i++) {
    const sum = (sums[i] as number) + FAINT * MEAN;
    const faint = sum < (sums[above + x] as number) && sum < (sums[below + x] as number);
    if (!faint && (data[i] as number) > threshold) continue;
    if (start === -1) start = x;
    else if (x - end > torn + 1) {
      if (end - start + 1 >= least) runs.push({ x1: start, x2: end });
      start = x;
    }
    end = x;
  }
  if (start !== -1 && end - start + 1 >= least) runs.push({ x1: start, x2: end });
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
