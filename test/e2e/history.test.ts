import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CompareAnswer } from '../../server/history/answer.ts';
import { askAs, type County, openPage, startBrowser, startCounty } from './county.ts';
import { count, painted, part, texts } from './looking.ts';

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

async function open(path: string, login = 'leader1') {
  const opened = await openPage(browser, {}, login);
  await opened.page.goto(county.address + path);
  await painted(opened.page);
  return opened;
}
const total = async (page: Page) =>
  Number((await page.locator(part('legend')).innerText()).match(/合计 ?(\d+)/)?.[1] ?? Number.NaN);

describe('the campaign day by day', () => {
  test('plays to today without an unpainted map, every day counted whole', async () => {
    const { page, context, faults } = await open('/?asOf=2026-10-10&time=1');
    await page.waitForSelector(`${part('play')}:not([disabled])`);
    await expect.poll(() => total(page)).toBe(148);
    const seen = await page.evaluateHandle(() => {
      const states: string[] = [];
      const days: string[] = [];
      const totals: string[] = [];
      const look = () => {
        states.push(document.querySelector<HTMLElement>('[data-map-state]')?.dataset.mapState ?? 'none');
        days.push(document.querySelector('[data-part="time-day"]')?.textContent ?? 'none');
        totals.push(
          /合计 ?(\d+)/.exec(document.querySelector('[data-part="legend"]')?.textContent ?? '')?.[1] ?? 'none',
        );
      };
      new MutationObserver(look).observe(document.body, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      });
      return { states, days, totals };
    });
    await page.click(part('play'));
    await page.waitForSelector(`${part('time-bar')}[data-playing="false"]`);
    await expect.poll(() => page.url()).not.toContain('asOf=');
    const { states, days, totals } = await seen.jsonValue();
    expect([...new Set(states)]).toEqual(['painted']);
    expect([...new Set(totals)]).toEqual(['148']);
    expect([...new Set(days)].length).toBeGreaterThan(20);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a key stops it, and the address holds the day it stopped at', async () => {
    const { page, context } = await open('/?asOf=2026-09-01&time=1');
    await page.waitForSelector(`${part('play')}:not([disabled])`);
    await page.click(part('play'));
    await expect.poll(() => page.locator(part('time-day')).innerText()).not.toContain('2026年9月1日');
    await page.keyboard.press('Escape');
    await page.waitForSelector(`${part('time-bar')}[data-playing="false"]`);
    await page.waitForURL(/asOf=/);
    const on = new URL(page.url()).searchParams.get('asOf') ?? '';
    expect(on > '2026-09-01' && on <= '2026-10-30').toBe(true);
    await page.reload();
    await painted(page);
    await expect.poll(() => page.inputValue(part('as-of'))).toBe(on);
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
    const { changed } = await askAs<CompareAnswer>(county.address, `/api/compare?layer=venue-schedule&from=${since}`);
    const moved = changed.filter(({ from, to }) => from !== to);
    const rows = page.locator(`${part('compare-list')} li`);
    await texts(page, `${part('compare-list')} li strong`).toEqual(moved.map(({ name }) => name));
    const ways = await rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.way));
    const better = ways.indexOf('better');
    if (better >= 0) expect(ways.slice(better)).not.toContain('worse');
    await expect.poll(() => total(page)).toBe(148);
    await context.close();
  });

  test('stand beside each other, moved together, and end at Esc', async () => {
    const { page, context } = await open('/?since=2026-09-20&split=1');
    await count(page, '[data-map-state="painted"]').toBe(2);
    await texts(page, '.half-day').toEqual(['2026年9月20日', '2026年10月30日']);
    const [rail, ...halves] = await Promise.all(
      [page.locator('.rail'), ...(await page.locator('.half').all())].map((part) => part.boundingBox()),
    );
    // Both maps have the same room, and the rail lies over neither.
    expect(Math.abs((halves[0]?.width ?? 0) - (halves[1]?.width ?? 0))).toBeLessThan(2);
    expect(halves[0]?.x).toBeGreaterThan((rail?.x ?? 0) + (rail?.width ?? 0));
    await page.locator('body').press('Escape');
    await count(page, '[data-map-state]').toBe(1);
    await expect.poll(() => page.url()).not.toContain('since=');
    await context.close();
  });
});

describe('who did what', () => {
  test('a village tells each change with before and after', async () => {
    const { page, context } = await open('/?place=990127100001');
    await page.locator(`${part('place-history')} summary`).click();
    await count(page, `${part('place-history')} li`).toBeGreaterThan(2);
    await count(page, `${part('place-history')} li ins`).toBeGreaterThan(1);
    await context.close();
  });

  test('the audit administrator reads the log and finds sign-ins; a leader does not come to it', async () => {
    const { page, context } = await openPage(browser, {}, 'auditor');
    await page.goto(`${county.address}/audit`);
    await page.waitForSelector(`${part('audit-rows')} tbody tr`);
    await page.getByLabel('类别').selectOption('sign-in');
    const others = async () => {
      const said = await page.locator(`${part('audit-rows')} td:nth-child(3)`).allInnerTexts();
      return said.length === 0 ? ['none'] : said.filter((one) => !/^(登录|退出|修改口令)/.test(one));
    };
    await expect.poll(others).toEqual([]);
    await context.close();
    const leader = await openPage(browser, {}, 'leader2');
    await leader.page.goto(`${county.address}/audit`);
    await painted(leader.page);
    expect(new URL(leader.page.url()).pathname).toBe('/');
    expect(await leader.page.locator(part('audit-rows')).count()).toBe(0);
    await leader.context.close();
  });
});
