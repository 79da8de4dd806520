import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { AreasAnswer } from '../../server/area/answer.ts';
import { putAreas } from '../../server/area/area-actions.ts';
import { recordEvent } from '../../server/change/audit-event.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import type { SearchAnswer } from '../../server/search/answer.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';
import { fillCounty, today } from './small-county.ts';

const office: Viewer = { ...officeViewer, standsFor: ['auditor'] };
const clock = clockAt(today);

eachEngine('what did not move is not sent again', (open) => {
  let store: Store;
  let app: ReturnType<typeof createApp>;
  let asking: Viewer;
  beforeEach(async () => {
    store = await open();
    await fillCounty(store);
    asking = office;
    app = createApp({ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks: async () => asking });
  });
  const ask = (path: string, etag?: string) =>
    app.request(`http://county/api${path}`, etag === undefined ? {} : { headers: { 'if-none-match': etag } });
  const etagOf = async (path: string) => (await ask(path)).headers.get('etag') ?? '';
  const report = (paid: number) =>
    write(store, { actor: 'town', clock }, (tx) => reportVenues(tx, [venue('area-5', { subsidyPaidFen: paid })]));
  const rename = (name: string) =>
    write(store, { actor: 'office', clock }, (tx) =>
      putAreas(tx, [
        {
          ...{ id: 'area-5', fid: 5, kind: 'village', code: '990100000005', name, officialName: null, type: null },
          ...{ parentId: 'area-2', position: 5, fromOn: '2026-08-17', toOn: null },
        },
      ]),
    );

  describe.each([
    ['office', office],
    ['leader', openViewer],
    ['town', { ...openViewer, id: 'town', role: 'town', places: ['area-2', 'area-4', 'area-5'] } satisfies Viewer],
  ])('places, told to the %s', (_, viewer) => {
    beforeEach(() => {
      asking = viewer;
    });

    test('stand while only records of them move, as they would be read anew', async () => {
      const etag = await etagOf('/areas');
      const before = (await (await ask('/areas')).json()) as AreasAnswer;
      await report(1);
      expect((await ask('/areas', etag)).status).toBe(304);
      expect(await (await ask('/areas?lang=en')).json()).toEqual(before);
    });

    test.each(['/areas', '/search?q=村', '/layers', '/layers/venue-schedule/values', '/summary'])(
      '%s once answered, asked for again: nothing is asked of the store',
      async (path) => {
        const etag = await etagOf(path);
        // A database of its own is compared with once more when a connection to it was opened meanwhile.
        await ask(path, etag);
        const queries = vi.spyOn(store.db, 'selectFrom');
        expect((await ask(path, etag)).status).toBe(304);
        expect(queries).not.toHaveBeenCalled();
        queries.mockRestore();
      },
    );

    test('are found as before, and the answer to a search stands until one of them is called otherwise', async () => {
      const etag = await etagOf('/search?q=村5');
      await report(2);
      expect((await ask('/search?q=村5', etag)).status).toBe(304);
      await rename('又五村');
      const answer = await ask('/search?q=又五', etag);
      expect(((await answer.json()) as SearchAnswer).hits.map(({ name }) => name)).toEqual(['又五村']);
      expect((await ask('/search?q=村5', etag)).status).toBe(200);
    });

    test('are sent again when one of them is called otherwise', async () => {
      const etag = await etagOf('/areas');
      await rename('新五村');
      const answer = await ask('/areas', etag);
      expect(answer.status).toBe(200);
      expect(((await answer.json()) as AreasAnswer).villages.map(({ name }) => name)).toContain('新五村');
    });
  });

  test('the number of places tells nothing of sealed plans', async () => {
    asking = openViewer;
    const { seq } = (await (await ask('/areas')).json()) as AreasAnswer;
    expect(seq).toBeLessThanOrEqual((await viewAt(store, openViewer)).shown);
    expect(await etagOf('/areas')).toContain(`.a${seq}.`);
  });

  test('tasks are one person’s: nobody else’s answer stands for them', async () => {
    const etag = await etagOf('/tasks');
    expect((await ask('/tasks', etag)).status).toBe(304);
    asking = { ...office, id: 'office-2' };
    expect((await ask('/tasks', etag)).status).toBe(200);
    asking = office;
    await report(1);
    expect((await ask('/tasks', etag)).status).toBe(200);
  });

  test('the audit log stands until something is written or happens', async () => {
    const happen = () =>
      recordEvent(store, { actor: null, address: '', action: 'sign-in', subject: 'li4', detail: {} });
    const first = await etagOf('/audit');
    expect((await ask('/audit', first)).status).toBe(304);
    await happen();
    const second = await ask('/audit', first);
    expect(second.status).toBe(200);
    expect(JSON.stringify(await second.json())).toContain('li4');
    await report(1);
    expect((await ask('/audit', second.headers.get('etag') ?? '')).status).toBe(200);
    const third = await etagOf('/audit');
    asking = { ...openViewer, id: 'auditor', role: 'auditor', places: [] };
    expect((await ask('/audit', third)).status).toBe(200);
  });
});
