import { expect, test } from '@jest/globals';
import { boxesOf } from './boxes.ts';

/** "4.627 triệu đồng": two words on one line, the third on the next, and a word of page 2. */
const words = [
  { span: { start: 0, end: 5 }, box: { page: 1, x: 10, y: 100, width: 30, height: 12 } },
  { span: { start: 6, end: 11 }, box: { page: 1, x: 45, y: 101, width: 30, height: 12 } },
  { span: { start: 12, end: 16 }, box: { page: 1, x: 10, y: 116, width: 28, height: 12 } },
  { span: { start: 17, end: 20 }, box: { page: 2, x: 10, y: 116, width: 20, height: 12 } },
];

test.each([
  ['one word', { start: 0, end: 5 }, [{ page: 1, x: 10, y: 100, width: 30, height: 12 }]],
  ['part of a word', { start: 2, end: 4 }, [{ page: 1, x: 10, y: 100, width: 30, height: 12 }]],
  ['words of one line make one box', { start: 0, end: 11 }, [{ page: 1, x: 10, y: 100, width: 65, height: 13 }]],
  [
    'a box a line',
    { start: 0, end: 16 },
    [
      { page: 1, x: 10, y: 100, width: 65, height: 13 },
      { page: 1, x: 10, y: 116, width: 28, height: 12 },
    ],
  ],
  [
    'a box a page',
    { start: 12, end: 20 },
    [
      { page: 1, x: 10, y: 116, width: 28, height: 12 },
      { page: 2, x: 10, y: 116, width: 20, height: 12 },
    ],
  ],
  ['the space between words has none', { start: 5, end: 6 }, []],
  ['behind the last word', { start: 30, end: 32 }, []],
])('%s', (_, span, boxes) => {
  expect(boxesOf(words, span)).toEqual(boxes);
});

test('a text without places has no boxes', () => {
  expect(boxesOf([], { start: 0, end: 5 })).toEqual([]);
});
