import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreasAnswer } from '../../server/area/answer.ts';
import type { LayersAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import { villageClasses } from '../../web/map/column.ts';
import { paintsOf, rgbOf } from '../../web/map/paint.ts';
import { askAs, type County, openPage, startBrowser, startCounty } from './county.ts';
import { part, settled } from './looking.ts';

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

/** Holds the code of lines, names and gestures up until it is let come. */
async function holdUp(page: Page): Promise<() => void> {
  let letCome = () => {};
  const coming = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(/county-view[^/]*\.js$/, async (route) => {
    await coming;
    await route.continue();
  });
  return letCome;
}

/** Share of the pixels in which two pictures differ by more than so much of 255 in red, green or blue. */
async function differing(a: Buffer, b: Buffer, most: number): Promise<number> {
  const [one, other] = await Promise.all([a, b].map((png) => sharp(png).removeAlpha().raw().toBuffer()));
  if (!one || !other || one.length !== other.length) throw new Error('pictures of two sizes');
  let differ = 0;
  for (let at = 0; at < one.length; at += 3)
    if ([0, 1, 2].some((part) => Math.abs((one[at + part] ?? 0) - (other[at + part] ?? 0)) > most)) differ++;
  return differ / (one.length / 3);
}

test('the villages stand in their colours before the engine of gestures has come, and nothing moves when it does', async () => {
  const { page, context, faults } = await openPage(browser, { viewport: { width: 1280, height: 720 } }, 'office');
  const letCome = await holdUp(page);
  await page.goto(county.address);
  await page.waitForSelector('[data-map-state="painted"]');
  expect(await page.locator('[data-map-ready]').count()).toBe(0);
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
  await page.waitForSelector('[data-map-ready]');
  const after = await pixels();
  const moved = after.filter((part, at) => Math.abs(part - (before[at] ?? 0)) > 60).length / after.length;
  expect(moved).toBeLessThan(0.02);
  expect(faults).toEqual([]);
  await context.close();
});

describe('the first picture is whole', () => {
  test.each([
    { what: 'at a desk', path: '/', size: { width: 1280, height: 720 } },
    { what: 'dark, a town in focus', path: '/?theme=dark&place=TOWN', size: { width: 1280, height: 720 } },
    { what: 'a village selected, on a phone', path: '/?selected=VILLAGE', size: { width: 390, height: 844 } },
    { what: 'on a wall', path: '/', size: { width: 2400, height: 1350 } },
  ])(
    '$what: lines, rivers, roads and names stand as they will, and go over without a flicker',
    async ({ path, size }) => {
      const areas = await askAs<AreasAnswer>(county.address, '/api/areas', 'office');
      const { page, context, faults } = await openPage(browser, { viewport: size }, 'office');
      const letCome = await holdUp(page);
      const address = path
        .replace('TOWN', areas.towns[2]?.code ?? '')
        .replace('VILLAGE', areas.villages[40]?.code ?? '');
      await page.goto(county.address + address);
      await page.waitForSelector('[data-map-state="painted"][data-map-whole]');
      const clip = await page.locator('.county-map').boundingBox();
      if (!clip) throw new Error('no map');
      // The map alone: what lies over it comes when it comes.
      await page.evaluate(() => {
        const alone = new CSSStyleSheet();
        alone.replaceSync(
          'body *:not(.county-map, .county-map *, :has(.county-map)) { visibility: hidden !important; }',
        );
        document.adoptedStyleSheets.push(alone);
      });
      const shot = () => page.screenshot({ clip, animations: 'disabled' });
      /** The map once two looks in a row see the same: panels that come make it move. */
      const atRest = async (): Promise<Buffer> => {
        let last = await shot();
        await expect
          .poll(async () => {
            const before = last;
            last = await shot();
            return last.equals(before);
          })
          .toBe(true);
        return last;
      };
      const canvases = () => page.locator('.county-map > canvas').count();
      expect(await canvases()).toBe(2);
      await page.evaluate(() => document.fonts.ready);
      await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
      const first = await atRest();
      await page.evaluate(() => document.querySelector('.county-map > canvas + canvas')?.setAttribute('hidden', ''));
      const bare = await shot();
      await page.evaluate(() => document.querySelector('.county-map > canvas + canvas')?.removeAttribute('hidden'));
      letCome();
      await settled(page);
      expect(await canvases()).toBe(1);
      // Letters are drawn from distance fields then: a little lighter at their edges. All else is the same.
      const moved = await differing(first, await atRest(), 60);
      expect(moved).toBeLessThan(0.02);
      // It is nearer to what follows than to the villages alone.
      expect(moved).toBeLessThan(0.75 * (await differing(first, bare, 60)));
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  test('it shows which village lies under the pointer, and a click selects it', async () => {
    const { page, context, faults } = await openPage(browser, { viewport: { width: 1280, height: 720 } }, 'office');
    const letCome = await holdUp(page);
    await page.goto(county.address);
    await page.waitForSelector('[data-map-whole]');
    const at = await middleOf(page);
    await page.mouse.move(at.x, at.y);
    await page.waitForSelector(part('map-tip'));
    await page.mouse.click(at.x, at.y);
    await page.waitForSelector('[data-map-selected]');
    letCome();
    await page.waitForSelector('[data-map-ready]');
    expect(new URL(page.url()).searchParams.get('selected')).not.toBeNull();
    expect(faults).toEqual([]);
    await context.close();
  });

  test.each<[string, (page: Page, at: { x: number; y: number }) => Promise<void>]>([
    [
      'a drag',
      async (page, { x, y }) => {
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x + 60, y + 20, { steps: 4 });
        await page.mouse.move(x + 120, y + 40, { steps: 4 });
        await page.mouse.up();
      },
    ],
    [
      'a turn of the wheel',
      async (page, { x, y }) => {
        await page.mouse.move(x, y);
        await page.mouse.wheel(0, -320);
      },
    ],
  ])('%s moves it, and the map goes on from there', async (_, gesture) => {
    const { page, context, faults } = await openPage(browser, { viewport: { width: 1280, height: 720 } }, 'office');
    const letCome = await holdUp(page);
    await page.goto(county.address);
    await page.waitForSelector('[data-map-whole]');
    const before = await page.screenshot();
    await gesture(page, await middleOf(page));
    await expect.poll(() => new URL(page.url()).searchParams.get('at')).not.toBeNull();
    const moved = await page.screenshot();
    expect(await differing(before, moved, 60)).toBeGreaterThan(0.05);
    letCome();
    await settled(page);
    await page.mouse.move(1, 1);
    expect(await differing(moved, await page.screenshot(), 60)).toBeLessThan(0.02);
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** The middle of the map on the page. */
async function middleOf(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.county-map').boundingBox();
  if (!box) throw new Error('no map');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

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
  await page.waitForSelector('[data-map-ready]');
  const opened = await page.evaluate(() => (window as unknown as { opened: string[] }).opened);
  const before = new Set(opened.filter((one) => one.startsWith('before')));
  expect([...before]).toEqual(['before 2d in memory']);
  expect(opened).toContain('after webgl2');
  expect(faults).toEqual([]);
  await context.close();
});

test('tiles of villages that do not come hold up lines, names and gestures for a few seconds only', async () => {
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
