import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreasAnswer } from '../../server/area/answer.ts';
import type { TasksAnswer } from '../../server/task/answer.ts';
import { askAs, type County, openPage, startBrowser, startCounty } from './county.ts';

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

const part = (name: string) => `[data-part="${name}"]`;
const login = 'town1';
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe('agendas and tasks', () => {
  test('the office makes an agenda from a query and a saved view, orders it by keyboard, and starts at once', async () => {
    const { page, context, faults, foreign } = await openPage(browser, {}, 'office');
    await page.goto(`${county.address}/?webgl=off&layer=venue-stage`);
    await page
      .locator(`${part('saved-views')} button`)
      .first()
      .click();
    await page.getByLabel('名称').fill('全县建设阶段');
    await page.getByRole('button', { name: '保存当前视图' }).click();
    await page.locator(part('open-view')).filter({ hasText: '全县建设阶段' }).waitFor();

    await page.goto(`${county.address}/meetings?webgl=off`);
    await page.locator(part('new-weekly')).click();
    const agenda = page.locator(part('agenda'));
    const rows = agenda.locator('[data-item]');
    const count = async () => rows.count();
    await rows.first().waitFor();
    const before = await count();
    await agenda.getByLabel(/^超过/).fill('10');
    await expect.poll(() => agenda.locator(part('query-count')).textContent()).toMatch(/符合条件的有\d+个/);
    await agenda.locator(`${part('query-add')}:enabled`).click();
    await expect.poll(count).toBeGreaterThan(before);
    const more = await count();
    await agenda.locator(part('add-view')).click();
    await agenda.getByRole('button', { name: '加入 全县建设阶段' }).click();
    await expect.poll(count).toBe(more + 1);

    // From the last place to the one before it, with the focus kept and said aloud.
    const title = rows.last().locator('[data-field="title"]');
    await title.focus();
    await title.press('Alt+ArrowUp');
    await expect
      .poll(() =>
        rows
          .nth(more - 1)
          .locator('[data-field="title"]')
          .inputValue(),
      )
      .toBe('全县建设阶段');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('全县建设阶段');
    expect(await page.locator(part('agenda-said')).textContent()).toContain(`第${more}项`);
    // By its handle from the first place onto the third, and back by drag as well.
    const titleAt = (at: number) => rows.nth(at).locator('[data-field="title"]').inputValue();
    const [first, third] = [await titleAt(0), await titleAt(2)];
    for (const [from, to] of [
      [0, 2],
      [2, 0],
    ] as const) {
      await rows.nth(from).locator('[data-field="handle"]').dragTo(rows.nth(to).locator('[data-field="handle"]'));
      await expect.poll(() => titleAt(to)).toBe(first);
    }
    expect(await titleAt(2)).toBe(third);

    // Not saved, it is there again after a reload, and saved it is an agenda like any other.
    await page.reload();
    await agenda.locator(part('agenda-restored')).waitFor();
    await expect.poll(count).toBe(more + 1);
    await agenda.locator(part('agenda-save')).click();
    await expect.poll(() => agenda.locator(part('agenda-state')).textContent()).toBe('已保存');
    await expect.poll(() => page.locator(part('agenda-discard')).count()).toBe(0);
    await page.getByRole('button', { name: '开始会议' }).click();
    await page.locator(part('meeting')).waitFor();
    await page.keyboard.type(String(more));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '全县建设阶段' }).waitFor();

    // Or at once, with no agenda looked at before.
    await page.goto(`${county.address}/meetings?webgl=off`);
    await page.locator(part('start-weekly')).click();
    await page.locator(part('meeting')).waitFor();
    await page.waitForURL(/\/meeting\//);
    expect(faults).toEqual([]);
    expect(foreign).toEqual([]);
    await context.close();
  });

  test('a meeting whose answer was lost on the way is the same one when it is asked for again', async () => {
    const { page, context } = await openPage(browser, {}, 'office');
    await page.goto(`${county.address}/meetings?webgl=off`);
    const listed = () => page.locator(part('meeting-card')).count();
    await page.locator(part('new-weekly')).waitFor();
    const before = (await askAs<{ meetings: { id: string }[] }>(county.address, '/api/meetings', 'office')).meetings
      .length;
    let lost = 0;
    await page.route('**/api/meetings/*', async (route) => {
      if (route.request().method() !== 'PUT' || lost > 0) return route.fallback();
      lost += 1;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.locator(part('new-weekly')).click();
    await page.getByRole('alert').waitFor();
    await page.locator(part('new-weekly')).click();
    await page
      .locator(`${part('agenda')} [data-item]`)
      .first()
      .waitFor();
    expect(lost).toBe(1);
    const { meetings } = await askAs<{ meetings: { id: string }[] }>(county.address, '/api/meetings', 'office');
    expect(meetings).toHaveLength(before + 1);
    await expect.poll(listed).toBe(before + 1);
    await context.close();
  });

  test('a town reports a task put right on its phone, the office verifies and signs off', async () => {
    const office = await openPage(browser, {}, 'office');
    const { page } = office;
    await page.goto(`${county.address}/tasks`);
    await page.locator(part('task-add')).click();
    await page.locator(`${part('task-new')} ${part('search')}`).fill(await villageOfTown());
    await page.locator(part('search-hit')).first().click();
    await page.getByLabel('事项').fill('补齐公开栏');
    await page.getByLabel('天数').fill('5');
    // 30 October 2026 is a Friday: five working days end on the Friday after.
    expect(await page.locator(part('limit-due')).textContent()).toContain('2026年11月6日');
    await page.getByRole('button', { name: '交办', exact: true }).click();
    await page.locator(part('task-card')).filter({ hasText: '补齐公开栏' }).waitFor();

    const [given] = (await askAs<TasksAnswer>(county.address, '/api/tasks', 'office')).tasks;
    const field = await openPage(browser, phone, login);
    await field.page.goto(`${county.address}/?webgl=off`);
    await field.page.locator(part('tasks-waiting')).click();
    const card = field.page.locator(part('task-card')).filter({ hasText: '补齐公开栏' });
    await card.getByRole('button', { name: '反馈', exact: true }).click();
    await card.getByLabel('整改情况').fill('已更换公开栏');
    await card.locator(part('task-move')).getByRole('button', { name: '反馈', exact: true }).click();
    await expect
      .poll(async () => (await askAs<TasksAnswer>(county.address, '/api/tasks', login)).tasks[0]?.state)
      .toBe('remedied');
    await field.page.goto(`${county.address}/?webgl=off&place=${given?.place.code}`);
    await field.page.locator(part('dossier-tasks')).waitFor();
    expect(await field.page.locator(part('dossier-task-add')).count()).toBe(0);
    expect(await field.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(field.faults).toEqual([]);
    await field.context.close();

    // By keyboard: on to verified, on to signed off, the focus going along with the card.
    const own = page.locator(`${part('task-card')}[data-id="${given?.id}"]`);
    for (const [name, state] of [
      ['复核通过', 'verified'],
      ['销号', 'closed'],
    ] as const) {
      await own.getByRole('button', { name }).waitFor();
      await own.focus();
      await own.press('Alt+ArrowRight');
      await own.locator(part('task-move')).getByRole('button', { name }).click();
      await page.locator(`section[data-state="${state}"] [data-id="${given?.id}"]`).waitFor();
    }
    expect(await own.textContent()).toContain('已更换公开栏');

    // Outside a meeting, from the village's own dossier; half-written it is there again after a reload.
    await page.goto(`${county.address}/?webgl=off&layer=venue-schedule&place=${await villageOfTown()}`);
    const dossier = page.locator(part('dossier-tasks'));
    await page.locator(part('dossier-task-add')).click();
    await dossier.getByLabel('事项').fill('完善标识标牌');
    await page.reload();
    await page.locator(part('dossier-task-add')).click();
    await dossier.locator(part('task-restored')).waitFor();
    await dossier.getByRole('button', { name: '交办', exact: true }).click();
    await dossier.locator(part('task-card')).filter({ hasText: '完善标识标牌' }).waitFor();
    const [second] = (await askAs<TasksAnswer>(county.address, '/api/tasks', login)).tasks;
    expect(second).toMatchObject({ title: '完善标识标牌', about: 'venue', meetingId: null, limit: { days: 5 } });
    expect(office.faults).toEqual([]);
    await office.context.close();
  });
});

/** Code of a village of the town `town1` signs in for. */
async function villageOfTown(): Promise<string> {
  const session = await askAs<{ viewer: { places: { code: string }[] } }>(county.address, '/api/session', login);
  const areas = await askAs<AreasAnswer>(county.address, '/api/areas', login);
  const town = areas.towns.find(({ code }) => code === session.viewer.places[0]?.code);
  const village = areas.villages.find((one) => one.town === town?.fid);
  if (!village) throw new Error('the town has no village');
  return village.code;
}
