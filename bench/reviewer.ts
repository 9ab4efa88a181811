/**
 * What a report costs its reviewer: the keys that a perfect one presses at the desk to turn what was extracted into the
 * reference, in a real Chromium, for each of the five reports, or for the texts with a reference in FOLDER.
 *
 * usage: node bench/reviewer.ts [FOLDER]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Gold } from '../src/evaluate/gold.ts';
import { type Cost, review } from './desk/reviewer.ts';
import { served } from './desk/served.ts';

const FIXTURES = process.argv[2] ?? join(import.meta.dirname, '../fixtures');
const names = readdirSync(FIXTURES).flatMap((file) => /^(.*)\.gold\.json$/.exec(file)?.[1] ?? []);

const COLUMNS: [title: string, value: (cost: Cost) => string][] = [
  ['figures', ({ figures }) => String(figures)],
  ['corrected', ({ corrected, fields }) => `${corrected} (${fields} fields)`],
  ['rejected', ({ rejected }) => String(rejected)],
  ['missed', ({ missed }) => String(missed)],
  ['keys', ({ keys }) => String(keys)],
  ['with all sure at once', ({ keysWithSure }) => String(keysWithSure)],
  ['keys a figure', ({ keys, figures }) => (keys / figures).toFixed(2)],
];
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const service = await served();
try {
  console.log(row(['report', ...COLUMNS.map(([title]) => title)]));
  console.log(row(['---', ...COLUMNS.map(() => '--:')]));
  for (const name of names) {
    const read = (extension: string) => readFileSync(join(FIXTURES, `${name}.${extension}`), 'utf8');
    const cost = await review(service, name, read('txt'), Gold.parse(JSON.parse(read('gold.json'))));
    console.log(row([name, ...COLUMNS.map(([, value]) => value(cost))]));
  }
} finally {
  await service.close();
}
