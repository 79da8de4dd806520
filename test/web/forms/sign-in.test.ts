import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, refusal, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const signedIn = { viewer: null, setUp: false, sample: false, secure: true, people: null, policy: null };
const whom = { login: 'a', name: '甲', roleTitle: { zh: '乡镇', en: 'Town' } };

describe('signing in', () => {
  test('sends account and password; a refusal is said and may be tried again', async () => {
    let tried = 0;
    const shown = await stage.show('sign-in', () =>
      tried++ === 0 ? refusal('sign-in-wrong', 401, '账号或口令不对。') : { body: signedIn },
    );
    await shown.page.getByLabel('账号').fill(' a ');
    await shown.page.getByLabel('口令', { exact: true }).fill('first');
    await shown.page.getByLabel('口令', { exact: true }).press('Enter');
    await shown.page.locator('[data-part="sign-in-fault"]', { hasText: '账号或口令不对。' }).waitFor();
    await shown.page.getByLabel('口令', { exact: true }).fill('second');
    await shown.page.getByRole('button', { name: '登录' }).click();
    await expect
      .poll(() => shown.sent.map(({ body }) => body))
      .toEqual([
        { login: 'a', password: 'first' },
        { login: 'a', password: 'second' },
      ]);
  });
});

/** The three pages on which a password is set: what they are given, the fields besides, and what leaves the page. */
const pages: { piece: string; label: string; fields: Record<string, string>; path: string; body: object }[] = [
  {
    ...{ piece: 'set-up', label: '口令', fields: { '账号（字母、数字、点和横线）': 'a', 姓名: '甲', 职务: '乙' } },
    ...{ path: '/api/set-up', body: { token: 'once', login: 'a', name: '甲', post: '乙', password: 'New-pass1' } },
  },
  {
    ...{ piece: 'use-link', label: '口令', fields: {} },
    ...{ path: '/api/session/link/use', body: { token: 'once', password: 'New-pass1' } },
  },
  {
    ...{ piece: 'change-password', label: '新口令', fields: { 当前口令: 'Old-pass1' } },
    ...{ path: '/api/session/password', body: { current: 'Old-pass1', next: 'New-pass1' } },
  },
];

describe.each(pages)('a password set: $piece', ({ piece, label, fields, path, body }) => {
  const open = async (answer = refusal('password-common', 400, '这个口令太常见。')) => {
    const shown = await stage.show(piece, (asked) => (asked.path === '/api/session/link' ? { body: whom } : answer), {
      hash: '#once',
    });
    const fresh = shown.page.getByLabel(label, { exact: true });
    const repeat = shown.page.getByLabel('再输一次新口令');
    for (const [name, text] of Object.entries(fields)) await shown.page.getByLabel(name, { exact: true }).fill(text);
    const written = () => shown.sent.filter((one) => one.path !== '/api/session/link');
    return { ...shown, fresh, repeat, written };
  };
  test('two that differ are not sent: it is said at the second, which takes the keyboard', async () => {
    const { page, fresh, repeat, written } = await open();
    await fresh.fill('New-pass1');
    await repeat.fill('New-pass2');
    await repeat.press('Enter');
    await page.locator('[data-part="form-fault"]', { hasText: '两次输入的新口令不一致。' }).waitFor();
    await expect.poll(() => repeat.evaluate((field) => document.activeElement === field)).toBe(true);
    expect(written()).toEqual([]);
  });
  test('is sent once; a refusal is said', async () => {
    const { page, fresh, repeat, written } = await open();
    await fresh.fill('New-pass1');
    await repeat.fill('New-pass1');
    await page.locator('button[type="submit"]').dblclick();
    await page.getByRole('alert').filter({ hasText: '这个口令太常见。' }).waitFor();
    expect(written()).toEqual([{ method: 'POST', path, body }]);
  });
});

test('a set-up link without its token says so and sends nothing', async () => {
  const shown = await stage.show('set-up', () => ({ body: {} }));
  expect(await shown.page.getByRole('alert').innerText()).toContain('链接不完整');
  expect(await shown.page.getByRole('button', { name: '建立并登录' }).isDisabled()).toBe(true);
});

test('a link that is over says so and sets no password', async () => {
  const shown = await stage.show('use-link', () => refusal('link-over', 403, '链接已用过。'), { hash: '#once' });
  await shown.page.getByRole('alert').filter({ hasText: '链接已用过。' }).waitFor();
  expect(await shown.page.locator('input').count()).toBe(0);
});
