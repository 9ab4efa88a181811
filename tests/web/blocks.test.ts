import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Figure, ReportRecord, Section } from '../../src/model/index.ts';
import { type Block, blocksOf, type Run, sentenceOf } from '../../web/src/report/blocks.ts';

type Parts = Partial<Pick<ReportRecord, 'sections' | 'tables'>> & { figures?: [number, number][] };

/** A record as far as its text is set: the rest plays no part. */
const recordOf = (text: string, { figures = [], sections = [], tables = [] }: Parts = {}): ReportRecord =>
  ({
    text,
    sections,
    tables,
    figures: figures.map(([start, end], i) => ({ id: `f${i}`, span: { start, end } }) as Figure),
  }) as ReportRecord;
const sectionOf = (text: string, number: string, heading: string, level = 1): Section => {
  const start = text.indexOf(heading) - (number ? number.length + 2 : 0);
  return { id: number, number, heading, level, parent: null, topic: null, span: { start, end: text.length } };
};
const words = (text: string, word: string): [number, number] => [text.indexOf(word), text.indexOf(word) + word.length];

const runsOf = (block: Block): Run[] =>
  block.kind === 'table'
    ? [...block.header, ...block.rows].flat().flatMap((cell) => cell.runs)
    : block.kind === 'heading'
      ? block.runs
      : [...block.lead, ...block.runs];
const marks = (blocks: Block[]): string[] =>
  blocks.flatMap(runsOf).flatMap(({ text, figure }) => (figure ? [text] : []));

describe('setting a report', () => {
  test('a heading on its own line, one that runs on, and plain lines', () => {
    const text = 'I. KẾT QUẢ\n1. Giảm nghèo: toàn huyện có 1.855 hộ.\n\n- Hỗ trợ 20 hộ';
    const sections = [sectionOf(text, 'I', 'KẾT QUẢ'), sectionOf(text, '1', 'Giảm nghèo', 2)];
    const blocks = blocksOf(recordOf(text, { sections, figures: [words(text, '1.855'), words(text, '20')] }));
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph']);
    expect(blocks[1]).toMatchObject({ lead: [{ text: '1. Giảm nghèo:' }], section: '1', item: false });
    expect(blocks[2]).toMatchObject({ item: true, section: '1' });
    expect(marks(blocks)).toEqual(['1.855', '20']);
  });

  test('a table whose cells stand in the text is a table with its figures in their cells', () => {
    const text = 'Bảng 1\nXã\tHộ nghèo\nA\t12\nB\t12\nHết';
    const span = { start: 7, end: text.indexOf('\nHết') };
    const rows = [
      ['A', '12'],
      ['B', '12'],
    ];
    const table = { id: 't1', span, caption: null, unit: null, header: [['Xã', 'Hộ nghèo']], rows };
    const second = text.lastIndexOf('12');
    const blocks = blocksOf(recordOf(text, { tables: [table], figures: [words(text, '12'), [second, second + 2]] }));
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph']);
    expect(blocks[1]).toMatchObject({
      rows: [
        [{ runs: [{ text: 'A' }] }, { runs: [{ figure: { id: 'f0' } }] }],
        [{ runs: [{ text: 'B' }] }, { runs: [{ figure: { id: 'f1' } }] }],
      ],
    });
  });

  test('merged cells reach over the places they cover', () => {
    const text = 'TT\tHộ nghèo\nSố hộ\tTỷ lệ\n1\t20\t2,0';
    const table = {
      id: 't1',
      span: { start: 0, end: text.length },
      caption: null,
      unit: null,
      header: [
        ['TT', 'Hộ nghèo', ''],
        ['', 'Số hộ', 'Tỷ lệ'],
      ],
      rows: [['1', '20', '2,0']],
      merged: [
        { row: 0, column: 0, rowSpan: 2, colSpan: 1 },
        { row: 0, column: 1, rowSpan: 1, colSpan: 2 },
      ],
    };
    const [block] = blocksOf(recordOf(text, { tables: [table], figures: [words(text, '20')] }));
    expect(block).toMatchObject({
      header: [
        [
          { runs: [{ text: 'TT' }], rowSpan: 2, colSpan: 1 },
          { runs: [{ text: 'Hộ nghèo' }], rowSpan: 1, colSpan: 2 },
        ],
        [{ runs: [{ text: 'Số hộ' }] }, { runs: [{ text: 'Tỷ lệ' }] }],
      ],
    });
  });

  test('a table whose cells are not in the text is set as lines: no figure goes unmarked', () => {
    const text = 'Xã A có 12 hộ';
    const table = {
      id: 't1',
      span: { start: 0, end: text.length },
      caption: null,
      unit: null,
      header: [],
      rows: [['?']],
    };
    const blocks = blocksOf(recordOf(text, { tables: [table], figures: [words(text, '12')] }));
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
    expect(marks(blocks)).toEqual(['12']);
  });

  test('whatever the text: every figure is marked once, and no word is lost or doubled', () => {
    const piece = fc.oneof(
      fc.record({ text: fc.stringMatching(/^[a-zđ .\n\t-]{0,12}$/), figure: fc.constant(false) }),
      fc.record({ text: fc.stringMatching(/^[1-9][0-9.]{0,5}$/), figure: fc.constant(true) }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const figures: [number, number][] = [];
        let text = '';
        for (const { text: words, figure } of pieces) {
          if (figure) figures.push([text.length, text.length + words.length]);
          text += words;
        }
        const blocks = blocksOf(recordOf(text, { figures }));
        expect(marks(blocks)).toEqual(figures.map(([start, end]) => text.slice(start, end)));
        const letters = (all: string) => all.replace(/\s/g, '');
        expect(
          letters(
            blocks
              .flatMap(runsOf)
              .map((run) => run.text)
              .join(''),
          ),
        ).toBe(letters(text));
      }),
    );
  });
});

describe('the sentence of a figure', () => {
  const text = 'Mục 1\nTheo Nghị định 81/2021, có 1.855 hộ nghèo. Trong đó 20 hộ mới; còn lại là cũ.\nHết';
  test.each([
    ['Theo Nghị định 81/2021, có 1.855 hộ nghèo. ', '1.855'],
    ['Trong đó 20 hộ mới; ', '20 hộ'],
    ['còn lại là cũ.', 'cũ'],
    ['Hết', 'Hết'],
  ])('%s', (expected, word) => {
    const [start, end] = words(text, word);
    const span = sentenceOf(text, { start, end });
    expect(text.slice(span.start, span.end)).toBe(expected);
  });
});
