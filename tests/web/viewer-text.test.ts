import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Figure, ReportRecord, Section, Span } from '../../src/model/index.ts';
import { type Block, blockAt, blocksOf } from '../../web/src/viewer/blocks.ts';
import { indexOf } from '../../web/src/viewer/figures.ts';
import { step, trimmed, whole, wordBefore, wordFrom } from '../../web/src/viewer/marking.ts';
import { rectsOf, wordAt } from '../../web/src/viewer/page-words.ts';
import { runsOf } from '../../web/src/viewer/runs.ts';
import { sentenceOf } from '../../web/src/viewer/sentence.ts';
import type { FigureState, ViewerFigure } from '../../web/src/viewer/types.ts';
import { scaleOf, turned, zoomed } from '../../web/src/viewer/zoom.ts';

const spanOf = (text: string, words: string, from = 0): Span => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};
const quote = (text: string, span: Span | null): string | null => span && text.slice(span.start, span.end);
const figure = (id: string, span: Span, state: FigureState = 'plain'): ViewerFigure => ({ id, span, boxes: [], state });

type Parts = Partial<Pick<ReportRecord, 'sections' | 'tables' | 'pages'>> & { figures?: Span[] };
/** A record as far as its text is set: the rest plays no part. */
const recordOf = (text: string, { figures = [], sections = [], tables = [], pages = [] }: Parts = {}): ReportRecord =>
  ({
    text,
    sections,
    tables,
    pages,
    figures: figures.map((span, i) => ({ id: `f${i}`, span, boxes: [] as Figure['boxes'] }) as Figure),
  }) as ReportRecord;
const sectionOf = (text: string, number: string, heading: string, level = 1): Section => {
  const start = text.indexOf(heading) - (number ? number.length + 2 : 0);
  return { id: number, number, heading, level, parent: null, topic: null, span: { start, end: text.length } };
};
const tableOf = (span: Span, header: string[][], rows: string[][]): ReportRecord['tables'][number] => ({
  id: 't1',
  span,
  caption: null,
  unit: null,
  header,
  rows,
});

/** The stretches of text that a block sets. */
const stretches = (block: Block): Span[] =>
  block.kind === 'page'
    ? []
    : block.kind === 'table'
      ? [...block.header, ...block.rows].flat().flatMap(({ span }) => span ?? [])
      : [block.span];

describe('setting a report', () => {
  test('a heading on its own line, one that runs on, a list item', () => {
    const text = 'I. KẾT QUẢ\n1. Giảm nghèo: toàn huyện có 1.855 hộ.\n\n- Hỗ trợ 20 hộ';
    const sections = [sectionOf(text, 'I', 'KẾT QUẢ'), sectionOf(text, '1', 'Giảm nghèo', 2)];
    const blocks = blocksOf(recordOf(text, { sections }));
    expect(blocks).toMatchObject([
      { kind: 'heading', level: 1, section: 'I' },
      { kind: 'paragraph', section: '1', item: false, lead: spanOf(text, '1. Giảm nghèo:') },
      { kind: 'paragraph', section: '1', item: true, lead: null },
    ]);
    expect(blockAt(blocks, text.indexOf('20'))).toBe(2);
  });

  test('a table whose cells stand in the text is a table', () => {
    const text = 'Bảng 1\nXã\tHộ nghèo\nA\t12\nB\t12\nHết';
    const span = { start: 7, end: text.indexOf('\nHết') };
    const rows = [
      ['A', '12'],
      ['B', '12'],
    ];
    const record = recordOf(text, {
      tables: [tableOf(span, [['Xã', 'Hộ nghèo']], rows)],
      figures: [spanOf(text, '12')],
    });
    const blocks = blocksOf(record);
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph']);
    expect(stretches(blocks[1] as Block).map((cell) => quote(text, cell))).toEqual([
      'Xã',
      'Hộ nghèo',
      'A',
      '12',
      'B',
      '12',
    ]);
  });

  test('merged cells reach over the places they cover', () => {
    const text = 'TT\tHộ nghèo\nSố hộ\tTỷ lệ\n1\t20\t2,0';
    const header = [
      ['TT', 'Hộ nghèo', ''],
      ['', 'Số hộ', 'Tỷ lệ'],
    ];
    const merged = [
      { row: 0, column: 0, rowSpan: 2, colSpan: 1 },
      { row: 0, column: 1, rowSpan: 1, colSpan: 2 },
    ];
    const table = { ...tableOf({ start: 0, end: text.length }, header, [['1', '20', '2,0']]), merged };
    const [block] = blocksOf(recordOf(text, { tables: [table] }));
    expect(block).toMatchObject({
      header: [
        [
          { rowSpan: 2, colSpan: 1 },
          { rowSpan: 1, colSpan: 2 },
        ],
        [{ rowSpan: 1 }, { rowSpan: 1 }],
      ],
    });
  });

  test.each([
    ['cells are not in the text', [['?']]],
    ['a cell leaves out words of a figure', [['Xã A có 1']]],
  ])('a table is set as lines where %s', (_, rows) => {
    const text = 'Xã A có 12 hộ';
    const tables = [tableOf({ start: 0, end: text.length }, [], rows)];
    const blocks = blocksOf(recordOf(text, { tables, figures: [spanOf(text, '12')] }));
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  test('pages of the original turn where the next piece begins', () => {
    const text = 'Trang đầu\nTrang hai\nhết';
    const page = (number: number, start: number, end: number) => ({ number, start, end, width: 595, height: 842 });
    const blocks = blocksOf(recordOf(text, { pages: [page(1, 0, 10), page(2, 10, text.length)] }));
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'page', 'paragraph', 'paragraph']);
  });

  test('whatever the text, no word is lost or doubled', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zđ0-9 .\n\t-]{0,12}$/), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const letters = (all: string) => all.replace(/\s/g, '');
        const set = blocksOf(recordOf(text)).flatMap(stretches);
        expect(letters(set.map((span) => quote(text, span)).join(''))).toBe(letters(text));
      }),
    );
  });
});

describe('marks over the text', () => {
  const text = 'có 12 và 15 hộ nghèo';
  const both = spanOf(text, '12 và 15');
  const shown = (figures: ViewerFigure[], selected: string | null = null) =>
    runsOf(text, { start: 0, end: text.length }, figures, selected).map((run) => [run.figure?.id ?? '', run.text]);

  test('figures that were split lie over the one that was rejected', () => {
    const figures = [
      figure('whole', both, 'rejected'),
      figure('first', spanOf(text, '12')),
      figure('second', spanOf(text, '15')),
    ];
    expect(shown(figures)).toEqual([
      ['', 'có '],
      ['first', '12'],
      ['whole', ' và '],
      ['second', '15'],
      ['', ' hộ nghèo'],
    ]);
  });

  test('the selected one is on top, though others cover it', () => {
    const figures = [figure('whole', both, 'rejected'), figure('same', both)];
    expect(shown(figures)).toEqual([
      ['', 'có '],
      ['same', '12 và 15'],
      ['', ' hộ nghèo'],
    ]);
    expect(shown(figures, 'whole')[1]).toEqual(['whole', '12 và 15']);
  });

  test('what is marked cuts a figure without a second stop for the keyboard', () => {
    const runs = runsOf(text, { start: 0, end: text.length }, [figure('f', both)], null, spanOf(text, 'và 15 hộ'));
    expect(runs.filter(({ figure }) => figure).map(({ text, first, marked }) => [text, first, marked])).toEqual([
      ['12 ', true, false],
      ['và 15', false, true],
    ]);
  });

  test('whatever the figures, the runs are the text and every figure that is alone is marked', () => {
    const place = fc.nat(60);
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { maxLength: 12 }), fc.tuple(place, place), (pairs, [a, b]) => {
        const long = 'báo cáo kết quả thực hiện chính sách an sinh xã hội năm 2023 …';
        const ordered = (x: number, y: number): Span => ({ start: Math.min(x, y), end: Math.max(x, y) });
        const figures = pairs.map(([x, y], i) => figure(`f${i}`, ordered(x, y)));
        const span = ordered(a, b);
        const runs = runsOf(long, span, indexOf(figures).touching(span));
        expect(runs.map((run) => run.text).join('')).toBe(quote(long, span));
        for (const { id, span: own } of figures) {
          const alone = figures.every(
            (other) => other.id === id || other.span.end <= own.start || own.end <= other.span.start,
          );
          const inside = Math.max(own.start, span.start) < Math.min(own.end, span.end);
          if (alone && inside) expect(runs.filter((run) => run.figure?.id === id && run.first)).toHaveLength(1);
        }
      }),
    );
  });
});

describe('the figures by where they stand', () => {
  const box = (page: number) => ({ page, x: 0, y: 0, width: 1, height: 1 });
  const placed = (id: string, start: number, pages: number[]): ViewerFigure => ({
    ...figure(id, { start, end: start + 5 }),
    boxes: pages.map(box),
  });
  const [a, b, c] = [placed('a', 20, [2]), placed('b', 0, [1, 2]), placed('c', 40, [])];
  const ids = (figures: readonly ViewerFigure[]) => figures.map(({ id }) => id).join('');

  test('in the order of the text, by page, without a box', () => {
    const index = indexOf([a, b, c]);
    expect([1, 2, 3].map((page) => ids(index.onPage(page)))).toEqual(['b', 'ba', '']);
    expect([ids(index.unplaced), ids(index.touching({ start: 3, end: 21 })), index.get('x')]).toEqual([
      'c',
      'ba',
      undefined,
    ]);
  });
  test('where one looks otherwise, only its page is another list', () => {
    const before = indexOf([a, b, c]);
    const pages = [before.onPage(1), before.onPage(2)];
    const after = indexOf([{ ...a, state: 'accepted' }, b, c], before);
    expect([after.onPage(1) === pages[0], after.onPage(2) === pages[1]]).toEqual([true, false]);
    expect([after.get('a')?.state, after.onPage(2)[1]?.state]).toEqual(['accepted', 'accepted']);
    expect(after.unplaced).toBe(before.unplaced);
  });
  test('where one came, went or moved they are found where they stand now', () => {
    const before = indexOf([a, b, c]);
    expect(ids(indexOf([a, c], before).onPage(2))).toBe('a');
    expect(ids(indexOf([a, b, c, placed('d', 10, [2])], before).onPage(2))).toBe('bda');
    expect(ids(indexOf([placed('a', 20, [3]), b, c], before).onPage(3))).toBe('a');
  });
});

describe('marking by keyboard', () => {
  const text = 'Kế hoạch số 81/2021/NĐ-CP:\ngiảm 1.855 hộ, đạt 4,82%.\nHết';
  const at = (word: string) => spanOf(text, word);
  test.each([
    ['81/2021/NĐ-CP', 'ArrowRight', 'số'],
    ['1.855', 'ArrowRight', 'giảm'],
    ['4,82%', 'ArrowRight', 'đạt'],
    ['giảm', 'ArrowLeft', '1.855'],
    ['Kế', 'ArrowLeft', 'Kế'],
    ['Hết', 'ArrowRight', 'Hết'],
    ['Hết', 'ArrowDown', 'đạt'],
    ['giảm', 'ArrowUp', 'Hết'],
    ['Kế', 'ArrowUp', 'đạt'],
    ['giảm', 'Home', 'đạt'],
    ['4,82%', 'End', 'giảm'],
  ])('to “%s” by %s from “%s”', (to, key, from) => {
    expect(quote(text, step(text, at(from), key))).toBe(to);
  });
  test('other keys lead nowhere', () => expect(step(text, at('giảm'), 'j')).toBeNull());
  test('the words around a position', () => {
    expect(quote(text, wordFrom(text, 2))).toBe('hoạch');
    expect(quote(text, wordBefore(text, 9))).toBe('hoạch');
    expect(wordFrom(text, text.length)).toBeNull();
  });
  test.each([
    ['giảm 1.855', 'ảm 1.85'],
    ['855 hộ', '55 hộ'],
    ['đạt', 'đạt'],
  ])('“%s” is marked where the mouse went over “%s”', (expected, over) => {
    expect(quote(text, whole(text, spanOf(text, over)))).toBe(expected);
  });
  test('white space at the ends is not marked', () => {
    expect(trimmed('có  20 hộ\n', { start: 2, end: 10 })).toEqual({ start: 4, end: 9 });
    expect(trimmed('a  b', { start: 1, end: 3 })).toBeNull();
  });
});

describe('words on a page', () => {
  const word = (start: number, end: number, x: number, y: number) => ({ start, end, x, y, width: 30, height: 12 });
  const words = [word(0, 2, 50, 100), word(3, 5, 90, 100), word(6, 8, 50, 120)];
  test('a span has one rectangle for each line', () => {
    expect(rectsOf(words, { start: 0, end: 8 })).toEqual([
      { x: 50, y: 100, width: 70, height: 12 },
      { x: 50, y: 120, width: 30, height: 12 },
    ]);
    expect(rectsOf(words, { start: 9, end: 12 })).toEqual([]);
  });
  test.each([
    [0, 60, 105, 'on it'],
    [3, 200, 108, 'right of its line'],
    [6, 10, 131, 'below the last line'],
  ])('the word that starts at %i is nearest to (%i, %i): %s', (start, x, y) => {
    expect(wordAt(words, x, y)?.start).toBe(start);
  });
  test('no words, no word', () => expect(wordAt([], 1, 1)).toBeNull());
});

describe('zoom', () => {
  const A4 = { width: 595, height: 842 };
  test('a page that lies across fits by its own width', () => {
    const view = { width: 832, height: 600 };
    expect(scaleOf({ fit: 'width' }, A4, view)).toBeCloseTo(800 / 595);
    expect(scaleOf({ fit: 'width' }, turned(A4, 1), view)).toBeCloseTo(800 / 842);
    expect(scaleOf({ fit: 'page' }, A4, view)).toBeCloseTo(568 / 842);
  });
  test('steps from 50 to 400 %, and no further', () => {
    let scale = 0.1;
    const steps: number[] = [];
    for (let i = 0; i < 20; i++) {
      scale = scaleOf(zoomed(scale, 1), A4, A4);
      steps.push(Math.round(scale * 75));
    }
    expect(steps.slice(0, 2)).toEqual([50, 67]);
    expect(steps.at(-1)).toBe(400);
    for (let i = 0; i < 20; i++) scale = scaleOf(zoomed(scale, -1), A4, A4);
    expect(Math.round(scale * 75)).toBe(50);
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
    const span = sentenceOf(text, spanOf(text, word));
    expect(text.slice(span.start, span.end)).toBe(expected);
  });
});
