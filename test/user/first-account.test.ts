import { expect, test } from 'vitest';
import { writeSetting } from '../../server/db/setting.ts';
import { addSamplePeople } from '../../server/import/sample-people.message.ts';
import { readAccount, readAccounts } from '../../server/user/account/account-store.ts';
import type { SessionAnswer } from '../../server/user/answer.ts';
import { offerSetUp } from '../../server/user/session/set-up.ts';
import { viewerOfAccount } from '../../server/user/viewer-of.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { addAccount, password, refusalOf, served } from './signed-in.ts';

eachEngine('the first account', (open) => {
  const first = { login: 'zhou', name: '周文清', post: '副部长', password };

  test('is made once, by the newest link, and is the office’s', async () => {
    const store = await open();
    const { browser: at } = served(store);
    const before = (await (await at().ask('GET', '/api/session')).json()) as SessionAnswer;
    expect([before.setUp, before.sample, before.people]).toEqual([true, false, null]);
    const old = await offerSetUp(store);
    const token = await offerSetUp(store);
    const kept = JSON.stringify(await store.db.selectFrom('setting').selectAll().execute());
    expect(kept).not.toContain(token);

    const browser = at();
    const make = (given: object) => browser.ask('POST', '/api/set-up', { ...first, token, ...given });
    expect(await refusalOf(await make({ token: old }))).toMatch(/set-up-over$/);
    expect(await refusalOf(await make({ token: 'AAAAAAAAAAAAAAAAAAAAAA' }))).toMatch(/set-up-over$/);
    expect(await refusalOf(await make({ password: 'password' }))).toMatch(/password-classes$/);
    const made = (await (await make({})).json()) as SessionAnswer;
    expect([made.viewer?.role, made.viewer?.mustChange, made.setUp]).toEqual(['office', false, false]);
    expect(await refusalOf(await make({ login: 'other' }))).toMatch(/set-up-over$/);
    expect(await offerSetUp(store)).toBeNull();
    expect(await store.db.selectFrom('setting').where('name', '=', 'setUp').selectAll().execute()).toEqual([]);
    expect((await readAccounts(store)).map(({ login }) => login)).toEqual(['zhou']);
    expect((await at().signIn('zhou')).status).toBe(200);
  });

  test('of two that come at the same moment one is made', async () => {
    const store = await open();
    const { browser: at } = served(store);
    const token = await offerSetUp(store);
    const answers = await Promise.all(
      ['zhou', 'wang'].map((login) => at().ask('POST', '/api/set-up', { ...first, login, token })),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBe(1);
    expect((await readAccounts(store)).length).toBe(1);
  });
});

eachEngine('invented people', (open) => {
  test('have no password, are taken by one click in the sample county only, and no longer once they have one', async () => {
    const store = await open();
    await fillCounty(store);
    await writeSetting(store, 'sample', 'yes');
    await addSamplePeople(store);
    await addSamplePeople(store);
    const accounts = await readAccounts(store);
    expect(accounts.every(({ passwordHash }) => passwordHash === null)).toBe(true);
    expect(accounts.map(({ login }) => login).sort()).toEqual(
      ['admin', 'auditor', 'finance', 'inspector', 'office', 'security', 'town1', 'town2', 'village'].sort(),
    );
    const { browser: at } = served(store);
    const take = async (login: string) => (await at().ask('POST', '/api/session/sample', { login })).status;
    expect([await take('town1'), await take('stranger')]).toEqual([200, 403]);
    const signedOut = (await (await at().ask('GET', '/api/session')).json()) as SessionAnswer;
    expect(signedOut.people?.map(({ login }) => login)).toContain('town1');
    for (const secret of ['', 'town1', 'password', 'null'])
      expect((await at().signIn('town1', secret)).status).not.toBe(200);
    await addAccount(store, { login: 'real', role: 'leader' });
    expect(await take('real')).toBe(403);
    await writeSetting(store, 'sample', 'no');
    expect(await take('town1')).toBe(403);
  });
});

eachEngine('what an account sees', (open) => {
  test('follows its role: places, items and unannounced plans', async () => {
    const store = await open();
    await fillCounty(store);
    const town1 = ['area-2', 'area-3', 'area-4', 'area-5'];
    const cases = [
      [{ role: 'leader' }, { places: 'county', subjects: 'all', sealed: [] }],
      [{ role: 'office' }, { places: 'county', subjects: 'all', sealed: 'all', standsFor: ['security', 'auditor'] }],
      [
        { role: 'department', subjects: ['venue'] },
        { places: 'county', subjects: ['venue'], sealed: [] },
      ],
      [
        { role: 'town', places: ['area-2'] },
        { places: town1, subjects: 'all', sealed: [], root: { places: ['area-2'], on: today } },
      ],
      [
        { role: 'town', places: ['area-6'] },
        { places: ['area-6', 'area-7'], subjects: 'all', sealed: [], root: { places: ['area-6'], on: today } },
      ],
      [
        { role: 'village', places: ['area-3'] },
        { places: ['area-3'], subjects: 'all', sealed: [], root: { places: ['area-3'], on: today } },
      ],
      [
        { role: 'inspector', teams: ['一组'] },
        { places: ['area-3', 'area-4'], subjects: 'all', sealed: ['一组'] },
      ],
      [
        { role: 'inspector', teams: ['九组'] },
        { places: [], subjects: 'all', sealed: ['九组'] },
      ],
      [{ role: 'administrator' }, { places: [], subjects: 'all', sealed: [] }],
    ] as const;
    for (const [at, [given, seen]] of cases.entries()) {
      const { role, ...more } = { places: [], subjects: [], teams: [], ...given };
      const lists = { places: [...more.places], subjects: [...more.subjects], teams: [...more.teams] };
      const id = await addAccount(store, { login: `one${at}`, role, ...lists }, null);
      const account = await readAccount(store, { id });
      expect(account && (await viewerOfAccount(store, account))).toEqual({ id, role, ...seen });
    }
  });
});
