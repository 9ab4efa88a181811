import type { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { BLANK_FIGURE } from '../../model/blank-figure.ts';
import { FigureWithDocument } from '../../model/index.ts';
import { COLUMNS } from './columns.ts';
import { type ExportFormat, FORMATS } from './index.ts';

const figure = (given: Partial<FigureWithDocument>): FigureWithDocument =>
  FigureWithDocument.parse({
    ...BLANK_FIGURE,
    id: 'f1',
    span: { start: 10, end: 15 },
    value: 1855,
    unit: 'household',
    unitText: 'hộ',
    indicator: 'pov.poor_households',
    subjects: ['near_poor_household', 'poor_household'],
    topic: 'poverty_reduction',
    period: { start: '2022-01-01', end: '2022-12-31' },
    section: 's1',
    label: 'hộ nghèo',
    confidence: 0.95,
    rule: 'number+noun',
    document: { id: 'd1', filename: 'Báo cáo.pdf', metadata: null },
    ...given,
  });

const FIGURES = [
  figure({}),
  figure({ id: 'f2', value: -1.46, kind: 'percentage', unit: 'percent', role: 'change', period: null }),
  figure({
    id: 'f3',
    value: 4_627_000_000,
    kind: 'money',
    unit: 'VND',
    label: '=HYPERLINK("http://x","y"), "hộ"\nnghèo',
  }),
  figure({ id: 'f4', value: 0, label: '-1+2', indicator: null, subjects: [] }),
];

async function* from(figures: FigureWithDocument[]): AsyncIterable<FigureWithDocument> {
  for (const one of figures) {
    await breathe();
    yield one;
  }
}

const write = (format: ExportFormat, figures = FIGURES): Readable => FORMATS[format].write(from(figures));

describe('json and jsonl hold the figures as they are', () => {
  test('jsonl', async () => {
    const lines = (await text(write('jsonl'))).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(FIGURES);
  });
  test.each([[FIGURES], [FIGURES.slice(0, 1)], [[]]])('json', async (figures) => {
    expect(JSON.parse(await text(write('json', figures)))).toEqual(figures);
  });
});

describe('csv', () => {
  const rows = async (figures = FIGURES): Promise<Record<string, string>[]> => {
    const bytes = await buffer(write('csv', figures));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    return parse(bytes, { bom: true, columns: true });
  };

  test('numbers are numbers, negative ones too; days are days; lists are joined', async () => {
    const [first, second, third] = await rows();
    expect(first).toMatchObject({
      value: '1855',
      unitLabel: 'hộ',
      indicatorLabel: 'Số hộ nghèo',
      subjects: 'near_poor_household; poor_household',
      periodStart: '2022-01-01',
      periodEnd: '2022-12-31',
      filename: 'Báo cáo.pdf',
    });
    expect(second).toMatchObject({ value: '-1.46', periodStart: '' });
    expect(third).toMatchObject({ value: '4627000000' });
  });

  test('text that would run as a formula does not', async () => {
    const [, , third, fourth] = await rows();
    expect(third?.label).toBe('\'=HYPERLINK("http://x","y"), "hộ"\nnghèo');
    expect(fourth?.label).toBe("'-1+2");
  });

  test('without figures there is still the header', async () => {
    const bytes = await text(write('csv', []));
    expect(bytes.trim().split(',')).toHaveLength(COLUMNS.length);
  });
});

describe('xlsx', () => {
  const open = async (figures = FIGURES) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await buffer(write('xlsx', figures))) as unknown as ArrayBuffer);
    const sheet = book.worksheets[0] as ExcelJS.Worksheet;
    const column = (name: string) => COLUMNS.findIndex((c) => c.name === name) + 1;
    return { sheet, at: (row: number, name: string) => sheet.getRow(row + 1).getCell(column(name)).value };
  };

  test('numbers are numbers, days are days, text is text', async () => {
    const { sheet, at } = await open();
    expect(sheet.rowCount).toBe(FIGURES.length + 1);
    expect(at(0, 'value')).toBe('value');
    expect([1, 2, 3, 4].map((row) => at(row, 'value'))).toEqual([1855, -1.46, 4_627_000_000, 0]);
    expect(at(1, 'periodEnd')).toEqual(new Date('2022-12-31T00:00:00Z'));
    expect(at(2, 'periodEnd')).toBeNull();
    expect(at(3, 'label')).toBe(FIGURES[2]?.label);
    expect(at(1, 'indicatorLabel')).toBe('Số hộ nghèo');
  });

  test('a workbook without figures opens', async () => {
    expect((await open([])).sheet.rowCount).toBe(1);
  });
});

describe.each(['json', 'jsonl', 'csv', 'xlsx'] as const)('%s', (format) => {
  test('asks for no more than its reader takes, and lets go of the ledger when the reader leaves', async () => {
    let made = 0;
    let released = false;
    async function* endless(): AsyncIterable<FigureWithDocument> {
      try {
        for (;;) {
          await breathe();
          made += 1;
          yield figure({ id: `f${made}` });
        }
      } finally {
        released = true;
      }
    }
    const stream = FORMATS[format].write(endless());
    stream.read();
    let before = -1;
    while (before !== made && made < 20_000) {
      before = made;
      await sleep(500);
    }
    expect(made).toBeLessThan(20_000);
    stream.destroy();
    await sleep(200);
    expect(released).toBe(true);
  });

  test('fails where the ledger fails', async () => {
    async function* broken(): AsyncIterable<FigureWithDocument> {
      yield figure({});
      throw new Error('the ledger is gone');
    }
    await expect(buffer(FORMATS[format].write(broken()))).rejects.toThrow('the ledger is gone');
  });
});
