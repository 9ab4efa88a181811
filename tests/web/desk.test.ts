import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Desk, HistoryEvent, ListOf, ReviewedFigure } from '../../src/model/index.ts';
import { type Stand, serious, stand } from './browser.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'docx');
const FIVE = [
  '000_a452df1cee3d57cd',
  '001_401ea66197704b5d',
  '002_85d3af9a86ee4359',
  '003_774af14b02d92f93',
  '004_0fa445c9fb98d59f',
];

let web: Stand;

const deskOf = (id: string): Promise<Desk> => web.api(`/documents/${id}/review`);
const figureOf = async (id: string, figure: string): Promise<ReviewedFigure> => {
  const found = (await deskOf(id)).figures.find((item) => item.figure.id === figure);
  if (!found) throw new Error(`no figure ${figure}`);
  return found;
};
const inOrder = ({ figures }: Desk): string[] =>
  figures
    .toSorted((a, b) => a.figure.span.start - b.figure.span.start || a.figure.span.end - b.figure.span.end)
    .map(({ figure }) => figure.id);

const open = async (id: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await web.open(`/documents/${id}`, options);
  await page.locator('[data-row]').first().waitFor();
  return page;
};
const selected = (page: Page): Promise<string | null> =>
  page.locator('[data-row][aria-selected="true"]').getAttribute('data-row');
const goTo = async (page: Page, figure: string): Promise<void> => {
  await page.evaluate(`location.hash = '#${figure}'`);
  await page.locator(`[data-row="${figure}"][aria-selected="true"]`).waitFor();
};
/** Waits until the page says so of the decisions; where it never does, the error has what it says instead. */
const says = async (page: Page, words: string): Promise<void> => {
  const state = page.locator('.link-state');
  await state
    .filter({ hasText: words })
    .waitFor()
    .catch(async (error: Error) => {
      const seen = [...(await page.locator('.link-state, .said, [role="alert"]').allTextContents())].join(' | ');
      throw new Error(`${error.message}\nthe page says: ${seen}, selected: ${await selected(page)}`);
    });
};
const saved = (page: Page): Promise<void> => says(page, 'Đã lưu');
const setValue = async (page: Page, typed: string): Promise<void> => {
  await page.keyboard.press('v');
  await page.locator('[data-field="value"] input:focus').waitFor();
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  await page.locator('.figure-form').waitFor({ state: 'detached' });
};

beforeAll(async () => {
  web = await stand();
}, 180_000);

afterAll(() => web?.close());

describe('a whole review by keyboard alone', () => {
  test.each(FIVE)('%s', async (name) => {
    const id = await web.submit(`${name}.docx`, await readFile(join(FIXTURES, `${name}.docx`)));
    const figures = inOrder(await deskOf(id));
    const [edited, rejected, kept] = figures as [string, string, string];
    const page = await open(id);
    const press = (key: string) => page.keyboard.press(key);

    await press('j');
    expect(await selected(page)).toBe(edited);
    await setValue(page, '4,6 tỷ đồng');
    await press('j');
    await press('x');
    expect(await selected(page)).toBe(kept);
    await press('x');
    await press('z');
    await saved(page);

    // A figure that was missed: the words behind the one in view.
    await press('m');
    await press('ArrowRight');
    await press('Enter');
    await page.locator('[data-field="value"] input:focus').waitFor();
    await press('Control+a');
    await page.keyboard.type('1.234');
    await press('Enter');
    await page.locator('.figure-form').waitFor({ state: 'detached' });
    const added = await selected(page);
    expect(added).toMatch(/^p\d+-\d+$/);

    // The rest is accepted, from the top; the doubtful ones where they come.
    await saved(page);
    while ((await deskOf(id)).figures.some(({ verdict }) => verdict === null)) {
      for (let i = 0; i < 40; i++) {
        await press('.');
        await press('a');
      }
      await saved(page);
    }
    await press('Shift+F');
    await page.locator('.state[data-state="reviewed"]').waitFor();

    const desk = await deskOf(id);
    expect(desk.review.state).toBe('reviewed');
    const verdicts = new Map(desk.figures.map(({ figure, verdict }) => [figure.id, verdict]));
    expect([...verdicts].filter(([, verdict]) => verdict === 'rejected').map(([figure]) => figure)).toEqual([rejected]);
    expect(await figureOf(id, edited)).toMatchObject({
      verdict: 'accepted',
      figure: { value: 4_600_000_000, unit: 'VND', kind: 'money' },
    });
    expect(await figureOf(id, added as string)).toMatchObject({ figure: { value: 1234 } });
    const { items } = await web.api<ListOf<HistoryEvent>>(`/documents/${id}/history`);
    expect(items.slice(0, 12).map(({ field }) => field)).toEqual(expect.arrayContaining(['value', 'verdict']));

    await press('x');
    await page.getByRole('alert').filter({ hasText: 'hãy mở lại kèm lý do' }).waitFor();
    await press('Shift+R');
    await page.getByRole('dialog', { name: 'Mở lại báo cáo' }).waitFor();
    await page.keyboard.type('Sai một số');
    await press('Enter');
    await page.locator('.state[data-state="in_review"]').waitFor();
    await page.context().close();
  });
});

describe('one report', () => {
  let id: string;
  let figures: string[];
  const at = (n: number): string => figures.at(n) ?? '';

  beforeAll(async () => {
    id = await web.submit('một báo cáo khác.txt', await readFile(join(FIXTURES, '..', `${FIVE[1]}.txt`)));
    figures = inOrder(await deskOf(id));
  });

  test('two browsers on one figure: both versions side by side, each field taken from either', async () => {
    const [mine, theirs] = [await open(id), await open(id)];
    await Promise.all([goTo(mine, at(5)), goTo(theirs, at(5))]);
    await setValue(theirs, '77');
    await saved(theirs);
    await theirs.keyboard.press('b');
    await theirs.locator('[data-field="label"] input:focus').waitFor();
    await theirs.keyboard.type('nhãn của người kia');
    await theirs.keyboard.press('Enter');
    await theirs.locator('.figure-form').waitFor({ state: 'detached' });
    await saved(theirs);

    await setValue(mine, '66');
    const dialog = mine.getByRole('dialog', { name: 'Người khác vừa sửa' });
    await dialog.waitFor();
    expect(await serious(mine, ['dialog'])).toEqual([]);
    expect(await dialog.locator('tr[data-clash="value"]').textContent()).toMatch(/66.*77/);
    expect(await dialog.locator('tr[data-clash="label"]').textContent()).toContain('nhãn của người kia');
    expect((await figureOf(id, at(5))).figure.value).toBe(77);
    await mine.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await saved(mine);
    expect((await figureOf(id, at(5))).figure).toMatchObject({ value: 66, label: 'nhãn của người kia' });

    // A page that has not yet heard of it.
    await theirs.reload();
    await theirs.locator('[data-row]').first().waitFor();
    await theirs.route('**/review?*', (route) => route.abort());
    await goTo(theirs, at(5));
    await setValue(mine, '67');
    await saved(mine);
    await setValue(theirs, '55');
    await theirs.getByRole('dialog').waitFor();
    await theirs.keyboard.press('t');
    await theirs.keyboard.press('Enter');
    await theirs.getByRole('dialog').waitFor({ state: 'detached' });
    await saved(theirs);
    expect((await figureOf(id, at(5))).figure.value).toBe(67);
    await Promise.all([mine.context().close(), theirs.context().close()]);
  });

  test('the connection is lost in the middle of an edit: said, kept over a reload, sent later', async () => {
    const page = await open(id);
    await goTo(page, at(8));
    await page.keyboard.press('v');
    await page.locator('[data-field="value"] input:focus').waitFor();
    await page.keyboard.type('88');
    await page.route('**/api/v1/documents/*/decisions', (route) => route.abort('connectionfailed'));
    await page.keyboard.press('Enter');
    await page.locator('.figure-form').waitFor({ state: 'detached' });
    await says(page, 'Mất kết nối: 1 thay đổi đang chờ gửi');
    await page.keyboard.press('j');
    expect(await selected(page)).toBe(at(9));
    await page.keyboard.press('x');
    expect(await selected(page)).toBe(at(10));
    await page.keyboard.press('a');
    await says(page, 'Mất kết nối: 3 thay đổi đang chờ gửi');
    await page.keyboard.press('v');
    await page.locator('[data-field="value"] input:focus').waitFor();
    await page.keyboard.type('chưa xong');
    await page.getByText('Không đọc được giá trị này').waitFor();

    await page.reload();
    await says(page, 'Mất kết nối');
    expect(await page.locator('[data-field="value"] input').inputValue()).toBe('chưa xong');
    await page.locator('[data-field="value"] input').press('Escape');
    expect((await figureOf(id, at(8))).verdict).toBeNull();

    await page.unroute('**/api/v1/documents/*/decisions');
    await saved(page);
    expect((await figureOf(id, at(8))).figure.value).toBe(88);
    expect((await figureOf(id, at(9))).verdict).toBe('rejected');
    expect((await figureOf(id, at(10))).verdict).toBe('accepted');
    await page.context().close();
  });

  test('part of by the list of the form; a reload leaves what can be taken back', async () => {
    const page = await open(id);
    await goTo(page, at(18));
    const before = (await figureOf(id, at(18))).figure.partOf;
    await page.keyboard.press('e');
    // The form puts the focus where it begins; before that a key goes elsewhere.
    await page.locator('.figure-form input:focus').waitFor();
    const list = page.getByRole('listbox');
    // A list that opens while the form still scrolls to its field closes again: one asks once more.
    for (let asked = 0; asked < 10 && !(await list.isVisible()); asked += 1) {
      await page.locator('[data-field="partOf"] input').press('ArrowDown');
      await list.waitFor({ timeout: 1_000 }).catch(() => undefined);
    }
    // The list has every figure about this one, by value and name, from the top of the text.
    await list.getByRole('option').first().click();
    await page.keyboard.press('Enter');
    await page.locator('.figure-form').waitFor({ state: 'detached' });
    await saved(page);
    const chosen = (await figureOf(id, at(18))).figure.partOf;
    expect(inOrder(await deskOf(id))).toContain(chosen);
    expect(chosen).not.toBe(before);

    await page.reload();
    await page.locator('[data-row]').first().waitFor();
    await page.locator('.review-actions button:enabled', { hasText: 'Hoàn tác' }).waitFor();
    await page.keyboard.press('z');
    await page.locator('.said', { hasText: 'Đã hoàn tác' }).waitFor();
    await saved(page);
    expect((await figureOf(id, at(18))).figure.partOf).toBe(before);
    await page.context().close();
  });

  test('split, part of, merge, a reason, the history, undo of each as one', async () => {
    const page = await open(id);
    const press = (key: string) => page.keyboard.press(key);
    await goTo(page, at(14));
    await press('p');
    await press('k');
    await press('Enter');
    await saved(page);
    expect((await figureOf(id, at(14))).figure.partOf).toBe(at(13));

    await press('r');
    await page.getByRole('dialog', { name: 'Lý do' }).waitFor();
    expect(await serious(page, ['dialog'])).toEqual([]);
    await page.keyboard.type('Đã hỏi lại xã');
    await press('Enter');
    await press('g');
    await page.locator('.said', { hasText: 'Đã gộp' }).waitFor();
    await saved(page);
    const merged = (await selected(page)) ?? '';
    expect((await figureOf(id, at(14))).verdict).toBe('rejected');
    expect((await figureOf(id, at(15))).verdict).toBe('rejected');
    await press('s');
    await page.locator('.split input:focus').waitFor();
    await press('ArrowRight');
    await press('Enter');
    await page.locator('.said', { hasText: 'Đã tách' }).waitFor();
    await saved(page);
    expect((await figureOf(id, merged)).verdict).toBe('rejected');
    await press('z');
    await press('z');
    await press('z');
    await saved(page);
    expect((await figureOf(id, at(14))).figure.partOf).toBeNull();
    expect((await figureOf(id, at(15))).verdict).toBeNull();
    expect((await figureOf(id, merged)).verdict).toBe('rejected');

    await goTo(page, at(14));
    await press('h');
    const history = page.getByRole('dialog', { name: 'Lịch sử' });
    await history.getByText('Đã hỏi lại xã').first().waitFor();
    expect(await serious(page, ['dialog'])).toEqual([]);
    await page.context().close();
  });

  test('merged with one that is picked, and taken back as one; the next report of the queue is one key away', async () => {
    const page = await open(id);
    await goTo(page, at(24));
    await page.keyboard.press('Shift+G');
    await page.locator('.picking').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.said', { hasText: 'Đã gộp' }).waitFor();
    await saved(page);
    const verdicts = async () => [(await figureOf(id, at(24))).verdict, (await figureOf(id, at(25))).verdict];
    expect(await verdicts()).toEqual(['rejected', 'rejected']);
    const merged = (await figureOf(id, (await selected(page)) ?? '')).figure.span;
    expect([merged.start, merged.end]).toEqual([
      (await figureOf(id, at(24))).figure.span.start,
      (await figureOf(id, at(25))).figure.span.end,
    ]);
    await page.keyboard.press('z');
    await saved(page);
    expect(await verdicts()).toEqual([null, null]);

    await web.submit('báo cáo kế tiếp.txt', await readFile(join(FIXTURES, '..', `${FIVE[4]}.txt`)));
    const { items } = await web.api<ListOf<{ id: string }>>('/review/queue');
    const next = items.find((report) => report.id !== id);
    await page.keyboard.press('Shift+N');
    await page.waitForURL(`**/documents/${next?.id}*`);
    await page.locator('[data-row]').first().waitFor();
    await page.context().close();
  });

  test('a code by its name without tone marks, a period as it is written; what cannot be read stays', async () => {
    const page = await open(id);
    await goTo(page, at(20));
    await page.keyboard.press('i');
    await page.locator('[data-field="indicator"] input:focus').waitFor();
    await page.keyboard.type('ty le ho ngheo');
    await page.keyboard.press('Enter');
    // Both names hold what is typed: the first that is found is taken, not the one that was chosen.
    const role = page.locator('[data-field="role"] input');
    for (const [typed, chosen] of [
      ['dat', 'đạt so với kế hoạch'],
      ['ke', 'kế hoạch, chỉ tiêu'],
    ] as const) {
      await role.press('Control+a');
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
      expect(await role.inputValue()).toBe(chosen);
    }
    const period = page.getByLabel('Kỳ', { exact: true });
    await period.fill('5/4/2021 - 3/2/2021');
    await period.press('Enter');
    await page.getByText('Ngày kết thúc đứng trước ngày bắt đầu').waitFor();
    expect(await period.inputValue()).toBe('5/4/2021 - 3/2/2021');
    await period.fill('quý I/2019');
    await period.press('Enter');
    await page.locator('.figure-form').waitFor({ state: 'detached' });
    await saved(page);
    expect((await figureOf(id, at(20))).figure).toMatchObject({
      indicator: 'pov.poor_rate',
      role: 'target',
      period: { start: '2019-01-01', end: '2019-03-31' },
    });
    await page.context().close();
  });

  test('all that are sure at once, after a drawn sample, and back again with one key', async () => {
    const sure = (await deskOf(id)).figures.filter((item) => item.sure && item.verdict === null);
    expect(sure.length).toBeGreaterThan(0);
    const page = await open(id);
    await page.keyboard.press('Shift+A');
    const dialog = page.getByRole('dialog', { name: 'Nhận mọi số liệu chắc chắn' });
    expect(await dialog.locator('[data-sample]').count()).toBe(Math.min(10, sure.length));
    expect(await serious(page, ['dialog'])).toEqual([]);
    await page.getByRole('button', { name: `Nhận ${sure.length} số liệu` }).press('Enter');
    await saved(page);
    expect((await deskOf(id)).figures.filter((item) => item.sure && item.verdict === null)).toEqual([]);
    await page.keyboard.press('z');
    await saved(page);
    expect((await deskOf(id)).figures.filter((item) => item.sure && item.verdict === null)).toHaveLength(sure.length);
    await page.context().close();
  });

  test('keys can be changed, two uses of one are told, single keys can be switched off', async () => {
    const page = await open(id);
    await page.keyboard.press('?');
    await page.locator('button[data-command="reject"]').click();
    await page.keyboard.press('a');
    await page.getByText('Phím a đang dùng cho nhiều việc').waitFor();
    await page.locator('button[data-command="reject"]').click();
    await page.keyboard.press('Delete');
    await page.getByText('Phím a đang dùng cho nhiều việc').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await goTo(page, at(30));
    await page.keyboard.press('Delete');
    await saved(page);
    expect((await figureOf(id, at(30))).verdict).toBe('rejected');
    await page.reload();
    await page.locator('[data-row]').first().waitFor();
    await page.keyboard.press('?');
    await page.getByLabel('Dùng phím đơn').uncheck();
    await page.keyboard.press('Escape');
    await goTo(page, at(31));
    await page.keyboard.press('a');
    await page.keyboard.press('ArrowDown');
    expect(await selected(page)).toBe(at(32));
    expect((await figureOf(id, at(31))).verdict).toBeNull();
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing serious, %s', async (colorScheme) => {
    const page = await open(id, { colorScheme, reducedMotion: 'reduce' });
    await goTo(page, at(40));
    expect(await serious(page, ['.desk-top', '.desk-tabs', '.figures-side'])).toEqual([]);
    await page.keyboard.press('e');
    await page.locator('.figure-form').waitFor();
    expect(await serious(page, ['.figure-form'])).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Kiểm tra' }).click();
    expect(await serious(page, ['.desk-tabs', '.checks-side'])).toEqual([]);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await serious(page, ['dialog'])).toEqual([]);
    await page.context().close();
  });
});

test('script in a file name and in the text of a report is text', async () => {
  const text = [
    'BÁO CÁO',
    'Kết quả công tác an sinh xã hội năm 2022 <script>alert(1)</script>',
    'Toàn huyện có 1.855 hộ nghèo <img src=x onerror="alert(2)">, chiếm tỷ lệ 4,82% tổng số hộ dân.',
  ].join('\n\n');
  const name = '<img src=x onerror=alert(3)>.txt';
  const id = await web.submit(name, text);
  const page = await open(id);
  await page.keyboard.press('j');
  await page.locator('.card', { hasText: '<img src=x onerror="alert(2)">' }).waitFor();
  await page.locator('.report-header', { hasText: name }).waitFor();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  await page.context().close();
});

test('no page complained: no exception, no console error, nothing refused by the content security policy', () => {
  expect(web.complaints).toEqual([]);
});
