import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { overflow, type Stand, serious, stand } from './browser.ts';

const LAN = { name: 'Nguyễn Thị Lan', email: 'lan@example.vn', password: 'mười hai con giáp' };
const HUE = { name: 'Trần Văn Huệ', email: 'hue@example.vn', password: 'chim sẻ ri đồng' };

let web: Stand;

const type = async (page: Page, label: string, text: string): Promise<void> => {
  await page.getByLabel(label, { exact: true }).fill(text);
};
const signIn = async (page: Page, { email, password }: { email: string; password: string }): Promise<void> => {
  await type(page, 'Email', email);
  await type(page, 'Mật khẩu', password);
  await page.keyboard.press('Enter');
};
const refusal = (page: Page) => page.locator('.problem:not(:empty)');
const menu = (page: Page) => page.getByRole('button', { name: /^Tài khoản: / });
const choose = async (page: Page, item: string): Promise<void> => {
  await menu(page).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};
const row = (page: Page, { email }: { email: string }) => page.locator(`tr[data-account="${email}"]`);
beforeAll(async () => {
  web = await stand();
}, 180_000);

afterAll(() => web?.close());

describe('from no account to many', () => {
  let lan: Page;
  let oneTime: string;

  test('while there is none the page says so; the first is made by the keyboard alone and is signed in', async () => {
    lan = await web.open('/');
    await lan.getByText('Chưa có tài khoản: ai dùng máy này đều là một người.').waitFor();
    const phone = await web.open('/', { viewport: { width: 390, height: 844 } });
    await phone.getByRole('link', { name: 'Tạo tài khoản đầu tiên' }).waitFor();
    expect(await overflow(phone)).toBeLessThanOrEqual(0);
    await phone.context().close();

    await lan.getByRole('link', { name: 'Tạo tài khoản đầu tiên' }).press('Enter');
    await lan.getByLabel('Họ và tên').focus();
    await lan.keyboard.type(LAN.name);
    await lan.keyboard.press('Tab');
    await lan.keyboard.type(LAN.email);
    await lan.keyboard.press('Tab');
    await lan.keyboard.type('ngắn');
    await lan.keyboard.press('Enter');
    expect(await lan.evaluate('document.activeElement.validity.tooShort')).toBe(true);
    await lan.keyboard.type('ngắn mà đủ dài');
    await type(lan, 'Mật khẩu', LAN.password);
    await lan.keyboard.press('Enter');
    await row(lan, LAN).getByText('(bạn)').waitFor();
    expect(await menu(lan).textContent()).toContain(LAN.name);
  });

  test('an administrator adds an account and is shown its one-time password once', async () => {
    await type(lan, 'Họ và tên', HUE.name);
    await type(lan, 'Email', HUE.email);
    await lan.getByLabel('Vai trò', { exact: true }).selectOption('uploader');
    await lan.getByRole('button', { name: 'Thêm tài khoản' }).click();
    oneTime = (await lan.locator('.issued code').textContent()) ?? '';
    expect(oneTime).toMatch(/^(\w{4}-){3}\w{4}$/);
    await lan.getByRole('button', { name: 'Đã chuyển, ẩn đi' }).click();
    await row(lan, HUE).waitFor();
    expect(await lan.content()).not.toContain(oneTime);

    await type(lan, 'Họ và tên', 'Người khác');
    await type(lan, 'Email', HUE.email.toUpperCase());
    await lan.keyboard.press('Enter');
    expect(await refusal(lan).textContent()).toContain('Email này đã có tài khoản');
  });

  test('the last administrator stays one, and is told why', async () => {
    await row(lan, LAN).getByRole('combobox').selectOption('reviewer');
    await lan.getByText('Đây là quản trị viên cuối cùng còn dùng được.').waitFor();
    expect(await row(lan, LAN).getByRole('combobox').inputValue()).toBe('administrator');
  });

  test('who is not signed in sees no page but this; a wrong password is told; signing in leads where one wanted to go', async () => {
    const hue = await web.open('/accounts');
    await hue.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    expect(await hue.locator('input:focus').getAttribute('name')).toBe('email');
    await signIn(hue, { ...HUE, password: 'không phải thế' });
    expect(await refusal(hue).textContent()).toMatch(/không đúng.*quản trị viên/);
    expect(await hue.locator('input:focus').getAttribute('name')).toBe('password');

    await signIn(hue, { ...HUE, password: oneTime });
    await hue.getByRole('heading', { name: 'Đặt mật khẩu của bạn' }).waitFor();
    await type(hue, 'Mật khẩu cấp một lần', oneTime);
    await type(hue, 'Mật khẩu mới', HUE.password);
    await hue.keyboard.press('Enter');
    await hue.getByRole('heading', { name: 'Trang này dành cho quản trị viên' }).waitFor();
    expect(hue.url()).toBe(`${web.url}/accounts`);
    await hue.getByText('Trần Văn Huệ (Người tải lên)').waitFor();
    await hue.context().close();
  });

  test('a session that ends while somebody is at work leaves the page as it was', async () => {
    const hue = await web.open('/');
    await signIn(hue, HUE);
    await choose(hue, 'Tài khoản của bạn');
    await type(hue, 'Mật khẩu hiện tại', HUE.password);
    await type(hue, 'Mật khẩu mới', 'một câu khác hẳn');
    await hue.context().clearCookies();
    await hue.keyboard.press('Enter');
    const dialog = hue.getByRole('dialog', { name: 'Phiên đăng nhập đã hết' });
    await dialog.waitFor();
    await hue.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(true);
    await dialog.getByLabel('Email').fill(HUE.email);
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill(HUE.password);
    await hue.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await hue.getByLabel('Mật khẩu mới', { exact: true }).inputValue()).toBe('một câu khác hẳn');
    await hue.context().close();
  });

  test('who is disabled is out, and is told so; signing out leads to the sign-in page', async () => {
    const hue = await web.open('/');
    await signIn(hue, HUE);
    await menu(hue).waitFor();
    await lan.getByRole('button', { name: `Khoá tài khoản của ${HUE.name}` }).click();
    await row(lan, HUE).getByText('đã khoá').waitFor();
    await hue.reload();
    await signIn(hue, HUE);
    expect(await refusal(hue).textContent()).toContain('Tài khoản này đã bị khoá');
    await hue.context().close();

    await choose(lan, 'Đăng xuất');
    await lan.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    expect(await lan.content()).not.toContain(HUE.email);
    await lan.context().close();
  });
});

test.each([
  'light',
  'dark',
] as const)('axe finds nothing serious, %s, and nothing is wider than a phone', async (colorScheme) => {
  const page = await web.open('/accounts', { colorScheme, reducedMotion: 'reduce' });
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  expect(await serious(page)).toEqual([]);
  await signIn(page, LAN);
  await row(page, LAN).waitFor();
  expect(await serious(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.context().close();
});

test('no page complained: no exception, no console error, nothing refused by the content security policy', () => {
  expect(web.complaints).toEqual([]);
});
