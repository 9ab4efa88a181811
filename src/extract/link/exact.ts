/** A decimal number without rounding: `digits` × 10^−`scale`. */
export type Exact = { digits: bigint; scale: number };

/** The decimal that a JSON number prints as; 1.46 is 146 × 10^−2, never a binary neighbour. */
export function exact(value: number): Exact {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

const at = (a: Exact, scale: number): bigint => a.digits * 10n ** BigInt(scale - a.scale);

function aligned(a: Exact, b: Exact, combine: (x: bigint, y: bigint) => bigint): Exact {
  const scale = Math.max(a.scale, b.scale);
  return { digits: combine(at(a, scale), at(b, scale)), scale };
}

export const ZERO: Exact = { digits: 0n, scale: 0 };
export const plus = (a: Exact, b: Exact): Exact => aligned(a, b, (x, y) => x + y);
export const minus = (a: Exact, b: Exact): Exact => aligned(a, b, (x, y) => x - y);
export const times = (a: Exact, b: Exact): Exact => ({ digits: a.digits * b.digits, scale: a.scale + b.scale });
export const magnitude = (a: Exact): Exact => ({ ...a, digits: a.digits < 0n ? -a.digits : a.digits });
export const sum = (all: readonly Exact[]): Exact => all.reduce(plus, ZERO);

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Exact, b: Exact): number {
  const difference = minus(a, b).digits;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest JSON number; for showing only. */
export const toNumber = (a: Exact): number => Number(`${a.digits}e${-a.scale}`);
