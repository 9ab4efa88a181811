import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceDocument } from '../../src/model/index.ts';
import { readBytes } from '../../src/read/bytes.ts';
import type { Reading } from '../../src/read/reading.ts';

export const FIXTURES = join(import.meta.dirname, '../../fixtures');
export const fixture = (...path: string[]): string => join(FIXTURES, ...path);

/** The five reports' names, without extension. */
export const REPORTS = readdirSync(FIXTURES)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4))
  .sort();

const readings = new Map<string, Promise<Reading>>();

/** Reads a fixture in this process, once for all tests of a suite. */
export function readFixture(...path: string[]): Promise<Reading> {
  const file = fixture(...path);
  const reading = readings.get(file) ?? readBytes(readFileSync(file), { maxPages: 100 });
  readings.set(file, reading);
  return reading;
}

type Spanned = Pick<SourceDocument, 'text' | 'blocks'>;
export const blockTexts = ({ text, blocks }: Spanned): string[] =>
  blocks.map(({ span }) => text.slice(span.start, span.end));

export const numberTokens = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

/** The share of `expected` that `actual` holds too, counted with repetition. */
export function shareFound(expected: readonly string[], actual: readonly string[]): number {
  const left = new Map<string, number>();
  for (const item of actual) left.set(item, (left.get(item) ?? 0) + 1);
  let found = 0;
  for (const item of expected) {
    const count = left.get(item) ?? 0;
    if (count > 0) found++;
    left.set(item, count - 1);
  }
  return found / expected.length;
}
