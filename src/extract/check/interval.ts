import { compare, type Exact, exact, minus, plus, times } from '../link/exact.ts';
import type { Linkable } from '../link/scene.ts';

/** The values a printed number may stand for: both ends included. */
export type Interval = { low: Exact; high: Exact };

export const point = (value: number): Interval => ({ low: exact(value), high: exact(value) });
export const add = (a: Interval, b: Interval): Interval => ({ low: plus(a.low, b.low), high: plus(a.high, b.high) });
export const subtract = (a: Interval, b: Interval): Interval => ({
  low: minus(a.low, b.high),
  high: minus(a.high, b.low),
});
export const multiply = (a: Interval, b: Interval): Interval => {
  const ends = [times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)].sort(compare);
  return { low: ends[0] as Exact, high: ends[3] as Exact };
};
export const total = (all: readonly Interval[]): Interval => all.reduce(add, point(0));
export const overlap = (a: Interval, b: Interval): boolean =>
  compare(a.low, b.high) <= 0 && compare(b.low, a.high) <= 0;

const WORDS: readonly [RegExp, number][] = [
  [/tỷ|tỉ/iu, 9],
  [/triệu/iu, 6],
  [/vạn/iu, 4],
  [/nghìn|ngàn/iu, 3],
];

/**
 * The place value of the last digit shown, in the figure's base unit: 1 for "1.855", 0.01 for "4,82%", 10⁵ for
 * "1.850,4 triệu đồng". null where the number is written in words or as a fraction.
 */
export function lastPlace(literal: string, value: number): Exact | null {
  const numbers = [...literal.matchAll(/\d[\d.,]*/g)].map((m) => BigInt(m[0].replace(/\D/g, '')));
  if (numbers.length === 2) return lastWord(literal);
  const [shown] = numbers;
  if (shown === undefined || shown === 0n || numbers.length > 2) return null;
  const size = exact(Math.abs(value));
  for (let power = -6; power <= 13; power++) {
    const place = powerOfTen(power);
    if (compare(times({ digits: shown, scale: 0 }, place), size) === 0) return place;
  }
  return null;
}

const lastWord = (literal: string): Exact | null => {
  const tail = literal.slice(literal.search(/\d[^\d]*$/));
  const power = WORDS.find(([word]) => word.test(tail))?.[1];
  return power === undefined ? null : powerOfTen(power);
};

export const powerOfTen = (power: number): Exact =>
  power >= 0 ? { digits: 10n ** BigInt(power), scale: 0 } : { digits: 1n, scale: -power };

/**
 * What the digits of a figure leave open: half a unit in the last place either way, `width` times. A count
 * written to the last one is exact.
 */
export function shown(figure: Linkable, place: Exact, width: number, value: Exact = exact(figure.value)): Interval {
  const counted = figure.kind === 'count' && compare(place, exact(1)) === 0;
  const half = counted ? exact(0) : times(place, exact(width / 2));
  return { low: minus(value, half), high: plus(value, half) };
}
