import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreasAnswer } from '../../server/area/answer.ts';
import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { EditionOf } from '../../server/form/form-answers.ts';
import type { LayersAnswer } from '../../server/layer/answer.ts';
import { askAs, type County, openPage, startBrowser, startCounty } from './county.ts';
import { part } from './looking.ts';

let county: County;
let browser: Browser;
let code: string;

beforeAll(async () => {
  county = await startCounty();
  browser = await startBrowser(false);
  code = (await asked<AreasAnswer>('/api/areas', 'town1')).villages[1]?.code ?? '';
});
afterAll(async () => {
  await browser?.close();
  await county?.stop();
});

const asked = <Answer>(path: string, login: string) => askAs<Answer>(county.address, path, login);

/** A person at a village with a form open. */
async function atForm(login: string, form: string, options: object = {}) {
  const opened = await openPage(browser, options, login);
  await opened.page.goto(`${county.address}/?webgl=off&layer=venue-stage&place=${code}&form=${form}`);
  return opened;
}

describe('forms of the office', () => {
  test('the office plans an unannounced visit; its team notes it at one tap on a phone; the town learns of it only then', async () => {
    const team = '县级领导包抓督导';
    const visitsOf = async (login: string) => (await asked<DossierAnswer>(`/api/places/${code}`, login)).visits;
    const before = await visitsOf('town1');
    const office = await atForm('office', 'plan');
    await office.page.locator('.choice-row label[data-value="false"]').first().click();
    await office.page.locator('input[name="team"]').fill(team);
    await office.page.locator(part('form-save')).click();
    await office.page.locator(part('form')).waitFor({ state: 'detached' });
    await office.context.close();
    expect(await visitsOf('town1')).toEqual(before);
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const { page, context } = await atForm('inspector', 'visits', phone);
    await page.locator(part('open-visit')).filter({ hasText: team }).locator('button').first().click();
    await page.locator(part('visit-no-change')).click();
    await page.locator(part('form')).waitFor({ state: 'detached' });
    await context.close();
    const after = await visitsOf('town1');
    expect(after).toHaveLength(before.length + 1);
    const made = after.find(({ id }) => !before.some((one) => one.id === id));
    expect(made).toMatchObject({ announced: false, team, findings: [] });
  });

  test('the office renames a village from today, and its former name stays known', async () => {
    const { name } = (await asked<DossierAnswer>(`/api/places/${code}`, 'office')).place;
    const { page, context, faults } = await atForm('office', 'areas');
    await page.locator('input[name="name"]').fill('新和村');
    await page.locator(part('form-save')).click();
    await page.locator('.form-foot .form-primary:not([data-part])').click();
    await page.locator(part('form')).waitFor({ state: 'detached' });
    const dossier = await asked<DossierAnswer>(`/api/places/${code}`, 'office');
    expect(dossier.formerNames.map((former) => former.name)).toContain(name);
    await page.locator(`${part('dossier')} h2`, { hasText: dossier.place.name }).waitFor();
    expect(dossier.place.name).not.toBe(name);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('another limit from today changes the classes of that day on, and is kept as an edition', async () => {
    const before = await asked<EditionOf<'thresholds'>>('/api/editions/thresholds', 'office');
    const { page, context } = await openPage(browser, {}, 'office');
    await page.goto(`${county.address}/admin#editions`);
    await page.getByRole('button', { name: '亮灯阈值' }).click();
    await page.getByLabel('阵地滞后转为超期（天）').fill('9.5');
    await page.locator(part('form-fault'), { hasText: '0–365' }).waitFor();
    await page.getByLabel('阵地滞后转为超期（天）').fill('9');
    await page.locator(part('form-fault')).waitFor({ state: 'detached' });
    await page.locator(part('edition-form')).getByRole('button', { name: '保存' }).click();
    await expect
      .poll(async () => (await asked<EditionOf<'thresholds'>>('/api/editions/thresholds', 'office')).body.venueLateDays)
      .toBe(9);
    expect(before.body.venueLateDays).toBe(7);
    const title = (layers: LayersAnswer) => JSON.stringify(layers.layers.find(({ id }) => id === 'venue-schedule'));
    expect(title(await asked<LayersAnswer>('/api/layers', 'leader1'))).toContain('9');

    // A span of holidays is added at once, a day of it taken out again; limits in working days go by it.
    await page.getByRole('button', { name: '节假日' }).click();
    const holidays = page.locator(part('edition-form'));
    await holidays.getByLabel('放假的工作日及节日 从').fill('2026-11-04');
    await holidays.getByLabel('放假的工作日及节日 到').fill('2026-11-06');
    await holidays.locator('fieldset', { hasText: '放假的工作日及节日' }).getByRole('button', { name: '加入' }).click();
    await holidays.getByRole('button', { name: /2026年11月5日/ }).click();
    await holidays.getByRole('button', { name: '保存' }).click();
    const kept = async () => (await asked<EditionOf<'holidays'>>('/api/editions/holidays', 'office')).body.off;
    await expect
      .poll(async () => (await kept()).filter((day) => day.startsWith('2026-11')))
      .toEqual(['2026-11-04', '2026-11-06']);
    await context.close();
  });
});
