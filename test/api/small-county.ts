import { putAreas, putMapEdition } from '../../server/area/area-actions.ts';
import { endOfDay } from '../../server/calendar/local-day.ts';
import { write } from '../../server/change/write.ts';
import { saveFile } from '../../server/db/files.ts';
import type { Store } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { recordVisits } from '../../server/inspection/visit-actions.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { area, clockAt, fewAreas, venue } from '../store/sample-records.ts';

export const today = '2026-10-30';

/** A small county: two towns; village 3 accepted, 4 on schedule then late, 5 silent, 7 (another name and code before September) built in the other town; one visit made, one sealed plan. */
export async function fillCounty(store: Store): Promise<string> {
  const tiles = saveFile(store.dataDir, new TextEncoder().encode('0123456789'.repeat(100)), 'pmtiles');
  const places = [
    ...fewAreas,
    area(6, { kind: 'town', code: '990100101', name: '望岭镇', parentId: 'area-1', position: 2 }),
    area(7, { parentId: 'area-6', name: '旧七村', code: '990100000077', toOn: '2026-09-01' }),
    area(7, { parentId: 'area-6', name: '=7村', fromOn: '2026-09-01' }),
  ];
  const step = (plannedOn: string) => [{ key: 'built' as const, plannedOn, doneOn: null }];
  await write(store, { actor: 'office', clock: clockAt(today) }, async (tx) => {
    await writeSetting(tx, 'clock', today);
    await putAreas(tx, places, endOfDay('2026-08-17'));
    await putMapEdition(
      tx,
      {
        tiles,
        plain: 'p.json',
        boundaries: 'b.geojson',
        groundImage: null,
        groundTiles: null,
        groundPlain: null,
        groundBounds: null,
        bounds: [107, 33, 108, 34],
      },
      { at: endOfDay('2026-08-17') },
    );
    const accepted = {
      stage: 'accepted' as const,
      organisationAcceptedOn: '2026-09-20',
      financeAcceptedOn: '2026-09-21',
    };
    await reportVenues(tx, [
      venue('area-4', { milestones: step('2026-10-25'), at: endOfDay('2026-08-23') }),
      venue('area-3', { ...accepted, reportedOn: '2026-09-25', at: endOfDay('2026-09-25') }),
      venue('area-7', { stage: 'built', reportedOn: '2026-10-28', at: endOfDay('2026-10-28') }),
    ]);
    const visit = {
      level: 'county' as const,
      team: '一组',
      leaderId: null,
      reportedOn: '2026-10-29',
      at: endOfDay('2026-10-29'),
    };
    await recordVisits(tx, [
      {
        ...visit,
        number: '1',
        occurredOn: '2026-10-28',
        state: 'made',
        announced: false,
        places: [{ areaId: 'area-3', findings: [{ text: '无公示', closedOn: null }] }],
      },
      {
        ...visit,
        number: 'SEALED',
        occurredOn: '2026-11-02',
        state: 'planned',
        announced: false,
        places: [{ areaId: 'area-4', findings: [] }],
      },
    ]);
  });
  return tiles;
}
