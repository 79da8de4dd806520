import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type County, openPage, startBrowser, startCounty } from './county.ts';
import { painted, part } from './looking.ts';

let county: County;
let browser: Browser;
beforeAll(async () => {
  [county, browser] = await Promise.all([startCounty(), startBrowser(false)]);
});
afterAll(async () => {
  await browser?.close();
  await county?.stop();
});

const pick = (page: Page, login: string) => page.click(`${part('sample-people')} button[data-login="${login}"]`);
const signOut = async (page: Page) => {
  await page.click(`${part('user-menu')} > button`);
  await page.click(part('sign-out'));
  await page.waitForSelector(part('sign-in'));
};

describe('two people in one browser', () => {
  test('the page left open says so at once, shows and writes nothing, and keeps what was typed for its own person', async () => {
    const { page: left, context } = await openPage(browser);
    await left.goto(`${county.address}/?webgl=off`);
    await signOut(left);
    await pick(left, 'office');
    await painted(left);
    const first = await left.evaluate(() => document.querySelector('.who')?.textContent ?? '');
    const village = await left.evaluate(async () => (await (await fetch('/api/areas')).json()).villages[0].code);
    const form = `${county.address}/?webgl=off&selected=${village}&form=venue`;
    await left.goto(form);
    const field = left.locator('dialog[open] textarea, dialog[open] input[type="text"]').first();
    await field.fill('写到一半');
    const writes: string[] = [];
    context.on('request', (request) => {
      if (!['GET', 'HEAD'].includes(request.method()))
        writes.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });

    const now = await context.newPage();
    await now.goto(`${county.address}/?webgl=off`);
    await signOut(now);
    await left.waitForSelector(part('sign-in'));
    await pick(now, 'leader1');
    await painted(now);
    await left.waitForSelector(part('other-person'));
    const second = await now.evaluate(() => document.querySelector('.who')?.textContent ?? '');
    expect(await left.locator('h1').textContent()).toContain(second);
    expect(await left.evaluate(() => document.body.textContent)).not.toContain('写到一半');
    expect(await left.evaluate(() => document.body.textContent)).not.toContain(first);
    expect(writes.filter((one) => !one.includes('/api/session'))).toEqual([]);

    await left.click(`${part('other-person')} button`);
    await painted(left);
    expect(await left.locator('.who').textContent()).toBe(second);
    await context.close();
  });
});
