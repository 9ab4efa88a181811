import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import type { ReportRecord } from '../model/index.ts';
import { EXIT, UsageError } from './exit.ts';
import { printed } from './explained.ts';

/**
 * `ansinh extract`: one record to standard output, or each to NAME.json in `out`. A file that fails is named on
 * standard error with its code; the others are written all the same. Where two records claim one name the later
 * keeps its file's ending in it, and standard error says so. `explain` prints for people instead.
 */
export async function extractFiles(
  files: readonly string[],
  { out, explain: forPeople }: { out: string | null; explain: boolean },
): Promise<number> {
  const asGiven = new Map(files.map((file) => [resolve(file), file]));
  const paths = [...asGiven.keys()];
  if (forPeople && out !== null) throw new UsageError('--explain prints to standard output: leave --out away.');
  if (out === null && !forPeople && paths.length > 1) {
    throw new UsageError(`${paths.length} files make ${paths.length} records. Name a folder for them: --out DIR.`);
  }
  if (out !== null) await mkdir(out, { recursive: true });

  const { explain, explainedOf, recordOf } = await import('./record-of.ts');
  const taken = new Set<string>();
  let failed = false;
  for (const [path, given] of asGiven) {
    try {
      if (forPeople) {
        process.stdout.write(printed(await explainedOf(path)));
        continue;
      }
      const record = await recordOf(path);
      if (out === null) process.stdout.write(toJson(record));
      else await writeWhole(join(out, freeName(path, given, taken)), toJson(record));
    } catch (error) {
      failed = true;
      const { code, message } = explain(error);
      process.stderr.write(`${given}: ${code}: ${message}\n`);
    }
  }
  return failed ? EXIT.someFailed : EXIT.done;
}

const toJson = (record: ReportRecord): string => `${JSON.stringify(record, null, 2)}\n`;

/** report.pdf and report.docx are both report.json: the second becomes report.docx.json, a third report.docx-2.json. */
function freeName(path: string, given: string, taken: Set<string>): string {
  const { name, base } = parse(path);
  let free = `${name}.json`;
  for (let copy = 1; taken.has(free); copy += 1) free = copy === 1 ? `${base}.json` : `${base}-${copy}.json`;
  taken.add(free);
  if (free !== `${name}.json`)
    process.stderr.write(`${given}: ${name}.json is another file's record; written as ${free}\n`);
  return free;
}

/** A record is there whole or not at all. */
async function writeWhole(path: string, content: string): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, content);
  await rename(draft, path);
}
