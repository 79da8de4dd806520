import type { Browser, Locator, Page } from 'playwright-core';
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

/** The window's point in the middle of an element. */
async function middle(of: Locator): Promise<{ x: number; y: number }> {
  await of.scrollIntoViewIfNeeded();
  const box = await of.boundingBox();
  if (!box) throw new Error('nothing there to touch');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** One finger put down on an element, drawn to another and lifted, as the browser's own protocol tells it. */
async function drawFinger(page: Page, from: Locator, to: Locator): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  const [a, b] = [await middle(from), await middle(to)];
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    protocol.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', [a]);
  for (const part of [0.25, 0.5, 0.75, 1])
    await send('touchMove', [{ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }]);
  await send('touchEnd', []);
}

describe('dragging', () => {
  test.each([
    { lang: 'zh', says: '按 Enter 开始拖动。', first: /^放到第1项/, second: /^放到第2项/ },
    { lang: 'en', says: 'Press Enter to start dragging.', first: /^Make it item 1 /, second: /^Make it item 2 / },
  ])(
    'an agenda item goes by keyboard, mouse and finger, and is told how in the page’s language: $lang',
    async ({ lang, says, first, second }) => {
      const { page, context, faults } = await openPage(browser, { hasTouch: true, locale: 'fr-FR' }, 'office');
      await page.goto(`${county.address}/meetings?webgl=off&lang=${lang}`);
      await page.locator(part('new-weekly')).click();
      const rows = page.locator(`${part('agenda')} [data-item]`);
      await rows.first().waitFor();
      const titles = () =>
        rows
          .locator('[data-field="title"]')
          .evaluateAll((fields) => fields.slice(0, 3).map((field) => (field as HTMLInputElement).value));
      const handle = (at: number) => rows.nth(at).locator('[data-field="handle"]');
      const [a, b, c] = await titles();

      // Taken up with Enter, on to the second place with Tab, put down with Enter; its handle keeps the focus.
      await handle(0).focus();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      const told = () =>
        handle(0).evaluate((one) => document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent);
      await expect.poll(told).toBe(says);
      await page.keyboard.press('Enter');
      // The handle names its own place too: wait until the places to drop at have the focus.
      await expect.poll(() => focused(page)).toMatch(first);
      await page.keyboard.press('Tab');
      await expect.poll(() => focused(page)).toMatch(second);
      await page.keyboard.press('Enter');
      await expect.poll(titles).toEqual([b, a, c]);
      await expect.poll(() => focused(page)).toContain(a);
      // Esc puts it back.
      await page.keyboard.press('Enter');
      await expect.poll(() => focused(page)).toMatch(second);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      await expect.poll(() => focused(page)).toContain(a);
      expect(await titles()).toEqual([b, a, c]);

      await handle(1).dragTo(handle(0));
      await expect.poll(titles).toEqual([a, b, c]);
      await drawFinger(page, handle(0), handle(2));
      await expect.poll(titles).toEqual([b, c, a]);
      // A finger that only taps the handle, or is drawn past the list, moves nothing.
      await handle(0).tap();
      await drawFinger(page, handle(0), page.locator('h1'));
      expect(await titles()).toEqual([b, c, a]);
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  test('a stop goes to another team, and a village left out into a route, by keyboard, mouse and finger', async () => {
    const { page, context, faults } = await openPage(browser, { hasTouch: true }, 'office');
    await page.goto(`${county.address}/routes?webgl=off`);
    await page.getByRole('button', { name: '自动排线' }).click();
    await page.getByRole('button', { name: '在我的调整上优化' }).waitFor();
    const cards = page.locator(part('route'));
    const names = (at: number) => cards.nth(at).locator('li strong').allTextContents();
    const handle = (at: number, stop: number) => cards.nth(at).locator('li [data-drag]').nth(stop);
    const [first, second] = [await names(0), await names(1)];
    const team = (await cards.nth(1).getAttribute('aria-label')) ?? '';
    const [moved] = first;

    await handle(0, 0).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toMatch(/^放到.*第1站/);
    // Past the other places of its own route to the second stop of the next team.
    const wanted = `放到${team}第2站`;
    for (let presses = 0; presses < 40 && (await focused(page)) !== wanted; presses += 1)
      await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(wanted);
    await page.keyboard.press('Enter');
    await expect.poll(() => names(0)).toEqual(first.slice(1));
    await expect.poll(() => names(1)).toEqual(second.toSpliced(1, 0, moved ?? ''));
    await expect.poll(() => focused(page)).toContain(`拖动${moved}（${team}第2站）`);

    // Both places in sight: the browser begins no drag of what scrolls away under a pressed button.
    await cards
      .nth(1)
      .locator('header')
      .evaluate((head) => head.scrollIntoView({ block: 'center' }));
    await handle(1, 1).dragTo(handle(0, first.length - 2));
    const now = first.slice(1).toSpliced(-1, 0, moved ?? '');
    await expect.poll(() => names(0)).toEqual(now);
    await expect.poll(() => names(1)).toEqual(second);
    await handle(0, 0).evaluate((one) => one.scrollIntoView({ block: 'center' }));
    await drawFinger(page, handle(0, 0), handle(0, 1));
    await expect.poll(() => names(0)).toEqual([now[1], now[0], ...now.slice(2)]);

    // A village left out, dropped on the head of a route, is its last stop.
    const left = page.locator(`${part('left-out')} li`).first();
    const name = (await left.locator('strong').textContent()) ?? '';
    await left.locator('[data-drag]').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toMatch(/^放到/);
    const end = `放到${team}第${second.length + 1}站`;
    for (let presses = 0; presses < 40 && (await focused(page)) !== end; presses += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => names(1)).toEqual([...second, name]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
