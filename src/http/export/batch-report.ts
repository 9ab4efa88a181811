import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { BatchFile } from '../../model/index.ts';

const COLUMNS = ['file', 'state', 'code', 'reason', 'remedy', 'document'];

async function* rows(files: AsyncIterable<BatchFile>): AsyncIterable<(string | null)[]> {
  for await (const { path, state, error, document } of files) {
    yield [path, state, error?.code ?? null, error?.message ?? null, error?.remedy ?? null, document];
  }
}

/** What became of each file of a batch, as `ansinh backfill --report` writes it; in the form of `writeCsv`. */
export const writeBatchReport = (files: AsyncIterable<BatchFile>): Readable => {
  const csv = stringify({
    bom: true,
    header: true,
    columns: COLUMNS,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  pipeline(Readable.from(rows(files)), csv, () => undefined);
  return csv;
};
