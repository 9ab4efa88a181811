import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { FigureWithDocument } from '../../model/index.ts';
import { type Cell, COLUMNS } from './columns.ts';

async function* rows(figures: AsyncIterable<FigureWithDocument>): AsyncIterable<Cell[]> {
  for await (const figure of figures) yield COLUMNS.map(({ cell }) => cell(figure));
}

/**
 * RFC 4180 with a byte order mark, without which Excel reads Vietnamese as Latin-1. Text that a spreadsheet
 * would run as a formula is escaped; numbers, negative ones too, stay numbers.
 */
export const writeCsv = (figures: AsyncIterable<FigureWithDocument>): Readable => {
  const csv = stringify({
    bom: true,
    header: true,
    columns: COLUMNS.map(({ name }) => name),
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { date: (value) => value.toISOString().slice(0, 10) },
  });
  // The caller sees a failure of the source as an error of `csv`, which pipeline destroys with it.
  pipeline(Readable.from(rows(figures)), csv, () => undefined);
  return csv;
};
