import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { confirmDay } from '../../server/backup/confirm-day.ts';
import { localDateOf } from '../../server/calendar/local-day.ts';
import { write } from '../../server/change/write.ts';
import { systemClock } from '../../server/db/clock.ts';
import { newId } from '../../server/db/id.ts';
import type { Store } from '../../server/db/open.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import { makeAccount } from '../../server/user/account/account-actions.ts';
import { accountOfLink, handOutLink, linkMs } from '../../server/user/account/account-links.ts';
import { endInTime, endInTimeOnceConfirmed } from '../../server/user/put-right.ts';
import { Sessions, sessionLimits } from '../../server/user/session/session-store.ts';
import { eachEngine } from '../store/engines.ts';

const day = 86_400_000;
const administrator = { ...officeViewer, id: 'administrator', role: 'administrator' as const };
const person = { name: '张三', post: '镇干部', unit: null, workPhone: null, places: [], subjects: [], teams: [] };
const from = { address: '10.0.0.1', agent: 'a browser' };

eachEngine('what was stored while the clock was ahead', (open) => {
  let store: Store;
  let sessions: Sessions;
  let account = '';
  const real = Date.now();
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: real });
    store = await open();
    sessions = new Sessions(store);
    await write(store, { actor: 'set-up', clock: systemClock }, async (tx) => {
      account = await makeAccount(tx, { login: 'zhang3', role: 'town', ...person });
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const goTo = (ms: number) => vi.setSystemTime(ms);
  const kept = () => store.db.selectFrom('session').selectAll().executeTakeFirst();

  /** Signs in twenty days ahead, gets a one-time link there, and the clock is put right. */
  async function signedInAhead(): Promise<{ token: string; link: string }> {
    goTo(real + 20 * day);
    const token = await sessions.open(account, from);
    const { address } = await write(store, { actor: 'office', clock: systemClock, confirmsDay: true }, (tx) =>
      handOutLink(tx, account),
    );
    goTo(real);
    return { token, link: address.split('#')[1] ?? '' };
  }

  test.each([
    ['in use', () => sessions],
    ['of a server that started since', () => new Sessions(store)],
  ])('a session %s ends as one of this moment, and goes on until then', async (_, of) => {
    const { token } = await signedInAhead();
    const own = of();
    await endInTime(store, own);
    expect((await own.find(token))?.endsAt).toBe(real + sessionLimits.idleMs);
    expect([Date.parse((await kept())?.createdAt ?? ''), Date.parse((await kept())?.seenAt ?? '')]).toEqual([
      real,
      real,
    ]);
    for (let at = real; at < real + sessionLimits.absoluteMs; at += sessionLimits.idleMs - 1) {
      goTo(at);
      expect(await own.isAlive(token)).toBe(true);
      await own.find(token);
    }
    goTo(real + sessionLimits.absoluteMs + 1);
    expect(await own.find(token)).toBeNull();
  });

  test('a one-time link works no longer than one handed out now', async () => {
    const { link } = await signedInAhead();
    await endInTime(store, sessions);
    goTo(real + linkMs);
    expect((await accountOfLink(store, link))?.id).toBe(account);
    goTo(real + linkMs + 1);
    expect(await accountOfLink(store, link)).toBeNull();
  });

  test('what is not ahead is left as it is', async () => {
    const token = await sessions.open(account, from);
    const before = await kept();
    goTo(real + 60_000);
    await endInTime(store, sessions);
    expect(await kept()).toEqual(before);
    expect(await sessions.isAlive(token)).toBe(true);
  });

  test('while the clock is doubted nothing is touched; once the day is confirmed all is', async () => {
    endInTimeOnceConfirmed(store, sessions);
    const { token } = await signedInAhead();
    goTo(real + 20 * day);
    await write(store, { actor: 'town', clock: systemClock, confirmsDay: true }, async (tx) => {
      tx.change({ action: 'report', subject: 'venue', subjectId: 'x', placeId: null });
    });
    goTo(real);
    const ahead = await kept();
    await endInTime(store, sessions);
    expect(await kept()).toEqual(ahead);
    await confirmDay(store, administrator, { id: newId(), today: localDateOf(new Date(real)) });
    await vi.waitFor(async () => expect(Date.parse((await kept())?.createdAt ?? '')).toBe(real));
    expect(await sessions.isAlive(token)).toBe(true);
  });
});
