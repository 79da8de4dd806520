import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreasAnswer } from '../../server/area/answer.ts';
import type { SummaryAnswer } from '../../server/list/answer.ts';
import { type County, cookieOf, openPage, startBrowser, startCounty } from './county.ts';
import { painted, part, settled } from './looking.ts';

let county: County;
let browser: Browser;
let areas: AreasAnswer;
let cookie: string;
beforeAll(async () => {
  county = await startCounty();
  browser = await startBrowser(true);
  cookie = await cookieOf(county.address);
  areas = (await (await fetch(`${county.address}/api/areas`, { headers: { cookie } })).json()) as AreasAnswer;
});
afterAll(async () => {
  await browser?.close();
  await county?.stop();
});

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const views = [
  { view: 'the county', path: '/' },
  { view: 'a town', path: () => `/?place=${areas.towns[0]?.code}` },
  { view: 'a village', path: () => `/?place=${areas.villages[3]?.code}` },
  { view: 'in English', path: '/?lang=en' },
  { view: 'on the wall', path: '/?theme=dark' },
];
const pathOf = (path: string | (() => string)) => (typeof path === 'string' ? path : path());

async function open(path: string, options = {}) {
  const opened = await openPage(browser, options);
  await opened.page.goto(county.address + path);
  await settled(opened.page);
  return opened;
}

describe('nobody is left out', () => {
  test.each(views)('axe finds no serious fault: $view', async ({ path }) => {
    const { page, context } = await open(pathOf(path));
    const found = await new AxeBuilder({ page }).analyze();
    const serious = found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map((node) => node.html)
            .slice(0, 3)
            .join(' | ')}`,
      );
    expect(serious).toEqual([]);
    await context.close();
  });
});

describe('a village gone into is outlined', () => {
  test.each([
    { where: 'on the map', query: '', options: {} },
    { where: 'without WebGL', query: '&webgl=off', options: {} },
    { where: 'on a phone', query: '', options: phone },
  ])('$where', async ({ query, options }) => {
    const village = areas.villages[3];
    const { page, context } = await open(`/?place=${village?.code}${query}`, options);
    await expect
      .poll(() => page.locator('[data-map-state]').getAttribute('data-map-selected'))
      .toBe(String(village?.fid));
    await context.close();
  });
});

test('a day before the county’s first places counts nothing and ranks nobody', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(`${county.address}/?webgl=off&asOf=2000-01-01`);
  await page.waitForSelector('.no-map');
  expect(await page.locator(`${part('legend')}, ${part('ranking')}`).count()).toBe(0);
  await context.close();
});

test('beside another day the legend names the day it counts', async () => {
  const { page, context } = await open('/?webgl=off&since=2026-10-23&split=1');
  await expect.poll(() => page.locator(part('legend-scope')).textContent()).toBe('全县 · 2026年10月30日');
  await context.close();
});

describe('what a screen shows of a list or a strip stands whole', () => {
  const sizes = [
    { size: '1366×768', options: { viewport: { width: 1366, height: 768 } } },
    { size: '1920×1080', options: {} },
    { size: '3840×2160', options: { viewport: { width: 3840, height: 2160 } } },
  ];
  test.each(sizes.flatMap((one) => ['zh', 'en'].map((lang) => ({ ...one, lang }))))('$size in $lang', async (one) => {
    const { page, context } = await open(`/?lang=${one.lang}&webgl=off&place=${areas.towns[3]?.code}`, one.options);
    const over = (selector: string, way: 'Width' | 'Height') =>
      page.locator(selector).evaluate((box, of) => box[`scroll${of}`] - box[`client${of}`], way);
    await expect.poll(() => over('.kpis', 'Width')).toBeLessThanOrEqual(0);
    await expect.poll(() => over(part('legend'), 'Height')).toBeLessThanOrEqual(0);
    const cutRows = () =>
      page.locator('.ranking ol').evaluate((list) => {
        const { bottom } = list.getBoundingClientRect();
        return [...list.children].filter((row) => {
          const box = row.getBoundingClientRect();
          return box.top < bottom - 1 && box.bottom > bottom + 1;
        }).length;
      });
    await expect.poll(cutRows).toBe(0);
    await context.close();
  });
  test.each(['zh', 'en'])('the milestones of a village in %s', async (lang) => {
    const { page, context } = await open(`/?lang=${lang}&webgl=off&place=${areas.villages[3]?.code}`);
    const over = await page.locator('.schedule').evaluate((table) => {
      const panel = table.closest('[data-part="dossier"]')?.getBoundingClientRect().right ?? 0;
      return Math.max(
        ...[...table.querySelectorAll('td, th')].map((cell) => cell.getBoundingClientRect().right - panel),
      );
    });
    expect(over).toBeLessThanOrEqual(0);
    await context.close();
  });
});

describe('the page fits', () => {
  test.each([
    { size: 'a phone', options: phone },
    { size: '1280×720', options: { viewport: { width: 1280, height: 720 } } },
    { size: '1920×1080', options: {} },
    { size: '3840×2160', options: { viewport: { width: 3840, height: 2160 } } },
  ])('nothing scrolls sideways on $size', async ({ options }) => {
    for (const path of ['/', `/?place=${areas.villages[3]?.code}`]) {
      const { page, context } = await open(path, options);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBeLessThanOrEqual(0);
      await context.close();
    }
  });

  test('English has no Chinese words of the interface', async () => {
    const { page, context } = await open('/?lang=en');
    const names = new Set(
      [areas.county, ...areas.towns, ...areas.villages].flatMap((one) =>
        one ? [one.name, one.officialName ?? ''] : [],
      ),
    );
    names.add(await page.locator('[data-part="user-menu"] .who').innerText());
    const summary: SummaryAnswer = await page.evaluate(async () => (await fetch('/api/summary')).json());
    for (const { zh } of [
      summary.campaign?.title,
      ...(summary.campaign?.nodes ?? []).map(({ title }) => title),
    ].flatMap((title) => title ?? []))
      names.add(zh);
    const words = await page.evaluate(() =>
      document.body.innerText
        .split(/[\n\t]/)
        .map((line) => line.trim())
        .filter((line) => /\p{Script=Han}/u.test(line)),
    );
    const foreign = words.filter(
      (line) => ![...names].some((name) => name !== '' && line.includes(name)) && line !== '中文',
    );
    expect(foreign).toEqual([]);
    await context.close();
  });

  test('when the server is gone the screen says so and keeps the map', async () => {
    const own = await startCounty();
    const { page, context } = await openPage(browser);
    await page.goto(own.address);
    await painted(page);
    await own.stop();
    await page.keyboard.press('3');
    await page.locator(part('server-gone')).waitFor();
    expect(await page.locator('[data-map-state]').isVisible()).toBe(true);
    await context.close();
  });
});
