/** The annexes of scripts/renditions/table-sources.ts in every form: their cells against what was written into them. */
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { extract } from '../../src/extract/index.ts';
import type { ReportRecord } from '../../src/model/index.ts';
import { readBytes } from '../../src/read/bytes.ts';
import { fixture } from '../read/fixtures.ts';
import { figureAt } from './sheet.ts';

type Truth = {
  row: number;
  column: number;
  rowName: string;
  value: number;
  unit: string;
  place: string | null;
  period: { start: string; end: string };
};

const NAMES = readdirSync(fixture('tables'))
  .filter((name) => name.endsWith('.truth.json'))
  .map((name) => name.slice(0, -'.truth.json'.length));

const truths: Record<string, Truth[]> = Object.fromEntries(
  NAMES.map((name) => [name, JSON.parse(readFileSync(fixture('tables', `${name}.truth.json`), 'utf8'))]),
);

/** How many sums of rows and columns each annex states. */
const SUMS: Record<string, number> = {
  communes: 5,
  credit: 14,
  nested: 6,
  outline: 9,
  pages: 4,
  quarters: 8,
};

async function recordOf(form: string, name: string): Promise<ReportRecord> {
  const bytes = await readFile(fixture('tables', form, `${name}.${form.replace(/-.*/, '')}`));
  const file = { sha256: '0'.repeat(64), filename: name, bytes: bytes.length };
  return extract({ encoding: 'unicode', ocr: null, ...file, ...(await readBytes(bytes, { maxPages: 100 })) });
}

/** What is wrong with the cells of a record; a number that the annex does not have is wrong too. */
function errorsOf(record: ReportRecord, truth: readonly Truth[]): string[] {
  const known = new Set(truth.map(({ row, column }) => `${row},${column}`));
  const wrong = truth.flatMap(({ row, column, rowName, ...expected }) => {
    const figure = figureAt(record, row, column);
    const found = figure && {
      value: figure.value,
      unit: figure.unit,
      place: figure.place?.name ?? null,
      period: figure.period,
    };
    const { value, unit, place, period } = expected;
    const said = JSON.stringify(found);
    return said === JSON.stringify({ value, unit, place, period }) ? [] : [`${rowName}, column ${column}: ${said}`];
  });
  const more = record.figures.filter(({ cell }) => cell && !known.has(`${cell.row},${cell.column}`));
  return [...wrong, ...more.map(({ value, label }) => `too much: ${label} ${value}`)];
}

const FORMS = ['html', 'docx', 'doc', 'odt', 'rtf', 'xlsx', 'pdf', 'pdf-browser', 'pdf-unruled', 'pdf-browser-unruled'];

describe.each(FORMS)('the annexes as %s', (form) => {
  test('have their values, units, places and periods in 98 of 100 cells, and their sums hold', async () => {
    const errors: string[] = [];
    for (const name of NAMES) {
      const record = await recordOf(form, name);
      errors.push(...errorsOf(record, truths[name] as Truth[]).map((error) => `${name}: ${error}`));
      const sums = record.checks.filter(({ rule, status }) => rule === 'breakdown' && status === 'pass').length;
      if (form !== 'pdf-unruled') expect([name, sums]).toEqual([name, SUMS[name] ?? 0]);
      expect(record.checks.filter(({ status }) => status === 'fail')).toEqual([]);
    }
    const cells = Object.values(truths).flat().length;
    expect(cells).toBe(455);
    expect(errors.length <= cells * 0.02 ? [] : errors).toEqual([]);
  }, 120_000);
});
