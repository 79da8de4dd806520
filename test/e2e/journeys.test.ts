import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreasAnswer } from '../../server/area/answer.ts';
import type { LayersAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import type { RankingAnswer } from '../../server/ranking/answer.ts';
import { readPdf } from '../paper/read-pdf.ts';
import { askAs, type County, openPage, startBrowser, startCounty } from './county.ts';
import { count, painted, part, texts } from './looking.ts';

let county: County;
let areas: AreasAnswer;

beforeAll(async () => {
  county = await startCounty();
  areas = await ask<AreasAnswer>('/api/areas');
});
afterAll(() => county?.stop());

const ask = <Answer>(path: string) => askAs<Answer>(county.address, path);

const numbersOf = async (page: Page, selector: string) =>
  (await page.locator(selector).allInnerTexts()).map((text) => Number(text.replace(/[^\d-]/g, '')));

describe.each([
  { map: 'with WebGL', webgl: true },
  { map: 'without WebGL', webgl: false },
])('the leader looks at the county $map', ({ webgl }) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser(webgl);
  });
  afterAll(() => browser?.close());

  async function open(path = '/') {
    const opened = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    await opened.page.goto(county.address + path);
    await painted(opened.page);
    return { ...opened, end: () => opened.context.close() };
  }
  const village = () => areas.villages[7]!;
  const townOf = (fid: number) => areas.towns.find((one) => one.fid === fid)!;

  test('the first page has map, KPI strip, legend and ranking, and asks no other host', async () => {
    const { page, foreign, faults, end } = await open();
    await count(page, part('kpi')).toBeGreaterThanOrEqual(4);
    await count(page, part('ranking-row')).toBe(areas.towns.length);
    await page.locator(part('legend')).waitFor();
    expect(foreign).toEqual([]);
    expect(faults).toEqual([]);
    await end();
  });

  test('the legend counts every village once', async () => {
    const { page, end } = await open();
    const whole = async () =>
      (await numbersOf(page, `${part('legend-class')} ${part('legend-count')}`)).reduce((sum, one) => sum + one, 0);
    await expect.poll(whole).toBe(areas.villages.length);
    await end();
  });

  test('drill-down county → town → village, then Esc and browser back', async () => {
    const { page, end } = await open();
    await page.locator(part('ranking-row')).first().click();
    await page.waitForURL(/place=/);
    const path = `${part('breadcrumb')} ${part('breadcrumb-place')}`;
    await count(page, path).toBe(2);
    const first = page.locator(`${part('dossier')} ${part('village-row')}`).first();
    await first.click();
    await count(page, path).toBe(3);
    await page.keyboard.press('Escape');
    await count(page, path).toBe(2);
    await page.goBack();
    await count(page, path).toBe(3);
    await end();
  });

  test('a copied link opens the same view', async () => {
    const { page, end } = await open(`/?place=${village().code}&layer=inspection-coverage`);
    await page.locator(part('dossier')).waitFor();
    await page.locator(part('copy-link')).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await openPage(browser);
    await other.page.goto(link);
    await painted(other.page, 'inspection-coverage');
    await other.page.locator(part('dossier')).getByText(village().name).first().waitFor();
    await other.context.close();
    await end();
  });

  test.each([
    ['full name', (name: string) => name],
    ['one character wrong', (name: string) => `${name.slice(0, -1)}鑫`],
  ])('search finds a village by %s', async (_, wanted) => {
    const target = areas.villages.find((one) => one.name.length >= 3)!;
    const { page, end } = await open();
    await page.keyboard.press('/');
    await page.keyboard.type(wanted(target.name));
    const first = async () => (await page.locator(part('search-hit')).allInnerTexts()).slice(0, 3).join(' ');
    await expect.poll(first).toContain(target.name);
    await end();
  });

  test('keys 1 to 3 change the theme', async () => {
    const { themes, layers } = await ask<LayersAnswer>('/api/layers');
    const { page, end } = await open();
    for (const theme of [...themes].reverse()) {
      await page.keyboard.press(String(theme.key));
      const main = layers.find((one) => one.theme === theme.id && one.parent === null)!;
      await painted(page, main.id);
    }
    await end();
  });

  test('a click on a class of the legend filters, and the address remembers it', async () => {
    const { page, end } = await open();
    await page.locator(part('legend-class')).first().click();
    await page.waitForURL(/classes=|filter=/);
    const pressed = `${part('legend-class')}[aria-pressed="true"]`;
    await count(page, pressed).toBe(1);
    await page.reload();
    await painted(page);
    await count(page, pressed).toBe(1);
    await end();
  });

  test('the dossier says why, lists the 19 items, and says so where nothing was reported', async () => {
    const values = await ask<ValuesAnswer>('/api/layers/venue-schedule/values');
    const layer = (await ask<LayersAnswer>('/api/layers')).layers.find((one) => one.id === 'venue-schedule')!;
    const silent = layer.classes.findIndex((one) => one.lamp === 'silent').toString(36);
    const sorted = [...areas.villages].sort((a, b) => a.fid - b.fid);
    const reporting = sorted.find((_, i) => values.classes[i] !== silent)!;
    const quiet = sorted.find((_, i) => values.classes[i] === silent)!;
    const { page, end } = await open(`/?place=${reporting.code}`);
    await page
      .locator(`${part('dossier')} [data-part="why"]`)
      .first()
      .waitFor();
    await count(page, `${part('dossier')} ${part('item')}`).toBe(19);
    await page.goto(`${county.address}/?place=${quiet.code}`);
    await page.locator(part('dossier')).getByText(quiet.name).first().waitFor();
    await page.locator(part('dossier')).getByText('未报送').first().waitFor();
    await end();
  });

  test('every number of the KPI strip opens a list of just that many', async () => {
    const { page, end } = await open();
    const kpis = page.locator(part('kpi'));
    await count(page, part('kpi')).toBeGreaterThanOrEqual(4);
    for (let i = 0; i < (await kpis.count()); i++) {
      const value = Number((await kpis.nth(i).locator('[data-part="kpi-value"]').innerText()).replace(/\D/g, ''));
      await kpis.nth(i).click();
      await page.locator(part('list')).waitFor();
      await count(page, part('list-row')).toBe(value);
      await page.keyboard.press('Escape');
      await page.locator(part('list')).waitFor({ state: 'detached' });
    }
    await end();
  });

  test('a click on the map selects a village', async () => {
    const { page, end } = await open(`/?place=${townOf(village().town).code}`);
    const box = (await page.locator('[data-map-state]').boundingBox())!;
    const isVillage = (code: string | null) => areas.villages.some((one) => one.code === code);
    // While the map still flies there, what is under its middle may be nothing; a village chosen already is not clicked away.
    const click = async () => {
      const chosen = new URL(page.url()).searchParams.get('selected');
      if (!isVillage(chosen)) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      return isVillage(chosen);
    };
    await expect.poll(click, { interval: 400 }).toBe(true);
    await end();
  });

  test('printed, it is one sheet on its side with title, day, figures and legend', async () => {
    const { page, end } = await open();
    const [sheet, ...more] = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(more).toEqual([]);
    expect(Math.round(sheet!.width)).toBe(842);
    // The browser writes some characters as the radicals they look like.
    const text = sheet!.text.normalize('NFKC');
    for (const said of ['县域一张图', '数据截至2026年10月30日', '有超期事项的村', '验收合格'])
      expect(text).toContain(said);
    expect(sheet!.items.filter(({ x, width }) => x + width > sheet!.width)).toEqual([]);
    await end();
  });

  test('the ranking on the page is the ranking of the API', async () => {
    const ranking = await ask<RankingAnswer>('/api/rankings?layer=venue-schedule');
    const { page, end } = await open();
    await texts(page, `${part('ranking-row')} ${part('ranking-name')}`).toEqual(ranking.rows.map((row) => row.name));
    await end();
  });
});
