import { describe, expect, test } from 'vitest';
import { endOfDay } from '../../server/calendar/local-day.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import { compareAnswer } from '../../server/history/compare.ts';
import { countWays, type Stood, type Way, wayOf } from '../../server/history/rules.ts';
import { recordVisits, type VisitReport } from '../../server/inspection/visit-actions.ts';
import { layersAnswer } from '../../server/layer/answers.ts';
import { changesSince } from '../../server/meeting/changes.ts';
import { bulletinFigures } from '../../server/paper/bulletin/figures.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';

describe('which way a place went', () => {
  const stood = (name: string, badness: number, counts = true): Stood => ({ class: name, badness, counts });
  const [good, near, bad] = [stood('good', 0), stood('near', 1), stood('bad', 2)];
  const outside = stood('outside', -1, false);
  test.each<[string, Stood | undefined, Stood | undefined, boolean, Way]>([
    ['to a better class, with a record', near, good, true, 'better'],
    ['to a worse class, with a record', near, bad, true, 'worse'],
    ['to a worse class, without', near, bad, false, 'aged'],
    ['to a better class, without', near, good, false, 'aged'],
    ['nowhere, with a record', near, near, true, 'same'],
    ['nowhere, without', near, near, false, 'same'],
    ['into what counts', outside, bad, true, 'unknown'],
    ['out of what counts', bad, outside, true, 'unknown'],
    ['nowhere, outside on both days', outside, outside, true, 'same'],
    ['from nothing known', undefined, good, true, 'unknown'],
    ['to nothing known', good, undefined, true, 'unknown'],
  ])('%s', (_, was, is, recorded, way) => expect(wayOf(was, is, recorded)).toBe(way));

  test('the counts add up to the places', () => {
    const counts = countWays(['better', 'same', 'aged', 'aged', 'worse', 'unknown']);
    expect(counts).toEqual({ better: 1, worse: 1, aged: 2, same: 1, unknown: 1 });
  });
});

eachEngine('better, worse and changed with time', (open) => {
  const visit = (on: string, areaId: string, given: Partial<VisitReport>): VisitReport => ({
    ...{ number: `${on} ${areaId}`, occurredOn: on, state: 'made', level: 'county', announced: true, team: '二组' },
    ...{ leaderId: null, reportedOn: on, at: endOfDay(on), places: [{ areaId, findings: [] }] },
    ...given,
  });
  const record = (store: Store, on: string, visits: VisitReport[]) =>
    write(store, { actor: 'office', clock: clockAt(on) }, (tx) => recordVisits(tx, visits));
  const town: Viewer = { ...openViewer, id: 'town', role: 'town', places: ['area-2', 'area-3', 'area-4', 'area-5'] };

  /** Four villages whose visits are of 22 October; on the 30th a plan for 4 and 7, a late word of an earlier visit to 5, a new visit to 3. */
  async function county() {
    const store = await open();
    await fillCounty(store);
    const places = ['area-3', 'area-4', 'area-5', 'area-7'];
    await record(
      store,
      today,
      places.map((id) => visit('2026-10-22', id, { at: endOfDay('2026-10-22') })),
    );
    return store;
  }
  const compared = async (store: Store, viewer: Viewer, layer: string, from = '2026-10-29') =>
    compareAnswer(store, { from: await viewAt(store, viewer, from), to: await viewAt(store, viewer) }, layer);

  test('a day that passes ages a visit; a plan for the place is no record of it, whoever may see the plan', async () => {
    const store = await county();
    const plan = { state: 'planned' as const, announced: false, at: endOfDay(today) };
    await record(store, today, [visit('2026-11-03', 'area-4', plan), visit('2026-11-03', 'area-5', plan)]);
    for (const viewer of [officeViewer, town]) {
      const { better, worse, aged, changed } = await compared(store, viewer, 'inspection-coverage');
      expect([better, worse]).toEqual([0, 0]);
      expect(changed.map(({ way, from, to }) => [way, from, to])).toEqual(
        Array.from({ length: aged }, () => ['aged', 'fresh', 'due']),
      );
    }
    expect((await compared(store, officeViewer, 'inspection-coverage')).aged).toBe(3);
    expect((await compared(store, town, 'inspection-coverage')).aged).toBe(2);
  });

  test('a record of the place makes it better or worse', async () => {
    const store = await county();
    await record(store, today, [visit('2026-10-12', 'area-5', { at: endOfDay(today) })]);
    const { changed } = await compared(store, officeViewer, 'inspection-coverage');
    expect(changed.map(({ fid, way }) => [fid, way])).toEqual([
      [5, 'worse'],
      [4, 'aged'],
      [7, 'aged'],
    ]);
  });

  test('a planned day that passes without a word ages the village centre', async () => {
    const { changed } = await compared(await county(), officeViewer, 'venue-schedule', '2026-10-20');
    expect(changed.map(({ fid, way }) => [fid, way])).toEqual([
      [4, 'aged'],
      [7, 'better'],
    ]);
  });

  test('of every layer and viewer the counts add up to the places, and the list to the counts', async () => {
    const store = await county();
    for (const viewer of [officeViewer, town])
      for (const { id } of (await layersAnswer(store, await viewAt(store, viewer))).layers)
        for (const from of ['2026-08-20', '2026-10-22', '2026-10-29', today]) {
          const { better, worse, aged, same, unknown, fids, changed } = await compared(store, viewer, id, from);
          expect(better + worse + aged + same + unknown, `${id} ${from}`).toBe(fids.length);
          const listed = countWays(changed.map(({ way }) => way));
          expect([listed.better, listed.worse, listed.aged, listed.same]).toEqual([better, worse, aged, 0]);
          expect(changed.every((one) => one.from !== one.to)).toBe(true);
        }
  });

  test('what a meeting and a bulletin say moved is what the comparison says, layer by layer', async () => {
    const store = await county();
    const view = await viewAt(store, officeViewer);
    const { since, layers } = await changesSince(store, view);
    const figures = await bulletinFigures(store, view, 'zh');
    const said: string[] = [];
    for (const { id, title, up, down, aged } of layers) {
      const answer = await compared(store, officeViewer, id, since);
      expect([up.length, down.length, aged.length]).toEqual([answer.better, answer.worse, answer.aged]);
      said.push(`${title.zh}好转${answer.better}个、变差${answer.worse}个、随时间变化${answer.aged}个`);
    }
    expect(figures.values.moves).toBe(said.join('；'));
    const venues = await compared(store, officeViewer, 'venue-schedule', since);
    expect([figures.values.betterCount, figures.values.worseCount]).toEqual(
      [venues.better, venues.worse].map((count) => String(count)),
    );
    expect(figures.tables.worsened.rows).toHaveLength(layers.reduce((sum, { down }) => sum + down.length, 0));
  });
});
