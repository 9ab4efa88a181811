import { describe, expect, test } from '@jest/globals';
import { rowMarks } from './rows.ts';
import { SPRM } from './sprm.ts';

type Flags = { horizontal?: number; vertical?: number };
/** The definition of a row: its left edge, the widths of its cells and their flags of merging. */
function define(left: number, widths: readonly number[], flags: readonly Flags[] = []) {
  const operand = Buffer.alloc(1 + 2 * (widths.length + 1) + 20 * flags.length);
  operand.writeUInt8(widths.length);
  let edge = left;
  for (const [i, width] of [0, ...widths].entries()) {
    edge += width;
    operand.writeInt16LE(edge, 1 + 2 * i);
  }
  for (const [i, { horizontal = 0, vertical = 0 }] of flags.entries()) {
    operand.writeUInt16LE(horizontal | (vertical << 5), 1 + 2 * (widths.length + 1) + 20 * i);
  }
  return { sprm: SPRM.tDefine, operand };
}
const prl = (name: keyof typeof SPRM, ...bytes: number[]) => ({ sprm: SPRM[name], operand: Buffer.from(bytes) });
/** Cells by their right edge, "<" for those that go on the left one, "^" for those that go on the one above. */
const shown = (...prls: Parameters<typeof rowMarks>[0][number][]): string =>
  rowMarks(prls)
    .cells.map(({ right, left, up }) => `${left ? '<' : ''}${up ? '^' : ''}${right}`)
    .join(' ');

describe('cells', () => {
  const three = define(-100, [500, 600, 700]);
  test.each<[string, Parameters<typeof shown>]>([
    ['400 1000 1700', [three]],
    ['', []],
    // Vertical flags: 3 begins a merge, 1 goes on.
    ['100 ^200', [define(0, [100, 100], [{ vertical: 3 }, { vertical: 1 }])]],
    // Horizontal ones: what comes first begins a merge, as Word writes it and as the specification has it.
    ['100 <200 <300 400', [define(0, [100, 100, 100, 100], [{ horizontal: 1 }, { horizontal: 2 }, { horizontal: 2 }])]],
    ['100 <200 <300 400', [define(0, [100, 100, 100, 100], [{ horizontal: 2 }, { horizontal: 1 }, { horizontal: 1 }])]],
    [
      '100 <200 300 <400',
      [define(0, [100, 100, 100, 100], [{ horizontal: 1 }, { horizontal: 2 }, { horizontal: 1 }, { horizontal: 2 }])],
    ],
    // Later modifiers change the row.
    ['400 1000 ^1700', [three, prl('tVerticalMerge', 2, 1)]],
    ['400 1000 1700', [three, prl('tVerticalMerge', 9, 1)]],
    ['400 <1000 1700', [three, prl('tMerge', 0, 2)]],
    ['400 1000 1700', [three, prl('tMerge', 0, 2), prl('tSplit', 0, 2)]],
    ['400 1100', [three, prl('tDelete', 1, 2)]],
    ['400 650 900 1500 2200', [three, prl('tInsert', 1, 2, 250, 0)]],
    ['0 100 800', [three, prl('tWidth', 0, 2, 100, 0)]],
    // No row has more than 63 cells.
    [Array.from({ length: 63 }, (_, i) => i + 1).join(' '), [prl('tInsert', 0, 255, 1, 0)]],
    // A definition that is cut off defines nothing.
    ['', [{ sprm: SPRM.tDefine, operand: Buffer.from([5, 0, 0]) }]],
  ])('%s', (expected, prls) => {
    expect(shown(...prls)).toBe(expected);
  });
});

test('a row that is repeated on every page heads the table', () => {
  expect(rowMarks([define(0, [100])]).header).toBe(false);
  expect(rowMarks([define(0, [100]), prl('tHeader', 1)]).header).toBe(true);
});
