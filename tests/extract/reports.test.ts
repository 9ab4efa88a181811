import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Evaluation, evaluate } from '../../src/evaluate/evaluate.ts';
import { extract } from '../../src/extract/index.ts';
import { ReportRecord } from '../../src/model/index.ts';
import { VERSION } from '../../src/model/version.ts';
import { read } from '../../src/read/index.ts';
import { fixture, REPORTS } from '../read/fixtures.ts';
import { recordOf } from './document.ts';

const wholeWay = async (path: string): Promise<ReportRecord> => extract(await read({ path, filename: basename(path) }));
const scoresOf = (...form: string[]): Promise<Evaluation> => evaluate(fixture(...form), VERSION, wholeWay);

describe.each(REPORTS)('the record of %s', (name) => {
  let record: ReportRecord;
  beforeAll(async () => {
    record = await wholeWay(fixture(`${name}.txt`));
  });

  test('is what the contract says, also as JSON', () => {
    expect(ReportRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  test('has the same ids on every run, each once', async () => {
    const again = await wholeWay(fixture(`${name}.txt`));
    const ids = record.figures.map(({ id }) => id);
    expect(again.figures.map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('quotes the text by every span, in reading order', () => {
    const starts = record.figures.map(({ span }) => span.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    for (const { span, unitText, kind } of record.figures) {
      const quote = record.text.slice(span.start, span.end);
      expect(quote).toBe(quote.trim());
      expect(quote).toMatch(kind === 'percentage' ? /[\d%]|phần trăm/u : /\d|\p{L}/u);
      expect(record.text).toContain(unitText);
    }
    for (const { span, heading } of record.sections) {
      const flat = (text: string) => text.replace(/\s+/gu, ' ');
      expect(flat(record.text.slice(span.start, span.end))).toContain(flat(heading).slice(0, 20));
    }
  });

  test('points only at figures and sections it holds', () => {
    const figures = new Set(record.figures.map(({ id }) => id));
    const sections = new Set(record.sections.map(({ id }) => id));
    for (const { id, partOf, section } of record.figures) {
      if (partOf) expect(figures).toContain(partOf);
      expect(partOf).not.toBe(id);
      if (section) expect(sections).toContain(section);
    }
    for (const check of record.checks) for (const id of check.figures) expect(figures).toContain(id);
    for (const { parent } of record.sections) if (parent) expect(sections).toContain(parent);
  });

  test('keeps its figures behind a longer preamble', () => {
    const text = readFileSync(fixture(`${name}.txt`), 'utf8').normalize('NFC');
    const preamble = `Thực hiện nhiệm vụ được giao, cơ quan báo cáo cấp trên như sau. ${'Các đơn vị đã phối hợp chặt chẽ. '.repeat(40)}`;
    const stated = (whole: string, from: number) =>
      recordOf(whole)
        .figures.filter(({ span }) => span.start >= from)
        .map(({ span, value, unit, kind }) => ({ at: span.start - from, value, unit, kind }));
    const moved = `${preamble.trim()}\n`;
    expect(stated(moved + text, moved.length)).toEqual(stated(text, 0));
  });
});

describe('the five reports', () => {
  let text: Evaluation;
  beforeAll(async () => {
    text = await scoresOf();
  });

  test('are read without failure', () => {
    expect(text.failures).toEqual([]);
    expect(text.docs).toBe(REPORTS.length);
  });

  // The floor that the product promises (issue 2, "How good").
  test.each<[string, number, (e: Evaluation) => number | undefined]>([
    ['detection', 0.97, (e) => e.detection.F1],
    ['value, kind and unit', 0.95, (e) => e.core.F1],
    ['indicator', 0.75, (e) => e.attributes.indicator],
    ['period', 0.75, (e) => e.attributes.period],
  ])('%s is right in at least %d', (_, floor, score) => {
    expect(score(text)).toBeGreaterThanOrEqual(floor);
  });

  test('all fifteen sections of the formal report stand with number, heading and level', () => {
    expect(text.sections).toMatchObject({ F1: 1, level: 1, gold: 15, found: 15 });
  });

  test.each(['docx', 'pdf'])('the %s form comes within one point of the text', async (form) => {
    const other = await scoresOf(form);
    expect(other.failures).toEqual([]);
    expect(other.detection.F1).toBeGreaterThanOrEqual(text.detection.F1 - 0.01);
    expect(other.core.F1).toBeGreaterThanOrEqual(text.core.F1 - 0.01);
    expect(other.attributes.indicator).toBeGreaterThanOrEqual((text.attributes.indicator ?? 1) - 0.01);
    expect(other.attributes.period).toBeGreaterThanOrEqual((text.attributes.period ?? 1) - 0.01);
    expect(other.sections.F1).toBeGreaterThanOrEqual(text.sections.F1 - 0.01);
  });
});
