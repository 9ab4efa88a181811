/** Tables the whole way: a file is read in its child process, its record's cells are compared with what was typed. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { extract } from '../../src/extract/index.ts';
import type { Figure, ReportRecord } from '../../src/model/index.ts';
import { read } from '../../src/read/index.ts';
import { fixture } from '../read/fixtures.ts';
import { figureAt } from './sheet.ts';

const truth: { truth: [string, ...number[]][]; sum: number[] } = JSON.parse(
  readFileSync(fixture('struct', '001_table_truth.json'), 'utf8'),
);
/** Where the columns of the truth stand in the printed table; its sixth, the rate, is computed. */
const COLUMNS = [2, 3, 4, 5, 7];
const UNITS = ['household', 'person', 'household', 'person', 'household'];
const INDICATORS = [
  'pop.households',
  'pop.people',
  'pov.poor_households',
  'pov.poor_people',
  'pov.near_poor_households',
];

const recordOf = async (path: string): Promise<ReportRecord> => extract(await read({ path, filename: 'report' }));

const inTables = ({ figures }: ReportRecord): Figure[] => figures.filter(({ cell }) => cell !== null);

describe.each(['001_struct.docx', '001_struct.pdf', '001_struct_noto.pdf'])('the annex of %s', (name) => {
  let record: ReportRecord;
  beforeAll(async () => {
    record = await recordOf(fixture('struct', name));
  }, 60_000);

  test('every typed number is found with its value, unit, indicator and place', () => {
    const found = truth.truth.map((_, row) => COLUMNS.map((column) => figureAt(record, row, column)));
    expect(found.map((row) => row.map((figure) => figure?.value))).toEqual(truth.truth.map(([, ...values]) => values));
    for (const row of found) {
      expect(row.map((figure) => figure?.unit)).toEqual(UNITS);
      expect(row.map((figure) => figure?.indicator)).toEqual(INDICATORS);
    }
    const places = found.map((row) => row.map((figure) => figure?.place?.name.replace(/^xã /, '').toLowerCase()));
    expect(places).toEqual(truth.truth.map(([place]) => COLUMNS.map(() => place.toLowerCase())));
  });

  test('the total row has the sums, no place, and every commune as its part', () => {
    const totals = COLUMNS.map((column) => figureAt(record, truth.truth.length, column));
    expect(totals.map((figure) => figure?.value)).toEqual(truth.sum);
    expect(totals.map((figure) => figure?.place)).toEqual(COLUMNS.map(() => null));
    for (const total of totals)
      expect(record.figures.filter(({ partOf }) => partOf === total?.id)).toHaveLength(truth.truth.length);
  });

  test('ordinals are no figures: 16 rows of 6 numbers are all', () => {
    const cells = inTables(record);
    expect(cells).toHaveLength(96);
    expect(new Set(cells.map(({ rule }) => rule))).toEqual(new Set(['table_cell']));
    expect(cells.filter(({ cell }) => (cell?.column ?? 0) < 2)).toEqual([]);
    const [table] = record.tables;
    const inside = record.figures.filter(
      ({ span }) => table && span.start >= table.span.start && span.end <= table.span.end,
    );
    expect(inside).toHaveLength(96);
  });

  test('five sums and sixteen rates hold', () => {
    const ids = new Set(inTables(record).map(({ id }) => id));
    const checks = record.checks.filter(({ figures }) => figures.every((id) => ids.has(id)));
    expect(checks.filter(({ rule, status }) => rule === 'breakdown' && status === 'pass')).toHaveLength(5);
    expect(checks.filter(({ rule, status }) => rule === 'rate' && status === 'pass')).toHaveLength(16);
    expect(checks.filter(({ status }) => status === 'fail')).toEqual([]);
  });

  test('the caption dates every cell and stands in the record', () => {
    expect(record.tables[0]?.caption).toContain('Tổng hợp hộ nghèo, hộ cận nghèo theo xã, thị trấn');
    for (const { period } of inTables(record)) expect(period).toEqual({ start: '2022-12-31', end: '2022-12-31' });
    expect(figureAt(record, 2, 4)?.label).toBe('Số hộ nghèo – xã Bình Tân');
  });
});

describe.each(['formal.docx', 'formal.pdf'])('the annex of %s, over two pages', (name) => {
  test('forty-five communes have a count and a rate each, notes none', async () => {
    const record = await recordOf(fixture('struct', name));
    const cells = inTables(record).filter(({ cell }) => cell?.table === 't2');
    expect(cells).toHaveLength(90);
    expect(cells.filter(({ unit }) => unit === 'household')).toHaveLength(45);
    expect(cells.filter(({ unit }) => unit === 'percent')).toHaveLength(45);
    expect(figureAt(record, 0, 2, 't2')).toMatchObject({
      value: 20,
      indicator: 'pov.poor_households',
      label: 'Số hộ nghèo – xã Bình Dương',
    });
    expect(figureAt(record, 44, 3, 't2')).toMatchObject({
      value: 6.4,
      indicator: 'pov.poor_rate',
      label: 'Tỷ lệ hộ nghèo – thị trấn Nước Hai',
    });
  }, 60_000);

  test('the tabbed lines of its text, which head nothing, have six more', async () => {
    const record = await recordOf(fixture('struct', name));
    const cells = inTables(record).filter(({ cell }) => cell?.table === 't1');
    expect(cells.map(({ value, unit }) => [value, unit])).toEqual([
      [412, 'household'],
      [1_236_000_000, 'VND'],
      [655, 'household'],
      [1_965_000_000, 'VND'],
      [208, 'person'],
      [748_800_000, 'VND'],
    ]);
  }, 60_000);
});

describe('a plain text whose columns are parted by tabs', () => {
  const text = [
    'UBND HUYỆN TÂY SƠN',
    'BÁO CÁO',
    'Kết quả rà soát hộ nghèo năm 2022',
    '',
    'Toàn huyện còn 243 hộ nghèo, chi tiết như sau:',
    'STT\tXã\tSố hộ\tSố hộ nghèo\tTỷ lệ (%)',
    '1\tBình Tân\t3.586\t69\t1,92',
    '2\tBình Thành\t2.257\t98\t4,34',
    '3\tTây An\t4.122\t76\t1,84',
    'Tổng cộng\t9.965\t243\t2,44',
    '',
    'Trong thời gian tới tiếp tục thực hiện các chính sách.',
  ].join('\n');

  test('is a table of twelve figures beside the one of the prose', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ansinh-tables-'));
    try {
      const path = join(folder, 'report.txt');
      await writeFile(path, text);
      const record = await recordOf(path);
      expect(record.tables).toHaveLength(1);
      expect(record.tables[0]?.rows.at(-1)).toEqual(['Tổng cộng', '', '9.965', '243', '2,44']);
      expect(inTables(record).map(({ value }) => value)).toEqual([
        3586, 69, 1.92, 2257, 98, 4.34, 4122, 76, 1.84, 9965, 243, 2.44,
      ]);
      expect(record.figures.filter(({ cell }) => cell === null).map(({ value }) => value)).toEqual([243]);
      expect(figureAt(record, 1, 3)).toMatchObject({
        indicator: 'pov.poor_households',
        place: { name: 'xã Bình Thành' },
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 60_000);
});
