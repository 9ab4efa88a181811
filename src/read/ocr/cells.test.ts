import { describe, expect, test } from '@jest/globals';
import { drawn } from '../../../tests/read/drawn.ts';
import { type CellBox, cellWords, inkShare, isIn, overlap, type Stack, stackOf, without } from './cells.ts';
import type { OcrWord } from './hocr.ts';

/** 100 dpi, squares of 10 pixels: a page of 200 × 100 with ink at (30, 30), 20 wide, and (150, 60), 10 wide. */
const DPI = 100;
const PAGE = drawn(['', '', '', '   ##', '', '', '               #', '', "         '", '                    '], 10);
const LEFT: CellBox = { x1: 10, y1: 20, x2: 90, y2: 50 };
const RIGHT: CellBox = { x1: 110, y1: 50, x2: 190, y2: 80 };
const DUSTY: CellBox = { x1: 60, y1: 70, x2: 100, y2: 95 };

const wordAt = (text: string, x: number, y: number, width: number): OcrWord => ({
  text,
  x,
  y,
  width,
  top: y - 10,
  bottom: y,
  size: 10,
  confidence: 0.9,
});

describe('a stack of cells', () => {
  const stack = stackOf(PAGE, [LEFT, DUSTY, RIGHT], DPI, 2) as Stack;

  test('holds those with ink, one under the other, larger', () => {
    expect(stack.slots.map(({ cell }) => cell)).toEqual([LEFT, RIGHT]);
    expect(stack.image).toMatchObject({ dpi: 200, block: true });
    const dark = (y: number): number =>
      stack.image.data.subarray(y * stack.image.width, (y + 1) * stack.image.width).filter((grey) => grey < 128).length;
    const rows = Array.from({ length: stack.image.height }, (_, y) => dark(y)).filter((count) => count > 0);
    // Ink 20 and 10 pixels wide, 10 high each, drawn at twice its size: softening takes or gives a pixel at its edges.
    expect(rows.filter((count) => count > 30).length).toBeGreaterThanOrEqual(18);
    expect(rows.filter((count) => count > 14 && count < 30).length).toBeGreaterThanOrEqual(18);
  });

  test('tells where its words lie on the page', () => {
    const [first, second] = stack.slots;
    const at = (slot: typeof first, x: number, y: number) => [(x - (slot?.dx ?? 0)) * 2, (y - (slot?.dy ?? 0)) * 2];
    const [x1, y1] = at(first, 30, 40) as [number, number];
    const [x2, y2] = at(second, 150, 70) as [number, number];
    const words = [
      { ...wordAt('1', x1, y1, 40), top: y1 - 20, size: 20 },
      { ...wordAt('2', x2, y2, 20), top: y2 - 20, size: 20 },
    ];
    expect(cellWords(words, stack)).toEqual(
      new Map([
        [LEFT, [wordAt('1', 30, 40, 20)]],
        [RIGHT, [wordAt('2', 150, 70, 10)]],
      ]),
    );
  });

  test('of a cell that is not read has no words for it', () => {
    expect([...cellWords([], stack).values()]).toEqual([[], []]);
  });

  test.each([
    ['blank cells', [{ x1: 0, y1: 0, x2: 20, y2: 20 }]],
    ['a cell off the page', [{ x1: 500, y1: 500, x2: 600, y2: 600 }]],
    ['no cells', []],
  ])('is none of %s', (_, cells) => {
    expect(stackOf(PAGE, cells, DPI, 2)).toBeNull();
  });
});

test.each([
  [1, 'ink', wordAt('x', 30, 40, 20)],
  [0.5, 'ink and paper', wordAt('x', 30, 40, 40)],
  [0, 'paper', wordAt('x', 100, 30, 50)],
])('a share of %d is dark under %s', (share, _, word) => {
  expect(inkShare(PAGE, 128, word)).toBeCloseTo(share);
});

test.each([
  [true, 20, wordAt('inside', 30, 40, 20)],
  [true, 40, wordAt('over its edge', 50, 40, 70)],
  [false, 20, wordAt('mostly outside', 70, 40, 100)],
  [false, 0, wordAt('under it', 30, 90, 20)],
])('in a cell: %s, by %d pixels: %o', (inside, by, word) => {
  expect([isIn(LEFT, word), overlap(LEFT, word)]).toEqual([inside, by]);
});

test('a page without boxes has paper there, and the rest as it was', () => {
  const clean = without(PAGE, [LEFT]);
  expect(inkShare(clean, 128, wordAt('x', 30, 40, 20))).toBe(0);
  expect(inkShare(clean, 128, wordAt('x', 150, 70, 10))).toBe(1);
  expect(inkShare(PAGE, 128, wordAt('x', 30, 40, 20))).toBe(1);
});
