import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { PageWords, ReportRecord } from '../../src/model/index.ts';
import { pdfOfPictures } from '../../src/read/image/as-pdf.ts';
import { PIXELS, type Stand, stand, violations } from './browser.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures');
const UPRIGHT = join(FIXTURES, 'pdf', '000_a452df1cee3d57cd.pdf');
/** Its pages lie on their side. */
const TURNED = join(FIXTURES, 'struct', 'turned.pdf');
const TABLES = join(FIXTURES, 'struct', '001_struct.docx');
const LOCKED = join(FIXTURES, 'bad', 'encrypted_user.pdf');
const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(1)>';

let web: Stand;
const elsewhere: string[] = [];

interface Report {
  id: string;
  record: ReportRecord;
}
const reports = new Map<string, Report>();

const submit = async (file: string, content?: string): Promise<Report> => {
  const known = reports.get(file);
  if (known) return known;
  const id = await web.submit(basename(file), content ?? (await readFile(file)));
  const report = { id, record: await web.api<ReportRecord>(`/documents/${id}/record`) };
  reports.set(file, report);
  return report;
};

const open = async (
  { id }: Report,
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<Page> => {
  const page = await web.open(`/documents/${id}`, options, async (page) => {
    page.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(web.url) && !address.startsWith('blob:') && !address.startsWith('data:'))
        elsewhere.push(address);
    });
    await prepare(page);
  });
  await page.locator('.viewer-scroller').waitFor();
  return page;
};
const drawn = (page: Page): Promise<void> => page.locator('.viewer-picture[data-drawn="true"]').first().waitFor();
const tool = (page: Page, name: string) => page.locator('.viewer-bar').getByRole('button', { name, exact: true });
/** Until nothing on the left side moves any more. */
const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(
    `new Promise((resolve) => {
      const state = () => document.querySelector('.viewer-scroller').scrollTop + '|' + document.querySelector('.viewer-page, .viewer-block')?.getBoundingClientRect().width;
      let last = '', same = 0;
      const look = () => { const now = state(); same = now === last ? same + 1 : 0; last = now; same > 6 ? resolve() : setTimeout(look, 50); };
      look();
    })`,
  );

/** Words of figures on the pages in view, and those of them that no box of their figure covers. */
const coverage = async (page: Page, { id, record }: Report): Promise<{ words: number; bare: string[] }> => {
  const numbers: number[] = await page.evaluate(
    `[...document.querySelectorAll('[data-page]')].map((page) => Number(page.dataset.page))`,
  );
  const result = { words: 0, bare: [] as string[] };
  for (const number of numbers) {
    const { words, width, height } = await web.api<PageWords>(`/documents/${id}/pages/${number}/words`);
    const marked = record.figures.flatMap(({ id: figure, span }) =>
      words
        .filter((word) => word.start < span.end && span.start < word.end)
        .map((word) => ({ figure, x: (word.x + word.width / 2) / width, y: (word.y + word.height / 2) / height })),
    );
    // Places are shares of the page, as it is before the reader turns it.
    const bare: string[] = await page.evaluate(
      `(() => {
        const page = document.querySelector('[data-page="${number}"]');
        const places = new Map();
        for (const box of page.querySelectorAll('.viewer-box')) {
          const share = (side) => parseFloat(box.style[side]) / 100;
          const place = [share('left'), share('top'), share('left') + share('width'), share('top') + share('height')];
          places.set(box.dataset.figure, [...(places.get(box.dataset.figure) ?? []), place]);
        }
        const on = ({ figure, x, y }) => (places.get(figure) ?? []).some(([l, t, r, b]) => l <= x && x <= r && t <= y && y <= b);
        return ${JSON.stringify(marked)}.filter((word) => !on(word)).map((word) => word.figure);
      })()`,
    );
    result.words += marked.length;
    result.bare.push(...bare);
  }
  return result;
};

/** Where the middle of a word is on the screen; only for pages that the reader has not turned. */
const onScreen = async (
  page: Page,
  { id }: Report,
  number: number,
  pick: (word: PageWords['words'][number]) => boolean,
) => {
  const { words, width } = await web.api<PageWords>(`/documents/${id}/pages/${number}/words`);
  const frame = await page.locator(`[data-page="${number}"]`).boundingBox();
  if (!frame) throw new Error('the page is not in view');
  const scale = frame.width / width;
  const word = words.find(pick);
  if (!word) throw new Error('no such word');
  return { x: frame.x + (word.x + word.width / 2) * scale, y: frame.y + (word.y + word.height / 2) * scale };
};
const said = (page: Page): Promise<string | null> =>
  page.locator('.viewer > [role="status"]', { hasText: 'Đã đánh dấu' }).textContent();

beforeAll(async () => {
  web = await stand();
}, 180_000);

afterAll(() => web?.close());

describe('the pages as they look', () => {
  test.each([UPRIGHT, TURNED])('boxes lie on the words of their figures, at every size: %s', async (file) => {
    const report = await submit(file);
    const page = await open(report);
    await drawn(page);
    const first = await coverage(page, report);
    expect(first.words).toBeGreaterThan(5);
    expect(first.bare).toEqual([]);
    const width = () => page.evaluate<number>(`document.querySelector('.viewer-page').clientWidth`);
    const before = await width();
    for (let i = 0; i < 3; i++) await tool(page, 'Phóng to').click();
    await atRest(page);
    expect(await width()).toBeGreaterThan(before * 1.2);
    expect((await coverage(page, report)).bare).toEqual([]);
    await tool(page, 'Xoay trang').click();
    await tool(page, 'Vừa cả trang').click();
    await atRest(page);
    expect((await coverage(page, report)).bare).toEqual([]);
    await page.context().close();
  });

  test('the box of a figure is where its number is drawn', async () => {
    const report = await submit(UPRIGHT);
    const page = await open(report);
    await drawn(page);
    // Dark on white: the ink of the drawing inside a box, and just above it between two lines.
    const ink: number = await page.evaluate(
      `(() => {
        const box = document.querySelector('.viewer-box'), sheet = box.closest('.viewer-page'), canvas = sheet.querySelector('canvas');
        const scale = canvas.width / sheet.clientWidth;
        const [x, y, w, h] = [box.offsetLeft, box.offsetTop, box.offsetWidth, box.offsetHeight].map((n) => Math.round(n * scale));
        const data = ${PIXELS}(canvas, x, y, w, h);
        let dark = 0;
        for (let i = 0; i < data.length; i += 4) if (data[i] < 128) dark++;
        return dark / (data.length / 4);
      })()`,
    );
    expect(ink).toBeGreaterThan(0.05);
    expect(ink).toBeLessThan(0.6);
    await page.context().close();
  });

  test('a figure far away comes into view, and its page number with it', async () => {
    const report = await submit(UPRIGHT);
    const last = report.record.figures.toSorted((a, b) => a.span.start - b.span.start).at(-1);
    const page = await open(report);
    await drawn(page);
    await page.evaluate(`location.hash = '#${last?.id}'`);
    const box = page.locator(`.viewer-box[data-figure="${last?.id}"][data-selected="true"]`).first();
    await box.waitFor();
    await atRest(page);
    const view = await page.locator('.viewer-scroller').boundingBox();
    const at = await box.boundingBox();
    expect((at?.y ?? 0) - (view?.y ?? 0)).toBeGreaterThan(0);
    expect((at?.y ?? 0) + (at?.height ?? 0)).toBeLessThan((view?.y ?? 0) + (view?.height ?? 0));
    expect(await page.getByLabel('Trang', { exact: true }).inputValue()).toBe(String(last?.boxes[0]?.page));
    await page.context().close();
  });

  test('dragging over words marks them', async () => {
    const report = await submit(UPRIGHT);
    const { text } = report.record;
    const words = 'An sinh xã hội';
    const start = text.indexOf(words);
    const page = await open(report);
    await drawn(page);
    const from = await onScreen(page, report, 1, (word) => word.start >= start);
    const to = await onScreen(page, report, 1, (word) => word.end >= start + words.length);
    const fetched = page.waitForResponse(/\/pages\/1\/words$/);
    await page.mouse.move(from.x, from.y);
    await fetched;
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 3 });
    await page.mouse.move(to.x, to.y, { steps: 3 });
    await page.mouse.up();
    await page.locator('.viewer-page .viewer-marked').first().waitFor({ state: 'attached' });
    expect(await said(page)).toBe(`Đã đánh dấu: “${words}”`);
    await page.context().close();
  });

  // Scans are compressed by codecs that browsers lack; their decoders come with the page, without WebAssembly.
  const JPX =
    '/0//UQAvAAAAAAAQAAAAEAAAAAAAAAAAAAAAEAAAABAAAAAAAAAAAAADBwEBBwEBBwEB/1IADAAAAAEAAAQEAAH/XAAEQED/ZAAlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjT/kAAKAAAAAABJAAH/k8+0ZBFQVK/fR7K3AAAAAGEhL/hp2AAAAAMJCX/B8gcRUFSv9Mh/z7RIEVBUr/SdIyQAAAAAAYSEv/9//9k=';
  /** A page (type 48) and a region coded as MMR (type 39), all black: ITU-T T.88, 7.2 to 7.4. */
  const jbig2 = (): Buffer => {
    // A black row, 15 more like it, and the end of the block (ITU-T T.6).
    const bits = `001${'00110101'}${'0000010111'}${'11'.repeat(15)}${'000000000001'.repeat(2)}`;
    const rows = Buffer.from(
      (bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? []).map((b) => Number.parseInt(b, 2)),
    );
    const ints = (...values: number[]) =>
      Buffer.concat(values.map((value) => Buffer.from(Uint32Array.of(value).buffer).reverse()));
    const segment = (number: number, type: number, data: Buffer) =>
      Buffer.concat([ints(number), Buffer.from([type, 0, 1]), ints(data.length), data]);
    return Buffer.concat([
      segment(0, 48, Buffer.concat([ints(16, 16, 0, 0), Buffer.from([0, 0, 0])])),
      segment(1, 39, Buffer.concat([ints(16, 16, 0, 0), Buffer.from([0, 1]), rows])),
    ]);
  };
  test.each([
    ['JPEG 2000', '/Filter /JPXDecode', () => Buffer.from(JPX, 'base64'), [20, 120, 40]],
    ['JBIG2', '/Filter /JBIG2Decode /ColorSpace /DeviceGray /BitsPerComponent 1', jbig2, [0, 0, 0]],
  ])('a scan in %s is drawn', async (_, entries, bytes, colour) => {
    const part = { entries, bytes: bytes(), x: 0, y: 0, width: 16, height: 16 };
    const body = pdfOfPictures([{ width: 16, height: 16, dpi: [100, 100], rotate: 0, parts: [part] }]);
    const page = await open(await submit(UPRIGHT), {}, (one) =>
      one.route('**/file', (route) => route.fulfill({ body, contentType: 'application/pdf' })),
    );
    await drawn(page);
    const middle: number[] = await page.evaluate(
      `(() => {
        const canvas = document.querySelector('.viewer-page canvas');
        return [...${PIXELS}(canvas, canvas.width / 2, canvas.height / 2, 1, 1)].slice(0, 3);
      })()`,
    );
    expect(middle.map((value, i) => Math.abs(value - (colour[i] ?? 0)) <= 2)).toEqual([true, true, true]);
    await page.context().close();
  });

  test.each([
    ['has a password', /mật khẩu/, async () => ({ body: await readFile(LOCKED), contentType: 'application/pdf' })],
    ['is gone', /Không còn tệp gốc/, async () => ({ status: 404, body: '' })],
    ['is damaged', /không vẽ được/, async () => ({ body: 'no PDF', contentType: 'application/pdf' })],
  ])('where the file %s, a sentence says so and the text is shown', async (_, sentence, answer) => {
    const report = await submit(UPRIGHT);
    const page = await open(report, {}, async (one) => {
      const given = await answer();
      await one.route('**/file', (route) => route.fulfill(given));
    });
    await page.locator('.viewer-sheet mark').first().waitFor();
    expect(await page.locator('.viewer-notice').textContent()).toMatch(sentence);
    await page.context().close();
  });
});

describe('the report as text', () => {
  test('every figure is marked by its own words, drawn or not: paper shows them all', async () => {
    const report = await submit(TABLES);
    const { text, figures } = report.record;
    const page = await open(report);
    await page.locator('.viewer-sheet p').first().waitFor();
    expect(await page.locator('.viewer-sheet mark').count()).toBeLessThan(figures.length);
    await page.emulateMedia({ media: 'print' });
    // Chromium tells the page of it with its next frame.
    await page.waitForFunction(`document.querySelectorAll('.viewer-sheet mark').length >= ${figures.length}`);
    await expect(
      page
        .evaluate(
          `[...document.querySelectorAll('.viewer-sheet mark')].map((mark) => [mark.dataset.figure, mark.textContent])`,
        )
        .then((marks) => (marks as string[][]).toSorted()),
    ).resolves.toEqual(figures.map(({ id, span }) => [id, text.slice(span.start, span.end)]).toSorted());
    await page.context().close();
  });

  test('a figure that is not drawn yet is found, in a table with merged cells', async () => {
    const report = await submit(TABLES);
    const far = report.record.figures.findLast(({ cell }) => cell !== null);
    const page = await open(report);
    await page.locator('.viewer-sheet p').first().waitFor();
    const mark = page.locator(`mark[data-figure="${far?.id}"]`);
    expect(await mark.count()).toBe(0);
    await page.evaluate(`location.hash = '#${far?.id}'`);
    await mark.and(page.locator('[data-selected="true"]')).waitFor();
    await atRest(page);
    const view = await page.locator('.viewer-scroller').boundingBox();
    const at = await mark.boundingBox();
    expect((at?.y ?? 0) > (view?.y ?? 0) && (at?.y ?? 0) < (view?.y ?? 0) + (view?.height ?? 0)).toBe(true);
    expect(await page.locator('.viewer-table [colspan="2"]').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test('words are marked by mouse, whole', async () => {
    const report = await submit(TABLES);
    const page = await open(report);
    const paragraph = page.locator('.viewer-sheet p[data-start]').nth(3);
    const place = await paragraph.boundingBox();
    const start = Number(await paragraph.getAttribute('data-start'));
    const [x, y] = [place?.x ?? 0, (place?.y ?? 0) + 12];
    await page.mouse.move(x + 40, y);
    await page.mouse.down();
    await page.mouse.move(x + 220, y, { steps: 4 });
    await page.mouse.up();
    await page.locator('.viewer-marked').first().waitFor();
    const marked = (await page.locator('.viewer-marked').allTextContents()).join('');
    const { text } = report.record;
    const at = text.indexOf(marked, start);
    expect(at).toBeLessThan(start + 60);
    expect(at).toBeGreaterThanOrEqual(start);
    expect(`${text[at - 1]}${text[at + marked.length]}`).toMatch(/^[^\p{L}\p{N}]{2}$/u);
    expect(await said(page)).toBe(`Đã đánh dấu: “${marked}”`);
    await page.context().close();
  });

  test('words are marked by keyboard, from a figure on', async () => {
    const report = await submit(TABLES);
    const [first] = report.record.figures.toSorted((a, b) => a.span.start - b.span.start);
    const page = await open(report);
    await page.evaluate(`location.hash = '#${first?.id}'`);
    const mark = page.locator(`mark[data-figure="${first?.id}"][data-selected="true"]`);
    await mark.waitFor();
    await mark.focus();
    for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+ArrowRight');
    const marked = (await page.locator('.viewer-marked').allTextContents()).join('');
    expect(report.record.text.slice(first?.span.start).startsWith(marked)).toBe(true);
    expect(marked.split(' ').length).toBeGreaterThanOrEqual(3);
    expect(await page.locator('.viewer-keys').textContent()).toMatch(/Enter để lấy/);
    await page.keyboard.press('Escape');
    expect(await page.locator('.viewer-marked').count()).toBe(0);
    await page.context().close();
  });

  test('a script in a report is text', async () => {
    const report = await submit('script.txt', `Báo cáo ${SCRIPT}\nToàn huyện có 1.855 hộ nghèo.\n`);
    const page = await open(report);
    await page.locator('.viewer-sheet mark').first().waitFor();
    expect(await page.locator('.viewer-sheet').textContent()).toContain(SCRIPT);
    expect(await page.locator('.viewer-sheet :is(script, img)').count()).toBe(0);
    await page.context().close();
  });
});

describe('for everyone', () => {
  const found = (page: Page) =>
    violations(page, ['.viewer'], { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
  test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (colorScheme) => {
    const page = await open(await submit(UPRIGHT), { colorScheme });
    await drawn(page);
    expect(await found(page)).toEqual([]);
    await tool(page, 'Văn bản').click();
    await page.locator('.viewer-sheet mark').first().waitFor();
    expect(await found(page)).toEqual([]);
    await page.context().close();
  });

  test('nothing was refused by the security policy or asked of another host', () => {
    expect(web.complaints).toEqual([]);
    expect(elsewhere).toEqual([]);
  });
});
