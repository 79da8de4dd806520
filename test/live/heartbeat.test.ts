import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { write } from '../../server/change/write.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { LiveHub, liveLimits } from '../../server/live/hub.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { newFolder } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';
import { Reader, until } from './reader.ts';

let store: Store;
beforeAll(async () => {
  store = await openStore({ dataDir: newFolder(), databaseUrl: null });
});
afterAll(() => store.close());

const dayIs = (on: string) =>
  write(store, { actor: 'test', clock: clockAt(on) }, async (tx) => writeSetting(tx, 'clock', on));

test('a silent stream says at once and every fifteen seconds that it is there and what day it is, and ends when the sign-in has run out', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  await dayIs('2026-10-30');
  const hub = new LiveHub(store);
  let isAlive = true;
  const given = {
    viewer: openViewer,
    owner: 'open',
    session: 'a',
    lastId: null,
    cut: null,
    alive: async () => isAlive,
  };
  const reader = new Reader((await hub.open(given)).body);
  const said = () => [...reader.text.matchAll(/event: beat\ndata: \{"on":"([\d-]+)"\}\n\n/g)].map(([, on]) => on);
  const beats = () => said().length;
  await until(() => beats() === 1);
  vi.advanceTimersByTime(liveLimits.heartbeatMs * 3);
  await until(() => beats() >= 4);
  expect([said(), reader.ended]).toEqual([Array(4).fill('2026-10-30'), false]);
  await dayIs('2026-10-31');
  vi.advanceTimersByTime(liveLimits.heartbeatMs);
  await until(() => beats() >= 5);
  expect(said().at(-1)).toBe('2026-10-31');
  isAlive = false;
  vi.advanceTimersByTime(liveLimits.heartbeatMs);
  await until(() => reader.ended);
  expect(hub.count).toBe(0);
  hub.close();
  vi.useRealTimers();
});
