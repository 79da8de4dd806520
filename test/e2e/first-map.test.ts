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
