import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, parse, resolve } from 'node:path';
import { ArchiveError, type ReportRecord, type SourceDocument } from '../model/index.ts';
import { EXIT, UsageError } from './exit.ts';
import { printed } from './explained.ts';

type Options = { out: string | null; explain: boolean };

/**
 * `ansinh extract`: one record to standard output, or each to NAME.json in `out`; of an archive, one for each file in it.
 * A file that fails is named on standard error with its code; the others are written all the same. Where two records
 * claim one name the later keeps its file's ending in it, and standard error says so. `explain` prints for people instead.
 */
export async function extractFiles(files: readonly string[], options: Options): Promise<number> {
  const { out, explain: forPeople } = options;
  const asGiven = new Map(files.map((file) => [resolve(file), file]));
  if (forPeople && out !== null) throw new UsageError('--explain prints to standard output: leave --out away.');
  if (out === null && !forPeople && asGiven.size > 1) {
    throw new UsageError(`${asGiven.size} files make ${asGiven.size} records. Name a folder for them: --out DIR.`);
  }
  if (out !== null) await mkdir(out, { recursive: true });

  const { documentOf, explain } = await import('./record-of.ts');
  const outlet = await outletFor(options);
  let failed = false;
  /** Says what went wrong with one file; a wrong call ends everything. */
  const trying = async (name: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (error instanceof UsageError) throw error;
      failed = true;
      const { code, message } = explain(error);
      process.stderr.write(`${name}: ${code}: ${message}\n`);
    }
  };
  for (const [path, given] of asGiven) {
    await trying(given, async () => {
      const document = await unlessArchive(documentOf(path));
      if (document) return outlet.give(document, path, given);
      const { readArchive } = await import('../read/archive/read-archive.ts');
      await readArchive({ path }, (member) => {
        const name = `${given}/${member.path}`;
        return trying(name, async () => {
          if ('error' in member) throw member.error;
          await outlet.give(member.document, member.document.filename, name);
        });
      });
    });
  }
  outlet.finish();
  return failed ? EXIT.someFailed : EXIT.done;
}

const unlessArchive = (reading: Promise<SourceDocument>): Promise<SourceDocument | null> =>
  reading.catch((error: unknown) => {
    if (error instanceof ArchiveError) return null;
    throw error;
  });

/** Where records go; the document of the file at `path`, which the caller knows by the name `given`. */
interface Outlet {
  give(document: SourceDocument, path: string, given: string): Promise<void>;
  /** All has been given. */
  finish(): void;
}

async function outletFor({ out, explain: forPeople }: Options): Promise<Outlet> {
  const { explain, extract } = await import('../extract/index.ts');
  if (forPeople) {
    return {
      give: async (document) => {
        process.stdout.write(printed(explain(document)));
      },
      finish: () => undefined,
    };
  }
  if (out !== null) {
    const taken = new Set<string>();
    return {
      give: (document, path, given) => writeWhole(join(out, freeName(path, given, taken)), toJson(extract(document))),
      finish: () => undefined,
    };
  }
  // Printed only when no second one has come: what is printed is one record and nothing else.
  let record: ReportRecord | null = null;
  return {
    give: async (document, _, given) => {
      if (record) throw new UsageError(`${given} is one report of several. Name a folder for them: --out DIR.`);
      record = extract(document);
    },
    finish: () => {
      if (record) process.stdout.write(toJson(record));
    },
  };
}

const toJson = (record: ReportRecord): string => `${JSON.stringify(record, null, 2)}\n`;

/** report.pdf and report.docx are both report.json: the second becomes report.docx.json, a third report.docx-2.json. */
function freeName(path: string, given: string, taken: Set<string>): string {
  const [name, base] = [fitting(parse(path).name), fitting(parse(path).base)];
  let free = `${name}.json`;
  for (let copy = 1; taken.has(free); copy += 1) free = copy === 1 ? `${base}.json` : `${base}-${copy}.json`;
  taken.add(free);
  if (free !== `${name}.json`)
    process.stderr.write(`${given}: ${name}.json is another file's record; written as ${free}\n`);
  return free;
}

/** File systems take names of 255 bytes; an archive's may be longer. */
const LONGEST = 240;
function fitting(name: string): string {
  let kept = '';
  for (const letter of name) {
    if (Buffer.byteLength(kept + letter) > LONGEST) break;
    kept += letter;
  }
  return kept;
}

/** A record is there whole or not at all. */
async function writeWhole(path: string, content: string): Promise<void> {
  const draft = join(dirname(path), `.${process.pid}.tmp`);
  await writeFile(draft, content);
  await rename(draft, path);
}
