/** How far a page lies askew: its lines of text make the sharpest profile where they are seen along themselves. */
import { inkThreshold, type Raster, scaled, turned } from './raster.ts';

/** Resolution at which lines are looked for, the widest angle, and the steps, in degrees. */
const DPI = 100;
const WIDEST = 7;
const STEPS = [0.5, 0.1, 0.02] as const;
/** More ink than this says no more. */
const POINTS = 25_000;
/** Pixels that no letter's foot is long. */
const RULE = 20;
/** Below this angle, in degrees, straightening blurs more than it mends. */
const LEVEL = 0.08;

export type Lie = { quarters: 0 | 1; angle: number };

type Ink = { xs: Int32Array; ys: Int32Array; width: number; height: number };

/**
 * How a page at `dpi` lies: whether its lines run up and down, and by how many radians they fall to the right once it is
 * turned by that quarter. Which end is up is not told. A page of hardly any ink lies straight.
 */
export function lieOf(image: Raster, dpi: number): Lie {
  const small = scaled(image, Math.min(1, DPI / dpi));
  const [flat, upright] = [inkOf(small), inkOf(turned(small, 1).image)];
  if (flat.xs.length < 200) return { quarters: 0, angle: 0 };
  const [along, across] = [sharpest(flat), sharpest(upright)];
  const best = across.sharpness > along.sharpness * 1.5 && isOnSide(small, along, across) ? across : along;
  const degrees = Math.abs(best.angle) < LEVEL || Math.abs(best.angle) > WIDEST - STEPS[0] ? 0 : best.angle;
  return { quarters: best === across ? 1 : 0, angle: (degrees * Math.PI) / 180 };
}

/** Whether letters say so too: the rules of a table are as sharp across the lines of its text as along them. */
function isOnSide(image: Raster, along: { angle: number }, across: { angle: number }): boolean {
  const [flat, upright] = [inkOf(image, RULE), inkOf(turned(image, 1).image, RULE)];
  return sharpness(upright, across.angle) > sharpness(flat, along.angle) * 1.5;
}

/** Where letters stand; edges that run on for `longest` pixels and more are left out. */
function inkOf(image: Raster, longest = Number.POSITIVE_INFINITY): Ink {
  const { width, height, data } = image;
  const threshold = inkThreshold(image);
  // The lower edge of ink is sharper than ink: letters stand on their line.
  const edges = new Uint8Array(data.length);
  let [count, run] = [0, 0];
  for (let i = 0; i < data.length - width; i++) {
    if ((data[i] as number) <= threshold && (data[i + width] as number) > threshold) {
      edges[i] = 1;
      count++;
      run++;
      continue;
    }
    if (run >= longest) {
      edges.fill(0, i - run, i);
      count -= run;
    }
    run = 0;
  }
  const step = Math.max(1, Math.ceil(count / POINTS));
  const kept = Math.ceil(count / step);
  const [xs, ys] = [new Int32Array(kept), new Int32Array(kept)];
  for (let i = 0, n = 0; i < data.length - width; i++) {
    if (edges[i] === 0) continue;
    if (n % step === 0) {
      xs[n / step] = i % width;
      ys[n / step] = Math.floor(i / width);
    }
    n++;
  }
  return { xs, ys, width, height };
}

function sharpest(ink: Ink): { angle: number; sharpness: number } {
  let best = { angle: 0, sharpness: sharpness(ink, 0) };
  let reach = WIDEST;
  for (const step of STEPS) {
    const middle = best.angle;
    for (let angle = middle - reach; angle <= middle + reach + 1e-9; angle += step) {
      const found = sharpness(ink, angle);
      if (found > best.sharpness) best = { angle, sharpness: found };
    }
    reach = step;
  }
  return best;
}

/** The sum of squares of a profile of the ink, taken along lines that fall by `angle` degrees, over its mean. */
function sharpness({ xs, ys, width, height }: Ink, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const offset = Math.ceil(Math.abs(slope) * width);
  const profile = new Float64Array(height + 2 * offset + 2);
  for (let i = 0; i < xs.length; i++) {
    const y = (ys[i] as number) - slope * (xs[i] as number) + offset;
    const row = Math.floor(y);
    const part = y - row;
    profile[row] = (profile[row] as number) + 1 - part;
    profile[row + 1] = (profile[row + 1] as number) + part;
  }
  let sum = 0;
  for (const count of profile) sum += count * count;
  return xs.length === 0 ? 0 : sum / (xs.length * (xs.length / height));
}
