import type { Figure, Place } from '../../model/index.ts';
import type { Cell } from './cells.ts';

/** "Số hộ nghèo – xã Bình Tân": what is counted, then where or in which row. */
const labelOf = ({ phrase, row, table }: Cell, place: Place | null): string => {
  const where = row.role === 'total' || table.byPlace ? (place?.name ?? row.label) : '';
  return [phrase, where].filter((part) => part !== '').join(' – ') || row.label;
};

/** The fields of a figure that its cell gives; `cell.row` counts from the first row below the headings. */
export const fieldsOf = (cell: Cell, place: Place | null): Pick<Figure, 'unitText' | 'label' | 'cell'> => ({
  unitText: cell.measure.words,
  label: labelOf(cell, place),
  cell: { table: cell.table.id, row: cell.row.at - cell.table.shape.headerRows, column: cell.column },
});
