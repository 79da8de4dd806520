import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreasAnswer } from '../../server/area/answer.ts';
import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { VenueFormAnswer, VenueFormValues } from '../../server/form/form-answers.ts';
import { askAs, type County, cookieOf, openPage, startBrowser, startCounty } from './county.ts';
import { count, painted, part } from './looking.ts';

let county: County;
let browser: Browser;
let villages: { code: string; fid: number; venue: VenueFormValues }[];

beforeAll(async () => {
  county = await startCounty();
  browser = await startBrowser(false);
  villages = await villagesOf('town1');
});
afterAll(async () => {
  await browser?.close();
  await county?.stop();
});

const asked = <Answer>(path: string, login: string) => askAs<Answer>(county.address, path, login);

/** The villages a town may report on whose venue is not built yet; one whose structure is under way first. */
async function villagesOf(login: string) {
  const areas = await asked<AreasAnswer>('/api/areas', login);
  const cookie = await cookieOf(county.address, login);
  const found = [];
  for (const { code, fid } of areas.villages) {
    const answer = await fetch(`${county.address}/api/places/${code}/forms/venue`, { headers: { cookie } });
    if (answer.status !== 200) continue;
    const { values: venue, writable } = (await answer.json()) as VenueFormAnswer;
    const underway = ['structure-underway', 'structure-done', 'fitting-out', 'not-started'].indexOf(venue.stage ?? '');
    if (writable.includes('stage') && underway >= 0) found.push({ code, fid, venue, underway });
  }
  found.sort((one, next) => one.underway - next.underway);
  expect(found[0]?.venue.stage).toBe('structure-underway');
  return found;
}

/** A village whose venue was last reported before a day. */
async function reportedBefore(day: string): Promise<string> {
  const cookie = await cookieOf(county.address, 'office');
  const get = async (path: string) => (await fetch(county.address + path, { headers: { cookie } })).json();
  const areas = (await get('/api/areas')) as AreasAnswer;
  for (const { code } of areas.villages) {
    const { venue } = (await get(`/api/places/${code}`)) as DossierAnswer;
    if (venue && venue.reportedOn < day) return code;
  }
  throw new Error(`every venue was reported on ${day} or later`);
}

const venueOf = (code: string, login = 'office') => asked<VenueFormAnswer>(`/api/places/${code}/forms/venue`, login);

/** A person before the form of a village's venue. */
async function atForm(login: string, code: string, more: { options?: object; query?: string } = {}) {
  const opened = await openPage(browser, more.options ?? {}, login);
  await opened.page.goto(`${county.address}/?webgl=off&layer=venue-stage&place=${code}${more.query ?? ''}`);
  return opened;
}

async function openByClick(page: Page) {
  await page.locator(part('edit-venue')).click();
  await page.locator(part('form-save')).waitFor();
}

const drafts = (page: Page) =>
  expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft:'))));

const fillOf = (page: Page, fid: number) => page.locator(`path[data-fid="${fid}"]`).first().getAttribute('fill');

describe('forms', () => {
  test('a town reports a stage by keyboard alone, and the map takes the new colour', async () => {
    const village = villages[0]!;
    const { page, context, faults } = await atForm('town1', village.code);
    await page.waitForSelector(`${part('dossier')} ${part('edit-venue')}`);
    await painted(page);
    const before = await fillOf(page, village.fid);
    await page.locator(part('edit-venue')).focus();
    await page.keyboard.press('Enter');
    await page.locator(part('form-save')).waitFor();
    const focusedName = () => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
    const tabTo = async (wanted: (name: string) => boolean) => {
      for (let step = 0; step < 80 && !wanted(await focusedName()); step++) await page.keyboard.press('Tab');
    };
    await tabTo((name) => name.endsWith('stage'));
    await page.keyboard.press('ArrowRight');
    await tabTo((name) => name === 'milestones.structure.doneOn');
    await page.keyboard.type('10302026');
    await page.keyboard.press('Control+s');
    await page.locator(part('form')).waitFor({ state: 'detached' });
    await expect.poll(() => fillOf(page, village.fid)).not.toBe(before);
    const { values, saved } = await venueOf(village.code);
    expect(values.stage).toBe('structure-done');
    expect(values.milestones.find(({ key }) => key === 'structure')?.doneOn).toBe('2026-10-30');
    expect(saved?.by).not.toBeNull();
    expect(new URL(page.url()).searchParams.get('place')).toBe(village.code);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('what is wrong stands at its field, tied to it, and the first has the focus', async () => {
    const village = villages[1]!;
    const { page, context } = await atForm('town1', village.code);
    await openByClick(page);
    await page.locator('input[name="milestones.built.doneOn"]').fill('2026-12-24');
    // Said at once, before anything is sent.
    await page.locator(part('form-fault'), { hasText: '2026' }).first().waitFor();
    await page.locator(part('form-save')).click();
    await page.locator(part('form-refused')).waitFor();
    const field = page.locator('[aria-invalid="true"]').first();
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    const sentence = await field.evaluate(
      (one) => document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
    );
    expect(sentence.length).toBeGreaterThan(5);
    expect((await venueOf(village.code)).values).toEqual({ ...village.venue, reportedOn: null });
    await context.close();
  });

  test('two people change one field: the second chooses, and what only one changed stays', async () => {
    const village = villages[1]!;
    const one = await atForm('office', village.code);
    const other = await atForm('office', village.code);
    await openByClick(one.page);
    await openByClick(other.page);
    await other.page.locator('input[name="subsidyFen"]').fill('31');
    await other.page.locator('input[name="milestones.acceptance.plannedOn"]').fill('2026-11-25');
    await other.page.locator(part('form-save')).click();
    await other.page.locator(part('form')).waitFor({ state: 'detached' });
    await one.page.locator('input[name="milestones.acceptance.plannedOn"]').fill('2026-11-26');
    await one.page.locator(part('form-save')).click();
    const conflict = one.page.locator(part('form-conflict'));
    await count(one.page, `${part('form-conflict')} [data-path]`).toBe(1);
    await expect.poll(() => one.page.locator(part('form-settle')).isDisabled()).toBe(true);
    await conflict.locator('[data-path="milestones.acceptance.plannedOn"] [data-choice="mine"]').click();
    await one.page.locator(part('form-settle')).click();
    await one.page.locator(part('form')).waitFor({ state: 'detached' });
    const { values } = await venueOf(village.code);
    expect(values.subsidyFen).toBe(31_000_000);
    expect(values.milestones.find(({ key }) => key === 'acceptance')?.plannedOn).toBe('2026-11-26');
    await one.context.close();
    await other.context.close();
  });

  test('a draft survives a reload, belongs to one person, and is gone once discarded', async () => {
    const village = villages[2]!;
    const { page, context } = await atForm('town1', village.code);
    await openByClick(page);
    const field = page.locator('input[name="milestones.acceptance.plannedOn"]');
    const known = await field.inputValue();
    await field.fill('2026-11-20');
    await page.reload();
    await page.locator(part('form-restored')).waitFor();
    await expect.poll(() => field.inputValue()).toBe('2026-11-20');
    await page.locator(`${part('form-restored')} button`).click();
    await page.locator(part('form-restored')).waitFor({ state: 'detached' });
    await expect.poll(() => field.inputValue()).toBe(known);
    await drafts(page).toEqual([]);
    await context.close();
  });

  test('no change is reported at one tap; what is odd but right is saved after saying so', async () => {
    const code = await reportedBefore('2026-10-30');
    const { values: venue } = await venueOf(code);
    const reportedOn = async () => (await asked<DossierAnswer>(`/api/places/${code}`, 'office')).venue?.reportedOn;
    const { page, context } = await atForm('office', code);
    expect(await reportedOn()).not.toBe('2026-10-30');
    await openByClick(page);
    await page.locator(part('form-unchanged')).click();
    await page.locator(part('form')).waitFor({ state: 'detached' });
    expect(await reportedOn()).toBe('2026-10-30');
    expect((await venueOf(code)).values.items).toEqual(venue.items);
    await openByClick(page);
    await page.locator('input[name="subsidyFen"]').fill('5');
    await page.locator('input[name="subsidyPaidFen"]').fill('6');
    await page.keyboard.press('Control+s');
    await page.locator(`${part('form-reason')} textarea`).fill('工程款到期');
    await page.locator(part('form-confirm')).click();
    await page.locator(part('form')).waitFor({ state: 'detached' });
    expect((await venueOf(code)).values.subsidyPaidFen).toBe(6_000_000);
    await context.close();
  });

  test('signing out wipes the drafts of that person and of nobody else', async () => {
    const { page, context } = await atForm('town1', villages[2]!.code);
    await page.evaluate(() => localStorage.setItem('draft:another:1:venue', '{}'));
    await openByClick(page);
    await page.locator('input[name="milestones.acceptance.plannedOn"]').fill('2026-11-23');
    await page.keyboard.press('Escape');
    await page.locator(part('form-keep')).click();
    await page.locator(part('form')).waitFor({ state: 'detached' });
    await drafts(page).toHaveLength(2);
    await page
      .locator(`${part('user-menu')} button`)
      .first()
      .click();
    await page.locator(part('sign-out')).click();
    await page.locator(part('sign-in')).waitFor();
    await drafts(page).toEqual(['draft:another:1:venue']);
    await context.close();
  });

  test('a form left by Esc asks first; a server away keeps what was typed and sends it again once', async () => {
    const village = villages[2]!;
    const { page, context } = await atForm('office', village.code);
    await openByClick(page);
    await page.locator('input[name="milestones.acceptance.plannedOn"]').fill('2026-11-21');
    await page.keyboard.press('Escape');
    await page.locator(part('form-leaving')).waitFor();
    await page.keyboard.press('Enter');
    await page.locator(part('form-leaving')).waitFor({ state: 'detached' });
    const ids: string[] = [];
    await page.route('**/forms/venue', async (route) => {
      if (route.request().method() === 'PUT') ids.push((route.request().postDataJSON() as { id: string }).id);
      if (ids.length === 1) await route.abort('connectionrefused');
      else await route.continue();
    });
    await page.locator(part('form-save')).click();
    await page.locator(part('form-away')).waitFor();
    await page.locator(`${part('form-away')} button`).click();
    await page.locator(part('form')).waitFor({ state: 'detached' });
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    const { values } = await venueOf(village.code);
    expect(values.milestones.find(({ key }) => key === 'acceptance')?.plannedOn).toBe('2026-11-21');
    await context.close();
  });

  test('the sign-in ends while somebody types: nothing is lost after signing in again', async () => {
    const village = villages[2]!;
    const { page, context } = await atForm('town1', village.code);
    await openByClick(page);
    await page.locator('input[name="milestones.acceptance.plannedOn"]').fill('2026-11-22');
    await context.clearCookies();
    // What the page asks by itself may learn of it before the save does.
    const [save, signIn] = [page.locator(part('form-save')), page.locator(part('sign-in'))];
    await signIn.or(save).first().click();
    await signIn.waitFor();
    await page.locator('[data-login="town1"]').click();
    await page.locator(part('form-restored')).waitFor();
    const field = page.locator('input[name="milestones.acceptance.plannedOn"]');
    await expect.poll(() => field.inputValue()).toBe('2026-11-22');
    await context.close();
  });

  test('on a phone the form fills the screen, nothing runs over its edge, and what is tapped is large', async () => {
    const village = villages[0]!;
    const { page, context } = await atForm('town1', village.code, {
      options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      query: '&form=venue',
    });
    await page.locator(part('form-save')).waitFor();
    await expect
      .poll(() => page.locator(part('form')).boundingBox())
      .toMatchObject({ x: 0, y: 0, width: 390, height: 844 });
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.form-sheet :is(.choice-row label, button, input[type="date"])')]
        .map((one) => ({ name: one.textContent || one.className, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.height < 40 || box.right > 390.5))
        .map(({ name }) => name),
    );
    expect(small).toEqual([]);
    await context.close();
  });

  test('who may not report finds no way into the form, by link neither', async () => {
    const village = villages[0]!;
    const { page, context } = await atForm('leader1', village.code, { query: '&form=venue' });
    await page
      .locator(`${part('dossier')} ${part('why')}`)
      .first()
      .waitFor();
    expect(await page.locator(part('edit-venue')).count()).toBe(0);
    expect(await page.locator(part('form')).count()).toBe(0);
    expect((await asked<DossierAnswer>(`/api/places/${village.code}`, 'leader1')).kind).toBe('village');
    await context.close();
  });
});
