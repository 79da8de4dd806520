import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import { believedHeader } from '../../server/http/believed.ts';
import { describedOperations, type Operation } from '../api/described-operations.ts';
import { fillCounty } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';
import { addAccount, type Browser, refusalOf, served } from './signed-in.ts';

/** What a page of anybody may send: signing in. */
const signingIn = [
  'POST /session',
  'POST /session/sample',
  'POST /session/link',
  'POST /session/link/use',
  'POST /set-up',
];
const pathOf = ({ path }: Operation) => path.replace(/^\/api/, '');
const addressed = (operation: Operation) =>
  `/api${pathOf(operation)
    .replaceAll('{code}', '990100000003')
    .replaceAll(/\{\w+\}/g, 'x')}`;

eachEngine('a page writes for nobody but whoever opened it', (open) => {
  let store: Store;
  let county: ReturnType<typeof served>;
  let operations: Operation[];
  beforeAll(async () => {
    store = await open();
    await fillCounty(store);
    await addAccount(store, { login: 'first', role: 'office' });
    await addAccount(store, { login: 'second', role: 'office' });
    county = served(store);
    operations = describedOperations(county.app).operations;
  });

  /** A page the first person left open, in a browser where the second has signed in since. */
  const leftOpen = async (): Promise<{ left: Browser; now: Browser }> => {
    const left = county.browser();
    await left.signIn('first');
    const now = left.anotherPage();
    await now.signIn('second');
    return { left, now };
  };
  const writes = () =>
    operations.filter((one) => one.method !== 'GET' && !signingIn.includes(`${one.method} ${pathOf(one)}`));

  test('every write of it is refused, at every address, and changes nothing', async () => {
    const { left } = await leftOpen();
    const newest = () => store.db.selectFrom('change').select('seq').orderBy('seq', 'desc').limit(1).execute();
    const before = await newest();
    expect(writes().length).toBeGreaterThan(30);
    for (const one of writes())
      expect([addressed(one), await refusalOf(await left.ask(one.method, addressed(one), {}))]).toEqual([
        addressed(one),
        '409 person-other',
      ]);
    expect(await newest()).toEqual(before);
    expect((await left.viewer())?.login).toBe('second');
  });

  test('a program, which shares its cookie with nobody, need not say', async () => {
    const { now } = await leftOpen();
    now.person = null;
    for (const one of writes().filter(({ path }) => !path.endsWith('/session')))
      expect(await refusalOf(await now.ask(one.method, addressed(one), {}))).not.toContain('person');
  });

  test('every request of our own page says whose it is', () => {
    const sends = readdirSync('web', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && file !== 'api.ts')
      .filter((file) => /\bfetch\(/.test(readFileSync(join('web', file), 'utf8')));
    // Whether the server is there, and files of the map: they are nobody's.
    expect(sends.sort()).toEqual(['live-line.ts', 'map/gl/backdrop.ts', 'map/plain/PlainMap.tsx']);
  });

  test('what it reads and listens to is refused, never the other person’s', async () => {
    const { left, now } = await leftOpen();
    const says = { [believedHeader]: left.person ?? '' };
    expect(await refusalOf(await left.ask('GET', '/api/areas', undefined, says))).toBe('409 person-other');
    expect(await refusalOf(await left.ask('GET', `/api/live?as=${left.person}`))).toBe('409 person-other');
    const heard = await now.ask('GET', `/api/live?as=${now.person}`);
    expect(heard.status).toBe(200);
    await heard.body?.cancel();
    expect((await left.ask('GET', '/api/session', undefined, says)).status).toBe(200);
    expect((await left.ask('GET', '/api/health', undefined, says)).status).toBe(200);
  });

  test('it does not sign the other out; the first person may sign in on it again', async () => {
    const { left, now } = await leftOpen();
    expect(await refusalOf(await left.ask('DELETE', '/api/session', {}))).toBe('409 person-other');
    expect(await now.status()).toBe(200);
    expect((await left.signIn('first')).status).toBe(200);
    expect(await refusalOf(await now.ask('DELETE', '/api/session', {}))).toBe('409 person-other');
    expect((await left.ask('DELETE', '/api/session', {})).status).toBe(200);
  });

  test('the same person signed in anew goes on with every page', async () => {
    const { left, now } = await leftOpen();
    await now.signIn('first');
    expect(await refusalOf(await left.ask('PUT', '/api/views/x', {}))).not.toContain('person');
  });

  describe('a screen and a person in one browser', () => {
    test('the page of the screen reads nothing of the person, and is itself again when the person has signed out', async () => {
      const { now: office } = await leftOpen();
      const made = (await (await office.ask('POST', '/api/screens', { title: '一号会议室', view: '' })).json()) as {
        address: string;
      };
      const wall = county.browser();
      await wall.ask('GET', made.address);
      await wall.viewer();
      const person = wall.anotherPage();
      await person.signIn('second');
      const says = { [believedHeader]: wall.person ?? '' };
      expect(await refusalOf(await wall.ask('GET', '/api/areas', undefined, says))).toBe('409 person-other');
      await person.ask('DELETE', '/api/session', {});
      expect((await wall.ask('GET', '/api/areas', undefined, says)).status).toBe(200);
    });
  });

  test('another person on the same account is another', async () => {
    const id = await addAccount(store, { login: 'post', role: 'leader' });
    const left = county.browser();
    await left.signIn('post');
    const before = left.person;
    const person = await addAccount(store, { login: 'successor', role: 'leader' });
    await write(store, { actor: 'test', clock: clockAt('2026-10-30') }, async (tx) => {
      const { personId } = await tx.db
        .selectFrom('account')
        .select('personId')
        .where('id', '=', person)
        .executeTakeFirstOrThrow();
      await tx.db.updateTable('account').set({ personId }).where('id', '=', id).execute();
      tx.change({ action: 'test', subject: 'account', subjectId: id, placeId: null });
    });
    county.users.accounts.forget(id);
    const now = left.anotherPage();
    await now.signIn('post');
    expect(now.person).not.toBe(before);
    expect(await refusalOf(await left.ask('DELETE', '/api/session', {}))).toBe('409 person-other');
  });
});
