import { expect, test } from '@jest/globals';
import { kappa } from './kappa.ts';

/** `times` pairs of the same two codes. */
const pairs = (...groups: [string, string, number][]) =>
  groups.flatMap(([a, b, times]) => Array.from({ length: times }, () => [a, b] as const));

test.each<[number | null, string, (readonly [string, string])[]]>([
  // Observed 35/50 = 0.7; by chance 25/50 · 30/50 + 25/50 · 20/50 = 0.5.
  [0.4, 'two codes', pairs(['có', 'có', 20], ['có', 'không', 5], ['không', 'có', 10], ['không', 'không', 15])],
  // Observed 7/10; by chance 5/10 · 5/10 + 3/10 · 3/10 + 2/10 · 2/10 = 0.38; 0.32 / 0.62.
  [
    0.516,
    'three codes',
    pairs(['a', 'a', 4], ['a', 'b', 1], ['b', 'b', 2], ['b', 'c', 1], ['c', 'c', 1], ['c', 'a', 1]),
  ],
  [1, 'agreement on all of several codes', pairs(['a', 'a', 3], ['b', 'b', 2])],
  [-1, 'agreement on none', pairs(['a', 'b', 3], ['b', 'a', 3])],
  [0, 'no more than chance', pairs(['a', 'a', 1], ['a', 'b', 1], ['b', 'a', 1], ['b', 'b', 1])],
  [null, 'one code only, which chance alone agrees on', pairs(['a', 'a', 9])],
  [null, 'nothing', []],
])('%s: %s', (expected, _, rated) => {
  const found = kappa(rated);
  if (expected === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(expected, 3);
});
