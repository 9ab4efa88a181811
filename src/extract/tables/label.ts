import type { Figure, Place } from '../../model/index.ts';
import type { Cell } from './cells.ts';
import { bare, isSorting } from './phrase.ts';

/** What stands in a column of places and is none: areas, groups of places, offices. */
const NO_PLACE =
  /^(?:khu vực|vùng|miền|cụm|khối|nhóm|các|hội|đoàn|phòng|sở|ban|ngân hàng|trung tâm|trường|bệnh viện|công ty|liên đoàn|mặt trận|cơ quan|đơn vị)(?!\p{L})/iu;

/** The place of a row, where its table is one of places and its label names one. */
const placeOf = ({ table, row }: Cell, place: Place | null): Place | null =>
  table.byPlace && row.role !== 'total' && !NO_PLACE.test(row.label) ? place : null;

/** "Số hộ nghèo – xã Bình Tân", "Số hộ nghèo – 2019": what is counted, then how its column and row are told apart. */
const labelOf = ({ phrase, row, column, table }: Cell, place: Place | null): string => {
  const leaf = table.shape.columns[column]?.path.at(-1) ?? '';
  const sorted = isSorting(leaf) && (bare(leaf) !== '' || /\d/.test(leaf)) && !phrase.includes(leaf) ? leaf : '';
  const where = row.role === 'total' || table.byPlace ? (place?.name ?? row.label) : '';
  return [phrase, sorted, where].filter((part) => part !== '').join(' – ') || row.label;
};

/** The fields of a figure that its cell gives; `cell.row` counts from the first row below the headings. */
export const fieldsOf = (cell: Cell, named: Place | null): Pick<Figure, 'unitText' | 'label' | 'place' | 'cell'> => {
  const place = placeOf(cell, named);
  return {
    unitText: cell.measure.words,
    label: labelOf(cell, place),
    place,
    cell: { table: cell.table.id, row: cell.row.at - cell.table.shape.headerRows, column: cell.column },
  };
};
