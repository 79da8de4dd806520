import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlanListed } from '../../server/route-plan/answer.ts';
import { readPdf } from '../paper/read-pdf.ts';
import { askAs, type County, openPage, startBrowser, startCounty } from './county.ts';
import { part } from './looking.ts';

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

const team = '县级领导包抓督导';

/** The office's planner, with routes found for tomorrow. */
async function planned() {
  const opened = await openPage(browser, {}, 'office');
  await opened.page.goto(`${county.address}/routes?webgl=off`);
  await opened.page.getByRole('button', { name: '自动排线' }).click();
  await opened.page
    .locator(`${part('route')} li`)
    .first()
    .waitFor();
  await opened.page.getByRole('button', { name: '在我的调整上优化' }).waitFor();
  return opened;
}

describe('tomorrow’s routes', () => {
  test('the office has them found, changes them by keyboard, takes it back, and compares', async () => {
    const { page, context, faults, foreign } = await planned();
    const first = page.locator(part('route')).first();
    const names = () => first.locator('li strong').allTextContents();
    const before = await names();
    expect(before.length).toBeGreaterThan(2);
    await first.getByRole('button', { name: `下移 ${before[0]}` }).press('Enter');
    await expect.poll(async () => (await names()).slice(0, 2)).toEqual([before[1], before[0]]);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(names).toEqual(before);
    await first.getByRole('button', { name: `移出 ${before[0]}` }).click();
    await expect.poll(names).toEqual(before.slice(1));
    // What was taken out says why it is not in, and can be taken again.
    const out = page.locator(`${part('left-out')} li`).filter({ hasText: before[0] ?? '' });
    await expect.poll(() => out.first().textContent()).toMatch(/可以加入|时间不够/);
    await first.getByRole('button', { name: `锁定到这一站 ${before[1]}` }).click();
    await page.getByRole('button', { name: '在我的调整上优化' }).click();
    await page.locator('.planner-bar [role="status"]:empty').waitFor({ state: 'attached' });
    await expect.poll(async () => (await names())[0]).toBe(before[1]);
    await page.locator(`${part('plan-difference')} select`).selectOption('before');
    await page
      .locator(`${part('plan-difference')} p`)
      .first()
      .waitFor();
    await expect
      .poll(() => page.locator(part('plan-totals')).textContent())
      .toMatch(/督查覆盖率（30天内）：现在[\d.]+%，执行后[\d.]+%/);
    expect(faults).toEqual([]);
    expect(foreign).toEqual([]);
    await context.close();
  });

  test('a window given to a village holds, and a wrong one is said to be', async () => {
    const { page, context } = await planned();
    const stop = page.locator(`${part('route')} li`).first();
    await stop.locator('.conditions summary').click();
    const windows = stop.getByLabel('可督查时段');
    await windows.fill('8点半');
    await expect.poll(() => stop.textContent()).toContain('写成8:30-11:30');
    await windows.fill('16:00-17:00');
    await expect.poll(() => stop.textContent()).not.toContain('写成8:30-11:30');
    await expect.poll(() => stop.locator('.what').first().textContent()).toMatch(/16:\d\d–/);
    await context.close();
  });

  test('what if: a village left out is locked in, searched for from here, and the difference told', async () => {
    const { page, context, faults } = await planned();
    const left = page.locator(`${part('left-out')} li`);
    const name = (await left.first().locator('strong').textContent()) ?? '';
    await left
      .first()
      .getByRole('button', { name: `试排：若必到${name}` })
      .click();
    await page
      .locator(`${part('plan-difference')} p`)
      .filter({ hasText: '比较' })
      .waitFor();
    const stop = page.locator(`${part('route')} li`).filter({ hasText: name });
    await stop.first().waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await page
      .locator(`${part('left-out')} li`)
      .filter({ hasText: name })
      .first()
      .waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a team that is late keeps what it has done, and the rest of its day is planned anew', async () => {
    const { page, context, faults } = await planned();
    const [first, second] = [page.locator(part('route')).nth(0), page.locator(part('route')).nth(1)];
    const names = (card: typeof first) => card.locator('li strong').allTextContents();
    const [before, other] = [await names(first), await names(second)];
    await first.getByRole('button', { name: `锁定到这一站 ${before[0]}` }).click();
    await first.locator('.late summary').click();
    await first.getByLabel('离开时间').fill('15:00');
    await first.getByRole('button', { name: '重排余下的站' }).click();
    await first.getByText('延误：15:00离开第1站').waitFor();
    await page.locator('.planner-bar [role="status"]:empty').waitFor({ state: 'attached' });
    const after = await names(first);
    expect(after[0]).toBe(before[0]);
    expect(after.length).toBeLessThan(before.length);
    expect(await names(second)).toEqual(other);
    expect(await first.textContent()).not.toContain('返回超时');
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a plan told to a team is on its phone, and a visit made there moves the coverage', async () => {
    const { page, context } = await planned();
    await page.getByLabel('第一天').fill('2026-10-30');
    await page.getByRole('button', { name: '在我的调整上优化' }).click();
    await page.locator('.planner-bar [role="status"]:empty').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: '下达到督导组' }).click();
    await page.locator(part('tell-plan')).click();
    await page.getByText('已下达', { exact: true }).waitFor();
    await page.locator(part('open-itineraries')).click();
    await page
      .locator(`${part('itinerary')} ${part('routes')} circle`)
      .first()
      .waitFor();
    const itineraries = await page.locator(part('itinerary')).count();
    const pages = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    const text = pages.map((one) => one.text).join('');
    expect(pages).toHaveLength(itineraries);
    expect(text).toMatch(/看什么：/);
    expect(text).toMatch(/村办公电话/);
    // The font of the print gives the dash another number.
    expect(text).toMatch(/\d\d:\d\d[–‒]\d\d:\d\d/);
    await context.close();
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const opened = await openPage(browser, phone, 'inspector');
    await opened.page.goto(`${county.address}/routes`);
    await opened.page.locator('.plan-list a').first().click();
    const itinerary = opened.page.locator(part('itinerary')).filter({ hasText: team });
    const stop = itinerary.locator(part('itinerary-stop')).first();
    const code = (await stop.getAttribute('data-code')) ?? '';
    await stop.getByRole('button', { name: '已督查' }).click();
    await stop.locator('.outcome.good').waitFor();
    const other = itinerary.locator(part('itinerary-stop')).nth(1);
    await other.getByRole('button', { name: '未督查……' }).click();
    await other.getByRole('button', { name: '道路不通' }).click();
    await other.getByRole('button', { name: '保存' }).click();
    await other.locator('.outcome.bad', { hasText: '道路不通' }).waitFor();
    expect(opened.faults).toEqual([]);
    const width = await opened.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await opened.context.close();
    const { visits } = await askAs<{ visits: { on: string; team: string | null }[] }>(
      county.address,
      `/api/places/${code}`,
      'office',
    );
    expect(visits.some((visit) => visit.on === '2026-10-30' && visit.team === team)).toBe(true);
    const { plans } = await askAs<{ plans: PlanListed[] }>(county.address, '/api/route-plans', 'leader1');
    expect(plans[0]).toMatchObject({ published: true, done: 1 });
    const seen = await fetch(`${county.address}/api/route-plans`);
    expect(seen.status).toBe(401);
  });
});
