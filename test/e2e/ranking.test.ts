import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ScoresAnswer } from '../../server/ranking/answer.ts';
import { askAs, type County, openPage, startBrowser, startCounty } from './county.ts';

const part = (name: string) => `[data-part="${name}"]`;
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

async function open(path: string, login: string, viewport = { width: 1920, height: 1080 }) {
  const opened = await openPage(browser, { viewport }, login);
  await opened.page.goto(county.address + path);
  return opened;
}
const rows = (page: Page) => page.locator(`${part('scores-town')} ${part('score-row')}`);

describe('ranking and accountability', () => {
  test('the office weighs anew and sees what it would give before it is so', async () => {
    const { page, context, faults } = await open('/', 'office');
    await page.click(`${part('user-menu')} > button`);
    await page.click('.user-card >> text=考核排名');
    await rows(page).first().waitFor();
    const before = await askAs<ScoresAnswer>(county.address, '/api/ranking');
    expect(await rows(page).count()).toBe(before.towns.length);
    for (const [at, { name, score }] of before.towns.entries()) {
      const text = await rows(page).nth(at).innerText();
      expect(text).toContain(name);
      expect(text).toContain(score?.toFixed(2).replace('-', '−'));
    }
    await page.click('text=修改计分办法');
    const weights = page.locator(part('part-weight'));
    await weights.first().fill('5');
    await weights.nth(3).fill('95');
    await page.click(part('try-formula'));
    await page.waitForSelector(part('what-if-row'));
    const tried = await page.locator(part('what-if')).innerText();
    expect(await askAs<ScoresAnswer>(county.address, '/api/ranking')).toEqual(before);
    await page.click(`${part('edition-form')} button[type="submit"]`);
    await page.waitForSelector(`${part('edition-form')} [role="status"]`);
    const after = await askAs<ScoresAnswer>(county.address, '/api/ranking');
    expect(after.towns.map(({ rank, code }) => [rank, code])).not.toEqual(
      before.towns.map(({ rank, code }) => [rank, code]),
    );
    for (const { name, rank, score } of after.towns) {
      expect(tried).toContain(name);
      expect(tried).toContain(`${rank} · ${score?.toFixed(2).replace('-', '−')}`);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  test.each(['', '?lang=en'])('no two columns bear one name, and the formula leaves no gap%s', async (query) => {
    const { page, context } = await open(`/ranking${query}`, 'leader1');
    await rows(page).first().waitFor();
    const heads = await page
      .locator(`${part('scores-town')} thead th`)
      .evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent ?? ''));
    expect(heads.length).toBeGreaterThan(6);
    expect(new Set(heads).size, heads.join(' | ')).toBe(heads.length);
    const formula = await page.locator(part('formula')).innerText();
    expect(formula).not.toMatch(/；的|“”|\{\w+\}/);
    await context.close();
  });

  test('a number opens the list that it counts', async () => {
    const { page, context } = await open('/ranking', 'leader1');
    await rows(page).first().waitFor();
    const cell = rows(page).first().locator('td.end a').first();
    const counted = Number((await cell.innerText()).match(/(\d+)\/\d+/)?.[1]);
    await cell.click();
    await page.waitForSelector('.side.wide tbody tr');
    expect(await page.locator('.side.wide tbody tr').count()).toBe(counted);
    await context.close();
  });

  test('an address keeps the day compared with, the town and the last N', async () => {
    const { page, context } = await open('/ranking#villages', 'leader1');
    const { towns, villages } = await askAs<ScoresAnswer>(county.address, '/api/ranking');
    const town = towns.at(-1)!;
    await page.locator(part('town-filter')).selectOption(town.code);
    await page.locator(part('ranking-since')).fill('2026-10-01');
    const shown = villages.filter((row) => row.town === town.name).length;
    await expect.poll(() => page.locator(part('score-row')).count()).toBe(shown);
    await page.reload();
    await expect.poll(() => page.locator(part('score-row')).count()).toBe(shown);
    expect(await page.locator(part('ranking-since')).inputValue()).toBe('2026-10-01');
    await context.close();
  });

  test('a result of a superior is entered with its source, corrected, and stands in the town’s dossier', async () => {
    const { page, context } = await open('/ranking#external', 'office');
    await page.click(part('external-add'));
    const form = page.locator(part('external-form'));
    await form.getByLabel('乡镇（或全县）').selectOption({ index: 2 });
    await form.getByLabel('来源').fill('市委督查室');
    await form.getByLabel('文号').fill('市督〔2026〕9号');
    await form.locator('button[type="submit"]').click();
    await page.locator(part('external')).waitFor();
    await page.click(part('external-correct'));
    await form.getByLabel('级别').selectOption('province');
    await form.locator('button[type="submit"]').click();
    await page.waitForSelector(`${part('external')} details`);
    expect(await page.locator(part('external')).innerText()).toMatch(
      /省级通报批评[\s\S]*更正过1次[\s\S]*市督〔2026〕9号/,
    );
    const [external] = (await askAs<ScoresAnswer>(county.address, '/api/ranking')).externals;
    const dossier = await open(`/?place=${external?.place}`, 'leader1');
    await dossier.page.waitForSelector(part('place-rank'));
    expect(await dossier.page.locator(part('place-rank-external')).innerText()).toContain('省级通报批评');
    await dossier.context.close();
    await context.close();
  });

  test('one switch takes every ranking from every screen, and back', async () => {
    const office = await open('/ranking', 'office');
    const leader = await open('/', 'leader1');
    await leader.page.waitForSelector(part('ranking'));
    await office.page.click(part('ranking-switch'));
    await office.page.waitForSelector(part('ranking-hidden'));
    await leader.page.waitForSelector(part('ranking'), { state: 'detached' });
    await leader.page.goto(`${county.address}/ranking`);
    expect(await leader.page.locator(part('no-ranking')).innerText()).toBe('排名现在不显示。');
    await office.page.click(part('ranking-switch'));
    await rows(leader.page).first().waitFor();
    await office.context.close();
    await leader.context.close();
  });

  test('on a phone nothing is ranked', async () => {
    const { page, context } = await open('/ranking', 'leader1', { width: 390, height: 844 });
    expect(await page.locator(part('no-ranking')).innerText()).toContain('手机上不显示排名');
    expect(await page.locator(part('score-row')).count()).toBe(0);
    await context.close();
  });
});
