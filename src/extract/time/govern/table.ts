import type { SourceTable, Span, TableCell } from '../../../model/index.ts';
import type { TimeMention } from '../types.ts';
import { mayDate } from './not-the-period.ts';
import { type Sentence, within } from './view.ts';

type Placed = { cell: TableCell; row: number; first: number; last: number };

/** Cells with the columns they cover; a merged cell fills its rows below. */
const grid = (table: SourceTable): Placed[] => {
  const taken = new Set<string>();
  return table.rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken.has(`${row},${column}`)) column++;
      const placed = { cell, row, first: column, last: column + cell.colSpan - 1 };
      for (let r = row; r < row + cell.rowSpan; r++)
        for (let c = placed.first; c <= placed.last; c++) if (cell.rowSpan > 1) taken.add(`${r},${c}`);
      column = placed.last + 1;
      return placed;
    });
  });
};

/**
 * The time that dates a figure of a table: in its own cell, else in the headings over its column (the lowest
 * first), else in a cell before it in its row. `mentions` are those of the whole text.
 */
export const timeInTable = (
  table: SourceTable,
  lower: string,
  mentions: readonly TimeMention[],
): ((figure: Span) => TimeMention | null) => {
  const cells = grid(table);
  const inTable = mentions.filter((m) => within(table.span, m.span));
  const timeIn = ({ cell }: Placed): TimeMention | undefined => {
    const found = inTable.filter((m) => within(cell.span, m.span));
    const sentence: Sentence = { span: cell.span, lower, mentions: found, figures: [] };
    return found.findLast((m) => mayDate(m, sentence));
  };
  const dated = cells.flatMap((placed) => {
    const time = timeIn(placed);
    return time === undefined ? [] : [{ ...placed, time }];
  });
  const headerRows = Math.max(1, table.headerRows);
  return (figure) => {
    const at = cells.find(({ cell }) => within(cell.span, figure));
    if (at === undefined) return null;
    const own = dated.find(({ cell }) => cell === at.cell);
    const above = dated.filter((d) => d.row < Math.min(headerRows, at.row) && d.first <= at.last && at.first <= d.last);
    const before = dated.filter((d) => d.row === at.row && d.last < at.first);
    return (own ?? above.at(-1) ?? before.at(-1))?.time ?? null;
  };
};
