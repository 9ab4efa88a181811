import { compare, type Exact, exact, times } from '../link/exact.ts';
import type { Linkable } from '../link/scene.ts';
import { powerOfTen } from './interval.ts';

const groups = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6, useGrouping: true });

/** A value as a Vietnamese reader writes it: 1.855; 4,82%; 986.230.000 đồng. */
export function written(figure: Linkable, value: number): string {
  const mark = figure.kind === 'percentage' ? '%' : figure.unit === 'VND' ? ' đồng' : '';
  return groups.format(value) + mark;
}

/** a ÷ b to the given place value, rounded half up; both positive. */
export function quotient(a: Exact, b: Exact, place: Exact): number {
  const scale = Math.max(a.scale, b.scale);
  const numerator = a.digits * 10n ** BigInt(scale - a.scale) * 10n ** BigInt(place.scale);
  const denominator = b.digits * 10n ** BigInt(scale - b.scale) * place.digits;
  const rounded = (2n * numerator + denominator) / (2n * denominator);
  return Number(`${rounded * place.digits}e${-place.scale}`);
}

/** What a slip of the pen makes of a number: the point moved by one to three places, or two neighbours swapped. */
export function slips(figure: Linkable, place: Exact): Exact[] {
  const value = exact(Math.abs(figure.value));
  const digits = String(times(value, { digits: 1n, scale: 0 }).digits).replace(/0+$/, '');
  const moved = [-3, 3, -1, 1, -2, 2].map((power) => times(value, powerOfTen(power)));
  const whole = (v: Exact): boolean => figure.kind !== 'count' || v.digits % 10n ** BigInt(v.scale) === 0n;
  return [...moved.filter(whole), ...(digits.length >= 3 ? swapped(value, place) : [])];
}

/** Digits that look alike on a poor scan. */
const ALIKE: Readonly<Record<string, string>> = {
  0: '5689',
  1: '47',
  2: '7',
  3: '58',
  4: '19',
  5: '0368',
  6: '058',
  7: '12',
  8: '0356',
  9: '04',
};

/** What an OCR engine may have read as this number: one digit that looks like another. */
export function misreadings(figure: Linkable, place: Exact): Exact[] {
  const digits = digitsOf(exact(Math.abs(figure.value)), place);
  return digits.flatMap((digit, i) =>
    [...(ALIKE[digit] ?? '')]
      .map((other) => digits.with(i, other))
      .filter(([first]) => digits.length === 1 || first !== '0')
      .map((other) => times({ digits: BigInt(other.join('')), scale: 0 }, place)),
  );
}

/** The digits shown, up to the last place. */
const digitsOf = (value: Exact, place: Exact): string[] => [
  ...`${(value.digits * 10n ** BigInt(place.scale)) / (place.digits * 10n ** BigInt(value.scale))}`,
];

function swapped(value: Exact, place: Exact): Exact[] {
  const shownDigits = digitsOf(value, place);
  const found: Exact[] = [];
  for (let i = 0; i + 1 < shownDigits.length; i++) {
    const other = [...shownDigits];
    [other[i], other[i + 1]] = [other[i + 1] as string, other[i] as string];
    const next = times({ digits: BigInt(other.join('')), scale: 0 }, place);
    if (compare(next, value) !== 0) found.push(next);
  }
  return found;
}
