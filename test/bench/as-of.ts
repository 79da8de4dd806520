import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putAreas } from '../../server/area/area-actions.ts';
import { endOfDay } from '../../server/calendar/local-day.ts';
import { daysAfter } from '../../server/calendar/rules.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { layerDaysAnswer } from '../../server/history/days.ts';
import { recordVisits } from '../../server/inspection/visit-actions.ts';
import { readFacts } from '../../server/layer/facts.ts';
import { judgeAll, rollUp } from '../../server/layer/judge.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import { stages } from '../../server/venue/rules.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { area, clockAt, venue } from '../store/sample-records.ts';
import { median, type Row } from './row.ts';

const villages = 600;
const townSize = 25;
const years = 3;
const first = '2026-01-01';
const last = daysAfter(first, 365 * years);
/** Changes a day: venues reported and visits made. */
const aDay = { reports: 20, visits: 4 };

export async function fill(store: Store): Promise<void> {
  const clock = clockAt(last);
  const towns = villages / townSize;
  await write(store, { actor: 'bench', clock }, async (tx) => {
    await writeSetting(tx, 'clock', last);
    const at = { fromOn: first };
    await putAreas(
      tx,
      [
        area(1, { kind: 'county', code: '990100', parentId: null, ...at }),
        ...Array.from({ length: towns }, (_, n) => area(2 + n, { kind: 'town', parentId: 'area-1', ...at })),
        ...Array.from({ length: villages }, (_, n) => area(100 + n, { parentId: `area-${2 + (n % towns)}`, ...at })),
      ],
      endOfDay(first),
    );
  });
  let count = 0;
  for (let month = 0; month * 30 < 365 * years; month++)
    await write(store, { actor: 'bench', clock }, async (tx) => {
      for (let n = month * 30; n < Math.min(365 * years, (month + 1) * 30); n++) {
        const on = daysAfter(first, n);
        const place = () => `area-${100 + (count++ % villages)}`;
        await reportVenues(
          tx,
          Array.from({ length: aDay.reports }, () =>
            venue(place(), { stage: stages[count % stages.length] ?? 'built', reportedOn: on, at: endOfDay(on) }),
          ),
        );
        await recordVisits(
          tx,
          Array.from({ length: aDay.visits }, (_, at) => ({
            ...{
              number: `${on}-${at}`,
              occurredOn: on,
              state: 'made' as const,
              level: 'county' as const,
              announced: true,
            },
            ...{ team: null, leaderId: null, reportedOn: on, at: endOfDay(on) },
            places: [{ areaId: place(), findings: [{ text: '无公示', closedOn: null }] }],
          })),
        );
      }
    });
}

/** A day nobody asked for yet: facts read from the store, every layer judged and added up. Nothing is kept from another day. */
async function coldDay(store: Store, on: string): Promise<number> {
  const begun = performance.now();
  const facts = await readFacts(store, await viewAt(store, officeViewer, on));
  for (const layer of facts.layers) rollUp(layer, judgeAll(facts, layer));
  return performance.now() - begun;
}

/** As-of reads of 600 villages with three years of daily changes. */
export async function benchAsOf(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'county-map-bench-as-of-'));
  const store = await openStore({ dataDir: folder, databaseUrl: null });
  try {
    await fill(store);
    for (let n = 0; n < 8; n++) await coldDay(store, daysAfter(first, 100 + n * 120));
    const days: number[] = [];
    for (let n = 0; n < 21; n++) days.push(await coldDay(store, daysAfter(first, 60 + n * 49)));
    const view = await viewAt(store, officeViewer);
    const asked = { layer: 'venue-schedule', from: daysAfter(last, -74), to: last };
    const play = async () => {
      const begun = performance.now();
      await layerDaysAnswer(store, view, asked);
      return performance.now() - begun;
    };
    const [firstPlay, again] = [await play(), await play()];
    return [
      {
        what: 'a past day, cold: all layers, 600 villages, three years of changes',
        value: median(days),
        unit: 'ms',
        aim: '≤ 50 ms',
      },
      { what: 'the slowest of 21 such days', value: Math.max(...days), unit: 'ms', aim: null },
      { what: '75 days of a layer in one answer, cold', value: firstPlay, unit: 'ms', aim: null },
      { what: '75 days of a layer, asked again', value: again, unit: 'ms', aim: null },
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
