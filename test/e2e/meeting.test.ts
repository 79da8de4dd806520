import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import type { TasksAnswer } from '../../server/task/answer.ts';
import { askAs, type County, openPage, startBrowser, startCounty, writerHeaders } from './county.ts';
import { heldMeeting, writerOf } from './meeting-hall.ts';

const part = (name: string) => `[data-part="${name}"]`;
const count = 30;
let county: County;
let browser: Browser;
let dataDir: string;
let office: { page: Page; context: BrowserContext; faults: string[]; foreign: string[] };
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'county-map-meeting-'));
  county = await startCounty({ dataDir });
  browser = await startBrowser(false);
  office = await openPage(browser, {}, 'office');
  await office.page.goto(county.address);
});
afterAll(async () => {
  await browser?.close();
  await county?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const standsAt = (page: Page, number: number, timeout = 30_000) =>
  page.waitForSelector(`${part('meeting-step')}[data-number="${number}"]`, { timeout });
const hold = (change?: (items: AgendaItem[]) => AgendaItem[], most = count) =>
  heldMeeting(office.context.request, county.address, { count: most, ...(change ? { change } : {}) });

describe('a meeting', () => {
  let id: string;
  let items: AgendaItem[];
  beforeAll(async () => {
    ({ id, items } = await hold());
  });
  const firstPlace = () => items.findIndex(({ kind }) => kind === 'place');

  test('of thirty items is led by PgDn alone: each step its number, its title, its place outlined', async () => {
    const { page } = office;
    await page.goto(`${county.address}/meeting/${id}`);
    for (const [number, item] of items.entries()) {
      const step = await standsAt(page, number);
      expect(await page.locator(part('meeting-number')).textContent()).toBe(`${number + 1} / ${count}`);
      expect(await page.locator('.meeting-top h1').textContent()).toBe(item.title);
      await page.waitForSelector(`${part('stage-legend-class')} b:not(:text-is("…"))`);
      const outlined = await page.locator('.county-map').getAttribute('data-map-selected');
      expect(outlined).toBe(await step.getAttribute('data-place'));
      expect(outlined !== null).toBe(item.kind === 'place');
      if (item.kind === 'place') expect(await page.locator('.stage-why').textContent()).toMatch(/截至|来源/);
      await page.keyboard.press('PageDown');
    }
    await standsAt(page, count - 1);
  });

  test('stands where it stood after a reload and on another machine; digits and Enter jump', async () => {
    const { page } = office;
    await page.reload();
    await standsAt(page, count - 1);
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await standsAt(page, 11);
    const other = await openPage(browser, {}, 'office');
    await other.page.goto(`${county.address}/meeting/${id}`);
    await standsAt(other.page, 11);
    await other.page.keyboard.press('Home');
    await standsAt(other.page, 0);
    await standsAt(page, 0);
    await other.context.close();
  });

  test('a decision is two keys and a record; half typed it outlives a reload', async () => {
    const { page } = office;
    await page.keyboard.type(String(firstPlace() + 1));
    await page.keyboard.press('Enter');
    await standsAt(page, firstPlace());
    await page.keyboard.press('a');
    const title = page.locator(`${part('decide-form')} input`).first();
    await title.fill('十一月十日前复工');
    await page.reload();
    await standsAt(page, firstPlace());
    await page.keyboard.press('a');
    expect(await title.inputValue()).toBe('十一月十日前复工');
    await page.keyboard.press('Enter');
    await page.locator(part('meeting-said')).waitFor();
    expect(await page.locator(part('meeting-said')).textContent()).toMatch(/记录编号\d+/);
    expect(await page.locator(part('task-line')).first().textContent()).toContain('十一月十日前复工');
    const { tasks } = await askAs<TasksAnswer>(county.address, `/api/tasks?meeting=${id}`, 'office');
    expect(tasks.map((task) => [task.title, task.state])).toEqual([['十一月十日前复工', 'assigned']]);
    const signedOff = page.locator(part('task-line')).filter({ hasText: '已销号' });
    const signOff = async () => {
      await page.keyboard.press('s');
      const reason = page.locator(part('sign-unanswered'));
      await reason.waitFor();
      expect(await reason.textContent()).toContain('尚未反馈');
      await page.keyboard.press('Enter');
      expect(await signedOff.count()).toBe(0);
      await page.keyboard.type('现场已核实');
      await page.keyboard.press('Enter');
      await signedOff.first().waitFor();
    };
    await signOff();
    await page.keyboard.press('z');
    await page.locator(part('take-back-form')).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => signedOff.count()).toBe(0);
    await signOff();
  });

  test('Esc asks before it leaves, and the keys of a clicker never do', async () => {
    const { page } = office;
    const leaving = page.locator(part('meeting-leaving'));
    await page.keyboard.press('Escape');
    await leaving.waitFor();
    for (const key of [
      'Escape',
      'Escape',
      'Enter',
      'Escape',
      ' ',
      'F5',
      'Escape',
      'PageDown',
      'PageUp',
      'Escape',
      'Escape',
    ])
      await page.keyboard.press(key);
    expect(page.url()).toContain(`/meeting/${id}`);
    if (await leaving.count()) await page.keyboard.press('Escape');
    await page.locator(part('meeting-step')).waitFor();
  });

  test('the presenter’s window shows what comes and the time, and either window moves both', async () => {
    const { page, context } = office;
    const at = firstPlace();
    const second = await context.newPage();
    await second.goto(`${county.address}/presenter/${id}`);
    await second
      .locator(part('presenter-now'))
      .filter({ hasText: items[at]?.title ?? '' })
      .waitFor();
    expect(await second.locator(part('presenter-next')).textContent()).toBe(items[at + 1]?.title);
    expect(await second.locator(part('presenter-time')).textContent()).toMatch(/^\d\d:\d\d:\d\d$/);
    expect(await second.locator(part('item-time')).textContent()).toMatch(/\d:\d\d/);
    await second.keyboard.press('PageDown');
    await standsAt(page, at + 1);
    await second.keyboard.press('b');
    await page.locator('.meeting-black').waitFor();
    await page.keyboard.press('PageUp');
    await second
      .locator(part('presenter-now'))
      .filter({ hasText: items[at]?.title ?? '' })
      .waitFor();
    expect(await page.locator('.meeting-black').count()).toBe(0);
    await second.locator('textarea').fill('书记：十日内复工');
    await second.getByText('已保存').waitFor();
    await second.close();
    await page.keyboard.press('m');
    await expect.poll(() => page.locator(`${part('meeting-note')} textarea`).inputValue()).toBe('书记：十日内复工');
    await page.keyboard.press('Escape');
  });

  test('figures stand still until N takes the newer ones over', async () => {
    const { page, context } = office;
    await page.keyboard.press('Home');
    await standsAt(page, 0);
    const legend = () => page.locator(part('stage-legend')).textContent();
    const before = await legend();
    const item = items[firstPlace()];
    const form = `/places/${item?.place}/forms/venue`;
    const kept = await context.request.get(`${county.address}/api${form}`);
    const { base, values } = (await kept.json()) as { base: string; values: { milestones: { key: string }[] } };
    const milestones = values.milestones.map((one) =>
      one.key === 'acceptance' ? one : { ...one, doneOn: '2026-10-29' },
    );
    await writerOf(context.request, county.address)('PUT', form, {
      base,
      values: { ...values, stage: 'built', milestones },
      ...{ confirm: true, reason: '随后补齐' },
    });
    await page.locator(part('meeting-newer')).waitFor();
    expect(await page.locator(part('meeting-newer')).textContent()).toContain('1条');
    expect(await legend()).toBe(before);
    await page.keyboard.press('n');
    await page.locator(part('meeting-newer')).waitFor({ state: 'detached' });
    await page.waitForFunction(
      ([name, text]) => document.querySelector(name ?? '')?.textContent !== text,
      [part('stage-legend'), before],
    );
  });

  test('a screen of the room follows of itself, asks nothing while nothing moves, and says since when it is cut off', async () => {
    const { page, context } = office;
    const made = await context.request.post(`${county.address}/api/screens`, {
      headers: await writerHeaders(context.request, county.address),
      data: { title: '一号会议室', view: 'webgl=off' },
    });
    const { address } = (await made.json()) as { address: string };
    const wall = await openPage(browser, {}, null);
    const asked: string[] = [];
    wall.page.on('request', (request) => {
      if (request.url().includes('/api/')) asked.push(request.url());
    });
    await wall.page.clock.install();
    await wall.page.goto(county.address + address);
    await standsAt(wall.page, 0);
    // Every step is fetched ahead; after that seconds go by without a question.
    const steps = () => new Set(asked.filter((url) => url.includes('/items/'))).size;
    await expect.poll(steps, { timeout: 20_000 }).toBe(count);
    // A question of our own marks where those the page asked before it end.
    const health = () => wall.page.evaluate(async () => (await fetch('/api/health')).ok);
    await health();
    const before = asked.length;
    await wall.page.clock.fastForward(5000);
    await health();
    expect(asked.slice(before)).toEqual([`${county.address}/api/health`]);
    await page.keyboard.press('End');
    await standsAt(wall.page, count - 1);
    expect(await wall.page.locator(part('meeting-decide')).count()).toBe(0);
    const gone = wall.page.locator(part('meeting-gone'));
    expect(await gone.isVisible()).toBe(false);
    const port = Number(new URL(county.address).port);
    await county.stop();
    await gone.waitFor({ state: 'visible', timeout: 20_000 });
    expect(await gone.textContent()).toMatch(/自\d\d:\d\d起/);
    // The room goes on turning pages meanwhile; the wall is taken along when the server is back.
    await page.keyboard.press('PageUp');
    await standsAt(page, count - 2);
    county = await startCounty({ dataDir, port });
    await gone.waitFor({ state: 'hidden', timeout: 60_000 });
    await standsAt(wall.page, count - 2, 30_000);
    await wall.context.close();
    expect(office.foreign).toEqual([]);
    expect(office.faults.filter((fault) => !/Failed to load resource|ERR_|status of (404|502)/.test(fault))).toEqual(
      [],
    );
  });

  test('ends only when asked twice, and says on the stage that it is over', async () => {
    const { page } = office;
    await page.locator(part('meeting-end')).click();
    await page.keyboard.press('Escape');
    await page.locator(part('meeting-end')).click();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/meetings/);
    await page.goto(`${county.address}/meeting/${id}`);
    await page.locator(part('meeting-ended')).waitFor();
  });
});
