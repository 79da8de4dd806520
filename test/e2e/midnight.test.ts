import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type County, openPage, startBrowser, startCounty } from './county.ts';
import { listening, part, settled } from './looking.ts';

let county: County;
let browser: Browser;
let dataDir: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'county-map-midnight-'));
  [county, browser] = await Promise.all([startCounty({ dataDir }), startBrowser(false)]);
});
afterAll(async () => {
  await browser?.close();
  await county?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The server comes back on another day, as the line comes back after a night: nothing was written in between. */
async function wakeOn(on: string): Promise<void> {
  const port = Number(new URL(county.address).port);
  await county.stop();
  const store = new DatabaseSync(join(dataDir, 'county.sqlite'));
  store.prepare("UPDATE setting SET value = ? WHERE name = 'clock'").run(on);
  store.close();
  county = await startCounty({ dataDir, port });
}

test('over midnight the figures turn to the new day, with the selection and what was typed kept', async () => {
  const { page, context } = await openPage(browser, {}, 'office');
  await page.goto(`${county.address}/?webgl=off`);
  const [code] = await page.evaluate(async () => {
    const { villages } = (await (await fetch('/api/areas')).json()) as { villages: { code: string }[] };
    return villages.map((one) => one.code);
  });
  const heard = listening(page);
  await page.goto(`${county.address}/?webgl=off&place=${code}&form=venue`);
  await heard;
  await page.locator('input[name="subsidyFen"]').fill('31.07');
  await settled(page);
  const campaign = page.locator(part('campaign'));
  const before = await campaign.innerText();
  const address = page.url();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));

  await wakeOn('2026-10-31');
  await expect.poll(() => campaign.innerText()).not.toBe(before);
  expect(await campaign.innerText()).toContain('剩余');
  await settled(page);
  expect(page.url()).toBe(address);
  expect(await page.locator('input[name="subsidyFen"]').inputValue()).toBe('31.07');
  for (const path of ['/api/summary', '/api/areas']) expect(asked).toContain(path);
  await context.close();
});
