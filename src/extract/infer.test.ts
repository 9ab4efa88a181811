import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { documentOf, recordOf } from '../../tests/extract/document.ts';
import type { Figure } from '../model/index.ts';
import { extract, infer } from './index.ts';

const marked = (text: string, words: string): Figure[] => {
  const start = text.indexOf(words);
  return infer(recordOf(text), { start, end: start + words.length });
};

describe('a number that no rule takes for a figure is, where a person marks it,', () => {
  test.each([
    [
      'a count of something',
      'Căn cứ Quyết định số 59 về chuẩn nghèo.',
      '59',
      { value: 59, kind: 'count', unit: 'item', rule: 'marked' },
    ],
    [
      'money where it is of millions',
      'Theo Quyết định số 12 triệu.',
      '12 triệu',
      { value: 12_000_000, kind: 'money', unit: 'VND' },
    ],
    [
      'counted in the words around it',
      'Tổng cộng: 318.',
      '318',
      { value: 318, kind: 'count', unit: 'item', rule: 'marked' },
    ],
    ['no date any more', 'Rà soát ngày 25/11/2019 tại xã.', '25', { value: 25, kind: 'count' }],
  ])('%s', (_, text, words, expected) => {
    expect(recordOf(text).figures).toHaveLength(0);
    expect(marked(text, words)).toEqual([expect.objectContaining(expected)]);
  });
});

test('where no number is marked there is no figure', () => {
  expect(marked('Toàn xã có 25 hộ nghèo và nhiều hộ khác.', 'nhiều hộ')).toEqual([]);
});

describe('marking what the extractor finds gives the same figure', () => {
  const FIXTURES = join(import.meta.dirname, '../../fixtures');
  const said = ({ value, kind, unit, comparator, role, indicator, subjects, period }: Figure) => ({
    value,
    kind,
    unit,
    comparator,
    role,
    indicator,
    subjects,
    period,
  });

  test('in a report', () => {
    const text = readFileSync(join(FIXTURES, '001_401ea66197704b5d.txt'), 'utf8').normalize('NFC');
    const record = recordOf(text);
    const sample = record.figures.filter((_, i) => i % 9 === 0);
    expect(sample.length).toBeGreaterThan(3);
    for (const figure of sample) expect(infer(record, figure.span).map(said)).toEqual([said(figure)]);
  });

  test('in a table with merged heads', () => {
    const text = 'Biểu: hộ nghèo (hộ)\nXã\tNăm\n2018\t2019\nTân Hưng\t120\t98\nTân Lập\t85\t61';
    const start = text.indexOf('Xã');
    let at = start;
    const cells = (line: string, spans: [number, number][] = []) =>
      line.split('\t').map((cell, i) => {
        const span = { start: at, end: at + cell.length };
        at = span.end + 1;
        return { text: cell, span, colSpan: spans[i]?.[1] ?? 1, rowSpan: spans[i]?.[0] ?? 1 };
      });
    const [first = '', ...rest] = text.slice(start).split('\n');
    const rows = [
      cells(first, [
        [2, 1],
        [1, 2],
      ]),
      ...rest.map((line) => cells(line)),
    ];
    const span = { start, end: text.length };
    const base = documentOf(text);
    const blocks = [...base.blocks.slice(0, 1), { span, kind: 'table' as const, level: null, bold: false }];
    const record = extract({ ...base, blocks, tables: [{ span, rows, headerRows: 2 }] });
    expect(record.figures).toHaveLength(4);
    for (const figure of record.figures) expect(infer(record, figure.span).map(said)).toEqual([said(figure)]);
  });
});
