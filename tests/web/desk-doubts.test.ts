/** What makes a figure doubtful at the desk: other years of its place, and what older versions left in the ledger. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import type { Desk, ReportRecord, ReviewedFigure } from '../../src/model/index.ts';
import { openDatabase } from '../../src/store/database.ts';
import { type EmbeddedPostgres, startEmbedded } from '../../src/store/embedded.ts';
import { type Stand, serious, stand } from './browser.ts';

/** A report of one year, of the same district as the others. */
const report = (year: number, poor: string): string => `ỦY BAN NHÂN DÂN HUYỆN LẬP THẠCH

BÁO CÁO

Kết quả công tác an sinh xã hội năm ${year}

I. GIẢM NGHÈO

Cuối năm ${year}, toàn huyện có ${poor} hộ nghèo.

II. BẢO HIỂM Y TẾ

Năm ${year}, huyện đã cấp 6.176 thẻ bảo hiểm y tế cho người nghèo với kinh phí 2.573 triệu đồng.

III. BẢO TRỢ XÃ HỘI

Năm ${year}, huyện hỗ trợ 257 người khuyết tật.
`;

let web: Stand;
let server: EmbeddedPostgres | undefined;
const submit = (year: number, poor: string) => web.submit(`Báo cáo ${year}.txt`, report(year, poor));

/** The figures of a report by what is written. */
const figuresOf = async (id: string): Promise<Record<string, ReviewedFigure>> => {
  const { figures } = await web.api<Desk>(`/documents/${id}/review`);
  const { text } = await web.api<ReportRecord>(`/documents/${id}/record`);
  return Object.fromEntries(figures.map((item) => [text.slice(item.figure.span.start, item.figure.span.end), item]));
};
const idOf = async (id: string, written: string): Promise<string> => (await figuresOf(id))[written]?.figure.id ?? '';

const open = async (id: string): Promise<Page> => {
  const page = await web.open(`/documents/${id}`);
  await page.locator('[data-row]').first().waitFor();
  return page;
};
const goTo = async (page: Page, figure: string): Promise<void> => {
  await page.evaluate(`location.hash = '#${figure}'`);
  await page.locator(`[data-row="${figure}"][aria-selected="true"]`).waitFor();
};
const saved = (page: Page): Promise<void> => page.locator('.link-state', { hasText: 'Đã lưu' }).waitFor();
const doubt = (page: Page, words: string | RegExp): Promise<void> =>
  page.locator('.doubts').filter({ hasText: words }).waitFor();

beforeAll(async () => {
  web = await stand();
}, 180_000);
afterAll(async () => {
  await web?.close();
  await server?.close();
});

test('tenfold what the years beside it say: told, and set right by one key', async () => {
  await submit(2020, '215');
  await submit(2021, '208');
  const id = await submit(2022, '2.050');
  const page = await open(id);
  await goTo(page, await idOf(id, '2.050'));
  await doubt(page, /Gấp khoảng 10 lần số của năm 2020–2021 ở cùng địa bàn/);
  await page.keyboard.press('1');
  await saved(page);
  await page.locator('.doubts').waitFor({ state: 'detached' });
  expect((await figuresOf(id))['2.050']).toMatchObject({ verdict: 'accepted', figure: { value: 205 } });
  await page.context().close();
});

describe('a report that an older version stored', () => {
  let id: string;
  let page: Page;
  const written = { value: '6.176', period: '2.573 triệu đồng', code: '257' };

  beforeAll(async () => {
    id = await submit(2023, '201');
    const [value, period, code] = await Promise.all(Object.values(written).map((one) => idOf(id, one)));
    server = await startEmbedded(web.folder);
    const db = openDatabase(server.url);
    const store = (figure: string | undefined, field: string, stored: unknown) =>
      sql`UPDATE figures SET figure = jsonb_set(figure, ${sql.lit(`{${field}}`)}, ${JSON.stringify(stored)}::jsonb), extracted = NULL
          WHERE document = ${id} AND id = ${figure}`.execute(db);
    await store(value, 'value', 'sáu nghìn');
    await store(period, 'period', { start: '2023-12-31', end: '2023-01-01' });
    await store(code, 'indicator', 'sp.gone');
    await sql`UPDATE records SET schema_version = '0.9' WHERE document = ${id}`.execute(db);
    await db.destroy();
    await rm(join(web.folder, 'blobs'), { recursive: true });
    page = await open(id);
  });
  afterAll(() => page?.context().close());

  test('says so above the figures, and that its file is gone', async () => {
    await page.locator('[data-notice="older_schema"]', { hasText: 'phiên bản cũ' }).waitFor();
    await page.locator('[data-notice="file_missing"]', { hasText: 'Tệp gốc không còn trong kho' }).waitFor();
    expect(await serious(page)).toEqual([]);
  });

  test('a value that is no number is told as it is stored, and takes the one that is typed', async () => {
    await goTo(page, await idOf(id, written.value));
    await doubt(page, 'Giá trị đang lưu (sáu nghìn) không phải là số');
    await page.keyboard.press('v');
    await page.locator('[data-field="value"] input:focus').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('6.176');
    await page.keyboard.press('Enter');
    await page.locator('.figure-form').waitFor({ state: 'detached' });
    await saved(page);
    expect((await figuresOf(id))[written.value]).toMatchObject({ figure: { value: 6176 }, doubts: [] });
  });

  test('a period that ends before it starts is turned about by one key', async () => {
    await goTo(page, await idOf(id, written.period));
    await doubt(page, 'Kỳ số liệu kết thúc (2023-01-01) trước khi bắt đầu (2023-12-31)');
    await page.keyboard.press('1');
    await saved(page);
    expect((await figuresOf(id))[written.period]).toMatchObject({
      figure: { period: { start: '2023-01-01', end: '2023-12-31' } },
    });
  });

  test('a code that the catalogue has no more is named, and cleared by one key', async () => {
    await goTo(page, await idOf(id, written.code));
    await doubt(page, 'Danh mục không còn mã này (indicator: "sp.gone")'.replaceAll('"', ''));
    await page.keyboard.press('1');
    await saved(page);
    const now = (await figuresOf(id))[written.code];
    expect([now?.figure.indicator, now?.unreadable]).toEqual([null, undefined]);
  });

  test('nothing of it was lost: each old value is in the history', async () => {
    const { items } = await web.api<{ items: { field: string; old: unknown }[] }>(`/documents/${id}/history`);
    const olds = items.map(({ field, old }) => [field, old]);
    expect(olds).toEqual(
      expect.arrayContaining([
        ['value', 'sáu nghìn'],
        ['period', { start: '2023-12-31', end: '2023-01-01' }],
        ['indicator', 'sp.gone'],
      ]),
    );
  });
});

test('no page complained: no exception, no console error', () => {
  expect(web.complaints).toEqual([]);
});
