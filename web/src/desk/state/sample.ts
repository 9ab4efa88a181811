/** A small deterministic generator of numbers in [0, 1): mulberry32 (Tommy Ettinger, public domain). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const hash = (words: string): number =>
  [...words].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5);

/** `size` of the items, drawn without a pattern, in their own order; the same for the same `seed` and items. */
export function drawn<T>(items: readonly T[], size: number, seed: string): T[] {
  const random = generator(hash(seed));
  return items
    .map((item, at) => ({ item, at, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, size)
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
