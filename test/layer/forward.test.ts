import { beforeAll, expect, test } from 'vitest';
import { daysAfter } from '../../server/calendar/rules.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import { beginEpoch } from '../../server/db/epoch.ts';
import type { Store } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { layerDaysAnswer } from '../../server/history/days.ts';
import { recordVisits, type VisitReport } from '../../server/inspection/visit-actions.ts';
import { readVisits } from '../../server/inspection/visit-store.ts';
import { reportsForward } from '../../server/layer/facts.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import { rankHistoryAnswer } from '../../server/ranking/rank-history.ts';
import { scoresAnswer } from '../../server/ranking/scores-answer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { stages } from '../../server/venue/rules.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { readVenues } from '../../server/venue/venue-store.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { finance, inspector, town, village } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';

const span = 40;
const last = daysAfter(today, span);
const villages = ['area-3', 'area-4', 'area-5', 'area-7'];

/** Numbers that look random and are the same each time. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A visit planned, sealed, made, moved to other villages or taken from all of them, under one of a few numbers. */
function visitOf(next: (below: number) => number, on: string): VisitReport {
  const state = next(3) === 0 ? ('planned' as const) : ('made' as const);
  return {
    ...{ number: `督${next(8)}`, occurredOn: daysAfter(on, state === 'made' ? -next(9) : next(9)), state },
    ...{
      level: 'county',
      announced: next(2) === 0,
      team: next(2) === 0 ? '一组' : '二组',
      leaderId: null,
      reportedOn: on,
    },
    places: villages
      .filter(() => next(3) === 0)
      .map((areaId) => ({ areaId, findings: next(2) === 0 ? [] : [{ text: `问题${next(5)}`, closedOn: null }] })),
  };
}

async function liveThrough(store: Store): Promise<void> {
  const next = random(7);
  for (let day = 1; day <= span; day++) {
    if (next(4) === 0) continue;
    const on = daysAfter(today, day);
    await write(store, { actor: 'office', clock: clockAt(on) }, async (tx) => {
      const reported = villages.filter(() => next(2) === 0);
      const reports = reported.map((id) => {
        const stage = stages[next(stages.length)] ?? 'built';
        return venue(id, { stage, subsidyPaidFen: next(99), reportedOn: on });
      });
      await reportVenues(tx, reports);
      for (let n = next(4); n > 0; n--) await recordVisits(tx, [visitOf(next, on)]);
    });
  }
  await write(store, { actor: 'office', clock: clockAt(last) }, (tx) => writeSetting(tx, 'clock', last));
}

/** What is read of one day after another is what is read of each day by itself. */
eachEngine('days walked forward', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await fillCounty(store);
    await liveThrough(store);
  });
  const viewers: [string, Viewer][] = Object.entries({ office: officeViewer, town, village, inspector, finance });

  test.each(viewers)('hold the venues and visits of each day, for %s', async (_, viewer) => {
    const next = random(11);
    const walked = reportsForward(store);
    const seen = new Set<number>();
    // Some days twice, some not at all; and back to the first.
    const days = Array.from({ length: span + 3 }, (_, day) => daysAfter(today, day - 2)).filter(() => next(5) > 0);
    for (const on of [...days.flatMap((day) => (next(4) === 0 ? [day, day] : [day])), today, last]) {
      const view = await viewAt(store, viewer, on);
      const [venues, visits] = [await walked.venues(view), await walked.visits(view)];
      expect([on, visits]).toEqual([on, await readVisits(store, view)]);
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      expect([on, venues.toSorted(byId)]).toEqual([on, (await readVenues(store, view)).toSorted(byId)]);
      seen.add(visits.length * 100 + venues.length);
    }
    expect(seen.size).toBeGreaterThan(viewer === finance ? 1 : 3);
  });

  test('ranks of each day are those of the day asked for by itself, whatever was kept before', async () => {
    const view = await viewAt(store, officeViewer);
    const kept = daysAfter(last, -9);
    await rankHistoryAnswer(store, await viewAt(store, officeViewer, kept));
    const { days, towns } = await rankHistoryAnswer(store, view);
    for (const [at, on] of days.entries()) {
      const then = await viewAt(store, officeViewer, on);
      const { towns: scored } = await scoresAnswer(store, then, { since: undefined, hidden: false });
      const told = towns.map(({ fid, ranks, scores }) => [fid, ranks[at], scores[at]]);
      const slow = towns.map(({ fid }) => {
        const one = scored.find((row) => row.fid === fid);
        return one && one.score !== null ? [fid, one.rank, one.score] : [fid, null, null];
      });
      expect([on, told]).toEqual([on, slow]);
    }
  });

  test('columns of days are the same with some of them kept and with none', async () => {
    const view = await viewAt(store, officeViewer);
    for (const layer of ['inspection-coverage', 'venue-stage']) {
      const asked = { layer, from: daysAfter(today, -3), to: last };
      await layerDaysAnswer(store, view, { ...asked, from: daysAfter(today, 9), to: daysAfter(today, 20) });
      const some = await layerDaysAnswer(store, view, asked);
      beginEpoch(store);
      expect(some).toEqual(await layerDaysAnswer(store, await viewAt(store, officeViewer), asked));
    }
  });
});
