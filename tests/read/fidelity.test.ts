/** The same report reads the same from text, DOCX and PDF: words, numbers and paragraphs. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readBytes } from '../../src/read/bytes.ts';
import type { Reading } from '../../src/read/reading.ts';
import { blockTexts, fixture, numberTokens, REPORTS, readFixture, shareFound } from './fixtures.ts';

const FORMS = [
  ['docx', 'docx'],
  ['pdf', 'pdf'],
  ['pdf-one-font', 'pdf'],
] as const;

describe.each(FORMS)('reports as %s', (folder, extension) => {
  let paragraphs: { expected: string[]; actual: string[] };
  beforeAll(() => {
    paragraphs = { expected: [], actual: [] };
  });

  test.each(REPORTS)('%s keeps every number in order and nearly every word', async (name) => {
    const [text, form] = [await readFixture(`${name}.txt`), await readFixture(folder, `${name}.${extension}`)];
    expect(numberTokens(form.text)).toEqual(numberTokens(text.text));
    expect(shareFound(text.text.split(/\s+/), form.text.split(/\s+/))).toBeGreaterThanOrEqual(0.998);
    paragraphs.expected.push(...blockTexts(text));
    paragraphs.actual.push(...blockTexts(form));
  });

  test('98 paragraphs in a hundred are the same', () => {
    expect(paragraphs.expected.length).toBeGreaterThan(150);
    expect(shareFound(paragraphs.expected, paragraphs.actual)).toBeGreaterThanOrEqual(0.98);
  });
});

describe('spans', () => {
  const FILES = [
    ['001_401ea66197704b5d.txt'],
    ['struct', '001_struct.docx'],
    ['struct', '001_struct.pdf'],
    ['struct', 'formal.docx'],
    ['struct', 'formal.pdf'],
  ];
  test.each(FILES)('of %s %s lie in order in the text and hold what they name', async (...path) => {
    const document = await readFixture(...path.filter(Boolean));
    let end = 0;
    for (const { span } of document.blocks) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      expect(document.text.slice(span.start, span.end)).toMatch(/^\S[\s\S]*(?:\S|\t)$|^\S$/);
      end = span.end;
    }
    expect(end).toBe(document.text.length);
    expect(document.text).toBe(document.text.normalize('NFC'));
    for (const cell of document.tables.flatMap((table) => table.rows.flat())) {
      expect(document.text.slice(cell.span.start, cell.span.end)).toBe(cell.text);
    }
  });
});

describe('boxes', () => {
  let document: Reading;
  beforeAll(async () => {
    document = await readFixture('struct', '001_struct.pdf');
  });

  test('cover every word of the text, each on its page', () => {
    const words = document.words.map(({ span }) => document.text.slice(span.start, span.end));
    expect(words.join('')).toBe(document.text.replace(/\s+/g, ''));
    // A word that breaks at a line's end ("28/2015/QĐ-" and "TTg") has a box on each line.
    expect(shareFound(document.text.split(/\s+/), words)).toBeGreaterThan(0.999);
    for (const { box } of document.words) {
      const page = document.pages[box.page - 1];
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(page?.width ?? 0);
      expect(box.y + box.height).toBeLessThanOrEqual(page?.height ?? 0);
      expect(box.height).toBeGreaterThan(5);
    }
  });

  test('count from the top left corner: the first line stands above the second', () => {
    const box = (word: string) =>
      document.words.find((w) => document.text.slice(w.span.start, w.span.end) === word)?.box;
    // "Số: /BC-UBND" has its baseline 773.0 points above the bottom of a page 841.9 high.
    const first = box('Số:');
    expect(first).toMatchObject({ page: 1, x: expect.closeTo(56.8, 1) });
    expect(first?.y).toBeLessThan(841.9 - 773.0);
    expect((first?.y ?? 0) + (first?.height ?? 0)).toBeGreaterThan(841.9 - 773.0);
    expect(box('BÁO')?.y).toBeGreaterThan(box('Sơn,')?.y ?? Number.POSITIVE_INFINITY);
  });

  test('and pages follow one another through the text', () => {
    expect(document.pages).toHaveLength(10);
    for (const [i, page] of document.pages.entries()) {
      expect(page.number).toBe(i + 1);
      expect(page.start).toBeGreaterThanOrEqual(document.pages[i - 1]?.end ?? 0);
      expect(page.end).toBeGreaterThan(page.start);
    }
    expect(document.pages.at(-1)?.end).toBe(document.text.length);
  });
});

test('the same bytes give the same document', async () => {
  const bytes = readFileSync(fixture('struct', 'formal.pdf'));
  expect(await readBytes(bytes, { maxPages: 100 })).toEqual(await readBytes(bytes, { maxPages: 100 }));
});
