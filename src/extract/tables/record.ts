import type { Table } from '../../model/index.ts';
import type { DataTable } from './data-table.ts';
import { type Slot, slotsOf } from './grid.ts';

/**
 * The tables as the record shows them: rectangular, a merged cell's text where it begins and "" in the rest of it.
 * `cell.row` and `cell.column` of a figure are indices into `rows`.
 */
export const tablesOf = (tables: readonly DataTable[]): Table[] =>
  tables.map(({ id, source, shape: { grid, headerRows }, caption }) => {
    const texts = grid.rows.map((row, r) =>
      row.map((slot, c) => (slot?.row === r && slot.column === c ? slot.cell.text : '')),
    );
    const slots = [...new Set(grid.rows.flatMap(slotsOf))];
    return {
      id,
      span: source.span,
      caption: caption.text,
      unit: caption.unit,
      header: texts.slice(0, headerRows),
      rows: texts.slice(headerRows),
      merged: slots.filter(isMerged).map(({ row, column, rowSpan, colSpan }) => ({ row, column, rowSpan, colSpan })),
    };
  });

const isMerged = ({ rowSpan, colSpan }: Slot): boolean => rowSpan > 1 || colSpan > 1;
