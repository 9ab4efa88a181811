import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReadError, type ReportRecord } from '../model/index.ts';
import type { Field } from './fields.ts';
import { Gold } from './gold.ts';
import {
  type DocumentScore,
  type PrecisionRecall,
  type ScoredError,
  type Scores,
  scoreDocument,
  total,
  totalFields,
} from './score.ts';
import { type SectionScore, type SectionScores, scoreSections, totalSections } from './sections.ts';

const GOLD_SUFFIX = '.gold.json';

/** The forms a report may lie in beside its gold, the first found is read. */
const FORMS = ['.txt', '.docx', '.pdf', '.doc', '.rtf', '.odt', '.html', '.xlsx', '.png', '.jpg', '.tif'];

export interface Evaluation extends Scores {
  /** What was measured: this version … */
  version: string;
  /** … on this data; the hash is over the gold files and the documents read. */
  dataset: { directory: string; sha256: string };
  sections: SectionScores;
  /** Precision and recall of each field over what it says; `support` counts what the gold says. */
  fields: Record<Field, PrecisionRecall & { support: number }>;
  /** Without their errors, which quote the texts. */
  documents: Omit<DocumentScore, 'errors'>[];
  failures: { file: string; code: string; message: string }[];
  errors: ScoredError[];
}

/** Thrown where a folder is no set of gold files; the sentence says what is missing. */
export class NoGold extends Error {}

/** Some of the documents of a folder, by name. */
type Choice = (name: string) => boolean;

/**
 * Extracts each NAME.txt (or .docx, .pdf …) beside its NAME.gold.json by `recordOf` and scores the records. A file that
 * cannot be read counts as one without a single figure and stands among the failures.
 */
export async function evaluate(
  directory: string,
  version: string,
  recordOf: (path: string) => Promise<ReportRecord>,
  chosen: Choice = () => true,
): Promise<Evaluation> {
  const names = (await goldNames(directory)).filter(chosen);
  const hash = createHash('sha256');
  const documents: DocumentScore[] = [];
  const outlines: SectionScore[] = [];
  const failures: Evaluation['failures'] = [];
  const withoutRecord: string[] = [];
  for (const name of names) {
    const path = documentOf(directory, name);
    const goldBytes = await readFile(join(directory, name + GOLD_SUFFIX));
    hash.update(goldBytes).update(await readFile(path));
    const gold = Gold.parse(JSON.parse(goldBytes.toString('utf8')));
    const record = await recordOf(path).catch((error: unknown) => {
      failures.push(failure(path, error));
      withoutRecord.push(name);
      return null;
    });
    documents.push(scoreDocument(name, gold, await textOf(directory, gold), record));
    const outline = scoreSections(name, gold, record?.sections ?? []);
    if (outline) outlines.push(outline);
  }
  return {
    version,
    dataset: { directory, sha256: hash.digest('hex') },
    ...total(documents, withoutRecord),
    sections: totalSections(outlines),
    fields: totalFields(documents),
    documents: documents.map(({ errors: _, ...rest }) => rest),
    failures,
    errors: documents.flatMap((document) => document.errors),
  };
}

async function goldNames(directory: string): Promise<string[]> {
  const entries = await readdir(directory).catch(() => {
    throw new NoGold(`${directory} is not a folder that can be read.`);
  });
  const names = entries
    .filter((entry) => entry.endsWith(GOLD_SUFFIX))
    .map((entry) => entry.slice(0, -GOLD_SUFFIX.length));
  if (names.length === 0)
    throw new NoGold(`${directory} holds no NAME${GOLD_SUFFIX}: there is nothing to compare with.`);
  return names.sort();
}

function documentOf(directory: string, name: string): string {
  const path = FORMS.map((form) => join(directory, name + form)).find((candidate) => existsSync(candidate));
  if (path) return path;
  throw new NoGold(`${directory} holds ${name}${GOLD_SUFFIX} but no ${FORMS.map((form) => name + form).join(', ')}.`);
}

/** The text that was annotated; Windows line ends count as one character, as the annotations do. */
const textOf = async (directory: string, gold: Gold): Promise<string> =>
  (await readFile(join(directory, gold.text_file), 'utf8')).replaceAll('\r\n', '\n');

function failure(file: string, error: unknown): Evaluation['failures'][number] {
  if (error instanceof ReadError) return { file, code: error.code, message: error.message };
  return { file, code: 'internal', message: error instanceof Error ? error.message : String(error) };
}
