import { beforeEach, describe, expect, test } from 'vitest';
import { verifyChains } from '../../server/audit/verify.ts';
import { confirmDay } from '../../server/backup/confirm-day.ts';
import { endOfDay } from '../../server/calendar/local-day.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import type { Clock } from '../../server/db/clock.ts';
import { newId } from '../../server/db/id.ts';
import type { Store } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { daysAnswer } from '../../server/history/days.ts';
import { historyAnswer } from '../../server/history/place-history.ts';
import { valuesAnswer } from '../../server/layer/answers.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { readVenues } from '../../server/venue/venue-store.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { codeOf } from '../form/county-forms.ts';
import { eachEngine } from './engines.ts';
import { clockAt, venue } from './sample-records.ts';

const administrator = { ...officeViewer, id: 'administrator', role: 'administrator' as const };
const at = (instant: string): Clock => ({ now: () => new Date(instant), today: () => instant.slice(0, 10) });

eachEngine('a clock that was once ahead', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await fillCounty(store);
  });

  const report = (paid: number, clock: Clock) =>
    write(store, { actor: 'town', clock }, (tx) => reportVenues(tx, [venue('area-5', { subsidyPaidFen: paid })]));
  /** The store goes by another day from now on, as a machine's clock that is put right. */
  const goBy = (on: string) =>
    write(store, { actor: 'x', clock: clockAt(on), confirmsDay: true }, (tx) => writeSetting(tx, 'clock', on));
  const paidOn = async (on?: string) => {
    const view = await viewAt(store, openViewer, on);
    return (await readVenues(store, view)).find(({ areaId }) => areaId === 'area-5')?.subsidyPaidFen ?? null;
  };
  const confirm = (on: string) => confirmDay(store, administrator, { id: newId(), today: on });

  test('by hours: what is saved after it was put right stands under its own day', async () => {
    await report(1, at('2026-10-31T03:00:00.000Z'));
    await report(2, at('2026-10-30T16:30:00.000Z'));
    await goBy('2026-11-02');
    expect(await paidOn('2026-10-31')).toBe(2);
    const changes = await store.db.selectFrom('change').select('at').orderBy('seq', 'desc').limit(2).execute();
    expect(changes.map((one) => one.at)).toEqual(['2026-10-30T16:30:00.000Z', '2026-10-31T03:00:00.000Z']);
  });

  describe.each([
    ['days', '2026-11-20'],
    ['years', '2028-05-01'],
  ])('by %s', (_, ahead) => {
    beforeEach(async () => {
      await report(1, clockAt(ahead));
    });

    test('what follows is refused with a sentence until the day is confirmed; reading goes on', async () => {
      await expect(report(2, clockAt(today))).rejects.toMatchObject({ code: 'clock-behind' });
      expect(await paidOn()).toBe(1);
    });

    test('confirmed once, writing goes on by the clock, and as-of follows', async () => {
      const before = await store.db.selectFrom('change').select(['seq', 'at', 'hash']).orderBy('seq').execute();
      expect((await confirm(today)).putRight).toBe(1);
      await report(2, clockAt(today));
      await goBy('2026-11-01');
      await report(3, clockAt('2026-11-01'));
      await goBy('2026-11-03');
      expect([await paidOn('2026-10-29'), await paidOn(today), await paidOn('2026-11-01')]).toEqual([null, 2, 3]);
      // What was said stays as it was said, with its number.
      const after = await store.db.selectFrom('change').select(['seq', 'at', 'hash']).orderBy('seq').execute();
      expect(after.slice(0, before.length)).toEqual(before);
      expect((await verifyChains(store.db)).breaks).toEqual([]);
    });

    test('no day to come stands in what is told: data until, days, history', async () => {
      await confirm(today);
      const view = await viewAt(store, openViewer);
      expect((await valuesAnswer(store, view, 'venue-stage')).dataAt).toBe(endOfDay(today));
      expect((await daysAnswer(store, view)).days.at(-1)?.on).toBe(today);
      const { entries } = await historyAnswer(store, view, codeOf(5));
      expect(entries.map(({ on }) => on).filter((on) => on > today)).toEqual([]);
    });

    test('is confirmed as a change of its own, and once', async () => {
      await confirm(today);
      const last = await store.db.selectFrom('change').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst();
      expect(last).toMatchObject({ actor: 'administrator', subject: 'clock', action: 'confirm-day' });
      await expect(confirm(today)).rejects.toMatchObject({ code: 'clock-right' });
    });

    test('another day than the clock’s is not confirmed', async () => {
      await expect(confirm('2026-11-05')).rejects.toMatchObject({ code: 'clock-other-day' });
      await expect(report(2, clockAt(today))).rejects.toMatchObject({ code: 'clock-behind' });
    });

    test('who bends the day afterwards is found', async () => {
      await confirm(today);
      const { seq } = await store.db.selectFrom('confirmedDay').select('id as seq').executeTakeFirstOrThrow();
      await store.db
        .updateTable('change')
        .set({ knownAt: endOfDay('2026-09-01') })
        .where('seq', '=', Number(seq))
        .execute();
      expect((await verifyChains(store.db)).breaks).toEqual([{ in: 'change', number: Number(seq), fault: 'altered' }]);
    });
  });
});

eachEngine('the clock of the machine', (open) => {
  let store: Store;
  /** A machine: its clock, and how long it has been running. */
  const machine = (now: string, ranMs: number): Clock => ({ ...at(now), ranMs: () => ranMs });
  const say = (clock: Clock) =>
    write(store, { actor: 'town', clock }, async (tx) => {
      tx.change({ action: 'say', subject: 'test', subjectId: newId(), placeId: null });
    });
  beforeEach(async () => {
    store = await open();
  });
  const hour = 3_600_000;
  const now = new Date();
  const later = (ms: number) => new Date(now.getTime() + ms).toISOString();

  test('that jumps ahead while the machine hardly ran is refused, and taken when the machine slept meanwhile', async () => {
    await say(machine(later(0), 0));
    await expect(say(machine(later(26 * hour), hour))).rejects.toMatchObject({ code: 'clock-ahead' });
    await say(machine(later(26 * hour), 26 * hour));
  });
  test('that is put forward after a start in the past is right', async () => {
    await say(machine(later(0), 0));
    await expect(say(machine('1970-01-01T00:00:10.000Z', 10))).rejects.toMatchObject({ code: 'clock-behind' });
    await say(machine(later(hour), hour));
  });
});
