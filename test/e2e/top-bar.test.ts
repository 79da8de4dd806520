import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type County, openPage, startBrowser, startCounty } from './county.ts';
import { part } from './looking.ts';

let county: County;
let browser: Browser;
beforeAll(async () => {
  [county, browser] = await Promise.all([startCounty(), startBrowser(false)]);
});
afterAll(async () => {
  await browser?.close();
  await county?.stop();
});

describe('the top bar of a small or enlarged screen', () => {
  test.each([
    [1280, 720],
    [1093, 614],
    [1000, 700],
    [960, 540],
    [911, 512],
  ])('%i × %i: nothing covers anything else, what day the figures are of is whole', async (width, height) => {
    for (const [login, lang] of [
      ['office', 'zh'],
      ['finance', 'zh'],
      ['finance', 'en'],
    ] as const) {
      const { page, context } = await openPage(browser, { viewport: { width, height } }, login);
      await page.goto(`${county.address}/?webgl=off${lang === 'en' ? '&lang=en' : ''}`);
      await page.waitForSelector(part('data-at'));
      await page.evaluate(() => {
        const title = document.querySelector('.top h1')?.firstChild;
        if (title) title.textContent = '双江拉祜族佤族布朗族傣族自治县 ';
      });
      expect(await page.evaluate(coveredInTop), `${login} ${lang}`).toEqual([]);
      await context.close();
    }
  });
});

/** Pairs of parts of the top bar that lie over each other, and parts that are cut. Runs in the page. */
function coveredInTop(): string[] {
  const top = document.querySelector('header.top');
  const shown = [
    ...(top?.querySelectorAll<HTMLElement>('button, input, h1, .badge, .data-at .on-screen') ?? []),
  ].filter((one) => one.offsetParent !== null && one.getBoundingClientRect().width > 2);
  const name = (one: HTMLElement) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 20);
  const seen = (one: HTMLElement) => {
    const box = one.getBoundingClientRect();
    const clip = one.closest('.top-middle')?.getBoundingClientRect() ?? box;
    return {
      left: Math.max(box.left, clip.left),
      right: Math.min(box.right, clip.right),
      top: box.top,
      bottom: box.bottom,
    };
  };
  const faults = shown.flatMap((a, at) =>
    shown.slice(at + 1).flatMap((b) => {
      if (a.contains(b) || b.contains(a)) return [];
      const [one, two] = [seen(a), seen(b)];
      const wide = Math.min(one.right, two.right) - Math.max(one.left, two.left);
      const high = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
      return wide > 1 && high > 1 ? [`${name(a)} × ${name(b)} ${Math.round(wide)}px`] : [];
    }),
  );
  const out = shown.filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1).map(name);
  return [...faults, ...out.map((one) => `${one} is cut`)];
}
