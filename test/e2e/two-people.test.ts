import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type County, openPage, signIn, startBrowser, startCounty } from './county.ts';
import { listening, painted, part } from './looking.ts';

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

/** The address of the form of a village's venue. */
async function formAddress(page: Page): Promise<string> {
  const code = await page.evaluate(async () => {
    const { villages } = (await (await fetch('/api/areas')).json()) as { villages: { code: string }[] };
    return villages[0]?.code;
  });
  return `${county.address}/?webgl=off&place=${code}&form=venue`;
}

describe('two people in one browser', () => {
  test('the page left open says so at once, shows and writes nothing, and keeps what was typed for its own person', async () => {
    const { page: left, context } = await openPage(browser);
    await left.goto(`${county.address}/?webgl=off`);
    await signOut(left);
    await pick(left, 'office');
    await painted(left);
    const first = await left.evaluate(() => document.querySelector('.who')?.textContent ?? '');
    await left.goto(await formAddress(left));
    const subsidy = 'input[name="subsidyFen"]';
    await left.locator(subsidy).fill('31.07');
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
    expect(await left.locator(subsidy).count()).toBe(0);
    expect(await left.evaluate(() => document.body.textContent)).not.toContain(first);
    expect(writes.filter((one) => !one.includes('/api/session'))).toEqual([]);

    await left.click(`${part('other-person')} button`);
    await painted(left);
    expect(await left.locator('.who').textContent()).toBe(second);
    await context.close();
  });

  test('somebody signs in where no page sees it: the server tells, and the draft waits for its own person alone', async () => {
    const { page, context } = await openPage(browser, {}, 'office');
    await page.goto(`${county.address}/?webgl=off`);
    const form = await formAddress(page);
    const subsidy = page.locator('input[name="subsidyFen"]');
    await page.goto(form);
    await listening(page);
    await subsidy.fill('31.07');
    await signIn(context, county.address, 'leader1');
    await page.waitForSelector(part('other-person'));
    expect(await subsidy.count()).toBe(0);
    await signIn(context, county.address, 'office');
    await page.goto(form);
    await expect.poll(() => subsidy.inputValue()).toBe('31.07');
    await context.close();
  });
});
