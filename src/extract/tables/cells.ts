import type { Span } from '../../model/index.ts';
import type { Draft } from '../figures/draft.ts';
import { type Convention, conventionOf } from '../numbers/convention.ts';
import { shift, toNumber } from '../numbers/decimal.ts';
import { readNumeral } from '../numbers/numeral.ts';
import { cellText, type DataTable, groupsOver, isAboutWelfare } from './data-table.ts';
import { type CellMeasure, measureOf } from './measures.ts';
import { captionCore, isBareMeasure, isUnnamed, phraseOf } from './phrase.ts';
import { isData, type Row } from './shape.ts';
import { numberIn, numeralUse } from './value.ts';

/** A number of a table, read: where it stands and what it is. */
export interface Cell {
  table: DataTable;
  row: Row;
  column: number;
  draft: Draft;
  measure: CellMeasure;
  /** What is counted: headings and, unless it is a place or a total, the row's name. */
  phrase: string;
}

/** The headings of a column; "Tỷ lệ (%)" alone is a rate of what the column before it counts. */
export const headingsOf = (table: DataTable, column: number): string[] => {
  const { columns } = table.shape;
  const path = columns[column]?.path ?? [];
  const before = columns[column - 1];
  if (!table.byPlace || path.length !== 1 || before?.role !== 'number' || !isBareMeasure(path[0] as string))
    return path;
  return [...headingsOf(table, column - 1), ...path];
};

const nameOf = (table: DataTable, column: number, named: readonly string[]): string => {
  const phrase = phraseOf(headingsOf(table, column), named);
  if (!isUnnamed(phrase)) return phrase;
  return phraseOf([captionCore(table.caption.text ?? '')], []) || phrase;
};

/** The number of one cell, or null where it states none. */
const cellAt = (
  table: DataTable,
  row: Row,
  column: number,
  convention: Convention,
  tell: ReturnType<typeof teller>,
): Cell | null => {
  const slot = table.shape.grid.rows[row.at]?.[column];
  if (slot?.column !== column || slot.row !== row.at) return null;
  const number = numberIn(slot.cell.text);
  if (!number) return null;
  const { measure: told, phrase } = tell(table, row, column);
  if (!told) return null;
  const measure: CellMeasure = number.own ? { ...told, ...number.own, implied: false } : told;
  const { start } = slot.cell.span;
  const span: Span = { start: start + number.numeral.start, end: start + number.end };
  const numeral: Span = { start: span.start, end: start + number.numeral.end };
  const read = readNumeral(
    slot.cell.text.slice(number.numeral.start, number.numeral.end),
    convention,
    numeralUse(measure),
  );
  const value = shift(read.value, measure.exponent);
  const negative = number.sign < 0 || (measure.decrease && number.sign > 0);
  const magnitude = toNumber(value);
  return {
    table,
    row,
    column,
    measure,
    phrase,
    draft: {
      span,
      token: {
        span,
        numeral,
        value,
        decimals: read.decimals,
        exponent: 0,
        sign: null,
        noun: null,
        written: false,
        doubt: read.doubt,
      },
      kind: measure.kind,
      unit: measure.unit,
      noun: null,
      value: negative && magnitude !== 0 ? -magnitude : magnitude,
      per: measure.per,
      comparator: number.comparator,
      role: measure.role,
      rule: 'table_cell',
      unitImplied: measure.implied,
      doubts: read.doubt ? [read.doubt] : [],
      sentence: slot.cell.span,
      paragraph: slot.cell.span,
    },
  };
};

/** What the words around a cell say of it. */
interface Told {
  measure: CellMeasure | null;
  phrase: string;
}

/** Rows of places share what their column says: each question is answered once. */
const teller = (): ((table: DataTable, row: Row, column: number) => Told) => {
  const known = new Map<string, Told>();
  return (table, row, column) => {
    const { columns, rows } = table.shape;
    const unit = columns.findIndex(({ role }) => role === 'unit');
    const own = unit < 0 ? '' : cellText(table, row, unit);
    const named = row.role === 'total' || table.byPlace ? [] : [row.label];
    const key = JSON.stringify([table.id, column, named, own, groupsOver(rows, row)]);
    const found = known.get(key);
    if (found) return found;
    const told = { measure: measureOf(table, row, column), phrase: nameOf(table, column, named) };
    known.set(key, told);
    return told;
  };
};

/** Every number of the tables about welfare, ascending. */
export const cellsOf = (text: string, tables: readonly DataTable[]): Cell[] => {
  const convention = conventionOf(text);
  const tell = teller();
  return tables
    .filter((table) => isData(table.shape) && isAboutWelfare(table))
    .flatMap((table) =>
      table.shape.rows.flatMap((row) =>
        table.shape.columns.flatMap(({ role }, column) =>
          role === 'number' ? (cellAt(table, row, column, convention, tell) ?? []) : [],
        ),
      ),
    )
    .sort((a, b) => a.draft.span.start - b.draft.span.start);
};

/** "12 hộ/48 khẩu": two statements in one cell. */
const PAIR = /^\s*\d[\d.,]*\s*\p{L}[^\d]*\d[\d.,]*\s*\p{L}[^\d]*$/u;

/** Words enough for a sentence: prose that happens to stand in a table. */
const PROSE = 8;

/** The stretches of tables that the rules of prose must leave alone. */
export const closedToProse = (tables: readonly DataTable[]): Span[] =>
  tables.flatMap((table) => {
    const { shape, source } = table;
    const data = isData(shape);
    const above = table.caption.unitSpan ? [table.caption.unitSpan] : [];
    const closed = source.rows.flatMap((cells, r) =>
      cells.flatMap(({ text, span }) => {
        const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
        const stated = r >= shape.headerRows && (words >= PROSE || PAIR.test(text));
        return (data ? !stated : words === 0) ? [span] : [];
      }),
    );
    return [...above, ...closed];
  });
