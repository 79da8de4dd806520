import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type County, openPage, signIn, startBrowser, startCounty } from './county.ts';

const part = (name: string) => `[data-part="${name}"]`;
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

const painted = (page: Page) => page.waitForSelector('[data-map-state="painted"]', { timeout: 30_000 });

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
        headers: { origin: county.address },
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
    await page.goto(`${county.address}/?selected=${village.code}&layer=venue-subsidy`);
    await painted(page);
    await page.waitForSelector(part('dossier'));
    await page.waitForTimeout(1500);
    const address = page.url();
    const before = await page.locator(part('dossier')).textContent();
    await writer.pay(village.code);
    await page.waitForSelector('[data-map-pulses="1"]', { timeout: 10_000 });
    await page.waitForFunction(
      ([name, text]) => document.querySelector<HTMLElement>(name ?? '')?.textContent !== text,
      [part('dossier'), before],
    );
    expect(page.url()).toBe(address);
    await page.waitForTimeout(2500);
    expect(await page.locator('.county-map').getAttribute('data-map-pulses')).toBe('1');
    expect(await page.locator('.county-map').getAttribute('data-map-moved')).toBeNull();
    await context.close();
    await writer.context.close();
  });

  test('a past day stays as it is', async () => {
    const { page, context } = await openPage(browser);
    const writer = await office(browser);
    const { villages } = (await (await writer.context.request.get(`${county.address}/api/areas`)).json()) as Areas;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${county.address}/?asOf=2026-10-01`);
    await painted(page);
    await page.waitForTimeout(1500);
    await writer.pay(villages[1]?.code ?? '');
    await page.waitForTimeout(2000);
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
  await page.goto(county.address);
  await painted(page);
  const gone = page.locator(part('server-gone'));
  expect(await gone.isVisible()).toBe(false);
  const port = Number(new URL(county.address).port);
  await county.stop();
  await gone.waitFor({ state: 'visible', timeout: 20_000 });
  expect(await gone.textContent()).toMatch(/自 \d\d:\d\d 起/);
  expect(await page.locator(part('data-at')).isVisible()).toBe(true);
  county = await startCounty({ dataDir, port });
  await gone.waitFor({ state: 'hidden', timeout: 40_000 });
  await context.close();
});
