import { beforeAll, expect, test } from 'vitest';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import { beginEpoch } from '../../server/db/epoch.ts';
import type { Store } from '../../server/db/open.ts';
import { compareAnswer } from '../../server/history/compare.ts';
import { daysAnswer, layerDaysAnswer } from '../../server/history/days.ts';
import { recordVisits } from '../../server/inspection/visit-actions.ts';
import { layersAnswer, valuesAnswer } from '../../server/layer/answers.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { fillCounty } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';

const town: Viewer = { ...openViewer, id: 'town', role: 'town', places: ['area-2', 'area-3', 'area-4', 'area-5'] };

const sealedVisit = {
  number: 'SEALED',
  ...{ occurredOn: '2026-11-02', state: 'planned' as const, level: 'county' as const, announced: false },
  ...{ team: '一组', leaderId: null, reportedOn: '2026-10-30' },
  places: [{ areaId: 'area-4', findings: [] }],
};

eachEngine('day by day', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await fillCounty(store);
  });

  test('says on which days something became known, to whom', async () => {
    const office = await daysAnswer(store, await viewAt(store, officeViewer));
    expect(office.days.map(({ on }) => on)).toEqual([
      '2026-08-17',
      '2026-08-23',
      '2026-09-25',
      '2026-10-28',
      '2026-10-29',
    ]);
    expect([office.firstOn, office.lastOn]).toEqual(['2026-08-17', '2026-10-30']);
    const own = await daysAnswer(store, await viewAt(store, town));
    expect(own.days.map(({ on }) => on)).toEqual(['2026-08-17', '2026-08-23', '2026-09-25', '2026-10-29']);
    // The sealed plan of 29 October is one change less.
    expect(own.days.at(-1)?.changes).toBe((office.days.at(-1)?.changes ?? 0) - 1);
  });

  test('goes on counting after each write as if all were counted anew', async () => {
    const anew = await open();
    await fillCounty(anew);
    const told = async (of: Store, viewer: Viewer) => daysAnswer(of, await viewAt(of, viewer));
    const viewers = [officeViewer, openViewer, town, { ...town, sealed: ['一组'] }, { ...openViewer, places: [] }];
    const same = async () => {
      for (const viewer of viewers) {
        const went = await told(anew, viewer);
        beginEpoch(anew);
        expect(went).toEqual(await told(anew, viewer));
      }
    };
    await same();
    for (const viewer of viewers) await told(anew, viewer);
    const before = (await told(anew, officeViewer)).days.at(-1)?.changes ?? 0;
    await write(anew, { actor: 'town', clock: clockAt('2026-10-29') }, (tx) =>
      reportVenues(tx, [venue('area-5', { subsidyPaidFen: 7 })]),
    );
    expect((await told(anew, officeViewer)).days.at(-1)).toEqual({ on: '2026-10-29', changes: before + 1 });
    await same();
    for (const viewer of viewers) await told(anew, viewer);
    await write(anew, { actor: 'office', clock: clockAt('2026-10-30') }, (tx) => recordVisits(tx, [sealedVisit]));
    await same();
  });

  test.each([['office', officeViewer] as const, ['town', town] as const])(
    'gives %s for each day what the values of that day say',
    async (_, viewer) => {
      const view = await viewAt(store, viewer);
      const asked = { layer: 'venue-schedule', from: '2026-08-15', to: '2026-10-30' };
      const { days, places } = await layerDaysAnswer(store, view, asked);
      expect(days).toHaveLength(77);
      for (const day of days.filter((_, at) => at % 7 === 0 || at > 70)) {
        const { classes, values, dataAt, county, towns } = await valuesAnswer(
          store,
          await viewAt(store, viewer, day.on),
          asked.layer,
        );
        expect({ ...day, fids: places[day.places]?.length }).toEqual({
          ...{ on: day.on, since: day.since, places: day.places, fids: classes.length },
          ...{ classes, values, dataAt, county, towns },
        });
      }
      expect(await layerDaysAnswer(store, view, asked)).toEqual({ ...asked, seq: view.shown, places, days });
    },
  );

  test('gives every layer what its values of that day say, though it reads only what the layer goes by', async () => {
    const view = await viewAt(store, officeViewer);
    const { layers } = await layersAnswer(store, view);
    for (const { id } of layers) {
      const { days } = await layerDaysAnswer(store, view, { layer: id, from: '2026-09-25', to: '2026-10-30' });
      for (const day of days.filter((_, at) => at % 9 === 0)) {
        const then = await viewAt(store, officeViewer, day.on);
        const { classes, county, towns } = await valuesAnswer(store, then, id);
        expect([id, day.on, day.classes, day.county, day.towns]).toEqual([id, day.on, classes, county, towns]);
      }
    }
  });

  test('compares two days by class, what got worse or aged before what got better', async () => {
    const views = {
      from: await viewAt(store, officeViewer, '2026-09-20'),
      to: await viewAt(store, officeViewer, '2026-10-30'),
    };
    const { changed, better, worse, aged, fids, classesFrom, classesTo } = await compareAnswer(
      store,
      views,
      'venue-schedule',
    );
    expect(changed.map(({ fid, way }) => [fid, way])).toEqual([
      [4, 'aged'],
      [7, 'better'],
      [3, 'better'],
    ]);
    expect([better, worse, aged, fids]).toEqual([2, 0, 1, [3, 4, 5, 7]]);
    expect([classesFrom.length, classesTo.length]).toEqual([4, 4]);
    expect(changed[0]?.town).toBe('城关镇');
  });
});
