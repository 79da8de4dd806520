import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreasAnswer } from '../../server/area/answer.ts';
import { askAs, type County, openPage, signIn, startBrowser, startCounty, writerHeaders } from './county.ts';
import { listening, painted, part, settled } from './looking.ts';

let county: County;
let browser: Browser;
beforeAll(async () => {
  [county, browser] = await Promise.all([startCounty(), startBrowser(true)]);
});
afterAll(async () => {
  await browser?.close();
  await county?.stop();
});

const screen = part('screen');

describe('a browser that keeps nothing', () => {
  test.each<[string, () => void]>([
    [
      'full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    ],
    [
      'forbidden',
      () => {
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('Access is denied for this document.', 'SecurityError');
            },
          });
      },
    ],
  ])('storage %s: one signs in, works, and is told that drafts are not kept', async (_, broken) => {
    const { page, context, faults } = await openPage(browser, {}, null);
    await context.addInitScript(broken);
    await page.goto(`${county.address}/?webgl=off`);
    await page.click(`${part('sample-people')} button[data-login="office"]`);
    await page.waitForSelector(screen);
    expect(await page.textContent(part('not-kept'))).toContain('草稿');
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('eight pages and a wall at once', () => {
  test('each opens as the first did, all of one person on one line, and every one hears of a change', async () => {
    const { page: first, context } = await openPage(browser, { viewport: { width: 900, height: 600 } });
    await first.goto(`${county.address}/?webgl=off`);
    await first.waitForSelector(screen);
    const pages = [first];
    while (pages.length < 8) {
      const page = await context.newPage();
      await page.goto(`${county.address}/?webgl=off`, { timeout: 30_000 });
      await page.waitForSelector(screen, { timeout: 30_000 });
      pages.push(page);
    }
    const office = await browser.newContext();
    await signIn(office, county.address, 'office');
    const made = await office.request.post(`${county.address}/api/screens`, {
      headers: await writerHeaders(office.request, county.address),
      data: { title: '一号会议室', view: 'webgl=off' },
    });
    const wall = await openPage(browser, {}, null);
    await wall.page.goto(county.address + ((await made.json()) as { address: string }).address);
    await wall.page.waitForSelector(screen);
    for (const page of pages) expect(await page.evaluate(async () => (await fetch('/api/session')).status)).toBe(200);
    await Promise.all([...pages, wall.page].map(listening));
    const { streams } = await askAs<{ streams: number }>(county.address, '/api/operations', 'admin');
    expect(streams, 'one for the eight, one for the wall').toBe(2);

    const seqOf = (page: Page) =>
      page.evaluate(async () => ((await (await fetch('/api/summary')).json()) as { seq: number }).seq);
    const before = await seqOf(first);
    const asked = Promise.all(
      [...pages, wall.page].map((page) => page.waitForResponse((answer) => answer.url().includes('/api/summary'))),
    );
    const { villages } = (await (await office.request.get(`${county.address}/api/areas`)).json()) as {
      villages: { code: string }[];
    };
    const form = `${county.address}/api/places/${villages[0]?.code}/forms/venue`;
    const { base, values } = (await (await office.request.get(form)).json()) as { base: string; values: object };
    const saved = await office.request.put(form, {
      headers: await writerHeaders(office.request, county.address),
      data: { id: crypto.randomUUID(), base, values: { ...values, subsidyPaidFen: 4200 } },
    });
    expect(await saved.text()).toContain('seq');
    await asked;
    expect(await seqOf(first)).toBeGreaterThan(before);
    await first.close();
    expect(await pages[1]?.evaluate(async () => (await fetch('/api/session')).status)).toBe(200);
    await Promise.all([context.close(), office.close(), wall.context.close()]);
  });
});

describe('what a browser takes away', () => {
  /** What takes the graphics context away from canvases of the page and gives it back, as a browser does that needs it elsewhere. */
  const contextsOf = (page: Page, canvases: string) =>
    page.evaluateHandle(
      (selector) =>
        // Where the processor draws, the villages lie on a canvas that has no such context; lines and names have one.
        [...document.querySelectorAll<HTMLCanvasElement>(selector)].flatMap(
          (one) => one.getContext('webgl2')?.getExtension('WEBGL_lose_context') ?? [],
        ),
      canvases,
    );
  /** Takes it away; tells from how many canvases. */
  const lose = async (page: Page, canvases: string) =>
    (await contextsOf(page, canvases)).evaluate((all) => {
      for (const one of all) one.loseContext();
      return all.length;
    });

  test('a graphics context lost for good leaves the map without WebGL within five seconds, with every village', async () => {
    const { page, context } = await openPage(browser);
    await page.goto(county.address);
    await painted(page);
    expect(await lose(page, 'canvas')).toBeGreaterThan(0);
    await page.waitForSelector('[data-map-state="loading"]');
    await page.waitForSelector('[data-map-state="painted"] svg [data-fid]', { timeout: 5000 });
    const { villages } = await askAs<AreasAnswer>(county.address, '/api/areas');
    const drawn = await page.evaluate(
      () => new Set([...document.querySelectorAll<SVGElement>('svg [data-fid]')].map((one) => one.dataset.fid)).size,
    );
    expect(drawn).toBe(villages.length);
    expect(await page.locator('.maplibregl-canvas').count()).toBe(0);
    await context.close();
  });

  test('a graphics context that comes back is drawn with again', async () => {
    const { page, context } = await openPage(browser);
    await page.goto(county.address);
    await painted(page);
    const contexts = await contextsOf(page, '.maplibregl-canvas');
    expect(await contexts.evaluate((all) => all.map((one) => one.loseContext()).length)).toBe(1);
    await page.waitForSelector('[data-map-state="loading"]');
    await contexts.evaluate((all) => all[0]?.restoreContext());
    await page.waitForSelector('[data-map-state="painted"]', { timeout: 5000 });
    expect(await page.locator('.maplibregl-canvas').count()).toBe(1);
    await context.close();
  });

  test('the context of the visits lost alone: the same points stand again; lost again and again, the map goes on without', async () => {
    const { page, context } = await openPage(browser);
    const points = 'canvas:not(.maplibregl-canvas)';
    const clip = { x: 500, y: 250, width: 900, height: 600 };
    const shot = async () => (await page.screenshot({ clip })).toString('base64');
    await page.goto(county.address);
    await settled(page);
    const bare = await shot();
    await page.locator(part('visits-toggle')).click();
    await page.waitForSelector('#deckgl-overlay');
    const drawn = async () => {
      const alike = [await shot(), await shot(), await shot()];
      return alike[0] === alike[2] && alike[0] !== bare ? (alike[0] ?? '') : '';
    };
    let seen = '';
    await expect
      .poll(async () => {
        seen = await drawn();
        return seen !== '';
      })
      .toBe(true);
    for (let time = 1; time <= 3; time++) {
      expect(await lose(page, points)).toBe(1);
      await expect.poll(async () => (await shot()) === seen).toBe(true);
    }
    expect(await lose(page, points)).toBe(1);
    await page.waitForSelector('[data-map-state="painted"] svg [data-fid]');
    await context.close();
  });

  test('another pixel ratio redraws the map sharp, at most twice as fine', async () => {
    const { page, context } = await openPage(browser, { viewport: { width: 1000, height: 700 } });
    await page.goto(county.address);
    await painted(page);
    const cdp = await context.newCDPSession(page);
    const ratios = () =>
      page.evaluate(() => [...document.querySelectorAll('canvas')].map((one) => one.width / one.clientWidth));
    for (const [deviceScaleFactor, drawn] of [
      [2, 2],
      [1.25, 1.25],
      [3, 2],
      [1, 1],
    ] as const) {
      await cdp.send('Emulation.setDeviceMetricsOverride', {
        width: 1000,
        height: 700,
        deviceScaleFactor,
        mobile: false,
      });
      await expect.poll(async () => (await ratios()).every((ratio) => Math.abs(ratio - drawn) < 0.02)).toBe(true);
    }
    await context.close();
  });

  test('a full screen refused is no fault', async () => {
    const { page, context, faults } = await openPage(browser);
    await context.addInitScript(() => {
      Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('Permissions check failed'));
    });
    await page.goto(`${county.address}/?webgl=off`);
    await page.waitForSelector(screen);
    await page.keyboard.press('f');
    await page.keyboard.press('?');
    expect(faults).toEqual([]);
    await context.close();
  });

  test('under forced colours the theme and the layer chosen differ from the others', async () => {
    const { page, context } = await openPage(browser);
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(`${county.address}/?webgl=off`);
    await page.waitForSelector(screen);
    for (const one of ['.theme', '.layer']) {
      const looks = (pressed: string) =>
        page
          .locator(`${one}[aria-pressed="${pressed}"]`)
          .first()
          .evaluate((element) => {
            const { backgroundColor, color } = getComputedStyle(element);
            return `${backgroundColor} ${color}`;
          });
      expect(await looks('true')).not.toBe(await looks('false'));
    }
    await context.close();
  });
});

describe('a page that breaks', () => {
  test.each([
    ['', '页面出错', '返回地图'],
    ['?lang=en', 'This page has failed', 'Back to the map'],
  ])('says what to do, in the page’s language (%s)', async (search, title, back) => {
    const { page, context } = await openPage(browser, {}, 'office');
    await page.route('**/api/tasks*', (route) => route.fulfill({ json: { tasks: 'none' } }));
    await page.goto(`${county.address}/tasks${search}`);
    const broken = page.locator(part('error-page'));
    await broken.waitFor();
    expect(await broken.locator('h1').textContent()).toBe(title);
    expect(await broken.textContent()).not.toMatch(/TypeError|at \w+ \(/);
    await broken.getByRole('button', { name: back }).click();
    await page.waitForSelector(screen);
    await context.close();
  });
});
