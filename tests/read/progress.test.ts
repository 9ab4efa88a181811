/** A scan tells which of its pages is being recognised. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { scanPages, tiffOf } from '../../scripts/renditions/scan.ts';
import type { Progress } from '../../src/model/index.ts';
import { type ReadOptions, read } from '../../src/read/index.ts';
import { fixture } from './fixtures.ts';

const REPORT = fixture('pdf', '001_401ea66197704b5d.pdf');
const SLOW = 240_000;
const folder = mkdtempSync(join(tmpdir(), 'ansinh-progress-'));
afterAll(() => rmSync(folder, { recursive: true }));

const told = async (path: string, options: ReadOptions = {}): Promise<Progress[]> => {
  const all: Progress[] = [];
  await read({ path, filename: 'scan' }, { timeoutMs: SLOW, ...options }, (progress) => all.push(progress)).catch(
    () => undefined,
  );
  return all;
};

test(
  'page after page, the first before any is through',
  async () => {
    const path = join(folder, 'scan.tif');
    const scan = { dpi: 150, skew: 0, noise: 0, quality: 80, turn: 0 };
    writeFileSync(path, tiffOf(await scanPages(readFileSync(REPORT), scan, [2, 3]), scan.dpi));
    const [first, second, ...rest] = await told(path);
    expect([first, second]).toEqual([
      { page: 1, pages: 2 },
      { page: 2, pages: 2 },
    ]);
    expect(rest.every(({ page }) => page === 2)).toBe(true);
    expect(await told(path, { maxPages: 1 })).toEqual([]);
  },
  SLOW,
);

test('a report that is text tells nothing', async () => {
  expect(await told(REPORT)).toEqual([]);
});
