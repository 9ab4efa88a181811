import { createHash } from 'node:crypto';
import { appendFile, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContext, BrowserContextOptions, Page, Route } from 'playwright-core';
import { serve } from '../../src/cli/serve.ts';
import { readConfig } from '../../src/config.ts';
import type { RunningServer } from '../../src/http/server.ts';
import type { Batch, BatchFile, ListOf } from '../../src/model/index.ts';
import { chromium } from '../servers/chromium.ts';
import { buildPages } from './build.ts';

const BAD = join(import.meta.dirname, '..', '..', 'fixtures', 'bad');
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** Names that a page must show and never run, and that a form's header cannot carry as they are. */
const SCRIPT = '<img src=x onerror="document.title=`run`">.txt';

let folder: string;
let province: string;
let server: RunningServer;
let browser: Browser;
/** What any page of this file said went wrong: exceptions, console errors, refusals of the content security policy. */
const complaints: string[] = [];

const watch = (page: Page): Page => {
  page.setDefaultTimeout(90_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  // Chromium itself logs every answer of 400 and above, and every connection that was cut.
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  return page;
};
const someone = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: DESKTOP, acceptDownloads: true, ...options });
  await context.addInitScript(
    `addEventListener('securitypolicyviolation', (e) => console.error('CSP', e.violatedDirective, e.blockedURI))`,
  );
  return context;
};
const at = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = watch(await context.newPage());
  await page.goto(server.url + path);
  return page;
};
const api = async <T>(path: string, body?: unknown): Promise<T> => {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`${server.url}/api/v1${path}`, body === undefined ? {} : init);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
};

const report = (commune: string, households: number) =>
  `UBND XÃ ${commune}\nBÁO CÁO\nKết quả công tác an sinh xã hội năm 2023\nToàn xã có ${households} hộ nghèo.\n`;

/** A folder as an office has one: 35 reports in folders, two of them the same, and five files that are none, one of them in pieces. */
const FOUND = 40;
const makeProvince = async (to: string): Promise<void> => {
  const files: Record<string, string> = {
    [SCRIPT]: report('Ba', 3),
    'bản "sao".txt': report('Tư', 4),
    'lớn.txt': 'Không có gì thêm để báo cáo.\n'.repeat(300_000),
    'huyện 1/trùng.txt': report('Một', 1),
    'huyện 2/trùng.txt': report('Một', 1),
    'rỗng.docx': '',
    'hỏng.pdf': '%PDF-1.7\nhỏng',
    'bảng.exe': 'MZ\0\0\0\0',
    '.DS_Store': 'x',
    'Thumbs.db': 'x',
  };
  for (let i = 0; Object.keys(files).length < FOUND + 1; i++)
    files[`huyện ${i % 3}/năm 2023/xã ${i}.txt`] = report(`${i}`, 100 + i);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await writeFile(join(to, path), text);
  }
  await copyFile(join(BAD, 'encrypted_user.pdf'), join(to, 'khoá.pdf'));
};

/** A folder dropped from the desktop, as the browser itself gets it. */
const drop = async (page: Page, path: string): Promise<void> => {
  const box = await page.locator('.dropzone').boundingBox();
  const spot = { x: (box?.x ?? 0) + 100, y: (box?.y ?? 0) + 20 };
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...spot, data });
  }
};

/** Lets `free` uploads through; the others wait until they are let go. */
const holdUploads = async (page: Page, free: number) => {
  const held: Route[] = [];
  let left = free;
  await page.route(/\/api\/v1\/(documents|uploads)$/, async (route) => {
    if (route.request().method() !== 'POST' || left-- > 0) await route.continue();
    else held.push(route);
  });
  return {
    held,
    release: async () => {
      left = Number.POSITIVE_INFINITY;
      await Promise.all(held.map((route) => route.continue()));
    },
  };
};

const sum = async (page: Page): Promise<Record<string, number>> => {
  const of = async (state: string) =>
    Number((await page.locator(`.batch-sum [data-state="${state}"] dd`).textContent())?.replaceAll('.', ''));
  const states = ['found', 'done', 'duplicate', 'failed', 'pending'];
  return Object.fromEntries(await Promise.all(states.map(async (state) => [state, await of(state)] as const)));
};
const state = (page: Page, name: string) => page.locator(`.batch-state[data-state="${name}"]`).waitFor();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const files = (page: Page) => page.locator('.batch-files > li[data-state]');
const isOne = async (page: Page): Promise<void> => {
  while ((await files(page).count()) !== 1) await page.waitForTimeout(50);
};
const idOf = (page: Page): string => decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '');
const ofServer = (id: string) => api<Batch>(`/batches/${id}`);

/** Once nothing of it is on its way any more: what a closed page had sent may still arrive. */
const awaitedOf = async (id: string): Promise<number> => {
  for (let before = Number.NaN; ; ) {
    const { awaited } = await ofServer(id);
    if (awaited === before) return awaited;
    before = awaited;
    await sleep(1000);
  }
};

/** A batch that no browser began, with its files announced and, where they are `sent`, here. */
const batchOf = async (name: string, texts: Record<string, string>, sent: 'sent' | 'announced'): Promise<string> => {
  const { id } = await api<Batch>('/batches', { name });
  await api(`/batches/${id}/actions`, { action: 'pause' });
  const all = Object.entries(texts);
  for (let from = 0; from < all.length; from += 1000) {
    const announced = all.slice(from, from + 1000).map(([path, text]) => ({
      path,
      sha256: createHash('sha256').update(text).digest('hex'),
      bytes: Buffer.byteLength(text),
    }));
    await api(`/batches/${id}/files`, { files: announced });
  }
  for (const [path, text] of sent === 'sent' ? all : []) {
    const form = new FormData();
    form.append('batch', id);
    form.append('file', new Blob([text]), path);
    expect((await fetch(`${server.url}/api/v1/documents`, { method: 'POST', body: form })).status).toBe(202);
  }
  return id;
};
const reports = (n: number, of: string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: n }, (_, i) => [`xã ${i}.txt`, report(`${of} ${i}`, i + 1)]));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ansinh-batches-'));
  province = join(folder, 'Tỉnh Hậu Giang');
  const started = serve(readConfig({ PORT: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'fatal' }));
  [server, browser] = await Promise.all([started, chromium(), buildPages(), makeProvince(province)]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

describe('a folder', () => {
  let context: BrowserContext;
  let address: string;
  let missing: number;

  beforeAll(async () => {
    context = await someone();
  });
  afterAll(() => context.close());

  test('dropped, it is a batch; the browser is closed in the middle', async () => {
    const page = await at(context, '/');
    const { held } = await holdUploads(page, 12);
    await drop(page, province);
    await page.waitForURL('**/batches/*');
    address = new URL(page.url()).pathname;
    await expect(page.locator('h1').textContent()).resolves.toBe('Tỉnh Hậu Giang');
    await page.getByText(/^Đã gửi \d+\/39 tệp cần gửi/).waitFor();
    await page.locator('.batch-sum [data-state="found"] dd', { hasText: `${FOUND}` }).waitFor();
    while (held.length < 3) await page.waitForTimeout(50);
    await page.close();
    missing = await awaitedOf(decodeURIComponent(address.split('/')[2] ?? ''));
    expect(missing).toBeGreaterThan(15);
  });

  test('come back to, it says how many are still to be sent, takes no other folder, and sends only those', async () => {
    const page = await at(context, address);
    await page.getByText(`Còn ${missing} trên ${FOUND} tệp chưa được gửi.`).waitFor();
    const input = page.locator('.sending [data-input="folder"]');
    await input.setInputFiles(BAD);
    await page.getByText('Trong thư mục “bad” không có tệp nào của đợt này.').waitFor();

    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && /\/(documents|uploads)$/.test(request.url())) sent.push(request.url());
    });
    await input.setInputFiles(province);
    await page.getByText('tệp máy chủ đã có sẵn').waitFor();
    expect(sent.length).toBeLessThanOrEqual(missing);
    await state(page, 'finished');
    const counts = await sum(page);
    expect(counts).toEqual({ found: FOUND, done: 34, duplicate: 1, failed: 5, pending: 0 });
    expect(await ofServer(idOf(page))).toMatchObject({ ...counts, awaited: 0, state: 'finished' });
    expect(await page.locator('.sending').textContent()).not.toContain('chưa được gửi');
  });

  test('every error says what it means, where it happened and what to do; its files are one click away', async () => {
    const page = await at(context, address);
    const { errors } = await ofServer(idOf(page));
    expect(errors.map(({ code }) => code).sort()).toEqual([
      'damaged',
      'empty',
      'encrypted',
      'too_large',
      'unsupported_type',
    ]);
    for (const { code, message, remedy } of errors) {
      const line = page.locator(`.batch-errors [data-code="${code}"]`);
      expect(await line.textContent()).toContain(message);
      expect(await line.textContent()).toContain(remedy);
      expect(await line.textContent()).toMatch(/khi (đọc tệp|gửi lên)/);
    }
    await page.locator('[data-code="encrypted"]').getByRole('button', { name: 'Xem tệp' }).click();
    await page.waitForURL('**?state=failed&code=encrypted');
    await isOne(page);
    expect(await files(page).textContent()).toMatch(/^khoá\.pdf.*mật khẩu/);
    await button(page, /^đã có từ trước/).click();
    await files(page).filter({ hasText: 'trùng.txt' }).waitFor();
    expect(await files(page).count()).toBe(1);
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('[data-code="encrypted"]', { hasText: 'protected by a password' }).waitFor();
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  });

  test('names are text, whatever is in them, and lead to their documents, which lead back', async () => {
    const page = await at(context, `${address}?state=done`);
    await page.getByRole('link', { name: SCRIPT, exact: true }).waitFor();
    expect(await page.title()).toBe('Tỉnh Hậu Giang – ansinh');
    await page.getByRole('link', { name: 'bản "sao".txt', exact: true }).click();
    await page.waitForURL('**/documents/*');
    await page.goto(server.url);
    await page.locator('tr[data-document]').first().getByRole('link', { name: 'Tỉnh Hậu Giang' }).click();
    await page.waitForURL(server.url + address);
  });

  test('its report lists every file', async () => {
    const page = await at(context, address);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Báo cáo CSV' }).click(),
    ]);
    const rows: string[][] = parse(await readFile(await download.path(), 'utf8'), { bom: true });
    expect(rows.length).toBe(FOUND + 1);
    expect(rows.flat()).toContain(SCRIPT);
  });

  test('dropped again, it is the same batch, and nothing is sent', async () => {
    const page = await at(context, '/batches');
    await drop(page, province);
    await page.waitForURL(server.url + address);
    await page.getByText(`Đã gửi xong 0 tệp. ${FOUND} tệp máy chủ đã có sẵn.`).waitFor();
  });
});

describe('sending', () => {
  test('a file that changes on the way is named, and the rest goes on', async () => {
    const changing = join(folder, 'Đang sửa');
    await mkdir(changing);
    for (const [path, text] of Object.entries(reports(8, 'Sửa'))) await writeFile(join(changing, path), text);
    const context = await someone();
    const page = await at(context, '/');
    const { held, release } = await holdUploads(page, 0);
    await drop(page, changing);
    while (held.length < 3) await page.waitForTimeout(50);
    await appendFile(join(changing, 'xã 7.txt'), 'Và thêm một dòng.');
    await release();
    await page.getByText('1 tệp không gửi được vì không đọc được nữa').waitFor();
    expect(await page.locator('.sending .left li').allTextContents()).toEqual(['xã 7.txt']);
    await page.getByText('Còn 1 trên 8 tệp chưa được gửi.').waitFor();
    expect((await ofServer(idOf(page))).awaited).toBe(1);
    await context.close();
  });

  test('a server that is busy or away is waited for', async () => {
    const busy = join(folder, 'Bận');
    await mkdir(busy);
    for (const [path, text] of Object.entries(reports(5, 'Bận'))) await writeFile(join(busy, path), text);
    const context = await someone();
    const page = await at(context, '/');
    let asked = 0;
    await page.route('**/api/v1/documents', (route) => {
      if (route.request().method() !== 'POST' || ++asked > 4) return route.continue();
      if (asked > 3) return route.abort('connectionrefused');
      return route.fulfill({ status: 429, headers: { 'retry-after': '1' }, json: { code: 'too_many_requests' } });
    });
    await page.locator('[data-input="folder"]').setInputFiles(busy);
    await page.getByText('Máy chủ đang bận. Trang chờ rồi tự gửi tiếp.').waitFor();
    await state(page, 'finished');
    expect(await sum(page)).toEqual({ found: 5, done: 5, duplicate: 0, failed: 0, pending: 0 });
    await context.close();
  });

  test('a folder that the browser keeps goes on by one button', async () => {
    const context = await someone();
    const page = await at(context, '/');
    // The browser's own folder stands for what its question for one would give: only the question is left out.
    await page.evaluate(`(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Huyện Kế Sách', { create: true });
      for (let i = 0; i < 9; i++) {
        const file = await (await folder.getFileHandle('xã ' + i + '.txt', { create: true })).createWritable();
        await file.write('Toàn xã Kế An ' + i + ' có 1' + i + ' hộ nghèo.');
        await file.close();
      }
      window.showDirectoryPicker = async () => folder;
    })()`);
    const { held } = await holdUploads(page, 2);
    await button(page, 'Chọn thư mục').click();
    await page.waitForURL('**/batches/*');
    while (held.length < 3) await page.waitForTimeout(50);
    const address = new URL(page.url()).pathname;
    await page.close();

    const back = await at(context, address);
    await back.getByText('Trình duyệt này còn nhớ thư mục “Huyện Kế Sách”.').waitFor();
    await button(back, 'Gửi tiếp').click();
    await state(back, 'finished');
    expect(await sum(back)).toEqual({ found: 9, done: 9, duplicate: 0, failed: 0, pending: 0 });
    await context.close();
  });
});

describe('a batch', () => {
  test('is paused, resumed, cancelled after a question, and tried again', async () => {
    const id = await batchOf('Từng bước', reports(6, 'Bước'), 'sent');
    const context = await someone();
    const page = await at(context, `/batches/${id}`);
    await state(page, 'paused');
    expect(await sum(page)).toEqual({ found: 6, done: 0, duplicate: 0, failed: 0, pending: 6 });

    await button(page, 'Huỷ đợt này').click();
    await button(page, 'Không huỷ').click();
    expect((await ofServer(id)).state).toBe('paused');
    await button(page, 'Huỷ đợt này').click();
    await button(page, 'Huỷ đợt nhập').click();
    await page.locator('.batch-errors [data-code="cancelled"]').waitFor();
    expect(await sum(page)).toEqual({ found: 6, done: 0, duplicate: 0, failed: 6, pending: 0 });

    await page.locator('[data-code="cancelled"]').getByRole('button', { name: 'Thử lại' }).click();
    await state(page, 'finished');
    expect(await sum(page)).toEqual({ found: 6, done: 6, duplicate: 0, failed: 0, pending: 0 });

    const next = await batchOf('Tạm dừng rồi làm', reports(3, 'Dừng'), 'sent');
    await page.goto(`${server.url}/batches/${next}`);
    await button(page, 'Tiếp tục').click();
    await state(page, 'finished');
    await context.close();
  });

  test('goes on being shown where no event comes through', async () => {
    const id = await batchOf('Không sự kiện', reports(3, 'Lặng'), 'sent');
    const context = await someone();
    await context.route('**/events**', (route) => route.abort());
    const page = await at(context, `/batches/${id}`);
    await state(page, 'paused');
    await api(`/batches/${id}/actions`, { action: 'resume' });
    await state(page, 'finished');
    await context.close();
  });

  test('of 1,200 files has only those in view in the page, and all of them below', async () => {
    const id = await batchOf('Nghìn tệp', reports(1200, 'Nghìn'), 'announced');
    const context = await someone();
    const page = await at(context, `/batches/${id}`);
    await files(page).first().waitFor();
    expect(await sum(page)).toMatchObject({ found: 1200, pending: 1200 });
    const last = page.locator('.batch-files > li', { hasText: 'xã 1199.txt' });
    while ((await last.count()) === 0) {
      expect(await files(page).count()).toBeLessThan(80);
      await page.mouse.wheel(0, 6000);
      await page.waitForTimeout(30);
    }
    expect(await last.getAttribute('aria-posinset')).toBe('1200');
    await context.close();
  });

  test('that is not there says so', async () => {
    const context = await someone();
    const page = await at(context, '/batches/khong-co');
    await page.getByText('Không tìm thấy đợt nhập này.').waitFor();
    await context.close();
  });

  test('extracted again by this engine: nothing is older, and the page says so', async () => {
    const context = await someone();
    const page = await at(context, '/batches');
    await page.getByRole('link', { name: 'Từng bước' }).click();
    await button(page, 'Trích xuất lại bằng bản mới').click();
    await button(page, 'Trích xuất lại').click();
    await page.getByText('Không có tài liệu nào của bản cũ hơn').waitFor();
    await context.close();
  });
});

describe('everybody can use it', () => {
  const serious = async (page: Page): Promise<string[]> => {
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate(
      `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
    )) as axe.AxeResults;
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  };

  test.each([
    ['light', DESKTOP],
    ['dark', PHONE],
  ] as const)('in %s: nothing axe objects to, nothing wider than the screen', async (colorScheme, viewport) => {
    const { items } = await api<ListOf<Batch>>('/batches');
    const context = await someone({ colorScheme, viewport });
    for (const name of [null, 'Tỉnh Hậu Giang', 'Đang sửa']) {
      const page = await at(context, name ? `/batches/${items.find((one) => one.name === name)?.id}` : '/batches');
      await page.locator('.batch-state').first().waitFor();
      expect({ name, found: await serious(page) }).toEqual({ name, found: [] });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await page.close();
    }
    await context.close();
  });

  test('the morning after, all that matters is on the first screen', async () => {
    const context = await someone();
    const { items } = await api<ListOf<Batch>>('/batches');
    const page = await at(context, `/batches/${items.find(({ name }) => name === 'Tỉnh Hậu Giang')?.id}`);
    for (const part of [
      'h1',
      '.batch-state',
      '.batch-sum',
      '.batch-pace',
      '.batch-errors li:last-child',
      '.actions .button',
    ]) {
      const box = await page.locator(part).first().boundingBox();
      expect({ part, below: (box?.y ?? Infinity) + (box?.height ?? 0) > DESKTOP.height }).toEqual({
        part,
        below: false,
      });
    }
    await context.close();
  });

  test('by the keyboard alone: from the list to a batch, its errors and its files', async () => {
    const context = await someone();
    const page = await at(context, '/');
    await page.getByRole('navigation', { name: 'Các trang' }).getByRole('link', { name: 'Đợt nhập' }).press('Enter');
    await page.getByRole('link', { name: 'Tỉnh Hậu Giang' }).press('Enter');
    await page.locator('[data-code="encrypted"]').getByRole('button', { name: 'Xem tệp' }).press('Enter');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Các tệp');
    const [file] = (await api<ListOf<BatchFile>>(`/batches/${idOf(page)}/files?code=encrypted`)).items;
    await isOne(page);
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate('document.activeElement.textContent')) === 'khoá.pdf') break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.url}/documents/${file?.document}`);
    await context.close();
  });
});

test('no page of this file threw, logged an error or broke the security policy', () => {
  expect(complaints).toEqual([]);
});
