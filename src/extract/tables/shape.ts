import type { SourceTable } from '../../model/index.ts';
import { quick } from '../text/quick.ts';
import { fold } from '../text/words.ts';
import { type Grid, gridOf, slotsOf, textOf } from './grid.ts';
import { unitOf } from './measure.ts';
import { isBlank, isYear, numberIn } from './value.ts';

export type ColumnRole = 'ordinal' | 'name' | 'unit' | 'number' | 'note' | 'text';
export type RowRole = 'total' | 'group' | 'body';

export interface Column {
  role: ColumnRole;
  /** The headings over it, the outermost first. */
  path: string[];
}

export interface Row {
  /** Index in the grid. */
  at: number;
  role: RowRole;
  /** What the row is named by, without its ordinal. */
  label: string;
  /** Names of merged cells left of the label ("Nông thôn" over several rows). */
  outer: string[];
  /** How deep its ordinal stands in the table's outline, from 0. */
  depth: number;
  /** It opens with "trong đó": some parts of the row above, not all. */
  among: boolean;
}

/** What the cells of a table are. */
export interface Shape {
  grid: Grid;
  headerRows: number;
  columns: Column[];
  rows: Row[];
}

const isNumber = (text: string): boolean => !isYear(text) && numberIn(text) !== null;
const ORDINAL_HEAD = /^(?:s?tt|số tt|số thứ tự|tt\.|#)\.?$/u;
const NOTE_HEAD = quick(/(?<!\p{L})(?:ghi chú|lý do|nhận xét|nguồn số liệu)(?!\p{L})/u);
const UNIT_HEAD = /^(?:đvt|đơn vị(?: tính)?|đ\/vt)$/u;
/** Numbers that name or date, not count. */
const CODE_HEAD =
  /(?<!\p{L})(?:năm sinh|ngày sinh|mã(?: số)?|số điện thoại|điện thoại|cmnd|cccd|tài khoản|số hiệu)(?!\p{L})|^(?:năm|ngày|tháng|thời gian|thời điểm|giai đoạn|(?:độ |số )?tuổi)$/u;
const ORDINAL = /^\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|\p{L})\)?[.)]?$/u;

/** The column that names what a row is about, wherever it stands among the columns of words. */
const ITEM_HEAD =
  /^(?:họ(?: và)? tên|tên|nội dung|chỉ tiêu|(?:nhóm |loại )?đối tượng|chính sách|chương trình)(?!\p{L})/u;

/** "(1) (2) (3)", "A B 1 2", "(5)=(4)/(3)": the row under the headings that numbers the columns. */
const INDEX = /^(?:\(?\d{1,2}\)?|\(?\p{Lu}\)?|\(?\d{1,2}\)?\s*=.*)$/u;
const isIndexRow = (texts: readonly string[]): boolean => {
  // Recognised brackets and digits are often others: "@) (2) (3) (4 @®)".
  const counted = texts.filter((text, i) => Number(/^[^\p{L}\d]*(\d+)/u.exec(text)?.[1]) === i + 1);
  if (counted.length >= 3 && counted.length * 2 >= texts.length && counted.some((text) => text.includes('(')))
    return true;
  const filled = texts.filter((text) => text !== '');
  if (filled.length < 2 || filled.length < texts.length - 1 || !filled.every((text) => INDEX.test(text))) return false;
  const numbers = filled.flatMap((text) => /\d{1,2}/.exec(text)?.[0] ?? []).map(Number);
  return (
    numbers.length > 0 &&
    (numbers[0] as number) <= 3 &&
    numbers.every((n, i) => i === 0 || n === (numbers[i - 1] as number) + 1)
  );
};

/** How many rows at the top head the columns: the reader's guess, and those it cannot tell without reading them. */
const headerRowsOf = (grid: Grid, guess: number): number => {
  const texts = (row: number): string[] => slotsOf(grid.rows[row] ?? []).map(textOf);
  const isTitle = (row: number): boolean => texts(row).filter((text) => text !== '').length === 1;
  const hasNumbers = (row: number): boolean => texts(row).some(isNumber);
  let titles = 0;
  while (titles < grid.rows.length && isTitle(titles) && !hasNumbers(titles)) titles += 1;
  let count = Math.max(guess, titles);
  if (count === titles) {
    if (texts(count).length < 2 || hasNumbers(count)) return guess;
    count += 1;
  }
  for (; count < grid.rows.length - 1; count += 1) {
    if (isIndexRow(texts(count))) return count + 1;
    const fresh = slotsOf(grid.rows[count] ?? []).filter((slot) => slot.row === count && textOf(slot) !== '');
    const heads = fresh.filter((slot) => slot.column >= 1);
    const merged = (column: number): boolean => (grid.rows[count - 1]?.[column]?.colSpan ?? 1) > 1;
    const many = heads.length >= (grid.width - 1) / 3 || heads.every(({ column }) => merged(column));
    if (hasNumbers(count) || heads.length < 2 || !many) return count;
    const units = heads.every((slot) => unitOf(textOf(slot)) !== null);
    if (
      !units &&
      !slotsOf(grid.rows[count - 1] ?? []).some((slot) => slot.colSpan > 1 || slot.row + slot.rowSpan > count)
    )
      return count;
  }
  return count;
};

const pathOf = (grid: Grid, headerRows: number, column: number): string[] => {
  const slots = grid.rows.slice(0, headerRows).flatMap((row, r) => {
    const index = isIndexRow(slotsOf(row).map(textOf)) && r > 0;
    return index ? [] : (row[column] ?? []);
  });
  return [...new Set(slots)]
    .filter((slot) => slot.colSpan < grid.width)
    .map(textOf)
    .filter((text) => text !== '');
};

const counts = (texts: readonly string[]): boolean => {
  const numbers = texts.filter((text) => /^\d{1,3}\.?$/.test(text)).map((text) => Number.parseInt(text, 10));
  return (
    numbers.length >= 3 &&
    numbers.length >= texts.length - 2 &&
    numbers[0] === 1 &&
    numbers.every((n, i) => n === i + 1)
  );
};

const textsBelow = (grid: Grid, headerRows: number, column: number): string[] =>
  grid.rows
    .slice(headerRows)
    .flatMap((row) => (row[column]?.column === column ? [textOf(row[column] ?? null)] : []))
    .filter((text) => !isBlank(text));

const columnOf = (grid: Grid, headerRows: number, column: number): Column => {
  const path = pathOf(grid, headerRows, column);
  const leaf = fold(path.at(-1) ?? '').trim();
  const texts = textsBelow(grid, headerRows, column);
  const role = (): ColumnRole => {
    if (ORDINAL_HEAD.test(leaf)) return 'ordinal';
    if (NOTE_HEAD.test(leaf)) return 'note';
    if (UNIT_HEAD.test(leaf) && texts.filter((text) => unitOf(text)).length * 2 > texts.length) return 'unit';
    if (
      column === 0 &&
      texts.length > 0 &&
      (counts(texts) || (leaf === '' && texts.every((text) => ORDINAL.test(text))))
    )
      return 'ordinal';
    const numbers = texts.filter(isNumber).length;
    if (CODE_HEAD.test(leaf) || (texts.length > 0 && texts.every(isYear))) return 'text';
    return numbers > 0 && numbers * 2 >= texts.length ? 'number' : 'text';
  };
  return { role: role(), path };
};

/** Words or years name rows; "12/15" and "12 hộ/48 khẩu" do not. */
const isNaming = (grid: Grid, headerRows: number, column: number): boolean => {
  const texts = textsBelow(grid, headerRows, column);
  return texts.filter((text) => /^[^\p{L}]*\d/u.test(text) && !isYear(text)).length * 2 < texts.length;
};

const UNDER =
  '(?:\\s+(?:chung|số|cộng|toàn (?:huyện|tỉnh|xã|thành phố|thị xã|quận|phường|quốc|vùng|đoàn|ngành)|cả (?:huyện|tỉnh|xã|năm|nước)|các (?:xã|huyện)))*';
const TOTAL = new RegExp(
  `^(?:tổng|cộng|tổng cộng|tổng số|toàn (?:huyện|tỉnh|xã|thành phố|thị xã|quận|phường|quốc|vùng)|cả nước|chung toàn (?:huyện|tỉnh))${UNDER}\\s*(?:\\([^)]*\\)|[:.])?$`,
  'iu',
);
const PLACE_TOTAL = /^(?:toàn (?:huyện|tỉnh|xã|thành phố|thị xã|quận|phường)|cả nước)(?:\s+\p{Lu}\p{L}*){0,4}$/u;
const isTotal = (label: string): boolean => TOTAL.test(label) || PLACE_TOTAL.test(label);

const LEADING_MARK = /^(?:([IVXLC]{1,6}|\p{Lu}|\d{1,3}(?:\.\d{1,3})*|\p{Ll})[.)]\s*|([-–+*•])\s*)(?=\p{L})/u;

/** Ranks of outline marks: A, I, 1, 1.1, a, -, +. */
const rankOf = (mark: string): number | null => {
  const bare = mark.replace(/[().\s]+$|^\(/gu, '');
  if (/^[-–]$/.test(bare)) return 6;
  if (/^[+*•]$/.test(bare)) return 7;
  if (/^[IVXLC]+$/.test(bare) && bare !== 'C' && bare !== 'L') return 1;
  if (/^\p{Lu}$/u.test(bare)) return 0;
  if (/^\d+(?:\.\d+)*$/.test(bare)) return 2 + Math.min(2, bare.split('.').length - 1);
  return /^\p{Ll}$/u.test(bare) ? 5 : null;
};

const AMONG = /^[-+\s]*(?:trong đó|trong đó có|gồm|bao gồm|cụ thể)\s*:?\s*/iu;

const rowOf = (grid: Grid, columns: readonly Column[], at: number): Row => {
  const slots = grid.rows[at] ?? [];
  const named = [...new Set(columns.flatMap(({ role }, c) => (role === 'name' ? (slots[c] ?? []) : [])))].map(textOf);
  const ordinals = columns.flatMap(({ role }, c) => (role === 'ordinal' ? [textOf(slots[c] ?? null)] : []));
  const names = named.filter((text) => text !== '');
  const item = columns.findIndex(({ role, path }) => role === 'name' && ITEM_HEAD.test(fold(path.at(-1) ?? '')));
  const called = item < 0 ? '' : textOf(slots[item] ?? null);
  if (called !== '') names.push(...names.splice(names.indexOf(called), 1));
  if (names.length === 0) names.push(...ordinals.filter((text) => /\p{L}{2}/u.test(text) && !ORDINAL.test(text)));
  const written = names.at(-1) ?? '';
  const leading = LEADING_MARK.exec(written);
  const marks = [ordinals.find((text) => ORDINAL.test(text)), leading?.[1] ?? leading?.[2]];
  const rank = marks.flatMap((mark) => (mark ? (rankOf(mark) ?? []) : [])).at(0);
  const label = written
    .slice(leading?.[0].length ?? 0)
    .replace(AMONG, '')
    .replace(/\s*:$/u, '');
  const filled = columns.some(
    ({ role }, c) => role === 'number' && slots[c]?.column === c && isNumber(textOf(slots[c] ?? null)),
  );
  return {
    at,
    role: isTotal(label) ? 'total' : filled ? 'body' : 'group',
    label,
    outer: names.slice(0, -1),
    depth: rank ?? -1,
    among: AMONG.test(written),
  };
};

/** Depths count from 0, in the order of the ranks that the table uses; rows without a mark stand below the last one with. */
const withDepths = (rows: readonly Row[]): Row[] => {
  const ranks = [...new Set(rows.map(({ depth }) => depth).filter((rank) => rank >= 0))].sort((a, b) => a - b);
  const bottom = ranks.length;
  return rows.map((row) => ({ ...row, depth: row.depth < 0 ? bottom : ranks.indexOf(row.depth) }));
};

/** What every row and column of a table is for. */
export const shapeOf = (table: SourceTable): Shape => {
  const grid = gridOf(table);
  const headerRows = headerRowsOf(grid, Math.min(table.headerRows, grid.rows.length));
  const told = Array.from({ length: grid.width }, (_, c) => columnOf(grid, headerRows, c));
  const first = told.findIndex(({ role }) => role === 'number');
  const columns = told.map(
    (column, c): Column =>
      column.role === 'text' && c < first && isNaming(grid, headerRows, c) ? { ...column, role: 'name' } : column,
  );
  const rows = grid.rows.slice(headerRows).map((_, r) => rowOf(grid, columns, headerRows + r));
  return { grid, headerRows, columns, rows: withDepths(rows) };
};

/** Whether a table holds data: some column of it is numbers. */
export const isData = ({ columns }: Shape): boolean => columns.some(({ role }) => role === 'number');
