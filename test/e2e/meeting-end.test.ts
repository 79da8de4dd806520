import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import { type County, openPage, startBrowser, startCounty } from './county.ts';
import { part } from './looking.ts';
import { heldMeeting, writerOf } from './meeting-hall.ts';

describe('a meeting of three places', () => {
  let county: County;
  let browser: Browser;
  let dataDir: string;
  let office: { page: Page; context: BrowserContext };
  let id: string;
  let items: AgendaItem[];
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'county-map-meeting-end-'));
    county = await startCounty({ dataDir });
    browser = await startBrowser(false);
    office = await openPage(browser, {}, 'office');
    await office.page.goto(county.address);
    const change = (all: AgendaItem[]) => all.filter(({ kind }) => kind === 'place');
    ({ id, items } = await heldMeeting(office.context.request, county.address, { count: 3, change }));
  });
  afterAll(async () => {
    await browser?.close();
    await county?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test.each([
    ['交办', 'a', part('decide-form')],
    ['点评意见', 'm', part('meeting-note')],
  ])('%s, filled in over the map, leaves the legend free', async (_, key, form) => {
    const { page } = office;
    await page.goto(`${county.address}/meeting/${id}`);
    await page.waitForSelector(`${part('stage-legend-class')} b:not(:text-is("…"))`);
    const boxOf = async (selector: string) => {
      const box = await page.locator(selector).first().boundingBox();
      return { top: box?.y ?? 0, bottom: (box?.y ?? 0) + (box?.height ?? 0) };
    };
    const before = await boxOf(part('stage-legend'));
    await page.keyboard.press(key);
    await page.locator(form).waitFor();
    const legend = async () => (await boxOf(part('stage-legend'))).bottom - (await boxOf(form)).top;
    await expect.poll(legend).toBeLessThanOrEqual(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => boxOf(part('stage-legend'))).toEqual(before);
  });

  test('once ended, the presenter’s window times nothing, leads nowhere and takes nothing over', async () => {
    const { context } = office;
    const second = await context.newPage();
    await second.goto(`${county.address}/presenter/${id}`);
    for (const name of ['item-time', 'meeting-time', 'presenter-next', 'presenter-foot'])
      await second.locator(part(name)).waitFor();
    await writerOf(context.request, county.address)('POST', `/meetings/${id}/move`, { move: 'end' });
    await second.locator(part('meeting-ended')).waitFor();
    for (const name of ['item-time', 'meeting-time', 'presenter-next', 'presenter-foot', 'meeting-newer'])
      expect(await second.locator(part(name)).count(), name).toBe(0);
    expect(await second.locator(part('presenter-now')).textContent()).toBe(items[0]?.title);
    await second.close();
  });
});
