import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { extract } from '../extract/index.ts';
import { READ_FAILURES, ReadError, type ReportRecord, type SourceDocument } from '../model/index.ts';
import { read } from '../read/index.ts';

/** Thrown for a path that names no file. */
export class NoFile extends Error {
  readonly code: 'not_found' | 'not_a_file';

  constructor(code: NoFile['code']) {
    super(
      code === 'not_found' ? 'There is no such file. Check its name.' : 'This is not a file. Name the files in it.',
    );
    this.code = code;
  }
}

/** The record of one file: the whole way that the service goes, without the service. Throws ReadError or NoFile. */
export const recordOf = async (path: string): Promise<ReportRecord> => extract(await documentOf(path));

/** Throws ReadError or NoFile. */
export async function documentOf(path: string): Promise<SourceDocument> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new NoFile('not_found');
  if (!found.isFile()) throw new NoFile('not_a_file');
  return read({ path, filename: basename(path) });
}

/** The error code of a file that gave no record, and the sentence that goes with it. */
export function explain(error: unknown): { code: string; message: string } {
  if (error instanceof ReadError) {
    const { message, remedy } = READ_FAILURES[error.code];
    return { code: error.code, message: `${message.en} ${remedy.en}` };
  }
  if (error instanceof NoFile) return { code: error.code, message: error.message };
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}
