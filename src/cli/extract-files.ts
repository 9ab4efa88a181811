import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import type { ReportRecord } from '../model/index.ts';
import { EXIT, UsageError } from './exit.ts';

/**
 * `ansinh extract`: one record to standard output, or each to NAME.json in `out`. A file that fails is named on
 * standard error with its code; the others are written all the same.
 */
export async function extractFiles(files: readonly string[], out: string | null): Promise<number> {
  const asGiven = new Map(files.map((file) => [resolve(file), file]));
  const paths = [...asGiven.keys()];
  if (out === null && paths.length > 1) {
    throw new UsageError(`${paths.length} files make ${paths.length} records. Name a folder for them: --out DIR.`);
  }
  refuseCollisions(paths);
  if (out !== null) await mkdir(out, { recursive: true });

  const { explain, recordOf } = await import('./record-of.ts');
  let failed = false;
  for (const [path, given] of asGiven) {
    try {
      const record = await recordOf(path);
      if (out === null) process.stdout.write(toJson(record));
      else await writeWhole(join(out, recordName(path)), toJson(record));
    } catch (error) {
      failed = true;
      const { code, message } = explain(error);
      process.stderr.write(`${given}: ${code}: ${message}\n`);
    }
  }
  return failed ? EXIT.someFailed : EXIT.done;
}

const recordName = (path: string): string => `${parse(path).name}.json`;
const toJson = (record: ReportRecord): string => `${JSON.stringify(record, null, 2)}\n`;

/** report.pdf and report.docx would both be report.json: said before anything is written over. */
function refuseCollisions(paths: readonly string[]): void {
  for (const [name, sources] of Map.groupBy(paths, recordName)) {
    if (sources.length > 1) {
      throw new UsageError(
        `${sources.join(' and ')} would both be written as ${name}. Extract them into different folders.`,
      );
    }
  }
}

/** A record is there whole or not at all. */
async function writeWhole(path: string, content: string): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, content);
  await rename(draft, path);
}
