/** An exact decimal: `units` / 10^`scale`. Money is never put through binary fractions. */
export interface Decimal {
  units: bigint;
  scale: number;
}

/** From digits with an optional fraction: decimal('1850', '4') is 1850.4. */
export const decimal = (whole: string, fraction = ''): Decimal => ({
  units: BigInt(whole + fraction),
  scale: fraction.length,
});

/** Times 10^`exponent`. */
export const shift = (value: Decimal, exponent: number): Decimal =>
  value.scale >= exponent
    ? { units: value.units, scale: value.scale - exponent }
    : { units: value.units * 10n ** BigInt(exponent - value.scale), scale: 0 };

export const add = (a: Decimal, b: Decimal): Decimal => {
  const scale = Math.max(a.scale, b.scale);
  const at = (d: Decimal) => d.units * 10n ** BigInt(scale - d.scale);
  return { units: at(a) + at(b), scale };
};

/** The nearest JSON number; exact for every amount below 2^53. */
export const toNumber = (value: Decimal): number => Number(`${value.units}e${-value.scale}`);
