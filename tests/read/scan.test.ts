/** Scans read like the documents they were made of: words, places and tables, with the engine of every machine. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { jpegOf, pdfOf, scanPages } from '../../scripts/renditions/scan.ts';
import type { SourceDocument } from '../../src/model/index.ts';
import { read } from '../../src/read/index.ts';
import { fixture, readFixture, shareFound } from './fixtures.ts';

const SOURCE = ['struct', '001_struct_noto.pdf'];
const folder = mkdtempSync(join(tmpdir(), 'ansinh-scan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SLOW = 240_000;
const cellsOf = ({ tables }: Pick<SourceDocument, 'tables'>): string[] =>
  tables.flatMap((table) => table.rows.flatMap((row) => row.map((cell) => cell.text.replace(/[.,]/g, ''))));

describe('a scanned page with a table, 200 dpi, askew by 1°', () => {
  let scanned: SourceDocument;
  beforeAll(async () => {
    const options = { dpi: 200, skew: 1, noise: 4, quality: 60, turn: 0 };
    const path = join(folder, 'table.pdf');
    writeFileSync(path, pdfOf(await scanPages(readFileSync(fixture(...SOURCE)), options, [13]), options));
    scanned = await read({ path, filename: 'table.pdf' }, { ocr: 'wasm', timeoutMs: SLOW });
  }, SLOW);

  test('says what read it', () => {
    expect(scanned.ocr).toMatchObject({ engine: expect.stringContaining('tesseract') });
    expect(scanned.ocr?.meanConfidence).toBeGreaterThan(0.85);
    expect(scanned.messages).toContainEqual(expect.objectContaining({ code: 'ocr_used', severity: 'info' }));
  });

  test('has the cells of the table, merged ones too', async () => {
    const digital = await readFixture(...SOURCE);
    expect(scanned.tables.map(({ rows, headerRows }) => [rows.length, headerRows])).toEqual([[18, 2]]);
    expect(scanned.tables[0]?.rows[0]?.map(({ colSpan, rowSpan }) => [colSpan, rowSpan])).toEqual(
      digital.tables[0]?.rows[0]?.map(({ colSpan, rowSpan }) => [colSpan, rowSpan]),
    );
    expect(shareFound(cellsOf(digital), cellsOf(scanned))).toBeGreaterThanOrEqual(0.9);
  });

  test('has its words where they lie on the page, each with its confidence', async () => {
    const digital = await readFixture(...SOURCE);
    const boxOf = ({ text, words }: Pick<SourceDocument, 'text' | 'words'>, word: string) =>
      words.findLast(({ span }) => text.slice(span.start, span.end) === word);
    const [there, here] = [boxOf(digital, '3.227'), boxOf(scanned, '3.227')];
    expect(here?.confidence).toBeGreaterThan(0.5);
    // The paper was turned by 1° about its middle: at the edge of the table by 3 points.
    expect(Math.abs((here?.box.x ?? 0) - (there?.box.x ?? 99))).toBeLessThan(8);
    expect(Math.abs((here?.box.y ?? 0) - (there?.box.y ?? 99))).toBeLessThan(12);
  });
});

test(
  'a photograph on its side reads as the page does',
  async () => {
    const options = { dpi: 150, skew: 0, noise: 0, quality: 80, turn: 1 };
    const [page] = await scanPages(readFileSync(fixture('struct', 'formal.pdf')), options, [1]);
    const path = join(folder, 'page.jpg');
    if (page) writeFileSync(path, jpegOf(page, options.quality, options.dpi));
    const scanned = await read({ path, filename: 'page.jpg' }, { timeoutMs: SLOW });
    expect(scanned.mediaType).toBe('image/jpeg');
    const digital = await readFixture('struct', 'formal.pdf');
    const words = digital.text.slice(0, digital.pages[0]?.end).split(/\s+/);
    expect(shareFound(words, scanned.text.split(/\s+/))).toBeGreaterThan(0.85);
  },
  SLOW,
);
