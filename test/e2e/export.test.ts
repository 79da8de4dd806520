import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ListAnswer } from '../../server/layer/answer.ts';
import { askAs, type County, openPage, startBrowser, startCounty } from './county.ts';
import { painted, part } from './looking.ts';

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

test('the current view is exported by the dialog, followed, given up and downloaded; by keys alone', async () => {
  const { page, context, foreign, faults } = await openPage(browser, { acceptDownloads: true }, 'office');
  await page.goto(`${county.address}/?layer=venue-stage&classes=built&webgl=off`);
  await painted(page, 'venue-stage');
  await page.focus(part('export-open'));
  await page.keyboard.press('Enter');
  const dialog = page.locator(part('export'));
  await dialog.waitFor();
  await dialog.locator(part('review-number')).fill('云S（2026）012号');
  await dialog.locator(part('export-size')).selectOption('A0');
  await dialog.locator(part('export-begin')).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect.poll(() => dialog.locator('.paper-state').count()).toBe(0);
  await expect.poll(() => askAs(county.address, '/api/papers', 'office')).toEqual({ papers: [] });
  expect(await askAs(county.address, '/api/review-number', 'office')).toEqual({ number: '云S（2026）012号' });

  const saved = async (kind: string) => {
    await dialog.locator(`input[value="${kind}"]`).check();
    const coming = page.waitForEvent('download');
    await dialog.locator(part('export-begin')).click();
    const download = await coming;
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const sheet = await saved('sheet');
  expect(sheet.name).toMatch(/^云岫县建设阶段.*\.pdf$/);
  expect(sheet.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const table = await saved('table');
  const list = await askAs<ListAnswer>(county.address, '/api/layers/venue-stage/list?class=built', 'office');
  expect(table.bytes.toString('utf8').trim().split('\r\n')).toHaveLength(list.rows.length + 2);
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.count()).toBe(0);
  expect(foreign).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test('a town reads the review number and cannot write it; English is whole', async () => {
  const { page, context } = await openPage(browser, {}, 'town1');
  await page.goto(`${county.address}/?lang=en&webgl=off`);
  await painted(page);
  await page.click(part('export-open'));
  const dialog = page.locator(part('export'));
  await expect.poll(() => dialog.locator(part('review-number')).getAttribute('readonly')).not.toBeNull();
  expect(await dialog.innerText()).not.toMatch(/\p{Script=Han}/u);
  await context.close();
});
