import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { putAreas } from '../../server/area/area-actions.ts';
import { endOfDay } from '../../server/calendar/local-day.ts';
import { daysAfter } from '../../server/calendar/rules.ts';
import { recordEventIn } from '../../server/change/audit-event.ts';
import { write } from '../../server/change/write.ts';
import { openStore } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { recordVisits, type VisitReport } from '../../server/inspection/visit-actions.ts';
import { stages } from '../../server/venue/rules.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { area, clockAt, venue } from '../store/sample-records.ts';

const tenYears = { villages: 150, towns: 9, days: 3_650, firstOn: '2016-12-01', visits: 2, events: 20 };
export const lastOn = daysAfter(tenYears.firstOn, tenYears.days - 1);
export const codeOfVillage = (at: number) => `99010010${String(1000 + at)}`;
const idOf = (at: number) => `area-${100 + (at % tenYears.villages)}`;
const clock = clockAt(lastOn);
const daysAtOnce = 25;

/** A folder with ten years of daily reports: every village's venue each day, some visits, who signed in. One that is there already is left as it is. */
export async function fillTenYears(dataDir: string): Promise<void> {
  if (existsSync(join(dataDir, 'county.sqlite'))) return;
  const { villages, towns, days, firstOn } = tenYears;
  const store = await openStore({ dataDir, databaseUrl: null });
  const at = { fromOn: firstOn };
  await write(store, { actor: 'bench', clock }, async (tx) => {
    await writeSetting(tx, 'clock', lastOn);
    await writeSetting(tx, 'sample', 'yes');
    const county = area(1, { kind: 'county', code: '990100', parentId: null, ...at });
    const above = Array.from({ length: towns }, (_, n) =>
      area(2 + n, { kind: 'town', code: String(990100100 + n), parentId: 'area-1', ...at }),
    );
    const below = Array.from({ length: villages }, (_, n) =>
      area(100 + n, { code: codeOfVillage(n), parentId: `area-${2 + (n % towns)}`, ...at }),
    );
    await putAreas(tx, [county, ...above, ...below], endOfDay(firstOn));
  });
  for (let from = 0; from < days; from += daysAtOnce)
    await write(store, { actor: 'bench', clock }, async (tx) => {
      for (let day = from; day < Math.min(days, from + daysAtOnce); day++) {
        const on = daysAfter(firstOn, day);
        await reportVenues(
          tx,
          Array.from({ length: villages }, (_, n) => reportOf(n, day, on)),
        );
        await recordVisits(
          tx,
          Array.from({ length: tenYears.visits }, (_, n) => visitOf(day * 2 + n, on)),
        );
        for (let n = 0; n < tenYears.events; n++)
          await recordEventIn(tx.db, {
            ...{ actor: null, address: `10.0.0.${n}`, action: 'sign-in', subject: `person${n}`, detail: {} },
          });
      }
    });
  await store.close();
}

const reportOf = (n: number, day: number, on: string) =>
  venue(idOf(n), {
    stage: stages[Math.floor(day / 400) % stages.length] ?? 'built',
    ...{ reportedOn: on, at: endOfDay(on), subsidyPaidFen: day * 100 + n },
  });

const visitOf = (n: number, on: string): VisitReport => ({
  ...{ number: `v${n}`, occurredOn: on, state: 'made', level: 'county', announced: true, team: '一组' },
  ...{ leaderId: null, reportedOn: on, at: endOfDay(on) },
  places: [{ areaId: idOf(n * 7), findings: [{ text: '无公示', closedOn: null }] }],
});
