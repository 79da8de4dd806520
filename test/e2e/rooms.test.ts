import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import { type County, openPage, startBrowser, startCounty } from './county.ts';
import { part } from './looking.ts';
import { heldMeeting, writerOf } from './meeting-hall.ts';
import { textFaults } from './text-faults.ts';

let county: County;
let browser: Browser;
let office: { page: Page; context: BrowserContext };
beforeAll(async () => {
  county = await startCounty();
  browser = await startBrowser(false);
  office = await openPage(browser, {}, 'office');
  await office.page.goto(county.address);
});
afterAll(async () => {
  await browser?.close();
  await county?.stop();
});

const standsAt = (page: Page, number: number) =>
  page.waitForSelector(`${part('meeting-step')}[data-number="${number}"]`);
const hold = (count: number, change?: (items: AgendaItem[]) => AgendaItem[]) =>
  heldMeeting(office.context.request, county.address, { count, ...(change ? { change } : {}) });

describe('rooms', () => {
  const longName = '云岫县岫阳镇黄土高坡上的易地扶贫搬迁安置点暨田园综合体示范新村社区联合村';
  const longText = '会议要求：各镇党委要对照倒排工期，逐村核对阵地建设进度，凡是超期七天以上的必须说明原因。'.repeat(6);
  let id: string;
  let numbers: number[];
  beforeAll(async () => {
    const { items } = await hold(20);
    const place = items.find(({ kind }) => kind === 'place');
    await writerOf(office.context.request, county.address)('POST', '/areas/changes', {
      ...{ kind: 'rename', on: '2026-10-30', code: place?.place, name: longName.slice(0, 33), newCode: null },
    });
    const shown = (all: AgendaItem[]): AgendaItem[] => {
      const of = (kind: string) => all.find((one) => one.kind === kind);
      const own = all.find((one) => one.place === place?.place) ?? all[0];
      return [of('view'), of('changes'), own && { ...own, title: `${longName}：${longName}` }]
        .flatMap((one) => one ?? [])
        .concat({
          ...{ id: crypto.randomUUID(), kind: 'text', title: '县委书记讲话' },
          ...{ layer: null, place: null, text: longText, minutes: 5 },
        });
    };
    const held = await hold(4, shown);
    id = held.id;
    numbers = held.items.map((_, number) => number);
  });

  test.each([
    [1280, 720],
    [1920, 1080],
    [3840, 2160],
    [6656, 1792],
    [1024, 768],
  ])('%i × %i: nothing cut, nothing too small, nothing scrolls sideways', async (width, height) => {
    const { page } = office;
    await page.setViewportSize({ width, height });
    await page.goto(`${county.address}/meeting/${id}`);
    await page.waitForSelector(part('meeting-step'));
    for (const number of numbers) {
      await page.keyboard.type(String(number + 1));
      await page.keyboard.press('Enter');
      await standsAt(page, number);
      expect(await textFaults(page), `item ${number + 1}`).toEqual([]);
    }
    await page.keyboard.press('3');
    await page.keyboard.press('Enter');
    await standsAt(page, 2);
    await page.keyboard.press('a');
    await page.locator(part('decide-form')).waitFor();
    expect(await textFaults(page), 'a decision').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.locator(part('meeting-help')).waitFor();
    await page.keyboard.press('Escape');
  });

  test('the lobby goes round by itself, stands at one key, and goes on', async () => {
    const { page } = office;
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.clock.install();
    await page.goto(`${county.address}/lobby?every=2&webgl=off`);
    await page.waitForSelector('[data-map-state="painted"]');
    expect(await textFaults(page)).toEqual([]);
    const shown = () => page.locator(part('lobby-view')).getAttribute('data-view');
    const first = await shown();
    const other = (key: string | null) => page.waitForSelector(`${part('lobby-view')}:not([data-view="${key}"])`);
    await other(first);
    await page.keyboard.press(' ');
    await page.locator(part('lobby-stopped')).waitFor();
    const second = await shown();
    await page.clock.fastForward(10_000);
    expect(await shown()).toBe(second);
    await page.keyboard.press('ArrowRight');
    await other(second);
    await page.keyboard.press(' ');
    await other(await shown());
  });
});
