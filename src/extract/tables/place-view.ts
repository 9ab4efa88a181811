import type { SourceTable, TableCell } from '../../model/index.ts';
import type { DataTable } from './data-table.ts';
import type { Row } from './shape.ts';

const NOTHING: TableCell = { text: '', span: { start: 0, end: 0 }, colSpan: 1, rowSpan: 1 };

/** The column of places closest to the numbers: of "Huyện | Xã" the second. */
const placeColumn = ({ shape: { columns } }: DataTable): number => columns.findLastIndex(({ role }) => role === 'name');

/**
 * Tables as the look-up of places reads them: the innermost column of places first, then a row's own cells. In
 * tables by something else no heading speaks of places, though "Tỉnh" may head a column of money.
 */
export const placeView = (tables: readonly DataTable[]): SourceTable[] =>
  tables.map((table) => {
    const { source, shape, byPlace } = table;
    const column = placeColumn(table);
    const heading = { ...NOTHING, text: byPlace ? (shape.columns[column]?.path.at(-1) ?? '') : '' };
    const rows = shape.rows.map(({ at }: Row) => {
      const label = shape.grid.rows[at]?.[column]?.cell ?? NOTHING;
      return [label, ...(source.rows[at] ?? []).filter((cell) => cell !== label)];
    });
    return { span: source.span, headerRows: 1, rows: [[heading], ...rows] };
  });
