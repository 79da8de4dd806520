import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type County, openPage, signIn, startBrowser, startCounty, writerHeaders } from './county.ts';
import { count, listening, part, settled } from './looking.ts';

let county: County;
let dataDir: string;
const browsers: Browser[] = [];
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'county-map-live-'));
  county = await startCounty({ dataDir });
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await county?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Areas {
  villages: { fid: number; code: string }[];
}

let paid = 100;
/** Somebody of the office who writes over the API. */
async function office(browser: Browser): Promise<{ context: BrowserContext; pay(code: string): Promise<void> }> {
  const context = await browser.newContext();
  await signIn(context, county.address, 'office');
  return {
    context,
    pay: async (code) => {
      const form = `${county.address}/api/places/${code}/forms/venue`;
      const { base, values } = (await (await context.request.get(form)).json()) as { base: string; values: object };
      paid += 100;
      const answer = await context.request.put(form, {
        headers: await writerHeaders(context.request, county.address),
        data: {
          id: `01989999-9999-7999-8999-${String(paid).padStart(12, '0')}`,
          base,
          values: { ...values, subsidyPaidFen: paid },
        },
      });
      if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`);
    },
  };
}

describe.each([
  ['WebGL', true],
  ['SVG', false],
])('live, %s', (_name, webgl) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser(webgl);
    browsers.push(browser);
  });

  test('what one writes moves the other’s screen, which keeps selection, zoom and panel and pulses once', async () => {
    const { page, context } = await openPage(browser);
    const writer = await office(browser);
    const { villages } = (await (await writer.context.request.get(`${county.address}/api/areas`)).json()) as Areas;
    const [village] = villages;
    if (!village) throw new Error('no village');
    const heard = listening(page);
    await page.goto(`${county.address}/?selected=${village.code}&layer=venue-subsidy`);
    await heard;
    await page.waitForSelector(part('dossier'));
    await settled(page);
    const address = page.url();
    const before = await page.locator(part('dossier')).textContent();
    await writer.pay(village.code);
    await page.waitForSelector('[data-map-pulses="1"]');
    await expect.poll(() => page.locator(part('dossier')).textContent()).not.toBe(before);
    expect(page.url()).toBe(address);
    await count(page, '.county-map[data-map-moved]').toBe(0);
    expect(await page.locator('.county-map').getAttribute('data-map-pulses')).toBe('1');
    await context.close();
    await writer.context.close();
  });

  test('a past day stays as it is', async () => {
    const { page, context } = await openPage(browser);
    const writer = await office(browser);
    const { villages } = (await (await writer.context.request.get(`${county.address}/api/areas`)).json()) as Areas;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const today = await context.newPage();
    const heard = [listening(page), listening(today)];
    await page.goto(`${county.address}/?asOf=2026-10-01`);
    await today.goto(county.address);
    await Promise.all(heard);
    await Promise.all([settled(page), settled(today)]);
    await writer.pay(villages[1]?.code ?? '');
    // Both hear of it at once: where today's screen has moved, the past one would have too.
    await today.waitForSelector('[data-map-pulses="1"]');
    const past = asked.filter((url) => url.includes('asOf=2026-10-01') && url.includes('/api/'));
    expect(past.length).toBeGreaterThan(3);
    expect(past.filter((url, at) => past.indexOf(url) !== at)).toEqual([]);
    expect(await page.locator('.county-map').getAttribute('data-map-pulses')).toBeNull();
    await context.close();
    await writer.context.close();
  });
});

test('says since when the connection is lost, and is quietly back', async () => {
  const [, browser = await startBrowser(false)] = browsers;
  const { page, context } = await openPage(browser);
  const heard = listening(page);
  await page.goto(county.address);
  await heard;
  await settled(page);
  const gone = page.locator(part('server-gone'));
  await gone.waitFor({ state: 'hidden' });
  const port = Number(new URL(county.address).port);
  await county.stop();
  await gone.waitFor({ state: 'visible' });
  await expect.poll(() => gone.textContent()).toMatch(/自\d\d:\d\d起/);
  expect(await page.locator(part('data-at')).isVisible()).toBe(true);
  county = await startCounty({ dataDir, port });
  await gone.waitFor({ state: 'hidden' });
  await context.close();
});
