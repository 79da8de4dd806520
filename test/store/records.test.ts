import { expect, test } from 'vitest';
import { putAreas, putMapEdition, putShapes } from '../../server/area/area-actions.ts';
import { readAreas } from '../../server/area/area-store.ts';
import { areasSeq } from '../../server/area/areas-seq.ts';
import { readMapEdition } from '../../server/area/map-edition-store.ts';
import { defaultChecklist, defaultThresholds } from '../../server/campaign/default-editions.message.ts';
import { putEdition } from '../../server/campaign/edition-actions.ts';
import { readEdition } from '../../server/campaign/edition-store.ts';
import { readHistory } from '../../server/change/history-store.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import { readImports, recordImport } from '../../server/import/import-store.ts';
import { setLinkages } from '../../server/inspection/linkage-actions.ts';
import { readLinkages } from '../../server/inspection/linkage-store.ts';
import { recordVisits, type VisitReport } from '../../server/inspection/visit-actions.ts';
import { readVisits } from '../../server/inspection/visit-store.ts';
import { reportOrganisations } from '../../server/organisation/organisation-actions.ts';
import { readOrganisations } from '../../server/organisation/organisation-store.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import { readPeople, savePeople } from '../../server/person/people.ts';
import { readResponsibilities, setResponsibilities } from '../../server/person/responsibility.ts';
import type { View } from '../../server/rights/view.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { readVenues } from '../../server/venue/venue-store.ts';
import { eachEngine } from './engines.ts';
import { area, clockAt, venue } from './sample-records.ts';

const writer = { actor: 'office', clock: clockAt('2026-10-30') };
const now = (store: Store) => viewAt(store, openViewer, '2026-10-30');
const sealedView = (store: Store) => viewAt(store, officeViewer, '2026-10-30');

const of = (store: Store, areaId: string) =>
  viewAt(store, { ...openViewer, id: areaId, role: 'town', places: [areaId] }, '2026-10-30');

const visit = (given: Partial<VisitReport> = {}): VisitReport => ({
  number: '督〔2026〕1号',
  occurredOn: '2026-10-01',
  state: 'made',
  level: 'county',
  announced: true,
  team: '第一督查组',
  leaderId: null,
  places: [{ areaId: 'area-3', findings: [{ text: '公开栏未更新', closedOn: null }] }],
  reportedOn: '2026-10-02',
  ...given,
});

eachEngine('the nouns', (open) => {
  test('shapes and map editions hold until the next one', async () => {
    const store = await open();
    const edition = {
      tiles: 'a.pmtiles',
      plain: 'a.json',
      boundaries: 'a.geojson',
      groundImage: null,
      groundTiles: null,
      groundPlain: null,
      groundBounds: null,
      bounds: [1, 2, 3, 4] as [number, number, number, number],
    };
    await write(store, writer, async (tx) => {
      await putAreas(tx, [area(3)]);
      await putShapes(tx, [
        { areaId: 'area-3', metrics: { fid: 3, areaM2: 1.5e6, label: [107.1, 33.2], bounds: [107, 33, 108, 34] } },
      ]);
      await putMapEdition(tx, edition);
    });
    const before = await now(store);
    await write(store, writer, (tx) =>
      putMapEdition(tx, { ...edition, tiles: 'b.pmtiles', groundBounds: [1, 2, 3, 4] }),
    );
    expect((await readAreas(store, await now(store)))[0]).toMatchObject({
      areaM2: 1.5e6,
      label: [107.1, 33.2],
      bounds: [107, 33, 108, 34],
    });
    expect(await readMapEdition(store, before)).toEqual(edition);
    expect(await readMapEdition(store, await now(store))).toMatchObject({
      tiles: 'b.pmtiles',
      groundBounds: [1, 2, 3, 4],
    });
    expect(await areasSeq(store, await now(store))).toBe(4);
  });

  test('a backward organisation keeps problems, leader and group; signed off is a new version', async () => {
    const store = await open();
    const turnaround = {
      namedBy: 'city' as const,
      namedOn: '2026-08-20',
      problems: [{ text: '班子不健全', measure: '补选', dueOn: '2026-09-30', doneOn: null }],
      leaderId: 'person-1',
      groupHeadId: null,
      groupUnits: ['县委组织部'],
      guidingUnit: null,
      stationedOn: null,
      signedOffOn: null,
    };
    const report = {
      areaId: 'area-3',
      name: '村3党支部',
      field: 'village',
      screenedOn: '2026-08-18',
      turnaround,
      reportedOn: '2026-08-25',
    };
    await write(store, writer, (tx) => reportOrganisations(tx, [report]));
    await write(store, writer, (tx) =>
      reportOrganisations(tx, [
        { ...report, turnaround: { ...turnaround, signedOffOn: '2026-10-01' }, reportedOn: '2026-10-02' },
        { ...report, areaId: 'area-4', turnaround: null },
      ]),
    );
    const kept = await readOrganisations(store, await now(store));
    expect(kept.find(({ areaId }) => areaId === 'area-3')?.turnaround).toEqual({
      ...turnaround,
      signedOffOn: '2026-10-01',
    });
    expect(kept.find(({ areaId }) => areaId === 'area-4')?.turnaround).toBeNull();
  });

  test('a visit is found again by its number; a village taken off it ends', async () => {
    const store = await open();
    await write(store, writer, (tx) =>
      recordVisits(tx, [
        visit({
          places: [
            { areaId: 'area-3', findings: [] },
            { areaId: 'area-4', findings: [] },
          ],
        }),
      ]),
    );
    expect(await write(store, writer, (tx) => recordVisits(tx, [visit(), visit()]))).toBe(1);
    const [kept, ...rest] = await readVisits(store, await now(store));
    expect(rest).toEqual([]);
    expect(kept?.places).toEqual([{ areaId: 'area-3', findings: [{ text: '公开栏未更新', closedOn: null }] }]);
  });

  test('a planned unannounced visit is sealed until it is made', async () => {
    const store = await open();
    await write(store, writer, (tx) =>
      recordVisits(tx, [
        visit({ state: 'planned', announced: false, occurredOn: '2026-11-02' }),
        visit({ number: '2', state: 'planned', occurredOn: '2026-11-03' }),
      ]),
    );
    const numbers = async (view: Awaited<ReturnType<typeof now>>) =>
      (await readVisits(store, view)).map(({ number }) => number);
    expect(await numbers(await now(store))).toEqual(['2']);
    expect(await numbers(await sealedView(store))).toHaveLength(2);
    await write(store, writer, (tx) => recordVisits(tx, [visit({ announced: false })]));
    expect(await numbers(await now(store))).toHaveLength(2);
  });

  test('a visit shows only those of its villages the user sees', async () => {
    const store = await open();
    await write(store, writer, (tx) =>
      recordVisits(tx, [visit({ places: ['area-3', 'area-4'].map((areaId) => ({ areaId, findings: [] })) })]),
    );
    const view = await viewAt(store, { ...openViewer, id: 'village', role: 'town', places: ['area-4'] }, '2026-10-30');
    expect((await readVisits(store, view))[0]?.places.map(({ areaId }) => areaId)).toEqual(['area-4']);
    const other = await viewAt(store, { ...openViewer, id: 'village', role: 'town', places: ['area-5'] }, '2026-10-30');
    expect(await readVisits(store, other)).toEqual([]);
  });

  test('linkages, responsibilities and people; said twice is written once', async () => {
    const store = await open();
    const link = { leaderId: 'person-1', townId: 'area-2', fromOn: '2026-08-17', toOn: null };
    const duty = { areaId: 'area-3', function: 'secretary', personId: 'person-2' };
    const person = { id: 'person-1', name: '某甲', post: '副县长', unit: null, workPhone: null, position: 3 };
    for (const expected of [1, 0]) {
      await write(store, writer, async (tx) => {
        expect(await setLinkages(tx, [link])).toBe(expected);
        expect(await setResponsibilities(tx, [duty])).toBe(expected);
        expect(await savePeople(tx, [person])).toBe(expected);
      });
    }
    expect(await readLinkages(store, await now(store))).toMatchObject([link]);
    expect(await readResponsibilities(store, await now(store))).toMatchObject([duty]);
    expect((await readPeople(store, await now(store), ['person-1'])).get('person-1')).toEqual(person);
  });

  test('the edition of the day: the newest that began by then', async () => {
    const store = await open();
    await write(store, writer, async (tx) => {
      await putEdition(tx, { kind: 'checklist', fromOn: '2026-01-01', body: defaultChecklist });
      await putEdition(tx, { kind: 'checklist', fromOn: '2026-10-01', body: defaultChecklist.slice(1) });
      await putEdition(tx, { kind: 'thresholds', fromOn: '2026-01-01', body: defaultThresholds });
    });
    const lengthOn = async (on: string) =>
      (await readEdition(store, { ...(await now(store)), on }, 'checklist'))?.length ?? null;
    expect(await Promise.all(['2025-12-31', '2026-01-01', '2026-09-30', '2026-10-01'].map(lengthOn))).toEqual([
      null,
      19,
      19,
      18,
    ]);
  });

  test('the history of a place names the files a change came from', async () => {
    const store = await open();
    await write(store, { ...writer, importId: 'import-1' }, async (tx) => {
      await reportVenues(tx, [venue('area-3'), venue('area-4')]);
      await recordImport(tx, {
        id: 'import-1',
        at: '2026-10-30T00:00:00Z',
        actor: 'office',
        files: ['台账.xlsx'],
        report: '{}',
      });
    });
    expect(await readHistory(store, await now(store), 'area-3')).toMatchObject([
      { subject: 'venue', action: 'report', files: ['台账.xlsx'] },
    ]);
    expect((await readImports(store, await now(store))).map(({ id }) => id)).toEqual(['import-1']);
    expect(await readImports(store, { ...(await now(store)), seq: 2 })).toEqual([]);
    expect(await readImports(store, await of(store, 'area-3'))).toEqual([]);
  });

  test('a visit to several villages stands in the history of each, until one is taken off it', async () => {
    const store = await open();
    const places = ['area-3', 'area-4'].map((areaId) => ({ areaId, findings: [] }));
    await write(store, writer, (tx) => recordVisits(tx, [visit({ places })]));
    await write(store, writer, (tx) => recordVisits(tx, [visit({ places: places.slice(0, 1), team: '第二督查组' })]));
    await write(store, writer, (tx) => recordVisits(tx, [visit({ places: places.slice(0, 1), team: '第三督查组' })]));
    const seqsOf = async (areaId: string, view: View) => (await readHistory(store, view, areaId)).map(({ seq }) => seq);
    expect(await seqsOf('area-3', await now(store))).toEqual([3, 2, 1]);
    expect(await seqsOf('area-4', await now(store))).toEqual([2, 1]);
    expect(await seqsOf('area-3', await of(store, 'area-4'))).toEqual([]);
  });

  test('the history of a village says nothing of a sealed plan, before and after the visit', async () => {
    const store = await open();
    const planned = visit({ state: 'planned', announced: false, occurredOn: '2026-11-02' });
    await write(store, writer, (tx) => recordVisits(tx, [planned, visit({ number: '2', state: 'planned' })]));
    await write(store, writer, (tx) => recordVisits(tx, [{ ...planned, state: 'made' }]));
    const seqsOf = async (view: View) => (await readHistory(store, view, 'area-3')).map(({ seq }) => seq);
    expect(await seqsOf(await now(store))).toEqual([3, 2]);
    expect(await seqsOf(await sealedView(store))).toEqual([3, 2, 1]);
  });

  test('who sees one place sees the people named in its records and no other', async () => {
    const store = await open();
    await write(store, writer, async (tx) => {
      await savePeople(
        tx,
        [1, 2, 3, 4].map((at) => ({
          id: `person-${at}`,
          name: `某${at}`,
          post: null,
          unit: null,
          workPhone: null,
          position: null,
        })),
      );
      await setResponsibilities(tx, [
        { areaId: 'area-3', function: 'secretary', personId: 'person-1' },
        { areaId: 'area-4', function: 'secretary', personId: 'person-2' },
      ]);
      await recordVisits(tx, [
        visit({ leaderId: 'person-3' }),
        visit({ number: '2', state: 'planned', announced: false, leaderId: 'person-4' }),
      ]);
    });
    expect([...(await readPeople(store, await of(store, 'area-3'))).keys()].sort()).toEqual(['person-1', 'person-3']);
    expect((await readPeople(store, await now(store))).size).toBe(4);
  });

  test('sums beyond 32 bits are kept as they are', async () => {
    const store = await open();
    await write(store, writer, (tx) => reportVenues(tx, [venue('area-3', { subsidyFen: 9_000_000_000 })]));
    expect((await readVenues(store, await now(store)))[0]?.subsidyFen).toBe(9_000_000_000);
  });

  test('a county’s eleven weeks are written in one transaction', async () => {
    const store = await open();
    const villages = Array.from({ length: 600 }, (_, at) => area(at + 1));
    await write(store, writer, async (tx) => {
      await putAreas(tx, villages);
      for (let week = 1; week <= 11; week++)
        await reportVenues(
          tx,
          villages.slice(0, 450).map(({ id }) => venue(id, { subsidyFen: week })),
        );
    });
    expect(await readVenues(store, await now(store))).toHaveLength(450);
  });
});
