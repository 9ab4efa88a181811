import type { WordBlock, WordCell, WordRow, WordTable } from './model.ts';

/** A cell as DOC and RTF have it: by where its right edge stands, with marks for what it is merged with. */
export type EdgedCell = {
  blocks: WordBlock[];
  /** Distance of the right edge from the table's origin, in any unit that grows along the row. */
  right: number;
  /** Goes on the cell to its left, or the one above. */
  merged: { left: boolean; up: boolean };
};
export type EdgedRow = { cells: EdgedCell[]; header: boolean };

/** Edges nearer than this (twips) are one: writers draw rows by hand. */
const SAME_EDGE = 60;

/** Rows of edged cells as a table whose cells say how many columns and rows they span. */
export function tableOf(rows: readonly EdgedRow[]): WordTable {
  const edges = columnEdges(rows);
  const open = new Map<number, WordCell>();
  return { kind: 'table', rows: rows.map((row) => spannedRow(row, edges, open)) };
}

function columnEdges(rows: readonly EdgedRow[]): number[] {
  const all = rows.flatMap((row) => row.cells.map((cell) => cell.right)).sort((a, b) => a - b);
  return all.filter((edge, i) => i === 0 || edge - (all[i - 1] as number) > SAME_EDGE);
}

/** How many of the rising edges are at `most` or left of it. */
function edgesUpTo(edges: readonly number[], most: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `open`: the cell last seen at each column, which a cell merged upwards goes on. */
function spannedRow(row: EdgedRow, edges: readonly number[], open: Map<number, WordCell>): WordRow {
  const cells: WordCell[] = [];
  let column = 0;
  for (const { blocks, right, merged } of row.cells) {
    const end = Math.max(column + 1, edgesUpTo(edges, right + SAME_EDGE));
    const left = cells.at(-1);
    const above = open.get(column);
    if (merged.left && left) {
      left.colSpan += end - column;
      for (const block of blocks) left.blocks.push(block);
    } else if (merged.up && above) {
      above.rowSpan++;
      for (const block of blocks) above.blocks.push(block);
    } else {
      const cell = { blocks, colSpan: end - column, rowSpan: 1 };
      cells.push(cell);
      open.set(column, cell);
    }
    column = end;
  }
  return { cells, header: row.header };
}
