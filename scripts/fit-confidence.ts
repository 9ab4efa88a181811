/**
 * Fits the weights of `confidence` and writes src/extract/confidence/weights.json:
 *
 *     node scripts/fit-confidence.ts [--unread REGEX] [FOLDER…]
 *
 * Examples are all figures extracted from the text of the sets in `evaluation-sets.json` that are here, and of the
 * folders named (documents whose name REGEX matches are those that no rule was written on; without it, none of a
 * folder is). A figure is right where value, unit and indicator are those of the gold; a spurious one never is. What
 * the model is worth is measured on unread documents that it had not seen; it lies beside the weights and on standard
 * error.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { align } from '../src/evaluate/align.ts';
import { FIELDS } from '../src/evaluate/fields.ts';
import { Gold } from '../src/evaluate/gold.ts';
import { calibrationError, type Judged, rankingQuality, reliability } from '../src/evaluate/reliability.ts';
import { BELIEVED, inputs } from '../src/extract/confidence/features.ts';
import { crossValidate, type Example, logLoss, train } from '../src/extract/confidence/logistic.ts';
import { weighed } from '../src/extract/index.ts';
import { read } from '../src/read/index.ts';
import { at, belongs, commandLine } from './evaluation-sets.mjs';

const SUFFIX = '.gold.json';
const JUDGED = ['value', 'unit', 'indicator'] as const;

interface Folder {
  documents?: string;
  directory: string;
  unread: boolean;
}

/** The texts of a folder that have gold; its other renditions would count the same figures again. */
async function textsOf(set: Folder): Promise<string[]> {
  const names = await readdir(set.directory);
  const golds = names.filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length));
  return golds.filter((name) => names.includes(`${name}.txt`)).filter(belongs(set));
}

async function examplesOf({ directory, unread }: Folder, name: string): Promise<Example[]> {
  const path = join(directory, `${name}.txt`);
  const gold = Gold.parse(JSON.parse(await readFile(join(directory, name + SUFFIX), 'utf8')));
  const { record, evidence } = weighed(await read({ path, filename: `${name}.txt` }));
  const goldText = (await readFile(path, 'utf8')).replaceAll('\r\n', '\n');
  const counterpart = new Map(align(gold, goldText, record).pairs.map((pair) => [pair.figure, pair.gold]));
  return record.figures.map((figure, i) => {
    const meant = counterpart.get(figure);
    const features = evidence[i] as (typeof evidence)[number];
    return {
      document: path,
      inputs: inputs(features),
      correct: meant !== undefined && JUDGED.every((field) => FIELDS[field](figure, meant)),
      tuned: !unread,
    };
  });
}

const round = (x: number): number => Math.round(x * 1000) / 1000;
const rounded = <T extends object>(numbers: T): T =>
  Object.fromEntries(Object.entries(numbers).map(([key, x]) => [key, round(x)])) as T;

const examples: Example[] = [];
for (const set of commandLine().sets as Folder[])
  for (const name of await textsOf(set)) examples.push(...(await examplesOf(set, name)));

const scored = crossValidate(examples, BELIEVED);
const judged: Judged[] = scored.map(({ probability, correct }) => ({ confidence: probability, right: correct }));
const right = judged.filter((one) => one.right).length / judged.length;
const documents = (which: readonly Example[]): number => new Set(which.map(({ document }) => document)).size;
const fitted = {
  documents: documents(examples),
  figures: examples.length,
  scoredDocuments: documents(examples.filter(({ tuned }) => !tuned)),
  scored: scored.length,
  right: round(right),
  calibrationError: round(calibrationError(judged) ?? 0),
  logLoss: round(logLoss(scored)),
  logLossOfConstant: round(logLoss(scored.map(({ correct }) => ({ probability: right, correct })))),
  rankingQuality: round(rankingQuality(judged) ?? 0),
  reliability: reliability(judged).map(rounded),
};
process.stderr.write(`${JSON.stringify({ ...fitted, reliability: undefined })}\n`);

const { bias, weights } = train(examples, BELIEVED);
const content = { fitted, bias: round(bias), weights: rounded(weights) };
await writeFile(at('src/extract/confidence/weights.json'), `${JSON.stringify(content, null, 2)}\n`);
