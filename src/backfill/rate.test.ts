import { describe, expect, test } from '@jest/globals';
import { Rate, secondsLeft } from './rate.ts';

describe('how fast something grows', () => {
  test.each<[string, number | null, ...[count: number, second: number][]]>([
    ['nobody can tell of one look', null, [5, 0]],
    ['from when it began to grow', 4, [0, 0], [0, 20], [0, 30], [4, 31], [20, 35]],
    ['over the last half minute', 2, [0, 0], [1000, 10], [1000, 20], [1060, 50]],
    ['not at all any more', 0, [0, 0], [1000, 1], [1000, 40], [1000, 80]],
  ])('%s', (_, expected, ...looks) => {
    const rate = new Rate();
    const seen = looks.map(([count, second]) => rate.see(count, second * 1000));
    expect(seen.at(-1)).toBe(expected);
  });

  test.each([
    [0, 0, null],
    [20, 100, 5],
    [21, 101, 5],
    [null, 100, 0],
    [null, 100, null],
  ])('%s seconds left', (expected, left, perSecond) => expect(secondsLeft(left, perSecond)).toBe(expected));
});
