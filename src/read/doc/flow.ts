import { type EdgedCell, type EdgedRow, tableOf } from '../word/grid.ts';
import type { WordBlock } from '../word/model.ts';
import { MOST_CELLS, type RowMarks } from './rows.ts';

/** A table being built: its rows, the cells of the row being built, the blocks of the cell being built. */
type OpenTable = { rows: EdgedRow[]; cells: WordBlock[][]; cell: WordBlock[] };

/** Tables deeper than this are taken as one. */
const DEEPEST = 8;

/** Paragraphs and tables of one part of the text, built in the order of the paragraphs. */
export class Flow {
  readonly #blocks: WordBlock[] = [];
  /** From the outermost table to the innermost. */
  readonly #open: OpenTable[] = [];

  /** Adds blocks `depth` tables deep: 0 outside of any. */
  add(blocks: readonly WordBlock[], depth: number): void {
    this.#settle(depth);
    (this.#open.at(-1)?.cell ?? this.#blocks).push(...blocks);
  }

  endCell(depth: number): void {
    this.#settle(depth);
    const table = this.#open.at(-1);
    table?.cells.push(table.cell.splice(0));
  }

  /** Ends a row, or with no marks drops it. */
  endRow(marks: RowMarks | null, depth: number): void {
    this.#settle(depth);
    const table = this.#open.at(-1);
    if (table && marks) endRow(table, marks);
    else if (table) [table.cells, table.cell] = [[], []];
  }

  /** What was built; rows and tables left open are ended first. */
  end(): WordBlock[] {
    this.#settle(0);
    return this.#blocks;
  }

  #settle(depth: number): void {
    const wanted = Math.min(DEEPEST, Math.max(0, depth));
    while (this.#open.length < wanted) this.#open.push({ rows: [], cells: [], cell: [] });
    while (this.#open.length > wanted) {
      const table = this.#open.pop() as OpenTable;
      endRow(table, { cells: [], header: false });
      if (table.rows.length > 0) (this.#open.at(-1)?.cell ?? this.#blocks).push(tableOf(table.rows));
    }
  }
}

/** A cell that no mark foresaw stands right of those that are. */
const BEYOND = 1000;

function endRow(table: OpenTable, marks: RowMarks): void {
  if (table.cell.length > 0) table.cells.push(table.cell.splice(0));
  if (table.cells.length === 0) return;
  // No row of Word's has more cells; a file that says so would make its columns a matter of hours.
  const last = table.cells[MOST_CELLS - 1];
  for (const blocks of table.cells.splice(MOST_CELLS)) for (const block of blocks) last?.push(block);
  const edge = marks.cells.at(-1)?.right ?? 0;
  const cells = table.cells.splice(0).map((blocks, i): EdgedCell => {
    const { right, left, up } = marks.cells[i] ?? { right: edge + (i + 1) * BEYOND, left: false, up: false };
    return { blocks, right, merged: { left, up } };
  });
  table.rows.push({ cells, header: marks.header });
}
