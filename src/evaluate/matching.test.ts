import { expect, test } from '@jest/globals';
import { matchingBlocks } from './matching.ts';

/** Expected values: `SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()` of Python 3.11. */
test.each([
  ['abcd', 'abcd', [[0, 0, 4]]],
  [
    'abxcd',
    'abcd',
    [
      [0, 0, 2],
      [3, 2, 2],
    ],
  ],
  [
    'qabxcd',
    'abycdf',
    [
      [1, 0, 2],
      [4, 3, 2],
    ],
  ],
  ['ababab', 'bababa', [[0, 1, 5]]],
  [
    'private thread',
    'private volatile thread',
    [
      [0, 0, 8],
      [8, 17, 6],
    ],
  ],
  ['abc', 'xyz', []],
  ['', 'xyz', []],
])('%s and %s share %j', (a, b, blocks) => {
  expect(matchingBlocks([...a], [...b]).map(({ a, b, size }) => [a, b, size])).toEqual(blocks);
});
