import { beforeAll, describe, expect, test } from 'vitest';
import type { ReadFile } from '../../geodata/format/hand-over.ts';
import { villages } from '../../geodata/sample/places.ts';
import { Cells } from '../../server/import/cells.ts';
import { type VenueReport, venueOf } from '../../server/import/records.ts';
import { milestoneKeys, scheduleOf, type Venue } from '../../server/venue/rules.ts';
import { lastReports, readSample, rowsOf } from './read-sample.ts';

const today = '2026-10-30';
const count = <Key extends string>(keys: Key[]) =>
  Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, list]) => [key, list.length]));

let read: ReadFile[];
beforeAll(async () => {
  read = await readSample();
});

test('every ledger is read without a warning or a refusal', () => {
  expect(read.filter(({ is }) => is !== 'ledger')).toEqual([]);
  expect(read.flatMap(({ notes }) => notes).filter(({ severity }) => severity !== 'understood')).toEqual([]);
});

describe('venues', () => {
  const venuesBy = (on: string) =>
    lastReports<VenueReport>(
      rowsOf(read, 'venue').filter(({ cells }) => String(cells.reportedOn) <= on),
      (row, before) =>
        venueOf(new Cells(row), { areaId: String(row.cells.code), reportedOn: String(row.cells.reportedOn) }, before),
    );
  const schedule = (on: string) => {
    const venues = venuesBy(on);
    return villages.map(({ code }) => {
      const venue = venues.get(code);
      return scheduleOf(venue ? ({ ...venue, id: code, since: 1 } satisfies Venue) : null, on, 7);
    });
  };

  test('stand so today', () =>
    expect(count(schedule(today))).toEqual({
      accepted: 37,
      built: 23,
      'on-schedule': 45,
      late: 22,
      overdue: 15,
      silent: 6,
    }));
  test('are one after the other accepted', () => {
    const accepted = ['2026-08-30', '2026-09-27', '2026-10-18', today].map(
      (on) => schedule(on).filter((state) => state === 'accepted').length,
    );
    expect(accepted).toEqual([...accepted].sort((a, b) => a - b));
    expect(accepted[0]).toBe(0);
  });
  test('reach each step after the one before, and their stage says how far', () => {
    for (const { cells } of rowsOf(read, 'venue')) {
      const done = milestoneKeys.map((key) => cells[`${key}DoneOn`] as string | null);
      const reached = done.filter((day) => day !== null);
      expect(done.slice(0, reached.length)).toEqual(reached.toSorted());
      expect(reached.every((day) => day <= String(cells.reportedOn))).toBe(true);
      const stages = ['not-started', 'structure-underway', 'structure-done', 'fitting-out', 'built', 'accepted'];
      expect(cells.stage).toBe(stages[reached.length]);
    }
  });
});
