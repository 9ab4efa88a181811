/** A short run of what `npm run fuzz` does for longer, and all that longer runs have found. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { campaign } from '../../scripts/fuzz/campaign.ts';
import { mutate, randomOf } from '../../scripts/fuzz/mutate.ts';
import { seeds } from '../../scripts/fuzz/seeds.ts';
import { isFinding, WarmReader } from '../../scripts/fuzz/warm.ts';
import type { HostileFile } from '../../scripts/hostile/file.ts';
import { HOSTILE } from '../../scripts/hostile/index.ts';

const FOUND = join(import.meta.dirname, 'seeds');

test('mutants of every format come to a reading or a typed error', async () => {
  // Bounded by number, so that every machine judges the same mutants.
  const { counts, findings } = await campaign({ seconds: 900, seed: 4, most: 60 });
  expect(findings.map(({ name, verdict }) => [name, verdict.detail])).toEqual([]);
  expect(Object.keys(counts).sort()).toEqual(Object.keys(await seeds()).sort());
});

test('what fuzzing has found stays mended', async () => {
  const reader = new WarmReader();
  try {
    for (const name of readdirSync(FOUND)) {
      const verdict = await reader.judge(readFileSync(join(FOUND, name)));
      expect([name, isFinding(verdict), verdict.detail]).toEqual([name, false, verdict.detail]);
    }
  } finally {
    reader.close();
  }
});

describe('a warm reader', () => {
  test('goes on after a file that its process dies of', async () => {
    const reader = new WarmReader();
    const spinning = HOSTILE.PDF?.find(({ name }) => name === 'forms that fan out a milliard times.pdf');
    const died = await reader.judge(await (spinning as HostileFile).make({ url: '', secret: '' }));
    expect(isFinding(died)).toBe(true);
    expect((await reader.judge(Buffer.from('1.855 hộ nghèo'))).code).toBe('read');
    reader.close();
  });
});

test('a seed makes the same mutants each time', async () => {
  const [good] = (await seeds()).docx as [Buffer];
  const make = (seed: number): Promise<Buffer> => mutate(good, randomOf(seed), good);
  expect((await make(5)).equals(await make(5))).toBe(true);
  expect((await make(5)).equals(await make(6))).toBe(false);
});
