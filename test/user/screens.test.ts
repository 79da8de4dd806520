import { beforeAll, expect, test } from 'vitest';
import type { Store } from '../../server/db/open.ts';
import { fillCounty } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { addAccount, type Browser, refusalOf, served } from './signed-in.ts';

eachEngine('a meeting screen', (open) => {
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

  async function screenOf() {
    const body = { title: '三楼会议室', view: 'layer=inspection-coverage&theme=dark' };
    const made = (await (await office.ask('POST', '/api/screens', body)).json()) as { id: string; address: string };
    const room = county.browser('10.0.5.1');
    const opened = await room.ask('GET', made.address);
    return { made, room, opened };
  }

  test('opens its view by its link and keeps a cookie of its own', async () => {
    const { made, room, opened } = await screenOf();
    expect(made.address).toMatch(/^\/screen\/[\w-]{22}$/);
    expect(opened.status).toBe(302);
    expect(opened.headers.get('location')).toBe('/?layer=inspection-coverage&theme=dark');
    expect(room.lastCookie).toMatch(/^screen=[\w-]{22}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/);
    const kept = JSON.stringify(await store.db.selectFrom('screenToken').selectAll().execute());
    expect(kept).not.toContain(made.address.split('/')[2]);
  });

  test('a link of the lobby leads to the lobby', async () => {
    const body = { title: '大厅', view: 'lobby=1&every=30&views=venue-schedule' };
    const made = (await (await office.ask('POST', '/api/screens', body)).json()) as { address: string };
    const opened = await county.browser().ask('GET', made.address);
    expect(opened.headers.get('location')).toBe('/lobby?every=30&views=venue-schedule');
  });

  test('a view cannot lead to another place', async () => {
    const body = { title: '外', view: '//evil.example/?x=1' };
    const made = (await (await office.ask('POST', '/api/screens', body)).json()) as { address: string };
    const opened = await county.browser().ask('GET', made.address);
    expect(opened.headers.get('location')).toMatch(/^\/\?/);
  });

  test('is made by the office alone: no administrator gives himself a link to what it shows', async () => {
    expect(await administrator.status()).toBe(403);
    const refused = await administrator.ask('POST', '/api/screens', { title: '机房', view: '' });
    expect(await refusalOf(refused)).toMatch(/not-allowed$/);
    expect((await administrator.ask('GET', '/api/screens')).status).toBe(200);
  });

  test('looks and writes nothing', async () => {
    const { room } = await screenOf();
    expect(await room.status()).toBe(200);
    expect((await room.viewer())?.role).toBe('screen');
    for (const [method, path, body] of [
      ['GET', '/api/accounts', undefined],
      ['GET', '/api/screens', undefined],
      ['POST', '/api/accounts', { login: 'intruder', name: '测试员', role: 'leader' }],
      ['POST', '/api/screens', { title: 'x', view: '' }],
      ['POST', `/api/accounts/${officeId}/reset`, {}],
    ] as const)
      expect((await room.ask(method, path, body)).status).toBe(403);
    expect((await room.ask('POST', '/api/session/password', { current: 'x', next: 'y' })).status).toBe(401);
  });

  test('is shut at once when revoked, its streams too, and its link opens no more', async () => {
    const { made, room } = await screenOf();
    expect(await room.status()).toBe(200);
    const told: string[] = [];
    county.users.screens.onEnd((screen) => told.push(screen));
    expect((await administrator.ask('DELETE', `/api/screens/${made.id}`, {})).status).toBe(200);
    expect(told).toEqual([made.id]);
    expect(await room.status()).toBe(401);
    expect((await county.browser().ask('GET', made.address)).status).toBe(404);
    expect(await refusalOf(await office.ask('DELETE', `/api/screens/${made.id}`, {}))).toMatch(/address-unknown$/);
  });
});
