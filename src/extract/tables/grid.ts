import type { SourceTable, TableCell } from '../../model/index.ts';

/** A cell where it begins; a merged cell is one slot in every row and column it covers. */
export interface Slot {
  cell: TableCell;
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
}

/** A table as a rectangle: `rows[r][c]` is the slot that covers it, null where a row is short. */
export interface Grid {
  width: number;
  rows: (Slot | null)[][];
}

/** No report has more columns; a file that says so is broken. */
const WIDEST = 200;

/** Sets cells with their spans on a grid, as HTML's table model does. */
export const gridOf = ({ rows }: Pick<SourceTable, 'rows'>): Grid => {
  const placed: (Slot | null)[][] = rows.map(() => []);
  let width = 0;
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (placed[row]?.[column]) column += 1;
      if (column >= WIDEST) break;
      const colSpan = Math.min(cell.colSpan, WIDEST - column);
      const rowSpan = Math.min(cell.rowSpan, rows.length - row);
      const slot: Slot = { cell, row, column, rowSpan, colSpan };
      for (let r = row; r < row + rowSpan; r += 1)
        for (let c = column; c < column + colSpan; c += 1) (placed[r] as (Slot | null)[])[c] ??= slot;
      column += colSpan;
      width = Math.max(width, column);
    }
  });
  return { width, rows: placed.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? null)) };
};

/** The text of a cell as its readers see it. */
export const textOf = (slot: Slot | null): string => slot?.cell.text.replace(/\s+/g, ' ').trim() ?? '';

/** The slots of a row, each once, left to right. */
export const slotsOf = (row: readonly (Slot | null)[]): Slot[] => [
  ...new Set(row.filter((slot): slot is Slot => slot !== null)),
];
