import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import JSZip from 'jszip';
import type { BrowserContextOptions, Download, Page } from 'playwright-core';
import type { DocumentView, ReportRecord } from '../../src/model/index.ts';
import { overflow, PHONE, type Stand, serious, stand } from './browser.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures');
const REPORT = join(FIXTURES, 'docx', '001_401ea66197704b5d.docx');
const LOCKED = join(FIXTURES, 'bad', 'encrypted_user.pdf');

let web: Stand;
let address: string;
let record: ReportRecord;

const drop = async (page: Page, file: string): Promise<void> => {
  const bytes = (await readFile(file)).toString('base64');
  const transfer = await page.evaluateHandle(
    `(() => {
      const bytes = Uint8Array.from(atob('${bytes}'), (c) => c.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], '${basename(file)}'));
      return transfer;
    })()`,
  );
  await page.dispatchEvent('.dropzone', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('.dropzone', 'drop', { dataTransfer: transfer });
};

/** The share of the element that can be seen, once the page has come to rest. */
const inView = (page: Page, selector: string): Promise<number> =>
  page.evaluate(
    `new Promise((resolve) => {
      const watch = new IntersectionObserver(([entry]) => { watch.disconnect(); resolve(entry.intersectionRatio); });
      setTimeout(() => watch.observe(document.querySelector('${selector}')), 200);
    })`,
  );
const row = (id: string): string => `[data-row="${id}"]`;
const mark = (id: string): string => `mark[data-figure="${id}"]`;
const selectedRow = (page: Page): Promise<string | null> =>
  page.locator('[data-row][aria-selected="true"]').getAttribute('data-row');
const figure = (at: number): string => {
  const inOrder = record.figures.toSorted((a, b) => a.span.start - b.span.start);
  return inOrder.at(at)?.id ?? '';
};
const contentOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8');
const clickDownload = async (page: Page, name: string): Promise<Download> => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  return download;
};
const openReport = async (options?: BrowserContextOptions, fragment = ''): Promise<Page> => {
  const page = await web.open(address + fragment, options);
  await page.locator('[data-row]').first().waitFor({ state: 'attached' });
  return page;
};

beforeAll(async () => {
  web = await stand();

  const page = await web.open('/');
  expect(await page.locator('.empty h2').textContent()).toBe('Chưa có báo cáo nào');
  await drop(page, REPORT);
  const line = page.locator('tr[data-document]', { hasText: basename(REPORT) });
  await line.and(page.locator('[data-status="extracted"]')).waitFor({ timeout: 60_000 });
  address = `/documents/${await line.getAttribute('data-document')}`;
  record = await web.api<ReportRecord>(`${address}/record`);
  await line.getByRole('link').first().click();
  await page.waitForURL(web.url + address);
  await page.context().close();
}, 240_000);

afterAll(() => web?.close());

describe('the list', () => {
  test('a file that cannot be read says why and what to do, in the language of the page', async () => {
    const page = await web.open('/');
    await drop(page, LOCKED);
    const line = page.locator('tr[data-status="failed"]');
    await line.waitFor({ timeout: 60_000 });
    expect(await line.locator('.problem').textContent()).toMatch(/mật khẩu.*tải bản đó lên/);
    await page.getByRole('button', { name: 'English' }).click();
    await line.getByText('protected by a password').waitFor();
    await page.context().close();
  });

  test('the same file again is one document', async () => {
    const page = await web.open('/');
    await drop(page, REPORT);
    await page.getByText('đã có từ trước').waitFor();
    expect(await page.locator('tr[data-document]', { hasText: basename(REPORT) }).count()).toBe(1);
    await page.context().close();
  });

  test('a status filters the list and stays in the address', async () => {
    const page = await web.open('/?status=failed');
    await page.locator('tr[data-status="failed"]').waitFor();
    expect(await page.locator('tr[data-status="extracted"]').count()).toBe(0);
    await page.getByRole('button', { name: 'Tất cả' }).click();
    await page.locator('tr[data-status="extracted"]').waitFor();
    expect(page.url()).toBe(`${web.url}/`);
    await page.context().close();
  });
});

describe('a report', () => {
  test('every figure has a line in the list, in the order of the text; only those in view are in the page', async () => {
    const page = await openReport();
    expect(record.figures.length).toBeGreaterThan(50);
    expect(await page.getByRole('tab', { name: 'Số liệu' }).textContent()).toContain(String(record.figures.length));
    expect(await page.locator('[data-row]').count()).toBeLessThan(40);
    const passed: (string | null)[] = [];
    for (let i = 0; i < record.figures.length; i++) {
      await page.keyboard.press('j');
      passed.push(await selectedRow(page));
    }
    expect(passed).toEqual(record.figures.map((_, i) => figure(i)));
    await page.context().close();
  });

  test('a click on a row shows and lights its mark; a click on a mark shows its row', async () => {
    const page = await openReport();
    const [first, second] = [figure(0), figure(1)];
    await page.locator(row(second)).click();
    await page.locator(`${mark(second)}[data-selected="true"]`).waitFor();
    expect(await inView(page, mark(second))).toBe(1);
    await page.waitForURL(`**#${second}`);
    await page.getByRole('region', { name: 'Số liệu đang xem' }).waitFor();
    expect(await inView(page, row(second))).toBeGreaterThan(0.9);
    expect(await page.evaluate('document.documentElement.scrollHeight - innerHeight')).toBe(0);

    await page.locator(mark(first)).click();
    expect(await selectedRow(page)).toBe(first);
    expect(await inView(page, row(first))).toBeGreaterThan(0.9);
    await page.context().close();
  });

  test('a link to a figure opens on it', async () => {
    const id = figure(Math.floor(record.figures.length / 2));
    const page = await openReport({}, `#${id}`);
    await page.locator(`${mark(id)}[data-selected="true"]`).waitFor();
    expect(await inView(page, mark(id))).toBe(1);
    expect(await selectedRow(page)).toBe(id);
    await page.context().close();
  });

  test('the list is filtered by words without diacritics, and by what is left to decide', async () => {
    const page = await openReport();
    const shown = async () =>
      Number(/^\d+/.exec((await page.locator('.desk-filters .shown').textContent()) ?? '')?.[0]);
    expect(await shown()).toBe(record.figures.length);
    await page.getByRole('searchbox').fill('ho ngheo');
    await page.locator('.desk-filters .shown', { hasText: '/' }).waitFor();
    expect(await shown()).toBeGreaterThan(0);
    expect(await shown()).toBeLessThan(record.figures.length);
    await page.getByRole('searchbox').fill('');
    await page.getByLabel('Hiện', { exact: true }).selectOption('rejected');
    await page.getByText('Không có số liệu nào khớp').waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.locator('[data-row]').first().waitFor();
    expect(await shown()).toBe(record.figures.length);
    await page.context().close();
  });

  test('downloads: the record, the figures as CSV, the file as it came', async () => {
    const page = await openReport();
    expect(JSON.parse(await contentOf(await clickDownload(page, 'JSON')))).toEqual(record);
    const csv: { figure: string; value: string }[] = parse(await contentOf(await clickDownload(page, 'CSV')), {
      bom: true,
      columns: true,
    });
    expect(csv.map((line) => [line.figure, Number(line.value)]).toSorted()).toEqual(
      record.figures.map(({ id, value }) => [id, value]).toSorted(),
    );
    const original = await clickDownload(page, 'Bản gốc');
    expect(original.suggestedFilename()).toBe(basename(REPORT));
    expect((await readFile(await original.path())).equals(await readFile(REPORT))).toBe(true);
    await page.context().close();
  });

  test('extracting again keeps the report on the page until the new record is there', async () => {
    const page = await openReport();
    const processed = async () => (await web.api<DocumentView>(address)).processed;
    const before = await processed();
    await page.getByRole('button', { name: 'Trích xuất lại' }).click();
    await page.getByRole('button', { name: 'Đang trích xuất lại…' }).waitFor();
    expect(await page.locator('[data-row]').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Trích xuất lại', exact: true }).waitFor();
    expect(await processed()).not.toBe(before);
    await page.locator('[data-row]').first().waitFor();
    await page.context().close();
  });

  test('the language switches, and the next visit remembers', async () => {
    const page = await openReport();
    expect(await page.getAttribute('html', 'lang')).toBe('vi');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('tab', { name: 'Figures' }).waitFor();
    await page.reload();
    await page.getByRole('tab', { name: 'Figures' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.locator('.desk-row .name').first().getAttribute('lang')).toBe('vi');
    await page.context().close();
  });

  test('the keyboard alone: move, follow to the text, filter, ask for the keys, leave', async () => {
    const page = await openReport();
    const press = (key: string) => page.keyboard.press(key);
    const focused = (selector: string) => page.locator(`${selector}:focus`).waitFor();
    await press('j');
    await press('j');
    await press('ArrowDown');
    await press('k');
    expect(await selectedRow(page)).toBe(figure(1));
    await focused('[role="grid"]');
    expect(await page.locator('[role="grid"]').getAttribute('aria-activedescendant')).toBe(`row-${figure(1)}`);
    await press('f');
    await page.locator('.viewer :focus, .viewer:focus').first().waitFor();
    await press('/');
    await focused('input[type="search"]');
    await page.keyboard.type('j');
    expect(await page.getByRole('searchbox').inputValue()).toBe('j');
    await press('Backspace');
    await press('Escape');
    await press('?');
    await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press('Escape');
    await page.getByRole('region', { name: 'Số liệu đang xem' }).waitFor({ state: 'detached' });
    await page.waitForURL(web.url + address);
    await page.context().close();
  });

  test('on a phone nothing is wider than the screen, and a row leads to its mark', async () => {
    const page = await web.open('/', { viewport: PHONE });
    const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth') as Promise<number>;
    await page.locator('.documents').waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.goto(web.url + address);
    for (const tab of ['Văn bản', 'Kiểm tra', 'Số liệu']) {
      await page.getByRole('tab', { name: tab }).click();
      expect([tab, await overflow()]).toEqual([tab, 0]);
    }
    await page.locator(row(figure(0))).click();
    await page.getByRole('region', { name: 'Số liệu đang xem' }).waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.getByRole('tab', { name: 'Văn bản' }).click();
    await page.locator(`${mark(figure(0))}[data-selected="true"]`).waitFor();
    await page.context().close();
  });

  test('there is a page for an address that names no report', async () => {
    const page = await web.open('/');
    await page.goto(`${web.url}/documents/none`);
    await page.getByRole('heading', { name: 'Không tìm thấy báo cáo này' }).waitFor();
    await page.context().close();
  });
});

describe('an archive', () => {
  test('each of its files by its path: its report, or why it became none; on a phone too', async () => {
    const zip = new JSZip();
    const [report, locked] = ['huyện 1/báo cáo công tác an sinh xã hội năm 2023.txt', 'huyện 2/khóa.pdf'];
    zip.file(report, 'BÁO CÁO\nKết quả công tác an sinh xã hội năm 2023\nToàn huyện có 1.855 hộ nghèo.\n');
    zip.file(locked, await readFile(LOCKED));
    const id = await web.submit('kho.zip', await zip.generateAsync({ type: 'uint8array' }));
    const page = await web.open(`/documents/${id}`, { viewport: PHONE });
    const line = (path: string) => page.locator('.members tr', { hasText: path });
    await line(report).and(page.locator('[data-status="extracted"]')).waitFor();
    expect(await line(locked).textContent()).toMatch(/mật khẩu/);
    expect(await page.locator('.report-header h1').textContent()).toBe('Tệp nén kho.zip');
    expect(await overflow(page)).toBe(0);
    expect(await serious(page)).toEqual([]);
    await line(report).getByRole('link').click();
    await page.locator('.desk').waitFor();
    expect(await overflow(page)).toBe(0);
    await page.context().close();
  });
});

describe('for everyone', () => {
  test.each(['light', 'dark'] as const)('axe finds nothing serious, %s', async (colorScheme) => {
    const list = await web.open('/', { colorScheme });
    await list.locator('.documents').waitFor();
    expect(await serious(list)).toEqual([]);
    await list.context().close();

    const page = await openReport({ colorScheme, reducedMotion: 'reduce' });
    await page.locator('[data-row]').first().click();
    expect(await serious(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Kiểm tra' }).click();
    expect(await serious(page, ['#panel-checks'])).toEqual([]);
    await page.context().close();
  });

  test('no page complained: no exception, no console error, nothing refused by the content security policy', () => {
    expect(web.complaints).toEqual([]);
  });
});
