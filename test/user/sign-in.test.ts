import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Store } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { sessionLimits } from '../../server/user/session/session-store.ts';
import { fillCounty } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { addAccount, password, refusalOf, served } from './signed-in.ts';

eachEngine('signing in', (open) => {
  let store: Store;
  let county: ReturnType<typeof served>;
  beforeAll(async () => {
    store = await open();
    await fillCounty(store);
    await addAccount(store, { login: 'leader', role: 'leader' });
    await addAccount(store, { login: 'office', role: 'office' });
    await addAccount(store, { login: 'invited', role: 'leader' }, null);
    county = served(store);
  });

  test('nobody sees anything before', async () => {
    const browser = county.browser();
    expect(await refusalOf(await browser.ask('GET', '/api/areas'))).toBe('401 sign-in-needed');
    expect(await browser.viewer()).toBeNull();
  });

  test('nobody sends a long body before', async () => {
    const browser = county.browser();
    const login = (length: number) => browser.ask('POST', '/api/session', { login: 'x'.repeat(length), password });
    expect(await refusalOf(await login(10_000))).toBe('400 parameter-malformed');
    expect(await refusalOf(await login(20_000))).toBe('401 sign-in-needed');
    await browser.signIn('leader');
    expect(await refusalOf(await login(20_000))).toBe('400 parameter-malformed');
  });

  test('gives a cookie scripts cannot read, whose 128 bits the store does not hold', async () => {
    const browser = county.browser();
    expect((await browser.signIn('Leader')).status).toBe(200);
    expect(browser.lastCookie).toMatch(/^session=[\w-]{22}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await browser.viewer())?.role).toBe('leader');
    expect(await browser.status()).toBe(200);
    const kept = JSON.stringify(await store.db.selectFrom('session').selectAll().execute());
    expect(kept).not.toContain(browser.cookies.get('session'));
  });

  test('over TLS the cookie is kept to this host', async () => {
    const browser = served(store, { secure: true }).browser();
    await browser.signIn('leader');
    expect(browser.lastCookie).toMatch(/^__Host-session=[\w-]{22}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(await browser.status()).toBe(200);
    await browser.ask('DELETE', '/api/session');
    expect(await browser.status()).toBe(401);
  });

  test('gives another id each time, and the one before is dead', async () => {
    const browser = county.browser();
    await browser.signIn('leader');
    const before = browser.cookies.get('session') ?? '';
    await browser.signIn('leader');
    expect(browser.cookies.get('session')).not.toBe(before);
    browser.cookies.set('session', before);
    expect(await browser.status()).toBe(401);
  });

  test('an id of one’s own making is not taken', async () => {
    const browser = county.browser();
    browser.cookies.set('session', 'AAAAAAAAAAAAAAAAAAAAAA');
    expect(await browser.status()).toBe(401);
    await browser.signIn('leader');
    expect(browser.cookies.get('session')).not.toBe('AAAAAAAAAAAAAAAAAAAAAA');
  });

  test('says the same of a wrong password, a login unknown, and an account without a password', async () => {
    const answers = [
      await county.browser('10.0.0.21').signIn('leader', 'Wrong-2026'),
      await county.browser('10.0.0.22').signIn('stranger', 'Wrong-2026'),
      await county.browser('10.0.0.23').signIn('invited', 'Wrong-2026'),
    ];
    const bodies = await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`));
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain('sign-in-wrong');
  });

  test('after five wrong tries even the right password waits, and an unknown login waits as well', async () => {
    for (const login of ['office', 'stranger2']) {
      const attacker = county.browser('10.0.0.66');
      for (let one = 0; one < 5; one++) expect((await attacker.signIn(login, 'Wrong-2026')).status).toBe(401);
      expect(await refusalOf(await attacker.signIn(login))).toBe('429 sign-in-wait');
    }
    expect((await county.browser('10.0.0.1').signIn('office')).status).toBe(200);
  });

  test('a leader attacked from many addresses still comes in at his own desk', async () => {
    expect((await county.browser('10.0.0.5').signIn('leader')).status).toBe(200);
    for (let one = 0; one < 25; one++) await county.browser(`10.9.0.${one}`).signIn('leader', 'Wrong-2026');
    expect(await refusalOf(await county.browser('10.0.0.77').signIn('leader'))).toBe('429 sign-in-wait');
    expect((await county.browser('10.0.0.5').signIn('leader')).status).toBe(200);
  });

  test('is in the log with its address, refused or not, and never with a password', async () => {
    const events = await store.db.selectFrom('auditEvent').selectAll().execute();
    expect(events.some(({ action, address }) => action === 'sign-in' && address === '10.0.0.5')).toBe(true);
    expect(events.some(({ action, subject }) => action === 'sign-in-refused' && subject === 'stranger')).toBe(true);
    expect(JSON.stringify(events)).not.toMatch(/Wrong-2026|Shanqu/);
  });

  test('as an invented person is refused in a real county', async () => {
    const sent = await county.browser().ask('POST', '/api/session/sample', { login: 'invited' });
    expect(await refusalOf(sent)).toMatch(/sample-only$/);
  });

  describe('a session', () => {
    const hour = 3_600_000;
    /** Whether a session lives when asked at these hours after sign-in; the server is started anew for each to read the table. */
    async function livesAt(hours: number[], restarted: boolean): Promise<boolean[]> {
      const begun = Date.now();
      const time = vi.spyOn(Date, 'now').mockReturnValue(begun);
      try {
        const browser = county.browser('10.0.0.30');
        await addOnce(store, 'keeper');
        expect((await browser.signIn('keeper')).status).toBe(200);
        const lived: boolean[] = [];
        for (const after of hours) {
          time.mockReturnValue(begun + after * hour);
          const asked = restarted ? served(store).browser() : browser;
          asked.cookies.set('session', browser.cookies.get('session') ?? '');
          lived.push((await asked.status()) === 200);
        }
        return lived;
      } finally {
        time.mockRestore();
      }
    }

    test.each([false, true])(
      'ends after eight hours without a request, also over a restart (%s)',
      async (restarted) => {
        expect(await livesAt([8, 15.9, 24], restarted)).toEqual([true, true, false]);
      },
    );

    test('ends after seven days in any case', async () => {
      const hours = Array.from({ length: 24 }, (_, at) => (at + 1) * 7);
      expect(await livesAt([...hours, 168.001], false)).toEqual([...hours.map(() => true), false]);
      expect(sessionLimits.absoluteMs).toBe(168 * hour);
    });

    test('over by time is swept from memory and table, and its streams are told', async () => {
      const browser = county.browser('10.0.0.31');
      await addOnce(store, 'keeper');
      await browser.signIn('keeper');
      const told: string[] = [];
      const silent = county.users.sessions.onEnd((account) => told.push(account));
      await county.users.sessions.sweep(Date.now() + sessionLimits.idleMs - 60_000);
      expect(await browser.status()).toBe(200);
      await county.users.sessions.sweep(Date.now() + sessionLimits.idleMs + 180_000);
      silent();
      expect(told.length).toBeGreaterThan(0);
      expect(await county.users.sessions.count()).toBe(0);
      expect(await browser.status()).toBe(401);
    });

    test('in use costs the table one write a minute at most', async () => {
      const browser = county.browser('10.0.0.32');
      await addOnce(store, 'keeper');
      await browser.signIn('keeper');
      const seen = async () =>
        (await store.db.selectFrom('session').select('seenAt').execute()).map((row) => row.seenAt);
      const before = await seen();
      for (let one = 0; one < 5; one++) await browser.status();
      expect(await seen()).toEqual(before);
      const later = Date.now() + 61_000;
      const time = vi.spyOn(Date, 'now').mockReturnValue(later);
      await browser.status();
      time.mockRestore();
      expect(await seen()).toEqual([new Date(later).toISOString()]);
    });

    test('is dead at sign-out, in every copy of its cookie', async () => {
      const browser = county.browser('10.0.0.33');
      await addOnce(store, 'keeper');
      await browser.signIn('keeper');
      const copy = county.browser('10.0.0.34');
      copy.cookies.set('session', browser.cookies.get('session') ?? '');
      expect(await copy.status()).toBe(200);
      await browser.ask('DELETE', '/api/session');
      expect([await browser.status(), await copy.status()]).toEqual([401, 401]);
      expect([...browser.cookies.keys()]).toEqual(['device']);
    });
  });

  describe('one’s own password', () => {
    const change = (browser: ReturnType<typeof county.browser>, current: string, next: string) =>
      browser.ask('POST', '/api/session/password', { current, next });

    test('is changed by who knows it; the other browsers of the account are signed out', async () => {
      await addAccount(store, { login: 'changer', role: 'leader' });
      const [one, other] = [county.browser('10.0.0.40'), county.browser('10.0.0.41')];
      await one.signIn('changer');
      await other.signIn('changer');
      expect(await refusalOf(await change(one, 'Wrong-2026', 'Qinling-2027'))).toMatch(/password-wrong$/);
      expect(await refusalOf(await change(one, password, 'short-1'))).toMatch(/password-short$/);
      expect((await change(one, password, 'Qinling-2027')).status).toBe(200);
      expect([await one.status(), await other.status()]).toEqual([200, 401]);
      expect((await other.signIn('changer')).status).toBe(401);
      expect((await other.signIn('changer', 'Qinling-2027')).status).toBe(200);
    });

    test('is none of the last five; the sixth before may come again', async () => {
      await addAccount(store, { login: 'rotator', role: 'leader' });
      const browser = county.browser('10.0.0.42');
      await browser.signIn('rotator');
      const used = [password, 'Qinling-2', 'Qinling-3', 'Qinling-4', 'Qinling-5'];
      for (const [at, next] of used.entries())
        if (at > 0) expect((await change(browser, used[at - 1] ?? '', next)).status).toBe(200);
      for (const again of used)
        expect(await refusalOf(await change(browser, 'Qinling-5', again))).toMatch(/password-used$/);
      expect((await change(browser, 'Qinling-5', 'Qinling-6')).status).toBe(200);
      expect((await change(browser, 'Qinling-6', password)).status).toBe(200);
    });

    test('has to be changed when it is ninety days old, and nothing is seen until then', async () => {
      await addAccount(store, { login: 'aged', role: 'leader' });
      const ago = new Date(Date.now() - 91 * 86_400_000).toISOString();
      await store.db.updateTable('account').set({ passwordAt: ago }).where('login', '=', 'aged').execute();
      const browser = county.browser('10.0.0.43');
      await browser.signIn('aged');
      expect((await browser.viewer())?.mustChange).toBe(true);
      expect(await browser.status()).toBe(401);
      expect((await change(browser, password, 'Qinling-2028')).status).toBe(200);
      expect(await browser.status()).toBe(200);
    });

    test('by the other profile is twelve signs of any kind', async () => {
      await writeSetting(store, 'passwordProfile', 'asvs');
      const browser = county.browser('10.0.0.44');
      await addAccount(store, { login: 'writer', role: 'leader' });
      await browser.signIn('writer');
      expect(await refusalOf(await change(browser, password, 'Shanqu-2027'))).toMatch(/password-short$/);
      expect((await change(browser, password, 'correct horse')).status).toBe(200);
      await writeSetting(store, 'passwordProfile', 'classified');
    });
  });
});

async function addOnce(store: Store, login: string): Promise<void> {
  const found = await store.db.selectFrom('account').select('id').where('login', '=', login).executeTakeFirst();
  if (!found) await addAccount(store, { login, role: 'leader' });
}
