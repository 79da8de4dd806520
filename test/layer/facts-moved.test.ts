import { beforeAll, expect, test } from 'vitest';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import { recordVisits } from '../../server/inspection/visit-actions.ts';
import { valuesAnswer } from '../../server/layer/answers.ts';
import { countyFacts } from '../../server/layer/facts.ts';
import { summaryAnswer } from '../../server/list/summary.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';

const town: Viewer = { ...openViewer, id: 'town', role: 'town', places: ['area-2', 'area-3', 'area-4', 'area-5'] };

eachEngine('facts that moved', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await fillCounty(store);
  });
  const report = (areaId: string, stage: 'structure-underway' | 'built' | 'accepted', paid: number) =>
    write(store, { actor: 'office', clock: clockAt(today) }, (tx) =>
      reportVenues(tx, [venue(areaId, { stage, subsidyPaidFen: paid, reportedOn: today })]),
    );
  /** What a viewer is answered, by facts moved on and by facts read anew: the copy of the store has its own. */
  async function both(viewer: Viewer) {
    const anew: Store = { ...store };
    const told = async (from: Store) => {
      const view = await viewAt(from, viewer);
      const { layers } = await countyFacts(from, view);
      return [
        await summaryAnswer(from, view),
        ...(await Promise.all(layers.map(({ id }) => valuesAnswer(from, view, id)))),
      ];
    };
    return [await told(store), await told(anew)];
  }

  test('say the same as facts read anew after every write, for the county and a town', async () => {
    for (const viewer of [openViewer, town]) await both(viewer);
    for (const [areaId, stage] of [
      ['area-5', 'structure-underway'],
      ['area-5', 'built'],
      ['area-7', 'accepted'],
      ['area-4', 'accepted'],
    ] as const) {
      await report(areaId, stage, areaId.length);
      for (const viewer of [openViewer, town]) {
        const [moved, anew] = await both(viewer);
        expect(moved).toEqual(anew);
      }
    }
  });

  test('keep every place that did not move, and judge anew what did', async () => {
    await report('area-3', 'built', 1);
    const before = await countyFacts(store, await viewAt(store, openViewer));
    await report('area-3', 'accepted', 2);
    const after = await countyFacts(store, await viewAt(store, openViewer));
    expect(after.villages.map((place, at) => place === before.villages[at])).toEqual([false, true, true, true]);
    expect(after.villages[0]?.venue?.stage).toBe('accepted');
  });

  test('are read anew after a visit', async () => {
    await countyFacts(store, await viewAt(store, openViewer));
    await write(store, { actor: 'office', clock: clockAt(today) }, (tx) =>
      recordVisits(tx, [
        {
          number: 'new',
          occurredOn: today,
          state: 'made',
          announced: true,
          level: 'county',
          team: '一组',
          leaderId: null,
          reportedOn: today,
          places: [{ areaId: 'area-5', findings: [] }],
        },
      ]),
    );
    const [moved, anew] = await both(openViewer);
    expect(moved).toEqual(anew);
    const { villages } = await countyFacts(store, await viewAt(store, openViewer));
    expect(villages.find(({ id }) => id === 'area-5')?.visits).toHaveLength(1);
  });
});
