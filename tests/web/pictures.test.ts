/** Reports that are pictures, in the browser: how far their recognition is, and their pages with every figure in its place. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { encode as encodePng } from 'fast-png';
import type { Page } from 'playwright-core';
import { scanPages, tiffOf } from '../../scripts/renditions/scan.ts';
import type { Desk, ReportRecord } from '../../src/model/index.ts';
import type { Raster } from '../../src/read/image/raster.ts';
import { PIXELS, type Stand, stand } from './browser.ts';

const REPORT = join(import.meta.dirname, '..', '..', 'fixtures', 'pdf', '001_401ea66197704b5d.pdf');
const SCAN = { dpi: 150, skew: 0, noise: 0, quality: 80, turn: 0 };

let web: Stand;
let scans: Raster[];

/** The share of dark pixels of the drawing under each box of a page. */
const inkUnderBoxes = (page: Page, number: number): Promise<number[]> =>
  page.evaluate(
    `(() => {
      const sheet = document.querySelector('[data-page="${number}"]'), canvas = sheet.querySelector('canvas');
      const scale = canvas.width / sheet.clientWidth;
      return [...sheet.querySelectorAll('.viewer-box')].map((box) => {
        const [x, y, w, h] = [box.offsetLeft, box.offsetTop, box.offsetWidth, box.offsetHeight].map((n) => Math.round(n * scale));
        const data = ${PIXELS}(canvas, x, y, w, h);
        let dark = 0;
        for (let i = 0; i < data.length; i += 4) if (data[i] < 128) dark++;
        return dark / (data.length / 4);
      });
    })()`,
  );

/** Every page of the open report: drawn, with its boxes on the ink of their figures. */
const looksRight = async (page: Page, id: string, pages: number): Promise<void> => {
  const { figures } = await web.api<ReportRecord>(`/documents/${id}/record`);
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
  // The slower engine, so that there is something to wait for.
  [web, scans] = await Promise.all([stand({ OCR: 'wasm' }), scanPages(await readFile(REPORT), SCAN, [2, 3])]);
}, 240_000);

afterAll(() => web?.close());

test('a TIFF of two pages: while it is read the list and its page say which, then both are there', async () => {
  const list = await web.open('/');
  const id = await web.upload('hai trang.tif', tiffOf(scans, SCAN.dpi));
  const page = await web.open(`/documents/${id}`);
  for (const one of [list, page]) one.setDefaultTimeout(120_000);
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
  const id = await web.submit('quét.png', encodePng({ ...(scans[0] as Raster), channels: 1, depth: 8 }));
  const page = await web.open(`/documents/${id}`);
  await page.locator('[data-row]').first().waitFor();
  await looksRight(page, id, 1);
  await page.context().close();
});

/** The parts make 498: of 500 one of them was 175, whose 5 was taken for a 3. */
const MISREAD = `<body style="margin: 90px; font: 30px/1.7 'DejaVu Serif', serif; width: 1060px; background: white">
  <p>ỦY BAN NHÂN DÂN HUYỆN TÂY SƠN</p><p>BÁO CÁO</p><p>Kết quả công tác giảm nghèo năm 2023</p>
  <p>Năm 2023, toàn huyện Tây Sơn có 500 hộ nghèo, gồm: nông thôn 173 hộ, thành thị 325 hộ.</p>
  <p>Có 1.855 hộ cận nghèo.</p></body>`;

test('a digit that was taken for another is set right by one key, and by the next taken back', async () => {
  const sheet = await web.browser.newPage({ viewport: { width: 1240, height: 900 } });
  await sheet.setContent(MISREAD);
  const id = await web.submit('đọc nhầm.png', await sheet.screenshot());
  await sheet.close();
  const part = async () => {
    const { figures } = await web.api<Desk>(`/documents/${id}/review`);
    const found = figures.find(({ figure }) => figure.label.includes('nông thôn') || [173, 175].includes(figure.value));
    if (!found) throw new Error('the part was not recognised');
    return found;
  };
  const before = await part();
  expect(before).toMatchObject({ figure: { value: 173 }, doubts: [{ code: 'failed_check' }] });

  const page = await web.open(`/documents/${id}#${before.figure.id}`);
  await page.locator(`[data-row="${before.figure.id}"][aria-selected="true"]`).waitFor();
  const suggestions = page.locator('.doubts').getByRole('button', { name: /^Áp dụng gợi ý/ });
  await suggestions.first().waitFor();
  const names = await Promise.all((await suggestions.all()).map((one) => one.getAttribute('aria-label')));
  const number = names.findIndex((name) => name?.endsWith('Sửa thành 175')) + 1;
  expect(number).toBeGreaterThan(0);
  const saved = () => page.locator('.link-state', { hasText: 'Đã lưu' }).waitFor();
  await page.keyboard.press(String(number));
  await saved();
  expect(await part()).toMatchObject({ verdict: 'accepted', figure: { value: 175 }, doubts: [] });
  await page.locator('.doubts').waitFor({ state: 'detached' });
  await page.keyboard.press('z');
  await suggestions.first().waitFor();
  await saved();
  expect(await part()).toMatchObject({ verdict: null, figure: { value: 173 } });
  await page.context().close();
});

test('nothing was refused by the security policy', () => {
  expect(web.complaints).toEqual([]);
});
