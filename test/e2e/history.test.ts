import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CompareAnswer } from '../../server/history/answer.ts';
import { type County, cookieOf, openPage, startBrowser, startCounty } from './county.ts';

const part = (name: string) => `[data-part="${name}"]`;
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

const painted = (page: Page) => page.waitForSelector('[data-map-state="painted"]', { timeout: 30_000 });
async function open(path: string, login = 'leader1') {
  const opened = await openPage(browser, {}, login);
  await opened.page.goto(county.address + path);
  await painted(opened.page);
  return opened;
}
const total = async (page: Page) =>
  Number((await page.locator(part('legend')).innerText()).match(/合计 (\d+)/)?.[1] ?? Number.NaN);

describe('the campaign day by day', () => {
  test('plays to today without an unpainted map, every day counted whole', async () => {
    const { page, context, faults } = await open('/?asOf=2026-10-10&time=1');
    await page.waitForSelector(`${part('play')}:not([disabled])`);
    const unpainted = await page.evaluateHandle(() => {
      const seen: string[] = [];
      const map = document.querySelector<HTMLElement>('[data-map-state]');
      if (map)
        new MutationObserver(() => {
          if (map.dataset.mapState !== 'painted') seen.push(map.dataset.mapState ?? '');
        }).observe(map, { attributes: true });
      return seen;
    });
    const before = await total(page);
    await page.click(part('play'));
    const days = new Set<string>();
    const until = Date.now() + 30_000;
    while ((await page.getAttribute(part('time-bar'), 'data-playing')) === 'true' && Date.now() < until) {
      days.add((await page.locator(part('time-day')).innerText()).trim());
      expect(await total(page)).toBe(before);
    }
    expect(Date.now()).toBeLessThan(until);
    expect(days.size).toBeGreaterThan(5);
    expect(await unpainted.jsonValue()).toEqual([]);
    expect(page.url()).not.toContain('asOf=');
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a key stops it, and the address holds the day it stopped at', async () => {
    const { page, context } = await open('/?asOf=2026-09-01&time=1');
    await page.waitForSelector(`${part('play')}:not([disabled])`);
    await page.click(part('play'));
    await page.waitForTimeout(700);
    await page.keyboard.press('Escape');
    await page.waitForSelector(`${part('time-bar')}[data-playing="false"]`);
    const on = new URL(page.url()).searchParams.get('asOf') ?? '';
    expect(on > '2026-09-01' && on < '2026-10-30').toBe(true);
    await page.reload();
    await painted(page);
    expect(await page.inputValue(part('as-of'))).toBe(on);
    await context.close();
  });
});

describe('two days compared', () => {
  test('the list stands worst first and adds up with the legend', async () => {
    const { page, context } = await open('/');
    await page.click(part('time-open'));
    await page.click(`${part('compare')}:not([disabled])`);
    await page.waitForSelector(part('compare-list'));
    const since = new URL(page.url()).searchParams.get('since');
    const answer = await fetch(`${county.address}/api/compare?layer=venue-schedule&from=${since}`, {
      headers: { cookie: await cookieOf(county.address) },
    });
    const { changed } = (await answer.json()) as CompareAnswer;
    const moved = changed.filter(({ from, to }) => from !== to);
    const rows = page.locator(`${part('compare-list')} li`);
    await expect.poll(() => rows.count()).toBe(moved.length);
    expect(await rows.locator('strong').allInnerTexts()).toEqual(moved.map(({ name }) => name));
    const ways = await rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.way));
    const better = ways.indexOf('better');
    if (better >= 0) expect(ways.slice(better)).not.toContain('worse');
    expect(await total(page)).toBe(148);
    await context.close();
  });

  test('stand beside each other, moved together, and end at Esc', async () => {
    const { page, context } = await open('/?since=2026-09-20&split=1');
    await expect.poll(() => page.locator('[data-map-state="painted"]').count()).toBe(2);
    expect(await page.locator('.half-day').allInnerTexts()).toEqual(['2026年9月20日', '2026年10月30日']);
    await page.locator('body').press('Escape');
    await expect.poll(() => page.locator('[data-map-state]').count()).toBe(1);
    expect(page.url()).not.toContain('since=');
    await context.close();
  });
});

describe('who did what', () => {
  test('a village tells each change with before and after', async () => {
    const { page, context } = await open('/?place=990127100001');
    await page.locator(`${part('place-history')} summary`).click();
    await expect.poll(() => page.locator(`${part('place-history')} li`).count()).toBeGreaterThan(2);
    expect(await page.locator(`${part('place-history')} li ins`).count()).toBeGreaterThan(1);
    await context.close();
  });

  test('the office reads the log and finds sign-ins; a leader does not come to it', async () => {
    const { page, context } = await openPage(browser, {}, 'office');
    await page.goto(`${county.address}/audit`);
    await page.waitForSelector(`${part('audit-rows')} tbody tr`);
    await page.getByLabel('类别').selectOption({ index: 1 });
    await expect.poll(() => page.locator(`${part('audit-rows')} tbody tr`).count()).toBeGreaterThan(0);
    await context.close();
    const leader = await openPage(browser, {}, 'leader2');
    await leader.page.goto(`${county.address}/audit`);
    await painted(leader.page);
    expect(await leader.page.locator(part('audit-rows')).count()).toBe(0);
    await leader.context.close();
  });
});
