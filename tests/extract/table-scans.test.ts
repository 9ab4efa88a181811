/**
 * Annexes as scans: their cells' value, unit, place and period against what was written into them. The suite scans two
 * pages itself; `TABLE_SCANS=FOLDER` scores what scripts/renditions/table-scans.ts has made there.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { pdfOf, scanPages } from '../../scripts/renditions/scan.ts';
import { SCANNERS } from '../../scripts/renditions/table-scans.ts';
import { extract } from '../../src/extract/index.ts';
import { read } from '../../src/read/index.ts';
import { fixture } from '../read/fixtures.ts';
import { figureAt } from './sheet.ts';

type Truth = { row: number; column: number; value: number; unit: string; place: string | null; period: unknown };

const SCANNED = 0.9;
const SLOW = 600_000;
const work = mkdtempSync(join(tmpdir(), 'ansinh-table-scans-'));
afterAll(() => rmSync(work, { recursive: true }));

/** How many cells of a scan are right, of how many; a number that the annex does not have counts as a wrong one. */
async function score(path: string, name: string): Promise<{ right: number; cells: number }> {
  const truth: Truth[] = JSON.parse(readFileSync(fixture('tables', `${name}.truth.json`), 'utf8'));
  const record = extract(await read({ path, filename: `${name}.pdf` }, { timeoutMs: SLOW, ocrPageMs: SLOW }));
  const right = truth.filter(({ row, column, value, unit, place, period }) => {
    const figure = figureAt(record, row, column);
    const found = figure && [figure.value, figure.unit, figure.place?.name ?? null, figure.period];
    return JSON.stringify(found) === JSON.stringify([value, unit, place, period]);
  });
  const known = new Set(truth.map(({ row, column }) => `${row},${column}`));
  const more = record.figures.filter(({ cell }) => cell && !known.has(`${cell.row},${cell.column}`));
  return { right: right.length, cells: truth.length + more.length };
}

async function scan(form: string, name: string): Promise<string> {
  const options = SCANNERS.poor;
  const pdf = readFileSync(fixture('tables', form, `${name}.pdf`));
  mkdirSync(join(work, form), { recursive: true });
  const path = join(work, form, `${name}.pdf`);
  writeFileSync(path, pdfOf(await scanPages(pdf, options), options));
  return path;
}

test.each([
  ['ruled', 'pdf', 'quarters'],
  ['unruled', 'pdf-unruled', 'communes'],
])(
  'an annex, %s, scanned askew and with noise, has nine cells of ten right',
  async (_, form, name) => {
    const { right, cells } = await score(await scan(form, name), name);
    expect(right / cells).toBeGreaterThanOrEqual(SCANNED);
  },
  SLOW,
);

const folder = process.env.TABLE_SCANS;
const made = folder ? readdirSync(folder) : [];
if (folder && made.length > 0) {
  test.each(made)(
    'all annexes as %s have nine cells of ten right',
    async (form) => {
      let [right, cells] = [0, 0];
      for (const file of readdirSync(join(folder, form))) {
        const found = await score(join(folder, form, file), file.replace(/\.pdf$/, ''));
        right += found.right;
        cells += found.cells;
      }
      expect(right / cells).toBeGreaterThanOrEqual(SCANNED);
    },
    SLOW * 10,
  );
}
