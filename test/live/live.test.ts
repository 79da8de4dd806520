import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import { recordVisits } from '../../server/inspection/visit-actions.ts';
import { LiveHub, type OpenGiven } from '../../server/live/hub.ts';
import { mostWaitingBytes } from '../../server/live/stream.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';
import { Reader, until } from './reader.ts';

const town: Viewer = { ...openViewer, id: 'town', role: 'town', places: ['area-2', 'area-3', 'area-4', 'area-5'] };
const department: Viewer = { ...openViewer, id: 'department', role: 'department', subjects: ['organisation'] };
const given = (viewer: Viewer, more: Partial<OpenGiven> = {}): OpenGiven => ({
  viewer,
  owner: viewer.id,
  session: null,
  lastId: null,
  cut: null,
  alive: async () => true,
  ...more,
});

eachEngine('the live stream', (open) => {
  let store: Store;
  let hub: LiveHub;
  let paid = 0;
  beforeAll(async () => {
    store = await open();
    await fillCounty(store);
  });
  beforeEach(() => {
    const mine = new LiveHub(store);
    hub = mine;
    return () => mine.close();
  });
  const listen = async (viewer: Viewer, more: Partial<OpenGiven> = {}) => {
    const reader = new Reader((await hub.open(given(viewer, more))).body);
    await until(() => reader.events.length === 1);
    return reader;
  };
  /** A report that says something new of each village. */
  const report = (...places: string[]) =>
    write(store, { actor: 'office', clock: clockAt(today) }, (tx) => {
      paid += 1;
      return reportVenues(
        tx,
        places.map((id) => venue(id, { subsidyPaidFen: paid, reportedOn: today })),
      );
    });
  const planSealed = (number: string, areas: string[]) =>
    write(store, { actor: 'office', clock: clockAt(today) }, (tx) =>
      recordVisits(tx, [
        {
          number,
          occurredOn: '2026-11-03',
          state: 'planned',
          announced: false,
          level: 'county',
          team: '二组',
          leaderId: null,
          reportedOn: today,
          places: areas.map((areaId) => ({ areaId, findings: [] })),
        },
      ]),
    );

  test('names the places that moved to who sees them, and only that something moved to who does not', async () => {
    const [county, own, items] = [await listen(openViewer), await listen(town), await listen(department)];
    await report('area-3', 'area-7');
    await until(() => [county, own, items].every(({ changes }) => changes.length === 1));
    expect(county.changes[0]?.notice).toMatchObject({ places: [3, 7], subjects: ['venue'] });
    expect(own.changes[0]?.notice).toMatchObject({ places: [3], subjects: ['venue'] });
    expect(items.changes[0]?.notice).toMatchObject({ places: [], subjects: [] });
    await report('area-7');
    await until(() => own.changes.length === 2);
    expect(own.changes[1]?.notice).toMatchObject({ places: [], subjects: [] });
    expect(own.text).not.toContain('7]');
  });

  test('tells nothing but a number, a time, places and subjects', async () => {
    const reader = await listen(openViewer);
    await report('area-4');
    await until(() => reader.changes.length === 1);
    expect(Object.keys(reader.changes[0]?.notice ?? {})).toEqual(['seq', 'at', 'places', 'subjects']);
  });

  test('a sealed plan is no event for a town or a leader, and leaves no gap in what they hear next', async () => {
    const [leader, own, office] = [await listen(openViewer), await listen(town), await listen(officeViewer)];
    await planSealed(`sealed-${store.engine}`, ['area-3', 'area-7']);
    await until(() => office.changes.length === 1);
    expect(office.changes[0]?.notice).toMatchObject({ places: [3, 7], subjects: ['visit'] });
    await report('area-3');
    await until(() => own.changes.length === 1 && leader.changes.length === 1);
    for (const { events } of [leader, own]) {
      const [before, after] = events;
      expect(after?.notice.seq).toBe((before?.notice.seq ?? 0) + 1);
      expect(Number(after?.id)).toBe(Number(before?.id) + 1);
    }
    expect(own.changes[0]?.notice.places).toEqual([3]);
  });

  test('who comes back hears once that something is newer, or nothing', async () => {
    const first = await listen(openViewer);
    const had = first.events[0]?.id ?? '';
    const known = first.events[0]?.notice.seq ?? 0;
    await first.cancel();
    expect((await listen(openViewer, { lastId: had })).changes).toEqual([]);
    await planSealed(`away-${store.engine}`, ['area-4']);
    expect((await listen(openViewer, { lastId: had })).changes).toEqual([]);
    await report('area-3');
    await report('area-4');
    const back = await listen(openViewer, { lastId: had });
    await report('area-4');
    await until(() => back.changes.some(({ notice }) => notice.seq === known + 3));
    expect(back.changes.map(({ notice }) => notice.seq)).toEqual([known + 2, known + 3]);
  });

  test('a burst of writes is one notice with all its places', async () => {
    const slow = new LiveHub(store, { gatherMs: 1500 });
    const reader = new Reader((await slow.open(given(openViewer))).body);
    await until(() => reader.events.length === 1);
    for (const id of ['area-3', 'area-4', 'area-5', 'area-3']) await report(id);
    await until(() => reader.changes.length > 0);
    await report('area-7');
    await until(() => reader.changes.some(({ notice }) => notice.places?.includes(7)));
    slow.close();
    expect(reader.changes.map(({ notice }) => notice.places)).toEqual([[3, 4, 5], [7]]);
  });

  test('who does not read is dropped, and others hear on', async () => {
    let cut = 0;
    const lazy = await hub.open(given(town, { cut: () => (cut += 1) }));
    const reader = await listen(town);
    for (let sent = 0; sent < mostWaitingBytes && cut === 0; sent += 1000) lazy.send(new Uint8Array(1000));
    expect([cut, hub.count]).toEqual([1, 1]);
    await report('area-3');
    await until(() => reader.changes.length === 1);
  });

  test('closes with its session and leaves the account’s others, and all when it is disabled', async () => {
    const one = await listen(town, { session: 'a' });
    const other = await listen(town, { session: 'b' });
    hub.end('town', 'a');
    await until(() => one.ended);
    expect([other.ended, hub.count]).toEqual([false, 1]);
    hub.end('town', null);
    await until(() => other.ended);
    expect(hub.count).toBe(0);
  });

  test('eight streams an account and no more, until one is closed', async () => {
    const readers = await Promise.all(Array.from({ length: 8 }, () => listen(town)));
    await expect(listen(town)).rejects.toMatchObject({ code: 'streams-own' });
    await listen(openViewer);
    await readers[0]?.cancel();
    await listen(town);
  });

  test('who sees more places by a new visit hears of them from then on', async () => {
    let now: Viewer = { ...town, id: 'inspector', places: ['area-3'] };
    let looked = 0;
    const reader = await listen(now, {
      again: async () => {
        looked += 1;
        return now;
      },
    });
    now = { ...now, places: ['area-3', 'area-7'] };
    await write(store, { actor: 'office', clock: clockAt(today) }, (tx) =>
      recordVisits(tx, [
        {
          number: `made-${store.engine}`,
          occurredOn: today,
          state: 'made',
          announced: true,
          level: 'county',
          team: '一组',
          leaderId: null,
          reportedOn: today,
          places: [{ areaId: 'area-7', findings: [] }],
        },
      ]),
    );
    await until(() => reader.changes.length === 1 && looked === 1);
    await report('area-7');
    await until(() => reader.changes.length === 2);
    expect(reader.changes.map(({ notice }) => notice.places)).toEqual([[], [7]]);
  });

  describe('over the API', () => {
    test('is an event stream nobody keeps, and refuses nonsense', async () => {
      const app = createApp({
        store,
        distFolder: '.',
        startedAt: new Date(),
        version: '1',
        whoAsks: async () => openViewer,
        live: hub,
      });
      const answer = await app.request('/api/live');
      expect(answer.headers.get('content-type')).toContain('text/event-stream');
      expect(answer.headers.get('cache-control')).toContain('no-store');
      expect(answer.headers.get('x-accel-buffering')).toBe('no');
      expect(answer.headers.get('content-encoding')).toBeNull();
      expect(hub.count).toBe(1);
      const heads = await app.request('/api/live', { method: 'HEAD' });
      expect([heads.status, heads.headers.get('content-type'), hub.count]).toEqual([
        200,
        answer.headers.get('content-type'),
        1,
      ]);
      if (!answer.body) throw new Error('no stream');
      const reader = new Reader(answer.body);
      await until(() => reader.events.length === 1);
      expect(reader.text).toMatch(/^retry: \d{4}\n/);
      expect((await app.request('/api/live?after=x')).status).toBe(400);
      hub.close();
      await until(() => reader.ended);
      expect((await app.request('/api/live')).status).toBe(503);
    });
  });
});
