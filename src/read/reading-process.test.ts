import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { Interrupted } from '../model/index.ts';
import { resultOf } from './ending.ts';
import { limitsOf } from './index.ts';
import { ReadingProcess } from './reading-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'ansinh-reading-'));
afterAll(() => rmSync(folder, { recursive: true }));

const program = (name: string, code: string): string => {
  const path = join(folder, name);
  writeFileSync(path, code);
  return path;
};

// As while one version is installed over another.
test.each([
  ['that lacks a part', program('lacking.mjs', 'import "./gone.mjs";')],
  ['that is not there', join(folder, 'none.mjs')],
  ['that ends at once', program('ending.mjs', 'process.exit(0);')],
])('a program %s is nobody’s damaged file', async (_, path) => {
  const limits = { ...limitsOf({ ocr: 'off' }), resultBytes: 1024 };
  const process = new ReadingProcess(path, limits.memoryMb);
  const ending = await process.ask(Buffer.from('12 hộ nghèo'), {}, limits);
  expect(ending.cause).toBe('not_started');
  expect(() => resultOf(ending, limits, () => null)).toThrow(Interrupted);
  await process.stop();
});
