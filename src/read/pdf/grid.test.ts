import { expect, test } from '@jest/globals';
import { gridsOf } from './grid.ts';

const across = (y: number, x1: number, x2: number) => ({ x1, x2, y1: y, y2: y });
const down = (x: number, y1: number, y2: number) => ({ x1: x, x2: x, y1, y2 });
/** Cells as [row, column, rowSpan, colSpan]. */
const cells = (grid: ReturnType<typeof gridsOf>[number] | undefined) =>
  grid?.cells.map(({ row, column, rowSpan, colSpan }) => [row, column, rowSpan, colSpan]);

const frame = [across(0, 0, 300), across(60, 0, 300), down(0, 0, 60), down(300, 0, 60)];

test('four cells of two rows and two columns', () => {
  expect(cells(gridsOf([...frame, across(30, 0, 300), down(100, 0, 60)])[0])).toEqual([
    [0, 0, 1, 1],
    [0, 1, 1, 1],
    [1, 0, 1, 1],
    [1, 1, 1, 1],
  ]);
});

test('a merged header over two columns beside a cell over two rows', () => {
  const rules = [...frame, across(30, 100, 300), down(100, 0, 60), down(200, 30, 60)];
  expect(cells(gridsOf(rules)[0])).toEqual([
    [0, 0, 2, 1],
    [0, 1, 1, 2],
    [1, 1, 1, 1],
    [1, 2, 1, 1],
  ]);
});

test('borders drawn in pieces, a hair apart, are one line', () => {
  const pieces = [across(30, 0, 99), across(30.4, 101, 300), down(100, 0, 29), down(100.5, 31, 60)];
  expect(cells(gridsOf([...frame, ...pieces])[0])).toHaveLength(4);
});

test('two tables on a page stay apart', () => {
  const table = [...frame, across(30, 0, 300), down(100, 0, 60)];
  const lower = table.map((rule) => ({ ...rule, y1: rule.y1 + 200, y2: rule.y2 + 200 }));
  expect(gridsOf([...table, ...lower]).map((grid) => grid.y1)).toEqual([0, 200]);
});

test.each([
  ['an underline', [across(30, 0, 300)]],
  ['a frame round one text', frame],
  ['a single row', [...frame, down(100, 0, 60)]],
])('%s is no table', (_, rules) => {
  expect(gridsOf(rules)).toEqual([]);
});
