import type { Figure } from '../../model/index.ts';
import type { Link } from '../link/index.ts';
import type { Cell } from './cells.ts';
import type { DataTable } from './data-table.ts';
import { wholeColumnsOf, wholeRowsOf } from './structure.ts';

/** A cell with the figure it became. */
export interface Filled {
  cell: Cell;
  figure: Figure;
}

export const groupedByTable = (filled: readonly Filled[]): Map<DataTable, Filled[]> =>
  Map.groupBy(filled, ({ cell }) => cell.table);

/** Finds a table's figure by row and column. */
export const finder = (filled: readonly Filled[]): ((row: number, column: number) => Filled | undefined) => {
  const at = new Map(filled.map((one) => [`${one.cell.row.at},${one.cell.column}`, one]));
  return (row, column) => at.get(`${row},${column}`);
};

/** Figures that may be summed: no shares, and no amounts a head. */
export const adds = ({ kind, per, role }: Figure): boolean =>
  kind !== 'percentage' && per.every((each) => TIMES.has(each)) && role !== 'achievement';

const TIMES: ReadonlySet<string> = new Set(['month', 'quarter', 'year']);

const fits = (part: Figure, whole: Figure | undefined): whole is Figure =>
  whole !== undefined &&
  adds(part) &&
  adds(whole) &&
  part.unit === whole.unit &&
  part.role === whole.role &&
  (part.role === 'change' || Math.abs(part.value) <= Math.abs(whole.value));

/** Body rows are parts of the row they stand under or of the total; without either, "trong đó" columns of their whole column. */
export const tableLinks = (filled: readonly Filled[]): Link[] =>
  [...groupedByTable(filled)].flatMap(([table, own]) => {
    const find = finder(own);
    const rowsOver = wholeRowsOf(table);
    const columnOver = wholeColumnsOf(table);
    return own.flatMap(({ cell, figure }) => {
      for (const row of rowsOver(cell.row)) {
        const whole = find(row.at, cell.column)?.figure;
        if (fits(figure, whole)) return [{ figure: figure.id, whole: whole.id, rule: 'table_total' }];
      }
      const across = columnOver(cell.column);
      const whole = across ? find(cell.row.at, across.column)?.figure : undefined;
      return fits(figure, whole) ? [{ figure: figure.id, whole: whole.id, rule: 'table_column' }] : [];
    });
  });
