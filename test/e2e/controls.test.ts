import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type County, openPage, startBrowser, startCounty } from './county.ts';
import { count, part, texts } from './looking.ts';

let county: County;
let browser: Browser;
beforeAll(async () => {
  county = await startCounty();
  browser = await startBrowser(false);
});
afterAll(async () => {
  await browser?.close();
  await county?.stop();
});

/** What has the focus: its text, or the name it is given for those who hear it. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

describe('tabs', () => {
  test('of the administration are one stop of the Tab key, gone through by arrows, chosen by pointer, kept in the address', async () => {
    const { page, context, faults } = await openPage(browser, {}, 'office');
    await page.goto(`${county.address}/admin?webgl=off#screens`);
    const chosen = '[role="tab"][aria-selected="true"]';
    await texts(page, chosen).toEqual(['会议屏']);
    await page.locator(chosen).focus();
    await page.keyboard.press('ArrowRight');
    await texts(page, chosen).toEqual(['标准与日期']);
    expect(await focused(page)).toBe('标准与日期');
    expect(new URL(page.url()).hash).toBe('#editions');
    await page.keyboard.press('Home');
    const [first] = await page.locator('[role="tab"]').allInnerTexts();
    await texts(page, chosen).toEqual([first]);
    // On with the Tab key into what is shown, not from tab to tab.
    await page
      .locator(`${part('accounts')} tbody tr`)
      .first()
      .waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role="tabpanel"]') !== null)).toBe(true);
    await page.getByRole('tab', { name: '会议屏' }).click();
    await page.getByLabel('显示的视图').waitFor();
    await count(page, '[role="tabpanel"]').toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the account menu and the saved views', () => {
  test('come when first opened; arrows go through the menu, Esc closes it, gives the focus back and leaves the map as it is', async () => {
    const { page, context, faults } = await openPage(browser, {}, 'office');
    const came: string[] = [];
    page.on('response', (answer) => came.push(new URL(answer.url()).pathname));
    await page.goto(`${county.address}/?webgl=off&layer=venue-stage`);
    const button = page.locator(`${part('user-menu')} > button`);
    await button.waitFor();
    expect(came.filter((path) => /AccountMenu|FloatingCard|Popover/.test(path))).toEqual([]);
    await button.focus();
    await page.keyboard.press('Enter');
    const items = page.locator('.user-card').getByRole('menuitem');
    await items.first().waitFor();
    const names = await items.allInnerTexts();
    expect(names.length).toBeGreaterThan(6);
    await expect.poll(() => focused(page)).toBe(names[0]);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(names[1]);
    await page.keyboard.press('End');
    expect(await focused(page)).toBe(names.at(-1));
    // A key of the map is none while the menu has it.
    const before = page.url();
    await page.keyboard.press('2');
    await page.keyboard.press('Escape');
    await count(page, '.user-card').toBe(0);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-part]')?.getAttribute('data-part')))
      .toBe('user-menu');
    expect(page.url()).toBe(before);
    expect(await button.getAttribute('aria-expanded')).toBe('false');

    // By pointer: a press elsewhere closes it and does nothing else.
    await button.click();
    await items.first().waitFor();
    await page.mouse.click(700, 700);
    await count(page, '.user-card').toBe(0);
    expect(page.url()).toBe(before);
    await button.click();
    await page.getByRole('menuitem', { name: '考核排名' }).click();
    await page.waitForURL(/\/ranking/);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('the card of saved views keeps the Tab key within, and the keys typed in it from the map', async () => {
    const { page, context, faults } = await openPage(browser, {}, 'office');
    await page.goto(`${county.address}/?webgl=off&layer=venue-stage`);
    const before = page.url();
    await page.locator(`${part('saved-views')} button`).press('Enter');
    const card = page.getByRole('dialog', { name: '常用视图' });
    await card.getByLabel('名称').fill('1f/');
    for (let presses = 0; presses < 8; presses += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true);
    await page.keyboard.press('3');
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(page.url()).toBe(before);
    expect(faults).toEqual([]);
    await context.close();
  });
});
