import { beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../server/db/open.ts';
import { roles } from '../../server/rights/view.ts';
import type { AccountGiven } from '../../server/user/account/account-schemas.ts';
import type { AccountDone, AccountsAnswer, SessionAnswer } from '../../server/user/answer.ts';
import { fillCounty } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { addAccount, type Browser, refusalOf, served } from './signed-in.ts';

const people = roles.filter((role) => role !== 'screen');
type Person = (typeof people)[number];

/** What of an account each role needs. */
const reachOf: Record<Person, Partial<AccountGiven>> = {
  leader: {},
  office: {},
  department: { subjects: ['venue'] },
  town: { places: ['990100100'] },
  village: { places: ['990100000003'] },
  inspector: { teams: ['第一督导组'] },
  administrator: {},
  security: {},
  auditor: {},
};
const given = (login: string, role: Person, more: Partial<AccountGiven> = {}): AccountGiven => ({
  ...{ login, role, name: '某某', post: '干事', unit: null, workPhone: null, state: 'active' },
  ...{ places: [], subjects: [], teams: [] },
  ...reachOf[role],
  ...more,
});

/** `D` done at once, `P` waits for the office, `-` refused. */
type Sign = 'D' | 'P' | '-';
const acts = [
  'make',
  'role',
  'reach',
  'describe',
  'reset',
  'disable',
  'enable',
  'sessions',
  'unlock',
  'pass-on',
] as const;
type Act = (typeof acts)[number];
/** Kinds of account acted on, in the order of the signs: of content, of the office, of the administrators. */
const expected: Partial<Record<Person, Record<Act, string>>> = {
  office: {
    ...{ make: 'DDD', role: 'DDD', reach: 'DDD', describe: 'DDD', reset: 'DDD' },
    ...{ disable: 'DDD', enable: 'DDD', sessions: '---', unlock: '---', 'pass-on': 'DDD' },
  },
  administrator: {
    ...{ make: 'P--', role: '---', reach: '---', describe: 'P--', reset: 'D--' },
    ...{ disable: 'D--', enable: 'P--', sessions: '---', unlock: '---', 'pass-on': '---' },
  },
  security: {
    ...{ make: '---', role: 'P--', reach: 'P--', describe: '---', reset: 'D--' },
    ...{ disable: 'D--', enable: 'P--', sessions: 'DDD', unlock: 'DDD', 'pass-on': '---' },
  },
};
const kindOf = (role: Person) =>
  role === 'office' ? 1 : role === 'administrator' || role === 'security' || role === 'auditor' ? 2 : 0;
const signFor = (actor: Person, act: Act, target: Person): Sign =>
  (expected[actor]?.[act][kindOf(target)] ?? '-') as Sign;

/** Another reach of the same role; null where a role has none. */
const otherReach: Partial<Record<Person, Partial<AccountGiven>>> = {
  department: { subjects: ['inspection'] },
  town: { places: ['990100101'] },
  village: { places: ['990100000004'] },
  inspector: { teams: ['第二督导组'] },
};

eachEngine('account × account', (open) => {
  let store: Store;
  let county: ReturnType<typeof served>;
  const actors = {} as Record<Person, Browser>;
  let count = 0;

  beforeAll(async () => {
    store = await open();
    await fillCounty(store);
    county = served(store);
    const own = { town: ['area-2'], village: ['area-3'] } as Partial<Record<Person, string[]>>;
    for (const role of people) {
      await addAccount(store, { ...given(role, role), places: own[role] ?? [] });
      actors[role] = county.browser(`10.0.1.${people.indexOf(role)}`);
      expect((await actors[role].signIn(role)).status).toBe(200);
    }
  });

  /** An account as it stands, to be compared with itself. */
  const standing = (id: string) => store.db.selectFrom('account').where('id', '=', id).selectAll().executeTakeFirst();
  async function target(role: Person, more: { disabled?: boolean } = {}) {
    const login = `t${count++}`;
    const areas = { town: ['area-2'], village: ['area-3'] } as Partial<Record<Person, string[]>>;
    const id = await addAccount(store, { ...given(login, role), places: areas[role] ?? [] }, null);
    if (more.disabled) await store.db.updateTable('account').set({ state: 'disabled' }).where('id', '=', id).execute();
    return { id, login };
  }
  async function tried(actor: Browser, act: Act, role: Person) {
    if (act === 'make') return { answer: await actor.ask('POST', '/api/accounts', given(`n${count++}`, role)) };
    const { id, login } = await target(role, { disabled: act === 'enable' });
    const before = await standing(id);
    const put = (body: AccountGiven) => actor.ask('PUT', `/api/accounts/${id}`, body);
    const asked: Record<Exclude<Act, 'make'>, () => Promise<Response>> = {
      role: () => put(given(login, role === 'leader' ? 'department' : 'leader')),
      reach: () => put(given(login, role, otherReach[role])),
      describe: () => put(given(login, role, { post: '科长' })),
      reset: () => actor.ask('POST', `/api/accounts/${id}/reset`, {}),
      disable: () => put(given(login, role, { state: 'disabled' })),
      enable: () => put(given(login, role)),
      sessions: () => actor.ask('POST', `/api/accounts/${id}/end-sessions`, {}),
      unlock: () => actor.ask('POST', `/api/accounts/${id}/unlock`, {}),
      'pass-on': () =>
        actor.ask('POST', `/api/accounts/${id}/pass-on`, { name: '新人', post: '干事', unit: null, workPhone: null }),
    };
    return { answer: await asked[act](), id, before };
  }

  describe.each(people)('%s', (actor) => {
    test.each(acts)('%s, on an account of each role', async (act) => {
      for (const role of people) {
        if (act === 'reach' && !otherReach[role]) continue;
        const sign = signFor(actor, act, role);
        const { answer, id, before } = await tried(actors[actor], act, role);
        const what = `${actor} ${act} ${role}`;
        // Teams are the office's: what others send of them changes nothing.
        if (act === 'reach' && role === 'inspector' && (actor === 'security' || actor === 'administrator')) {
          expect([answer.status, await standing(id ?? '')], what).toEqual([200, before]);
          continue;
        }
        if (sign === '-') {
          expect(answer.status, what).toBe(403);
          if (id) expect(await standing(id), what).toEqual(before);
          continue;
        }
        expect(answer.status, what).toBe(200);
        const done = (await answer.json()) as AccountDone;
        expect(done.proposed, what).toBe(sign === 'P');
        expect(done.link === null || actor === 'office', `${what}: a link is told to the office alone`).toBe(true);
        if (sign !== 'P' || !id) continue;
        const after = await standing(id);
        expect({ ...after, proposal: null }, what).toEqual(before);
        expect(after?.proposal, what).not.toBeNull();
      }
    });

    test('raises, resets, disables and passes on nobody’s own account', async () => {
      const [own] = await store.db.selectFrom('account').where('login', '=', actor).selectAll().execute();
      const id = own?.id ?? '';
      const put = (body: AccountGiven) => actors[actor].ask('PUT', `/api/accounts/${id}`, body);
      const asked = [
        await put(given(actor, actor === 'leader' ? 'office' : 'leader')),
        await put(given(actor, 'inspector', { teams: ['暗访组'] })),
        await put(given(actor, actor, { state: 'disabled' })),
        await actors[actor].ask('POST', `/api/accounts/${id}/reset`, {}),
        await actors[actor].ask('POST', `/api/accounts/${id}/pass-on`, {
          ...{ name: '新人', post: '干事', unit: null, workPhone: null },
        }),
      ];
      for (const answer of asked) expect(answer.status).toBe(403);
      expect(await standing(id)).toEqual(own);
    });
  });

  test('what was proposed is done when the office agrees, by the proposal it saw, and as if never made when not', async () => {
    const { office, administrator, security } = actors;
    const made = (await (
      await administrator.ask('POST', '/api/accounts', given('second', 'inspector'))
    ).json()) as AccountDone;
    const listed = async () => {
      const { accounts } = (await (await office.ask('GET', '/api/accounts')).json()) as AccountsAnswer;
      return accounts.find(({ id }) => id === made.id);
    };
    const first = await listed();
    expect([first?.state, first?.proposal?.what, first?.teams]).toEqual(['pending', 'make', []]);
    const assent = (agree: boolean, proposal = first?.proposal?.id, teams: string[] = []) =>
      office.ask('POST', `/api/accounts/${made.id}/assent`, { agree, proposal, teams });
    for (const other of [administrator, security])
      expect(
        (await other.ask('POST', `/api/accounts/${made.id}/assent`, { agree: true, proposal: 'x', teams: [] })).status,
      ).toBe(403);
    expect(await refusalOf(await assent(true, 'another'))).toBe('409 proposal-moved');
    expect(await refusalOf(await assent(true))).toBe('400 account-place-needed');
    const { link } = (await (await assent(true, first?.proposal?.id, ['第一督导组'])).json()) as AccountDone;
    const browser = county.browser('10.3.0.1');
    const token = link?.address.split('#')[1];
    const came = await browser.ask('POST', '/api/session/link/use', { token, password: 'Qinling-2027' });
    expect(((await came.json()) as SessionAnswer).viewer).toMatchObject({ role: 'inspector' });

    await security.ask('PUT', `/api/accounts/${made.id}`, given('second', 'leader'));
    expect((await browser.viewer())?.role).toBe('inspector');
    expect((await assent(false, (await listed())?.proposal?.id)).status).toBe(200);
    expect([(await listed())?.proposal, (await browser.viewer())?.role]).toEqual([null, 'inspector']);
    await security.ask('PUT', `/api/accounts/${made.id}`, given('second', 'leader'));
    expect((await assent(true, (await listed())?.proposal?.id)).status).toBe(200);
    expect(await browser.viewer()).toBeNull();
    expect([(await listed())?.role, (await listed())?.link?.state]).toEqual(['leader', 'out']);

    const third = (await (
      await administrator.ask('POST', '/api/accounts', given('third', 'leader'))
    ).json()) as AccountDone;
    const [{ proposal } = { proposal: null }] = await store.db
      .selectFrom('account')
      .where('id', '=', third.id)
      .selectAll()
      .execute();
    const refused = { agree: false, proposal: JSON.parse(proposal ?? '{}').id, teams: [] };
    expect((await office.ask('POST', `/api/accounts/${third.id}/assent`, refused)).status).toBe(200);
    expect(await standing(third.id)).toBeUndefined();
  });

  test('names of teams are told to the office alone', async () => {
    await addAccount(store, { ...given('by-team', 'inspector', { teams: ['暗访组'], unit: '暗访组' }), places: [] });
    const told = async (actor: Person) => (await actors[actor].ask('GET', '/api/accounts')).text();
    expect(await told('office')).toContain('第一督导组');
    for (const actor of ['administrator', 'security'] as const) expect(await told(actor)).not.toMatch(/督导组|暗访/);
  });

  test('an account passed on is the next person’s: nothing of the former is open, what the former did stays in his name', async () => {
    const { office } = actors;
    const id = await addAccount(store, { ...given('chair', 'leader'), name: '前任' });
    const former = county.browser('10.4.0.1');
    await former.signIn('chair');
    const key = (await former.viewer())?.key;
    const person = { name: '后任', post: '副书记', unit: null, workPhone: null };
    const passed = (await (await office.ask('POST', `/api/accounts/${id}/pass-on`, person)).json()) as AccountDone;
    expect(passed.id).not.toBe(id);
    expect(await former.status()).toBe(401);
    expect((await former.signIn('chair')).status).toBe(401);
    const next = county.browser('10.4.0.2');
    const token = passed.link?.address.split('#')[1];
    const came = await next.ask('POST', '/api/session/link/use', { token, password: 'Qinling-2027' });
    const { viewer } = (await came.json()) as SessionAnswer;
    expect(viewer).toMatchObject({ login: 'chair', name: '后任', role: 'leader' });
    expect(viewer?.key, 'drafts are kept by this').not.toBe(key);
    const { accounts } = (await (await office.ask('GET', '/api/accounts')).json()) as AccountsAnswer;
    const held = accounts
      .filter(({ login }) => login === 'chair')
      .map(({ name, state, passedOnAt }) => [name, state, passedOnAt !== null]);
    expect(held.sort()).toEqual(
      [
        ['前任', 'disabled', true],
        ['后任', 'active', false],
      ].sort(),
    );
    expect(await refusalOf(await office.ask('POST', `/api/accounts/${id}/pass-on`, person))).toBe(
      '409 account-passed-on',
    );
    expect((await office.ask('PUT', `/api/accounts/${id}`, given('chair2', 'leader'))).status).toBe(409);
  });
});

eachEngine('an administrator nobody is named for', (open) => {
  test('the office stands for, until somebody has come in as one, and again when he is disabled', async () => {
    const store = await open();
    await fillCounty(store);
    await addAccount(store, { login: 'office', role: 'office' });
    const id = await addAccount(store, { login: 'old-admin', role: 'administrator' });
    const { browser } = served(store);
    const office = browser('10.0.0.1');
    await office.signIn('office');
    const may = async () => [
      await office.status('/api/audit'),
      (await office.ask('PUT', '/api/password-profile', { profile: 'classified' })).status,
      (await office.ask('POST', `/api/accounts/${id}/end-sessions`, {})).status,
    ];
    expect(await may()).toEqual([200, 200, 200]);
    for (const [login, role] of [
      ['sec', 'security'],
      ['aud', 'auditor'],
    ] as const) {
      const made = (await (await office.ask('POST', '/api/accounts', given(login, role))).json()) as AccountDone;
      expect(await may(), 'made is not yet there').toEqual(role === 'security' ? [200, 200, 200] : [200, 403, 403]);
      const token = made.link?.address.split('#')[1];
      await browser('10.0.0.9').ask('POST', '/api/session/link/use', { token, password: 'Qinling-2027' });
    }
    expect(await may()).toEqual([403, 403, 403]);
    const { viewer } = (await (await office.ask('GET', '/api/session')).json()) as SessionAnswer;
    expect([viewer?.rights.audit, viewer?.rights['keep-security']]).toEqual(['none', 'none']);
    const aud = await store.db.selectFrom('account').where('login', '=', 'aud').selectAll().executeTakeFirstOrThrow();
    await office.ask('PUT', `/api/accounts/${aud.id}`, given('aud', 'auditor', { state: 'disabled' }));
    expect(await may()).toEqual([200, 403, 403]);
  });
});
