import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ListAnswer } from '../../server/list/answer.ts';
import { readPdf } from '../paper/read-pdf.ts';
import { askAs, type County, cookieOf, openPage, personOf, startBrowser, startCounty } from './county.ts';
import { painted, part } from './looking.ts';

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

test('the current view is exported by the dialog, followed, given up and downloaded; by keys alone', async () => {
  const { page, context, foreign, faults } = await openPage(browser, { acceptDownloads: true }, 'office');
  await page.goto(`${county.address}/?layer=venue-stage&classes=built&webgl=off`);
  await painted(page, 'venue-stage');
  await page.focus(part('export-open'));
  await page.keyboard.press('Enter');
  const dialog = page.locator(part('export'));
  await dialog.waitFor();
  await dialog.locator(part('review-number')).fill('云S（2026）012号');
  await dialog.locator(part('export-size')).selectOption('A0');
  await dialog.locator(part('export-begin')).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect.poll(() => dialog.getByRole('status').textContent()).toBe('已取消，没有生成文件。');
  await expect.poll(() => askAs(county.address, '/api/papers', 'office')).toEqual({ papers: [] });
  expect(await askAs(county.address, '/api/review-number', 'office')).toEqual({ number: '云S（2026）012号' });

  const saved = async (kind: string) => {
    await dialog.locator(`input[value="${kind}"]`).check();
    const coming = page.waitForEvent('download');
    await dialog.locator(part('export-begin')).click();
    const download = await coming;
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const sheet = await saved('sheet');
  expect(sheet.name).toMatch(/^云岫县建设阶段.*\.pdf$/);
  expect(sheet.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const table = await saved('table');
  const list = await askAs<ListAnswer>(county.address, '/api/layers/venue-stage/list?class=built', 'office');
  expect(table.bytes.toString('utf8').trim().split('\r\n')).toHaveLength(list.rows.length + 2);
  // Closed and opened again, what was made is still there to be fetched or thrown away.
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.count()).toBe(0);
  await page.click(part('export-open'));
  const recent = dialog.locator(part('recent-papers')).locator('li');
  await expect.poll(() => recent.count()).toBe(2);
  const again = page.waitForEvent('download');
  await recent.getByRole('link', { name: sheet.name }).click();
  expect((await again).suggestedFilename()).toBe(sheet.name);
  for (const left of [1, 0]) {
    await recent.first().getByRole('button', { name: '删除' }).click();
    await expect.poll(() => recent.count()).toBe(left);
  }
  expect(await askAs(county.address, '/api/papers', 'office')).toEqual({ papers: [] });
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.count()).toBe(0);
  expect(foreign).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test('papers of a meeting: the review book in black and white where ticked, and what fails says why and can be tried again', async () => {
  const id = crypto.randomUUID();
  const { origin } = new URL(county.address);
  const cookie = await cookieOf(origin, 'office');
  const person = await personOf(origin, cookie);
  const headers = { origin, 'content-type': 'application/json', cookie, 'signed-in-as': person };
  const post = async (method: string, path: string, body: object) => {
    const answer = await fetch(`${origin}/api/meetings/${id}${path}`, { method, headers, body: JSON.stringify(body) });
    expect(answer.status).toBe(200);
  };
  const { items } = await askAs<{ items: object[] }>(
    county.address,
    '/api/meetings/proposed?template=weekly',
    'office',
  );
  const body = { title: '调度会', heldOn: '2026-10-30', items: items.slice(0, 2) };
  await post('PUT', '', { id: crypto.randomUUID(), base: '', body });
  await post('POST', '/move', { id: crypto.randomUUID(), move: 'begin' });
  const { page, context } = await openPage(browser, { acceptDownloads: true }, 'office');
  await page.goto(`${county.address}/meetings`);
  const asked: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/api/papers')) asked.push(request.postDataJSON().asked);
  });
  await page.locator(part('grey-review')).check();
  const coming = page.waitForEvent('download');
  await page.click(part('paper-review'));
  expect((await coming).suggestedFilename()).toBe('调度会 点评册.pdf');
  expect(asked).toEqual([{ meeting: id, ink: 'grey' }]);

  const gone = '**/api/papers/*';
  await page.route(gone, (route) => route.abort());
  await page.click(part('paper-slides'));
  await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/生成失败\s*无法连接服务器。请检查网络后重试。/);
  await page.unroute(gone);
  const second = page.waitForEvent('download');
  await page.click(part('paper-slides'));
  expect((await second).suggestedFilename()).toBe('调度会 幻灯片.pptx');
  expect(await page.getByRole('alert').count()).toBe(0);
  await context.close();
});

test('a town reads the review number and cannot write it; English is whole', async () => {
  const { page, context } = await openPage(browser, {}, 'town1');
  await page.goto(`${county.address}/?lang=en&webgl=off`);
  await painted(page);
  await page.click(part('export-open'));
  const dialog = page.locator(part('export'));
  await expect.poll(() => dialog.locator(part('review-number')).getAttribute('readonly')).not.toBeNull();
  expect(await dialog.innerText()).not.toMatch(/\p{Script=Han}/u);
  await context.close();
});

test('the browser prints every row of a list, and of a page beside the map, with its header on each sheet', async () => {
  const { page, context } = await openPage(browser, {}, 'office');
  // Chromium names some characters by their radicals.
  const printed = async (of: Page = page) =>
    (await readPdf(await of.pdf({ preferCSSPageSize: true }))).map(({ text }) => text.normalize('NFKC'));
  await page.goto(`${county.address}/?layer=venue-stage&webgl=off`);
  await painted(page, 'venue-stage');
  await page.locator(part('kpi')).first().click();
  await page.locator(part('list-row')).first().waitFor();
  const listed = await page.locator(part('list-row')).count();
  const sheets = await printed();
  expect(sheets.join('').match(/来源/g)).toHaveLength(listed);
  for (const text of sheets) expect(text).toContain('判定依据');
  await context.close();
  const auditor = await openPage(browser, {}, 'auditor');
  await auditor.page.goto(`${county.address}/audit`);
  await auditor.page.locator('tbody tr').nth(20).waitFor();
  const rows = await auditor.page.locator('tbody tr').count();
  const log = (await printed(auditor.page)).join('');
  expect(log.match(/\d{4}年\d{1,2}月\d{1,2}日\d{1,2}:\d{2}/g)?.length).toBe(rows);
  await auditor.context.close();
});
