import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStore, type Store } from '../../server/db/open.ts';
import { LiveHub, liveLimits } from '../../server/live/hub.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { newFolder } from '../store/engines.ts';
import { Reader, until } from './reader.ts';

let store: Store;
beforeAll(async () => {
  store = await openStore({ dataDir: newFolder(), databaseUrl: null });
});
afterAll(() => store.close());

test('a silent stream says every fifteen seconds that it is there, and ends when the sign-in has run out', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
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
  const beats = () => reader.text.split('\n\n').filter((block) => block === 'event: beat\ndata:').length;
  vi.advanceTimersByTime(liveLimits.heartbeatMs * 3);
  await until(() => beats() >= 3);
  expect([beats(), reader.ended]).toEqual([3, false]);
  isAlive = false;
  vi.advanceTimersByTime(liveLimits.heartbeatMs);
  await until(() => reader.ended);
  expect(hub.count).toBe(0);
  hub.close();
  vi.useRealTimers();
});
