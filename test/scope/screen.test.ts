import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { readPeople, savePeople } from '../../server/person/people.ts';
import { setResponsibilities } from '../../server/person/responsibility.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { fillCounty } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';

const screen: Viewer = { ...openViewer, id: 'screen:1', role: 'screen' };
const leaderName = '峦朗文';
const clerkName = '某某村文书';
const phone = '0900-1234567';

eachEngine('the screen of a room', (open) => {
  let store: Store;
  let asking: Viewer;
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    store = await open();
    await fillCounty(store);
    await write(store, { actor: 'office', clock: clockAt('2026-10-30') }, async (tx) => {
      await savePeople(tx, [
        { id: 'a-leader', name: leaderName, post: '副书记', unit: '县委', workPhone: phone, position: 1 },
        { id: 'a-clerk', name: clerkName, post: '村文书', unit: '某村', workPhone: phone, position: null },
      ]);
      await setResponsibilities(tx, [{ areaId: 'area-3', function: 'clerk', personId: 'a-clerk' }]);
    });
    app = createApp({ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks: async () => asking });
  });

  test('names leaders, tells others by their function, and gives nobody’s telephone', async () => {
    const seen = await readPeople(store, await viewAt(store, screen));
    expect(seen.get('a-leader')).toMatchObject({ name: leaderName, post: '副书记', workPhone: null });
    expect(seen.get('a-clerk')).toMatchObject({ name: null, post: '村文书', unit: '某村', workPhone: null });
    const told = await readPeople(store, await viewAt(store, openViewer));
    expect(told.get('a-clerk')).toMatchObject({ name: clerkName, workPhone: phone });
  });

  test('reads neither in any dossier nor by searching, though a leader asked for the same just before', async () => {
    const codes = ['990100000003', '990100100', '990100'];
    const clerk = async (viewer: Viewer) => {
      asking = viewer;
      return (await app.request('/api/places/990100000003')).text();
    };
    expect(await clerk(openViewer), 'a leader is told').toContain(clerkName);
    for (const code of codes) {
      asking = openViewer;
      await app.request(`/api/places/${code}`);
      asking = screen;
      const answer = await app.request(`/api/places/${code}`);
      expect(answer.status, code).toBe(200);
      expect(await answer.text(), code).not.toMatch(new RegExp(`${phone}|${clerkName}`));
    }
    for (const q of [clerkName, leaderName, phone, 'llw']) {
      const hits = await (await app.request(`/api/search?q=${encodeURIComponent(q)}`)).text();
      expect(hits, q).not.toMatch(new RegExp(`${leaderName}|${clerkName}|${phone}`));
    }
  });
});
