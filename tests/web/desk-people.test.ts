import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { compose } from '../../src/cli/compose.ts';
import { readConfig } from '../../src/config.ts';
import { extract } from '../../src/extract/index.ts';
import { startServer } from '../../src/http/server.ts';
import type {
  Agreement,
  Desk,
  DocumentView,
  HistoryEvent,
  IssuedAccount,
  ListOf,
  NewAccount,
  ReportRecord,
  ReviewedFigure,
} from '../../src/model/index.ts';
import { wordsByPage } from '../../src/pipeline/words.ts';
import { read } from '../../src/read/index.ts';
import { chromium } from '../servers/chromium.ts';
import { serious } from './browser.ts';
import { buildPages } from './build.ts';

/** The written sum is a thousand times that of its parts, and a number of a decision is no figure. */
const report = (district: string): string => `ỦY BAN NHÂN DÂN HUYỆN ${district}

BÁO CÁO

Kết quả công tác an sinh xã hội năm 2022

I. GIẢM NGHÈO

Toàn huyện có 500.000 hộ nghèo, gồm: nông thôn 175 hộ, thành thị 325 hộ.

Đến cuối năm có 1.855 hộ thoát nghèo, chiếm tỷ lệ 4,82% tổng số hộ dân cư; hộ cận nghèo có 3.331 hộ.

II. BẢO HIỂM Y TẾ

Căn cứ Quyết định số 59 của Thủ tướng Chính phủ, năm 2022 huyện đã cấp 6.176 thẻ bảo hiểm y tế cho người nghèo với kinh phí 2.573 triệu đồng.

III. BẢO TRỢ XÃ HỘI

Hỗ trợ 257 người khuyết tật với số tiền 1.850 triệu đồng; tặng quà cho 158 người cao tuổi.
`;

/** What an earlier version of the extractor read otherwise: what is written → the value it had. */
const EARLIER: Readonly<Record<string, number>> = { '6.176': 6716, '158': 185 };
const earlier = (record: ReportRecord): ReportRecord => ({
  ...record,
  figures: record.figures.map((figure) => ({
    ...figure,
    value: EARLIER[record.text.slice(figure.span.start, figure.span.end)] ?? figure.value,
  })),
});

interface Person {
  id: string;
  name: string;
  cookie: string;
}
type Named = 'lan' | 'hue' | 'minh';

let folder: string;
let url: string;
let stop: () => Promise<unknown>;
let browser: Browser;
let isUpgraded = false;
let people: Record<Named, Person>;
const complaints: string[] = [];

const answered = async (path: string, init: RequestInit = {}): Promise<Response> => {
  const response = await fetch(`${url}/api/v1${path}`, init);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
};
const api = async <T>(path: string, { cookie } = people.lan): Promise<T> =>
  (await answered(path, { headers: { cookie } })).json() as Promise<T>;
const post = (path: string, body: unknown, cookie = ''): Promise<Response> =>
  answered(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
const cookieOf = ({ headers }: Response): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

const signIn = async (email: string, password: string): Promise<string> =>
  cookieOf(await post('/sign-in', { email, password }));
const enlist = async (administrator: string, account: NewAccount): Promise<Person> => {
  const issued = (await (await post('/accounts', account, administrator)).json()) as IssuedAccount;
  const [current, next] = [issued.password ?? '', 'mười hai con giáp'];
  const cookie = cookieOf(await post('/me/password', { current, next }, await signIn(account.email, current)));
  return { id: issued.account.id, name: account.name, cookie };
};

const extracted = async (id: string): Promise<string> => {
  for (let i = 0; i < 300; i++) {
    const { status, error } = await api<DocumentView>(`/documents/${id}`);
    if (status === 'failed') throw new Error(error?.message);
    if (status === 'extracted' || status === 'reviewed') return id;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${id} was not extracted`);
};
const submit = async (district: string): Promise<string> => {
  const form = new FormData();
  form.append('file', new File([report(district)], `Báo cáo huyện ${district}.txt`));
  const { cookie } = people.lan;
  const response = await answered('/documents', { method: 'POST', body: form, headers: { cookie } });
  const { documents } = (await response.json()) as { documents: { id: string }[] };
  return extracted(documents[0]?.id ?? '');
};

const deskOf = (id: string, layer = 'first'): Promise<Desk> => api(`/documents/${id}/review?layer=${layer}`);
const historyOf = async (id: string): Promise<HistoryEvent[]> =>
  (await api<ListOf<HistoryEvent>>(`/documents/${id}/history`)).items;
/** The figures of a report by what is written. */
const figuresOf = async (id: string): Promise<Record<string, ReviewedFigure>> => {
  const [{ figures }, { text }] = await Promise.all([deskOf(id), api<ReportRecord>(`/documents/${id}/record`)]);
  return Object.fromEntries(figures.map((item) => [text.slice(item.figure.span.start, item.figure.span.end), item]));
};
const idsOf = async (id: string): Promise<Record<string, string>> =>
  Object.fromEntries(Object.entries(await figuresOf(id)).map(([written, { figure }]) => [written, figure.id]));

const open = async (id: string, who: Named, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const cookies = people[who].cookie.split('; ').map((cookie) => cookie.split('=') as [string, string]);
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url })));
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(`${who}: ${error.message}`));
  page.on('console', (message) => {
    // Chromium itself says that a request failed; that is what some of these tests are about.
    if (message.type() === 'error' && !/^Failed to load resource/.test(message.text()))
      complaints.push(`${who}: ${message.text()}`);
  });
  await page.goto(`${url}/documents/${id}`);
  await page.locator('[data-row]').first().waitFor();
  return page;
};
const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const again = async (page: Page): Promise<void> => {
  await page.reload();
  await page.locator('[data-row]').first().waitFor();
};
const goTo = async (page: Page, figure: string | undefined): Promise<void> => {
  await page.evaluate(`location.hash = '#${figure}'`);
  await page.locator(`[data-row="${figure}"][aria-selected="true"]`).waitFor();
};
const saved = (page: Page): Promise<void> => page.locator('.link-state', { hasText: 'Đã lưu' }).waitFor();
const formGone = (page: Page): Promise<void> => page.locator('.figure-form').waitFor({ state: 'detached' });
const setValue = async (page: Page, typed: string): Promise<void> => {
  await page.keyboard.press('v');
  await page.locator('[data-field="value"] input:focus').waitFor();
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  await formGone(page);
};
const setIndicator = async (page: Page, typed: string): Promise<void> => {
  await page.keyboard.press('i');
  await page.locator('[data-field="indicator"] input:focus').waitFor();
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  await page.locator('.figure-form button[type="submit"]').click();
  await formGone(page);
};
const acceptAll = async (page: Page, count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await press(page, '.', 'a');
  await saved(page);
};
const bar = (page: Page) => page.locator('.review-bar');
const told = (page: Page, words: string | RegExp): Promise<void> => bar(page).filter({ hasText: words }).waitFor();
const state = (page: Page, name: string): Promise<void> => page.locator(`.state[data-state="${name}"]`).waitFor();
const leave = (...pages: Page[]) => Promise.all(pages.map((page) => page.context().close()));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ansinh-people-'));
  const config = readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'fatal' });
  const serving = async () => {
    const { service, accounts, log, startWorkers, openUploads, close } = await compose(config, {
      extract: async ({ path, filename, sha256 }) => {
        const document = await read({ path, filename, sha256 });
        const record = extract(document);
        return { record: isUpgraded ? record : earlier(record), words: wordsByPage(document.words) };
      },
    });
    const webRoot = join(import.meta.dirname, '..', '..', 'dist', 'web');
    const server = await startServer({
      service,
      accounts,
      log,
      host: config.host,
      port: 0,
      version: '0',
      webRoot,
      uploadsPerMinute: 300,
      resumable: await openUploads(),
    });
    await startWorkers();
    url = server.url;
    stop = () => server.close().finally(close);
  };
  [browser] = await Promise.all([chromium(), serving(), buildPages()]);

  const password = 'chim sẻ ri đồng';
  const email = (name: string) => `${name}@example.vn`;
  await post('/accounts', { name: 'Quản trị', email: email('quan-tri'), role: 'administrator', password });
  const administrator = await signIn(email('quan-tri'), password);
  const account = (name: string, short: string, role: NewAccount['role']) =>
    enlist(administrator, { name, email: email(short), role });
  const [lan, hue, minh] = await Promise.all([
    account('Nguyễn Thị Lan', 'lan', 'reviewer'),
    account('Trần Thị Huệ', 'hue', 'approver'),
    account('Lê Văn Minh', 'minh', 'approver'),
  ]);
  people = { lan, hue, minh };
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stop?.();
  if (folder) await rm(folder, { recursive: true, force: true });
});

test('a report goes through three pairs of hands, and everybody sees in whose it is', async () => {
  const id = await submit('TÂY SƠN');
  const written = await idsOf(id);
  const [lan, hue] = await Promise.all([open(id, 'lan'), open(id, 'hue')]);
  await press(lan, 'Shift+C');
  await told(lan, 'Bạn đang giữ');
  await goTo(lan, written['1.855']);
  await setValue(lan, '1.856');
  await press(lan, 'j', 'x');
  await saved(lan);

  // Her page is older than the claim: what she decides is refused, said, and the page then knows.
  await goTo(hue, written['3.331']);
  await press(hue, 'x');
  const refusal = hue.getByRole('alert').filter({ hasText: 'Một quyết định không được nhận' });
  await refusal.filter({ hasText: 'Nguyễn Thị Lan' }).waitFor();
  await refusal.getByRole('button', { name: 'Bỏ quyết định này' }).click();
  await told(hue, 'Nguyễn Thị Lan đang giữ báo cáo này; bạn chỉ có thể xem.');
  await press(hue, 'x');
  await hue.getByRole('alert').filter({ hasText: 'bạn chỉ có thể xem' }).waitFor();
  expect((await figuresOf(id))['3.331']?.verdict).toBeNull();
  expect(await hue.locator(`[data-row="${written['3.331']}"]`).getAttribute('data-verdict')).toBe('none');

  await press(lan, 'Shift+H');
  await lan
    .getByRole('dialog', { name: 'Chuyển báo cáo cho' })
    .getByRole('button', { name: 'Trần Thị Huệ' })
    .press('Enter');
  await told(lan, 'Trần Thị Huệ đang giữ báo cáo này');
  await again(hue);
  await told(hue, 'Bạn đang giữ');
  await acceptAll(hue, 12);
  await press(hue, 'Shift+F');
  await state(hue, 'reviewed');

  await press(hue, 'Shift+P');
  await hue.getByRole('alert').filter({ hasText: 'Người duyệt phải khác người rà soát.' }).waitFor();
  await again(lan);
  await press(lan, 'Shift+P');
  await lan.getByRole('alert').filter({ hasText: 'không có quyền duyệt' }).waitFor();
  const minh = await open(id, 'minh');
  await press(minh, 'Shift+P');
  await state(minh, 'approved');
  await told(minh, /Trần Thị Huệ rà soát lúc .*Lê Văn Minh duyệt lúc/);

  await press(minh, 'Shift+R');
  const dialog = minh.getByRole('dialog', { name: 'Mở lại báo cáo' });
  await press(minh, 'Enter');
  expect(await dialog.isVisible()).toBe(true);
  expect((await deskOf(id)).review.state).toBe('approved');
  await minh.keyboard.type('Huyện vừa đính chính');
  await press(minh, 'Enter');
  await state(minh, 'in_review');

  await goTo(minh, written['1.855']);
  await press(minh, 'h');
  const history = minh.getByRole('dialog', { name: 'Lịch sử' });
  await history.getByRole('row', { name: /Nguyễn Thị Lan.*Giá trị.*1\.855.*1\.856/ }).waitFor();
  await history.getByRole('button', { name: 'Lịch sử của cả báo cáo' }).click();
  await history.getByRole('row', { name: /Lê Văn Minh.*đã duyệt.*đang rà soát.*Huyện vừa đính chính/ }).waitFor();
  await history.getByRole('row', { name: /Nguyễn Thị Lan.*Nguyễn Thị Lan.*Trần Thị Huệ/ }).waitFor();
  await leave(lan, hue, minh);
});

test('two reviewers, neither of whom sees the other: what they say otherwise, and κ', async () => {
  const id = await submit('AN LÃO');
  const written = await idsOf(id);
  const lan = await open(id, 'lan');
  await goTo(lan, written['257']);
  await press(lan, 'x');
  await press(lan, 'z');
  await acceptAll(lan, 12);

  const hue = await open(id, 'hue');
  await hue.getByRole('button', { name: 'Rà soát lần hai, độc lập' }).click();
  await told(hue, 'không thấy quyết định của người thứ nhất');
  await told(hue, 'Đã quyết 0/11');
  expect(await hue.locator('[data-row]:not([data-verdict="none"])').count()).toBe(0);
  await goTo(hue, written['257']);
  await press(hue, 'h');
  await hue.getByRole('dialog', { name: 'Lịch sử' }).getByText('Chưa có quyết định nào.').waitFor();
  await press(hue, 'Escape');
  await setValue(hue, '275');
  await goTo(hue, written['3.331']);
  await setIndicator(hue, 'so ho ngheo');
  await goTo(hue, written['158']);
  await press(hue, 'x');
  await saved(hue);
  await again(lan);
  expect(await lan.locator('[data-row]:not([data-verdict="accepted"])').count()).toBe(0);
  expect((await figuresOf(id))['257']?.figure.value).toBe(257);
  await again(hue);
  await told(hue, 'Đã quyết 3/11');
  await acceptAll(hue, 8);
  await press(hue, 'Shift+F');
  await told(hue, 'Bạn đã hoàn thành lần rà soát thứ hai');

  await press(lan, 'Shift+F');
  await state(lan, 'reviewed');
  await again(hue);
  await hue.getByRole('button', { name: 'Mức đồng thuận' }).click();
  const dialog = hue.getByRole('dialog', { name: 'Mức đồng thuận' });
  await dialog.getByText('Nguyễn Thị Lan và Trần Thị Huệ. Cả hai giữ 10/11 số liệu.').waitFor();
  expect(await serious(hue, ['dialog'])).toEqual([]);
  const { fields, differences } = await api<Agreement>(`/documents/${id}/agreement`);
  expect(differences.map(({ figure, field, first, second }) => [figure, field, first, second])).toEqual(
    expect.arrayContaining([
      [written['158'], 'figure', expect.objectContaining({ id: written['158'] }), null],
      [written['257'], 'value', 257, 275],
      [written['3.331'], 'indicator', 'pov.near_poor_households', 'pov.poor_households'],
    ]),
  );
  expect(differences).toHaveLength(3);
  const kappa = fields.find(({ field }) => field === 'indicator')?.kappa ?? Number.NaN;
  expect(kappa).toBeGreaterThan(0.8);
  expect(kappa).toBeLessThan(1);
  const shown = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 }).format(kappa);
  const line = (field: string) => dialog.locator('tr', { hasText: field }).locator('td').allTextContents();
  expect(await line('Giá trị')).toEqual(['9/10', expect.stringMatching(/^90.*%$/), '–']);
  expect(await line('Chỉ tiêu')).toEqual(['9/10', expect.stringMatching(/^90.*%$/), shown]);
  expect(await dialog.getByRole('listitem').allTextContents()).toEqual([
    expect.stringMatching(/185.*chỉ Nguyễn Thị Lan giữ$/),
    expect.stringMatching(/3\.331.*Chỉ tiêu: Số hộ cận nghèo \/ Số hộ nghèo$/),
    expect.stringMatching(/257.*Giá trị: 257 \/ 275$/),
  ]);
  await leave(lan, hue);
});

describe('one report, an extractor that has learned since', () => {
  let id: string;
  let written: Record<string, string>;
  let page: Page;

  beforeAll(async () => {
    id = await submit('VĨNH THẠNH');
    written = await idsOf(id);
    page = await open(id, 'lan');
  });
  afterAll(() => leave(page));

  test('a sum wrong by a factor of a thousand is set right by one key', async () => {
    await goTo(page, written['500.000']);
    await page.getByRole('button', { name: 'Áp dụng gợi ý 1: Sửa thành 500', exact: true }).waitFor();
    await press(page, '1');
    await saved(page);
    expect((await figuresOf(id))['500.000']).toMatchObject({ verdict: 'accepted', figure: { value: 500 } });
    await page.locator('.doubts').waitFor({ state: 'detached' });
    await page.locator('.card .agrees', { hasText: '175' }).waitFor();
  });

  test('a number that the extractor left out is marked, and comes with its kind, unit and period', async () => {
    const at = (await page.evaluate(`(() => {
      const walker = document.createTreeWalker(document.querySelector('.viewer'), NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode()); ) {
        const start = node.data.indexOf('số 59 của');
        if (start < 0) continue;
        node.parentElement.scrollIntoView({ block: 'center' });
        const range = document.createRange();
        range.setStart(node, start + 3);
        range.setEnd(node, start + 5);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
    })()`)) as { x: number; y: number };
    await page.mouse.dblclick(at.x, at.y);
    await page.locator('.said', { hasText: 'Đã bôi đen: 59' }).waitFor();
    await press(page, 'm');
    const form = page.locator('.figure-form');
    await form.locator('[data-field="value"] input:focus').waitFor();
    expect(await form.getByLabel('Giá trị', { exact: true }).inputValue()).toBe('59');
    expect(await form.getByLabel('Kỳ', { exact: true }).inputValue()).toBe('năm 2022');
    expect(await form.getByLabel('Loại', { exact: true }).inputValue()).toBe('số đếm');
    expect(await form.getByLabel('Đơn vị', { exact: true }).inputValue()).not.toBe('');
    await press(page, 'Enter');
    await formGone(page);
    await saved(page);
    expect((await figuresOf(id))['59']?.figure).toMatchObject({
      value: 59,
      kind: 'count',
      unit: 'item',
      period: { start: '2022-01-01', end: '2022-12-31' },
    });
  });

  test('extracted again, every decision stays; where the extractor says otherwise a key takes either', async () => {
    await goTo(page, written['1.855']);
    await setValue(page, '1.900');
    await goTo(page, written['6.176']);
    await press(page, 'a');
    await goTo(page, written['158']);
    await press(page, 'a');
    await saved(page);
    expect((await figuresOf(id))['6.176']?.figure.value).toBe(6716);

    isUpgraded = true;
    await page.getByRole('button', { name: 'Trích xuất lại' }).click();
    await page.getByLabel('Hiện', { exact: true }).selectOption('disagreeing');
    await page.locator('.shown', { hasText: '2/12 số liệu' }).waitFor();
    const now = await figuresOf(id);
    expect(now['1.855']).toMatchObject({ figure: { value: 1900 }, doubts: [] });
    expect(now['500.000']).toMatchObject({ figure: { value: 500 }, doubts: [] });
    expect(now['59']).toMatchObject({ figure: { value: 59 }, doubts: [] });
    expect(now['6.176']).toMatchObject({ figure: { value: 6716 }, extractor: { value: 6176 } });
    expect(now['6.176']?.doubts.map(({ code }) => code)).toEqual(['extractor_disagrees']);

    await goTo(page, written['6.176']);
    await page.locator('.disagreement', { hasText: /6\.176.*6\.716/ }).waitFor();
    await press(page, 'y');
    await saved(page);
    await goTo(page, written['158']);
    await press(page, 'w');
    await saved(page);
    await page.locator('.shown', { hasText: /^[01]\/12 số liệu/ }).waitFor();
    const settled = await figuresOf(id);
    expect(settled['6.176']).toMatchObject({ verdict: 'accepted', extractor: {}, doubts: [], figure: { value: 6176 } });
    expect(settled['158']).toMatchObject({ verdict: 'accepted', extractor: {}, doubts: [], figure: { value: 185 } });
    expect((await historyOf(id)).filter(({ who }) => who.startsWith('Nguyễn Thị Lan')).length).toBeGreaterThan(0);
  });
});

test('no page complained: no exception, no console error', () => {
  expect(complaints).toEqual([]);
});
