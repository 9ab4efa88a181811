import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { type Ended, filesOf, inBatch, type Problem } from './run.ts';
import type { Target } from './target.ts';

/** The columns are a contract (`design/record.md`). */
export const COLUMNS = ['file', 'state', 'code', 'reason', 'remedy', 'document'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

const row = (file: string, state: string, problem: Problem | null, document: string | null): Row => ({
  file,
  state,
  code: problem?.code ?? '',
  reason: problem?.message ?? '',
  remedy: problem?.remedy ?? '',
  document: document ?? '',
});

/** Every file: those of the ledger in its order, then those that never reached it. */
export async function* rowsOf(target: Target, { batches, local, unsent }: Ended): AsyncGenerator<Row> {
  for (const { id } of batches) {
    for await (const { path, state, awaited, error, document } of filesOf(target, id)) {
      const lost = awaited ? unsent.get(inBatch(id, path)) : undefined;
      yield lost ? row(path, 'failed', lost, null) : row(path, state, error, document);
    }
  }
  for (const { path, state, problem } of local) yield row(path, state, problem, null);
}

const draftOf = (file: string): string => join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);

/** Finds out before the work begins whether the report can be written after it. */
export const prepareReport = async (file: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  const draft = await open(draftOf(file), 'w');
  await draft.close();
  await rm(draftOf(file), { force: true });
};

/**
 * Writes the report, whole or not at all: RFC 4180 in UTF-8 with a byte order mark (else Excel reads Latin-1), text that a
 * spreadsheet would run as a formula escaped.
 */
export const writeReport = async (file: string, rows: AsyncIterable<Row>): Promise<void> => {
  const draft = draftOf(file);
  const csv = stringify({
    bom: true,
    header: true,
    columns: [...COLUMNS],
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  try {
    const output = createWriteStream(draft, { flush: true });
    await once(output, 'open');
    await pipeline(Readable.from(rows), csv, output);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
};
