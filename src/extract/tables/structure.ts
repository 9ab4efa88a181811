import { fold } from '../text/words.ts';
import type { DataTable } from './data-table.ts';
import { bare } from './phrase.ts';
import type { Row } from './shape.ts';

/** A cell's place in its table. */
export interface At {
  row: Row;
  column: number;
}

/** The row that a row is a part of: the one it stands under, the one "trong đó" picks from, else its total. */
export const wholeRowsOf = ({ shape: { rows } }: DataTable): ((row: Row) => Row[]) => {
  const totals = rows.filter(({ role }) => role === 'total');
  const grand = totals.at(-1);
  const closesTotals = grand !== undefined && rows[rows.indexOf(grand) - 1]?.role === 'total';
  const totalOf = (row: Row): Row[] => {
    if (row.role === 'total') return closesTotals && row !== grand ? [grand] : [];
    const below = totals.find((total) => total.at > row.at);
    const above = totals.findLast((total) => total.at < row.at);
    const total = below ?? above;
    return total ? [total] : [];
  };
  const over = (row: Row): Row[] => {
    if (row.role === 'total') return [];
    const found: Row[] = [];
    let { depth } = row;
    for (let i = rows.indexOf(row) - 1; i >= 0 && depth > 0; i -= 1) {
      const above = rows[i] as Row;
      if (above.role === 'total') break;
      const picksFrom = row.among && found.length === 0 && !above.among && above.depth === depth;
      if (above.depth >= depth && !picksFrom) continue;
      found.push(above);
      depth = above.depth;
    }
    return found;
  };
  const known = new Map(rows.map((row) => [row, [...over(row), ...totalOf(row)]]));
  return (row) => known.get(row) ?? [];
};

const AMONG = /^(?:trong đó|gồm|bao gồm|chia ra)(?!\p{L})/u;
const WHOLE = /^(?:tổng số|tổng cộng|tổng|cộng)(?: chung)?$/u;

/** The column that a column is a part of; `all`: it and those beside it make the whole. */
export interface WholeColumn {
  column: number;
  all: boolean;
}

/** "Tổng số" beside a column is its whole; a column under "Trong đó" picks from the one to the left. */
export const wholeColumnsOf = ({ shape: { columns } }: DataTable): ((column: number) => WholeColumn | null) => {
  const paths = columns.map(({ path, role }) => (role === 'number' ? path.map((text) => fold(bare(text))) : null));
  const known = columns.map((_, column) => wholeColumn(paths, column));
  return (column) => known[column] ?? null;
};

const wholeColumn = (paths: readonly (string[] | null)[], column: number): WholeColumn | null => {
  const path = paths[column] ?? [];
  const under = (other: readonly string[], depth: number): boolean =>
    other.slice(0, depth).join('|') === path.slice(0, depth).join('|');
  const among = path.findIndex((text) => text === '' || AMONG.test(text));
  for (let depth = path.length - 1; depth >= 0 && !WHOLE.test(path.at(-1) ?? ''); depth -= 1) {
    const whole = paths.findIndex(
      (other, c) =>
        other?.length === depth + 1 && c !== column && under(other, depth) && WHOLE.test(other[depth] as string),
    );
    if (whole >= 0) return { column: whole, all: among < 0 };
  }
  if (among < 0) return null;
  const left = paths.findLastIndex(
    (other, c) =>
      other !== null && c < column && under(other, among) && !other.some((text) => text === '' || AMONG.test(text)),
  );
  return left < 0 ? null : { column: left, all: false };
};
