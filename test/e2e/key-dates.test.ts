import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EditionAnswer } from '../../server/form/form-answers.ts';
import type { SummaryAnswer } from '../../server/list/answer.ts';
import { askAs, type County, openPage, startBrowser, startCounty } from './county.ts';
import { count, part } from './looking.ts';

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

/** The key dates as the leader's screen has them. */
const nodes = async () =>
  (await askAs<SummaryAnswer>(county.address, '/api/summary')).campaign?.nodes ??
  expect.fail('the sample county is in a campaign');
const opening = (page: Page) => page.locator(`${part('node')}[data-opens="true"]`).first();

/** Opens the list of the first key date that something measures; it is as long as its words say. */
async function listOfUnmet(): Promise<number> {
  const met = (await nodes()).find((one) => one.met !== null)?.met ?? expect.fail('a key date has passed');
  const unmet = met.now.of - met.now.count;
  const { page, context, faults } = await openPage(browser);
  await page.goto(`${county.address}/?webgl=off`);
  const node = opening(page);
  await node.hover();
  expect(await node.innerText()).toContain(`${met.now.count}/${met.now.of}`);
  await node.click();
  await count(page, part('list-row')).toBe(unmet);
  expect(faults).toEqual([]);
  await context.close();
  return unmet;
}

describe('a key date that has passed', () => {
  test('opens those that have not met it, as many as it says; the office changes what measures it', async () => {
    const before = await listOfUnmet();
    const { page, context, faults } = await openPage(browser, {}, 'office');
    await page.goto(`${county.address}/admin#editions-campaign`);
    const measure = page.locator(part('node-measure')).first();
    await measure.selectOption('venue-schedule');
    const { body: kept } = await askAs<EditionAnswer>(county.address, '/api/editions/campaign', 'office');
    await page.click(`${part('edition-form')} button[type="submit"]`);
    await page.waitForSelector(`${part('edition-form')} [role="status"]`);
    const { body } = await askAs<EditionAnswer>(county.address, '/api/editions/campaign', 'office');
    expect(body).not.toEqual(kept);
    await page.reload();
    expect(await page.locator(part('node-measure')).first().inputValue()).toBe('venue-schedule');
    expect(faults).toEqual([]);
    await context.close();
    expect(await listOfUnmet()).not.toBe(before);
  });
});
