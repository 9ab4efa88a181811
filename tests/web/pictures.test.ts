/** Reports that are pictures, in the browser: how far their recognition is, and their pages with every figure in its place. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { encode as encodePng } from 'fast-png';
import type { Browser, Page } from 'playwright-core';
import { scanPages, tiffOf } from '../../scripts/renditions/scan.ts';
import { serve } from '../../src/cli/serve.ts';
import { readConfig } from '../../src/config.ts';
import type { RunningServer } from '../../src/http/server.ts';
import type { ReportRecord } from '../../src/model/index.ts';
import type { Raster } from '../../src/read/image/raster.ts';
import { chromium } from '../servers/chromium.ts';
import { buildPages } from './build.ts';

const REPORT = join(import.meta.dirname, '..', '..', 'fixtures', 'pdf', '001_401ea66197704b5d.pdf');
const SCAN = { dpi: 150, skew: 0, noise: 0, quality: 80, turn: 0 };

let folder: string;
let server: RunningServer;
let browser: Browser;
let scans: Raster[];
const complaints: string[] = [];

const api = async <T>(path: string, init?: RequestInit): Promise<T> =>
  (await fetch(`${server.url}/api/v1${path}`, init)).json() as Promise<T>;

const submit = async (name: string, bytes: Uint8Array): Promise<string> => {
  const form = new FormData();
  form.append('file', new File([bytes as Uint8Array<ArrayBuffer>], name));
  const { documents } = await api<{ documents: { id: string }[] }>('/documents', { method: 'POST', body: form });
  return documents[0]?.id ?? '';
};
const open = async (path: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.addInitScript(
    `addEventListener('securitypolicyviolation', (e) => console.error('CSP', e.violatedDirective, e.blockedURI))`,
  );
  await page.goto(server.url + path);
  return page;
};

/** The share of dark pixels of the drawing under each box of a page. */
const inkUnderBoxes = (page: Page, number: number): Promise<number[]> =>
  page.evaluate(
    `(() => {
      const sheet = document.querySelector('[data-page="${number}"]'), canvas = sheet.querySelector('canvas');
      const scale = canvas.width / sheet.clientWidth;
      return [...sheet.querySelectorAll('.viewer-box')].map((box) => {
        const [x, y, w, h] = [box.offsetLeft, box.offsetTop, box.offsetWidth, box.offsetHeight].map((n) => Math.round(n * scale));
        const { data } = canvas.getContext('2d').getImageData(x, y, w, h);
        let dark = 0;
        for (let i = 0; i < data.length; i += 4) if (data[i] < 128) dark++;
        return dark / (data.length / 4);
      });
    })()`,
  );

/** Every page of the open report: drawn, with its boxes on the ink of their figures. */
const looksRight = async (page: Page, id: string, pages: number): Promise<void> => {
  const { figures } = await api<ReportRecord>(`/documents/${id}/record`);
  await page.locator('.viewer-picture[data-drawn="true"]').first().waitFor();
  for (let number = 1; number <= pages; number++) {
    const first = figures.find(({ boxes }) => boxes[0]?.page === number);
    await page.evaluate(`location.hash = '#${first?.id}'`);
    await page.locator(`[data-page="${number}"] .viewer-picture[data-drawn="true"]`).waitFor();
    const expected = figures.flatMap(({ boxes }) => boxes.filter((box) => box.page === number));
    const ink = await inkUnderBoxes(page, number);
    expect(ink.length).toBe(expected.length);
    expect(ink.filter((share) => share < 0.03 || share > 0.6)).toEqual([]);
  }
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ansinh-pictures-'));
  // The slower engine, so that there is something to wait for.
  const started = serve(readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'fatal', OCR: 'wasm' }));
  [server, browser, scans] = await Promise.all([
    started,
    chromium(),
    scanPages(await readFile(REPORT), SCAN, [2, 3]),
    buildPages(),
  ]);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

test('a TIFF of two pages: while it is read the list and its page say which, then both are there', async () => {
  const list = await open('/');
  const id = await submit('hai trang.tif', tiffOf(scans, SCAN.dpi));
  const page = await open(`/documents/${id}`);
  const status = (one: Page) => one.locator('.status', { hasText: /^Đang nhận dạng trang [12]\/2$/ });
  await Promise.all([status(list).waitFor(), status(page).waitFor()]);
  expect(await page.locator('.notice').textContent()).toContain('là bản quét');
  await list.locator('tr[data-status="extracted"]').waitFor();
  expect(await list.locator('.status').allTextContents()).toEqual(['đã trích xuất']);
  await page.locator('[data-row]').first().waitFor();
  await looksRight(page, id, 2);
  await list.context().close();
  await page.context().close();
});

test('a PNG is shown as a page', async () => {
  const id = await submit('quét.png', encodePng({ ...(scans[0] as Raster), channels: 1, depth: 8 }));
  const page = await open(`/documents/${id}`);
  await page.locator('[data-row]').first().waitFor();
  await looksRight(page, id, 1);
  await page.context().close();
});

test('nothing was refused by the security policy', () => {
  expect(complaints).toEqual([]);
});
