import { describe, expect, test } from 'vitest';
import { dueAfter, isWorkingDay, knowsYear } from '../../server/calendar/rules.ts';
import { defaultHolidays } from '../../server/campaign/default-editions.message.ts';
import { editionFaults } from '../../server/campaign/rules.ts';

const none = { off: [], worked: [] };

describe('a limit in days begins the day after it is given', () => {
  test.each([
    // 2026-10-30 is a Friday.
    ['2026-10-30', 1, 'calendar', '2026-10-31'],
    ['2026-10-30', 7, 'calendar', '2026-11-06'],
    ['2026-12-30', 3, 'calendar', '2027-01-02'],
    ['2026-10-30', 1, 'working', '2026-11-02'],
    ['2026-10-30', 5, 'working', '2026-11-06'],
    ['2026-10-30', 6, 'working', '2026-11-09'],
    ['2026-10-31', 1, 'working', '2026-11-02'],
    ['2026-11-01', 1, 'working', '2026-11-02'],
    // Over the national holiday: the last workday before it, its first and last day, and the Saturday worked after it.
    ['2026-09-29', 1, 'working', '2026-09-30'],
    ['2026-09-30', 1, 'working', '2026-10-08'],
    ['2026-10-07', 1, 'working', '2026-10-08'],
    ['2026-10-08', 1, 'working', '2026-10-09'],
    ['2026-10-08', 2, 'working', '2026-10-10'],
    ['2026-10-09', 1, 'working', '2026-10-10'],
    ['2026-10-10', 1, 'working', '2026-10-12'],
    ['2026-09-18', 1, 'working', '2026-09-20'],
    ['2026-02-13', 1, 'working', '2026-02-14'],
    ['2026-02-14', 1, 'working', '2026-02-24'],
  ] as const)('%s, %i %s day(s): %s', (from, days, kind, due) => {
    expect(dueAfter(from, { days, kind }, defaultHolidays)).toBe(due);
  });

  test('without known holidays only weekends are left out', () => {
    expect(dueAfter('2026-09-30', { days: 1, kind: 'working' }, none)).toBe('2026-10-01');
    expect([knowsYear('2026-10-01', defaultHolidays), knowsYear('2027-10-01', defaultHolidays)]).toEqual([true, false]);
  });
});

test('a weekend day worked counts, a holiday on a workday does not', () => {
  expect(isWorkingDay('2026-10-10', defaultHolidays)).toBe(true);
  expect(isWorkingDay('2026-10-10', none)).toBe(false);
  expect(isWorkingDay('2026-10-01', defaultHolidays)).toBe(false);
  expect(isWorkingDay('2026-10-01', none)).toBe(true);
});

test('every day a county begins with exists, weekend days worked are weekends, and it passes its own rules', () => {
  expect(editionFaults('holidays', defaultHolidays)).toEqual([]);
  for (const day of defaultHolidays.worked) expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
  expect(
    editionFaults('holidays', { off: ['2026-02-30', '2026-05-01', '2026-05-01'], worked: ['2026-05-01'] }),
  ).toEqual([
    { field: 'body.off.0', code: 'day-not-real' },
    { field: 'body.off.2', code: 'key-twice' },
    { field: 'body.worked.0', code: 'key-twice' },
  ]);
});
