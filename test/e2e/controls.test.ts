import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type County, openPage, startBrowser, startCounty } from './county.ts';
import { count, texts } from './looking.ts';

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
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role="tabpanel"]') !== null)).toBe(true);
    await page.getByRole('tab', { name: '会议屏' }).click();
    await page.getByLabel('显示的视图').waitFor();
    await count(page, '[role="tabpanel"]').toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });
});
