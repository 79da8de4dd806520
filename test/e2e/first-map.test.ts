import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AreasAnswer, LayersAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import { villageClasses } from '../../web/map/column.ts';
import { paintsOf, rgbOf } from '../../web/map/paint.ts';
import { askAs, type County, openPage, startBrowser, startCounty } from './county.ts';

let county: County;
let browser: Browser;
beforeAll(async () => {
  county = await startCounty();
  browser = await startBrowser(true);
});
afterAll(async () => {
  await browser?.close();
  await county?.stop();
});

test('the villages stand in their colours before the engine of lines and names has come, and nothing moves when it does', async () => {
  const { page, context, faults } = await openPage(browser, { viewport: { width: 1280, height: 720 } }, 'office');
  let letCome = () => {};
  const coming = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(/county-view[^/]*\.js$/, async (route) => {
    await coming;
    await route.continue();
  });
  await page.goto(county.address);
  await page.waitForSelector('[data-map-state="painted"]');
  expect(await page.locator('[data-map-whole]').count()).toBe(0);
  /** How many pixels of the villages' canvas are of each colour, ground and relief left out of account. */
  const pixels = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('[data-map-state] canvas');
      const context = canvas?.getContext('2d');
      if (!canvas || !context) throw new Error('no 2D canvas');
      return Array.from(context.getImageData(0, 0, canvas.width, canvas.height).data.filter((_, at) => at % 4 !== 3));
    });
  const before = await pixels();
  const [areas, { layers }] = await Promise.all([
    askAs<AreasAnswer>(county.address, '/api/areas', 'office'),
    askAs<LayersAnswer>(county.address, '/api/layers', 'office'),
  ]);
  const layer = layers[0];
  if (!layer) throw new Error('no layer');
  const values = await askAs<ValuesAnswer>(county.address, `/api/layers/${layer.id}/values`, 'office');
  const used = new Set(villageClasses(areas, layer, values));
  const hues = paintsOf(layer.classes, 'light').flatMap(({ colour }, at) => (used.has(at) ? [rgbOf(colour)] : []));
  const share = (hue: readonly number[]) => {
    let count = 0;
    for (let at = 0; at < before.length; at += 3)
      if (hue.every((part, n) => Math.abs((before[at + n] ?? 0) - part * 0.74 - 62) < 45)) count++;
    return count / (before.length / 3);
  };
  for (const hue of hues) expect(share(hue), String(hue)).toBeGreaterThan(0.002);
  letCome();
  await page.waitForSelector('[data-map-whole]');
  const after = await pixels();
  const moved = after.filter((part, at) => Math.abs(part - (before[at] ?? 0)) > 60).length / after.length;
  expect(moved).toBeLessThan(0.02);
  expect(faults).toEqual([]);
  await context.close();
});

test('before the villages stand nothing is asked of the graphics process: no WebGL is tried, and no canvas but one in memory opened', async () => {
  const { page, context, faults } = await openPage(browser, { viewport: { width: 1280, height: 720 } }, 'office');
  await page.addInitScript(() => {
    const opened: string[] = [];
    Object.assign(window, { opened });
    const open = HTMLCanvasElement.prototype.getContext as (
      kind: string,
      how?: { willReadFrequently?: boolean },
    ) => unknown;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, how?: object) {
      const stands = document.querySelector('[data-map-state="painted"]') ? 'after' : 'before';
      opened.push(`${stands} ${kind}${how && 'willReadFrequently' in how ? ' in memory' : ''}`);
      return open.call(this, kind, how);
    } as typeof HTMLCanvasElement.prototype.getContext;
  });
  await page.goto(county.address);
  await page.waitForSelector('[data-map-whole]');
  const opened = await page.evaluate(() => (window as unknown as { opened: string[] }).opened);
  const before = new Set(opened.filter((one) => one.startsWith('before')));
  expect([...before]).toEqual(['before 2d in memory']);
  expect(opened).toContain('after webgl2');
  expect(faults).toEqual([]);
  await context.close();
});

test('tiles of villages that do not come hold up the lines and names for a few seconds only', async () => {
  const { page, context } = await openPage(browser, { viewport: { width: 1280, height: 720 } }, 'office');
  const { map } = await askAs<AreasAnswer>(county.address, '/api/areas', 'office');
  const tiles = new URL(map?.tiles ?? '', county.address).pathname;
  let asked = 0;
  // The header comes, what is asked for after it never does.
  await page.route(
    (url) => url.pathname === tiles,
    (route) => (asked++ === 0 ? route.continue() : undefined),
  );
  await page.goto(county.address);
  await page.waitForSelector('.maplibregl-canvas');
  expect(await page.locator('[data-map-state="loading"]').count()).toBe(1);
  await context.close();
});

test('a browser without WebGL shows the coloured villages and goes over to the map without; the next time it begins with that', async () => {
  const without = await startBrowser(false);
  try {
    const { page, context, faults } = await openPage(without, { viewport: { width: 1280, height: 720 } }, 'office');
    const engines: string[] = [];
    page.on('request', (request) => {
      if (/county-view|maplibre/.test(request.url())) engines.push(request.url());
    });
    await page.goto(county.address);
    await page.waitForSelector('svg [data-fid]');
    await page.waitForSelector('[data-map-state="painted"][data-map-whole]');
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        if (document.querySelector('.county-map > canvas')) seen.push('canvas');
      }).observe(document, { subtree: true, childList: true });
    });
    await page.reload();
    await page.waitForSelector('[data-map-state="painted"][data-map-whole]');
    expect(await page.locator('svg [data-fid]').count()).toBeGreaterThan(100);
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
    expect(engines).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  } finally {
    await without.close();
  }
});
