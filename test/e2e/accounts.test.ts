import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type County, openPage, startBrowser, startCounty } from './county.ts';
import { count, painted, part } from './looking.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser(false);
});
afterAll(() => browser?.close());

describe('the sample county', () => {
  let county: County;
  beforeAll(async () => {
    county = await startCounty();
  });
  afterAll(() => county?.stop());

  /** Opens the page with nobody signed in. */
  async function open(path = '/') {
    const opened = await openPage(browser, {}, null);
    await opened.page.goto(county.address + path);
    return opened;
  }

  test('a link opens at its view after one click on an invented person', async () => {
    const { page, context, faults } = await open('/?layer=inspection-coverage&lang=en');
    await page.waitForSelector(part('sample-people'));
    await page.click(`${part('sample-people')} li:first-child button`);
    await painted(page);
    await expect.poll(() => page.url()).toContain('layer=inspection-coverage');
    expect(faults.filter((fault) => !fault.includes('401'))).toEqual([]);
    await context.close();
  });

  test('a wrong password says so and keeps the account typed', async () => {
    const { page, context } = await open();
    await page.fill('input[name="username"]', 'nobody');
    await page.fill('input[name="password"]', 'Wrong-pass-1');
    await page.press('input[name="password"]', 'Enter');
    expect((await page.locator(part('sign-in-fault')).innerText()).length).toBeGreaterThan(8);
    expect(await page.inputValue('input[name="username"]')).toBe('nobody');
    await context.close();
  });

  test('a town sees its own villages and not the administration; signing out closes the page', async () => {
    const { page, context } = await open();
    await page
      .locator(`${part('sample-people')} button`, { hasText: '镇党委' })
      .first()
      .click();
    await painted(page);
    await page.click(`${part('user-menu')} > button`);
    await page.locator(part('sign-out')).waitFor();
    const words = await page.locator(part('user-menu')).innerText();
    expect(words).not.toContain('系统管理');
    await page.click(part('sign-out'));
    await page.waitForSelector(part('sign-in'));
    expect((await page.request.get(`${county.address}/api/areas`)).status()).toBe(401);
    await context.close();
  });

  test('the office makes an account, whose first password must be changed', async () => {
    const { page, context } = await open();
    await page
      .locator(`${part('sample-people')} button`, { hasText: '县委组织部' })
      .first()
      .click();
    await painted(page);
    await page.click(`${part('user-menu')} > button`);
    await page.locator(`${part('user-menu')} button`, { hasText: '系统管理' }).click();
    await page.waitForSelector(`${part('accounts')} tbody tr`);
    const before = await page.locator(`${part('accounts')} tbody tr`).count();
    await page.getByRole('button', { name: '新建账号' }).click();
    const form = page.locator(part('account-form'));
    await form.getByLabel('姓名').fill('测试员');
    await form.getByLabel('职务').fill('干事');
    await form.getByLabel('账号', { exact: true }).fill('tester');
    await form.getByLabel('角色').selectOption('leader');
    await form.getByRole('button', { name: '保存' }).click();
    const password = await page.locator(`${part('told-once')} output`).innerText();
    await count(page, `${part('accounts')} tbody tr`).toBe(before + 1);
    await page.click(`${part('user-menu')} > button`);
    await page.click(part('sign-out'));
    await page.fill('input[name="username"]', 'tester');
    await page.fill('input[name="password"]', password);
    await page.press('input[name="password"]', 'Enter');
    await page.waitForSelector(part('change-password'));
    await count(page, 'input[type="password"]').toBe(3);
    const [current, next, again] = await page.locator('input[type="password"]').all();
    await current?.fill(password);
    await next?.fill('Yunxiu-2026!');
    await again?.fill('Yunxiu-2026!');
    await again?.press('Enter');
    await page.waitForSelector(part('screen'));
    await context.close();
  });

  test('a meeting screen opens by its link, looks, and is shut when revoked', async () => {
    const { page, context } = await open();
    await page
      .locator(`${part('sample-people')} button`, { hasText: '县委组织部' })
      .first()
      .click();
    await painted(page);
    await page.goto(`${county.address}/admin#screens`);
    await page.getByLabel('名称').fill('三楼会议室');
    await page.getByLabel('显示的视图').fill(`${county.address}/?layer=inspection-coverage&theme=dark`);
    await page.getByRole('button', { name: '新建会议屏' }).click();
    const link = await page.locator(`${part('told-once')} output`).innerText();
    const room = await openPage(browser, {}, null);
    await room.page.goto(link);
    await painted(room.page);
    expect(room.page.url()).toContain('layer=inspection-coverage');
    expect((await room.page.request.get(`${county.address}/api/accounts`)).status()).toBe(403);
    await page.getByRole('button', { name: '作废' }).click();
    await expect.poll(async () => (await room.page.request.get(`${county.address}/api/areas`)).status()).toBe(401);
    await room.context.close();
    await context.close();
  });
});
