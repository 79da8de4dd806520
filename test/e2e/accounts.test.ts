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
    const words = await page.locator('.user-card').innerText();
    expect(words).not.toContain('系统管理');
    await page.click(part('sign-out'));
    await page.waitForSelector(part('sign-in'));
    expect((await page.request.get(`${county.address}/api/areas`)).status()).toBe(401);
    await context.close();
  });

  test('the office makes an account, whose person comes in by a one-time link, and only once', async () => {
    const { page, context } = await open();
    await page
      .locator(`${part('sample-people')} button`, { hasText: '县委组织部' })
      .first()
      .click();
    await painted(page);
    await page.click(`${part('user-menu')} > button`);
    await page.getByRole('menuitem', { name: '系统管理' }).click();
    await page.waitForSelector(`${part('accounts')} tbody tr`);
    const before = await page.locator(`${part('accounts')} tbody tr`).count();
    await page.getByRole('button', { name: '新建账号' }).click();
    const form = page.locator(part('account-form'));
    await form.getByLabel('姓名').fill('测试员');
    await form.getByLabel('职务').fill('干事');
    await form.getByLabel('账号', { exact: true }).fill('tester');
    await form.getByLabel('角色').selectOption('leader');
    await form.getByRole('button', { name: '保存' }).click();
    const link = await page.locator(`${part('shown-once')} output`).innerText();
    await count(page, `${part('accounts')} tbody tr`).toBe(before + 1);
    await page.click(`${part('user-menu')} > button`);
    await page.click(part('sign-out'));
    await page.waitForSelector(part('sign-in'));
    await page.goto(link);
    await page.locator(part('use-link')).getByText('县级领导 · 测试员（账号 tester）').waitFor();
    await count(page, 'input[type="password"]').toBe(2);
    const [next, again] = await page.locator('input[type="password"]').all();
    await next?.fill('Yunxiu-2026!');
    await again?.fill('Yunxiu-2026!');
    await again?.press('Enter');
    await page.waitForSelector(part('screen'));
    await context.close();
    const late = await openPage(browser, {}, null);
    await late.page.goto(link);
    await late.page.locator(`${part('use-link')} .fault`).waitFor();
    await count(late.page, 'input[type="password"]').toBe(0);
    await late.context.close();
  });

  test('what an administrator proposes waits for the office, which hands out the link', async () => {
    const proposing = await openPage(browser, {}, 'admin');
    await proposing.page.goto(county.address);
    await proposing.page.getByRole('button', { name: '新建账号' }).click();
    const form = proposing.page.locator(part('account-form'));
    await form.getByLabel('姓名').fill('新领导');
    await form.getByLabel('职务').fill('副书记');
    await form.getByLabel('账号', { exact: true }).fill('proposed');
    await form.getByRole('button', { name: '保存' }).click();
    await proposing.page.getByText('已提交，待县委组织部同意。').waitFor();
    await count(proposing.page, part('shown-once')).toBe(0);
    await count(proposing.page, `${part('pending-accounts')} button`).toBe(0);
    await proposing.page.goto(`${county.address}/sessions`);
    await proposing.page.getByRole('button', { name: '返回系统管理' }).click();
    await proposing.page.waitForSelector(part('accounts'));
    await proposing.context.close();
    const { page, context } = await openPage(browser, {}, 'office');
    await page.goto(`${county.address}/admin#accounts`);
    await page.locator(part('pending-accounts')).getByRole('button', { name: '同意', exact: true }).click();
    await page.locator(`${part('shown-once')} output`).waitFor();
    await count(page, part('pending-accounts')).toBe(0);
    await context.close();
  });

  test('a leader sees his own sign-ins and ends another one', async () => {
    const desk = await openPage(browser, {}, 'leader2');
    await desk.page.goto(county.address);
    const phone = await openPage(browser, {}, 'leader2');
    await phone.page.goto(county.address);
    await desk.page.goto(`${county.address}/sessions`);
    const rows = desk.page.locator(`${part('sessions')} tbody tr`);
    await expect.poll(() => rows.count()).toBeGreaterThan(1);
    await count(desk.page, `${part('sessions')} .tag`).toBe(1);
    await desk.page.getByRole('button', { name: '结束其他登录' }).click();
    await expect.poll(() => rows.count()).toBe(1);
    expect((await phone.page.request.get(`${county.address}/api/areas`)).status()).toBe(401);
    await desk.context.close();
    await phone.context.close();
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
    const link = await page.locator(`${part('shown-once')} output`).innerText();
    const room = await openPage(browser, {}, null);
    await room.page.goto(link);
    await painted(room.page);
    expect(room.page.url()).toContain('layer=inspection-coverage');
    expect((await room.page.request.get(`${county.address}/api/accounts`)).status()).toBe(403);
    await page.getByRole('button', { name: '作废' }).click();
    await expect.poll(async () => (await room.page.request.get(`${county.address}/api/areas`)).status()).toBe(401);
    await room.context.close();
    await context.close();
    for (const address of [link, `${county.address}/screen/wrong`, `${county.address}/screen/%`]) {
      const shut = await openPage(browser, {}, null);
      const answer = await shut.page.goto(address);
      expect(answer?.status()).toBe(404);
      const said = await shut.page.locator(part('screen-gone')).innerText();
      expect(said).toContain('会议屏链接不可用');
      expect(said).toContain('This meeting screen link does not work');
      const program = await shut.page.request.get(address, { headers: { accept: 'application/json' } });
      expect(program.status()).toBe(404);
      expect(program.headers()['content-type']).toContain('json');
      await shut.context.close();
    }
  });
});
