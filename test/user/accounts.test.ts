import { beforeAll, expect, test, vi } from 'vitest';
import type { Store } from '../../server/db/open.ts';
import type { AccountGiven } from '../../server/user/account/account-schemas.ts';
import type { AccountDone, AccountsAnswer, SessionAnswer } from '../../server/user/answer.ts';
import { fillCounty } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { addAccount, type Browser, password, refusalOf, served } from './signed-in.ts';

const given = (login: string, more: Partial<AccountGiven> = {}): AccountGiven => ({
  login,
  name: '测试员',
  post: '干事',
  unit: null,
  workPhone: null,
  role: 'leader',
  state: 'active',
  places: [],
  subjects: [],
  teams: [],
  ...more,
});

eachEngine('accounts', (open) => {
  let store: Store;
  let county: ReturnType<typeof served>;
  let office: Browser;
  let officeId: string;
  let administrator: Browser;

  beforeAll(async () => {
    store = await open();
    await fillCounty(store);
    officeId = await addAccount(store, { login: 'office', role: 'office' });
    await addAccount(store, { login: 'admin', role: 'administrator' });
    county = served(store);
    office = county.browser('10.0.0.1');
    administrator = county.browser('10.0.0.2');
    await office.signIn('office');
    await administrator.signIn('admin');
  });

  const signedIn = async (login: string, secret = password) => {
    const browser = county.browser(`10.1.0.${login.length}`);
    expect((await browser.signIn(login, secret)).status).toBe(200);
    return browser;
  };
  /** What the streams hear while something is done. */
  const toldWhile = async (work: () => Promise<unknown>) => {
    const told: string[] = [];
    const silent = county.users.sessions.onEnd((account) => told.push(account));
    await work();
    silent();
    return told;
  };

  test('are seen by the office and the administrator only', async () => {
    await addAccount(store, { login: 'reader', role: 'leader' });
    const reader = await signedIn('reader');
    expect(await refusalOf(await reader.ask('GET', '/api/accounts'))).toBe('403 not-allowed');
    expect(await refusalOf(await reader.ask('POST', '/api/accounts', given('reader2')))).toBe('403 not-allowed');
    for (const browser of [office, administrator]) expect(await browser.status('/api/accounts')).toBe(200);
    const answer = await (await office.ask('GET', '/api/accounts')).text();
    expect(answer).not.toMatch(/argon2|SEALED/);
  });

  /** Sets a password by a one-time link, in a browser of its own. */
  const usingLink = async (link: AccountDone['link'], secret = 'Qinling-2027') => {
    const browser = county.browser('10.2.0.1');
    const token = link?.address.split('#')[1];
    return { browser, answer: await browser.ask('POST', '/api/session/link/use', { token, password: secret }) };
  };
  const done = async (answer: Promise<Response>) => (await (await answer).json()) as AccountDone;

  test('a new one is entered by a one-time link only, which its person gets from the office and uses once', async () => {
    const made = await done(office.ask('POST', '/api/accounts', given('newcomer')));
    expect(made).toMatchObject({ proposed: false, link: { address: expect.stringMatching(/^\/account#[\w-]{22}$/) } });
    expect(JSON.stringify(await store.db.selectFrom('account').selectAll().execute())).not.toContain(
      made.link?.address.split('#')[1],
    );
    const whom = await county.browser().ask('POST', '/api/session/link', { token: made.link?.address.split('#')[1] });
    expect(await whom.json()).toMatchObject({ login: 'newcomer', name: '测试员', roleTitle: { zh: '县级领导' } });
    expect(await refusalOf((await usingLink(made.link, 'weak')).answer)).toMatch(/password-short$/);
    const { browser, answer } = await usingLink(made.link);
    expect(answer.status).toBe(200);
    expect(await browser.status()).toBe(200);
    expect(await refusalOf((await usingLink(made.link)).answer)).toBe('403 link-over');
    expect(await refusalOf(await office.ask('POST', '/api/accounts', given('Newcomer')))).toMatch(/login-taken$/);
  });

  test('a link is over after seven days, and when another takes its place', async () => {
    const { id, link } = await done(office.ask('POST', '/api/accounts', given('latecomer')));
    const again = await done(office.ask('POST', `/api/accounts/${id}/link`, {}));
    expect(await refusalOf((await usingLink(link)).answer)).toBe('403 link-over');
    await store.db
      .updateTable('account')
      .set({ linkUntil: new Date(Date.now() - 1000).toISOString() })
      .where('id', '=', id)
      .execute();
    expect(await refusalOf((await usingLink(again.link)).answer)).toBe('403 link-over');
  });

  test.each([
    ['no login', given('a b'), 'login-malformed'],
    ['a town without one', given('t1', { role: 'town' }), 'account-place-needed'],
    ['a town that is a village', given('t2', { role: 'town', places: ['990100000003'] }), 'account-place-needed'],
    ['a department without items', given('d1', { role: 'department' }), 'account-place-needed'],
    ['an inspector without a team', given('i1', { role: 'inspector' }), 'account-place-needed'],
  ])('%s is refused and nothing is made', async (_what, body, code) => {
    const before = await store.db.selectFrom('change').select('seq').execute();
    expect(await refusalOf(await office.ask('POST', '/api/accounts', body))).toMatch(new RegExp(`${code}$`));
    expect(await store.db.selectFrom('change').select('seq').execute()).toEqual(before);
  });

  test('disabling ends what is open at once, streams included', async () => {
    const id = await addAccount(store, { login: 'leaver', role: 'leader' });
    const browser = await signedIn('leaver');
    expect(await browser.status()).toBe(200);
    const told = await toldWhile(() =>
      office.ask('PUT', `/api/accounts/${id}`, given('leaver', { state: 'disabled' })),
    );
    expect(told).toEqual([id]);
    expect(await browser.status()).toBe(401);
    expect(await refusalOf(await browser.signIn('leaver'))).toBe('401 sign-in-wrong');
    await office.ask('POST', `/api/accounts/${id}/reset`, {});
    const { accounts } = (await (await office.ask('GET', '/api/accounts')).json()) as AccountsAnswer;
    expect(accounts.find((account) => account.id === id)?.state).toBe('disabled');
  });

  test('a reset by the administrator ends every way in; the link is the office’s to hand over, and the person reads of it', async () => {
    const id = await addAccount(store, { login: 'forgetful', role: 'leader' });
    const browser = await signedIn('forgetful');
    let told: AccountDone | null = null;
    const heard = await toldWhile(async () => {
      told = await done(administrator.ask('POST', `/api/accounts/${id}/reset`, {}));
    });
    expect(told).toEqual({ id, proposed: false, link: null });
    expect(heard).toEqual([id]);
    expect(await browser.status()).toBe(401);
    expect((await browser.signIn('forgetful')).status).toBe(401);
    expect(await refusalOf(await administrator.ask('POST', `/api/accounts/${id}/link`, {}))).toBe('403 not-allowed');
    const { link } = await done(office.ask('POST', `/api/accounts/${id}/link`, {}));
    const used = await usingLink(link);
    const { viewer } = (await used.answer.json()) as SessionAnswer;
    expect(viewer?.notices.map(({ action, name }) => [action, name])).toEqual([['reset-password', '某某']]);
    await used.browser.ask('POST', '/api/session/notices', { ids: viewer?.notices.map(({ id: one }) => one) });
    expect((await used.browser.viewer())?.notices).toEqual([]);
    expect((await browser.signIn('forgetful', 'Qinling-2027')).status).toBe(200);
  });

  test('a sign-in overtaken by a reset does not live', async () => {
    const id = await addAccount(store, { login: 'overtaken', role: 'leader' });
    const browser = county.browser('10.0.0.90');
    const { sessions } = county.users;
    const opening = sessions.open.bind(sessions);
    // The old password has been found right; before its session opens, the reset is whole.
    const held = vi.spyOn(sessions, 'open').mockImplementationOnce(async (...given) => {
      expect((await office.ask('POST', `/api/accounts/${id}/reset`, {})).status).toBe(200);
      return opening(...given);
    });
    const answer = await browser.signIn('overtaken');
    held.mockRestore();
    expect(await refusalOf(answer)).toBe('401 sign-in-wrong');
    const alive = await store.db.selectFrom('session').where('accountId', '=', id).selectAll().execute();
    expect(alive).toEqual([]);
    expect(await browser.status()).toBe(401);
  });

  test.each([
    ['role', { role: 'town' as const, places: ['990100100'] }],
    ['places', { role: 'town' as const, places: ['990100101'] }],
    ['teams', { role: 'inspector' as const, teams: ['第二督导组'] }],
  ])('who is given another %s comes in anew by a link', async (what, more) => {
    const before = { role: { role: 'leader' as const }, places: { role: 'town' as const, places: ['area-2'] } };
    const first = what === 'teams' ? { role: 'inspector' as const, teams: ['第一督导组'] } : before[what as 'role'];
    const login = `mover-${what}`;
    const id = await addAccount(store, { login, ...first });
    const browser = await signedIn(login);
    const answer = await done(office.ask('PUT', `/api/accounts/${id}`, given(login, more)));
    expect(await browser.status()).toBe(401);
    expect((await browser.signIn(login)).status).toBe(401);
    const { answer: came } = await usingLink(answer.link);
    expect(((await came.json()) as SessionAnswer).viewer).toMatchObject({ login, role: more.role });
  });

  test('who is only called something else stays signed in', async () => {
    const id = await addAccount(store, { login: 'renamed', role: 'leader' });
    const browser = await signedIn('renamed');
    const answer = await done(office.ask('PUT', `/api/accounts/${id}`, given('renamed', { post: '副县长' })));
    expect(answer.link).toBeNull();
    expect(await browser.status()).toBe(200);
    expect((await browser.viewer())?.notices.map(({ action }) => action)).toEqual(['change-account']);
  });

  test('nobody changes the own account, so that one of the office is always left', async () => {
    for (const more of [
      { state: 'disabled' as const, role: 'office' as const },
      { role: 'leader' as const },
      { role: 'office' as const, state: 'disabled' as const },
    ]) {
      const answer = await office.ask('PUT', `/api/accounts/${officeId}`, given('office', { name: '某某', ...more }));
      expect(await refusalOf(answer)).toBe('403 account-own');
    }
    expect(await refusalOf(await office.ask('POST', `/api/accounts/${officeId}/reset`, {}))).toBe('403 account-own');
    const second = await addAccount(store, { login: 'office2', role: 'office' });
    const other = await signedIn('office2');
    const gone = given('office', { role: 'office', state: 'disabled' });
    const answers = await Promise.all([
      other.ask('PUT', `/api/accounts/${officeId}`, gone),
      office.ask('PUT', `/api/accounts/${second}`, given('office2', { role: 'office', state: 'disabled' })),
    ]);
    expect(answers.filter(({ status }) => status === 200).length, 'one of two that disable each other').toBe(1);
    const left = answers[0]?.status === 200 ? other : office;
    expect(await left.status('/api/accounts')).toBe(200);
    if (left === other) {
      await other.ask('PUT', `/api/accounts/${officeId}`, given('office', { role: 'office' }));
      await office.signIn('office');
    }
  });

  test('every write is one change of no place and one event', async () => {
    const before = await store.db.selectFrom('auditEvent').select('number').execute();
    const made = await done(office.ask('POST', '/api/accounts', given('counted')));
    const changes = await store.db.selectFrom('change').where('subjectId', '=', made.id).selectAll().execute();
    expect(
      changes.every(({ subject, placeId, actor }) => subject === 'account' && !placeId && actor === officeId),
    ).toBe(true);
    const events = await store.db.selectFrom('auditEvent').orderBy('number').selectAll().execute();
    expect(events.length).toBe(before.length + 1);
    expect(events.at(-1)).toMatchObject({ action: 'make-account', subject: 'counted', address: '10.0.0.1' });
    expect(events.map(({ number }) => number)).toEqual(events.map((_, at) => at + 1));
    expect(JSON.stringify([changes, events])).not.toContain(made.link?.address.split('#')[1]);
  });

  test('the rule of passwords is another from the next password on, and only they may set it', async () => {
    const rule = async () => ((await (await office.ask('GET', '/api/session')).json()) as SessionAnswer).policy.profile;
    expect((await office.ask('PUT', '/api/password-profile', { profile: 'asvs' })).status).toBe(200);
    expect(await rule()).toBe('asvs');
    expect((await office.ask('PUT', '/api/password-profile', { profile: 'none' })).status).toBe(400);
    expect((await office.ask('PUT', '/api/password-profile', { profile: 'classified' })).status).toBe(200);
    expect(await rule()).toBe('classified');
  });
});
