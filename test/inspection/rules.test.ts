import { describe, expect, test } from 'vitest';
import { coverageOf, lastVisit, openFindings, type Visit, visitsWithin } from '../../server/inspection/rules.ts';

const on = '2026-10-30';
const limits = { visitFreshDays: 7, visitDueDays: 15, visitWindowDays: 30 };
const visit = (occurredOn: string, given: Partial<Visit> = {}): Visit => ({
  id: occurredOn,
  number: occurredOn,
  occurredOn,
  state: 'made',
  level: 'county',
  announced: true,
  team: null,
  leaderId: null,
  places: [{ areaId: 'a', findings: [] }],
  reportedOn: occurredOn,
  since: 1,
  ...given,
});

describe('coverage goes by whole days since the last visit made', () => {
  test.each([
    ['today', ['2026-10-30'], 'fresh'],
    ['7 days ago', ['2026-10-23'], 'fresh'],
    ['8 days ago', ['2026-10-22'], 'due'],
    ['15 days ago', ['2026-10-15'], 'due'],
    ['16 days ago', ['2026-10-14'], 'window'],
    ['30 days ago', ['2026-09-30'], 'window'],
    ['31 days ago', ['2026-09-29'], 'older'],
    ['never', [], 'never'],
    ['tomorrow only', ['2026-10-31'], 'never'],
    ['long ago and lately', ['2026-08-20', '2026-10-28', '2026-09-01'], 'fresh'],
  ])('%s', (_, days, state) =>
    expect(
      coverageOf(
        days.map((day) => visit(day)),
        on,
        limits,
      ),
    ).toBe(state),
  );

  test('a plan is no visit, even when its day has passed', () => {
    const planned = visit('2026-10-29', { state: 'planned' });
    expect(coverageOf([planned], on, limits)).toBe('never');
    expect(lastVisit([planned, visit('2026-10-01')], on)?.id).toBe('2026-10-01');
  });
});

test.each([
  ['2026-10-31', 0],
  ['2026-10-30', 1],
  ['2026-10-01', 1],
  ['2026-09-30', 1],
  ['2026-09-29', 0],
])('within 30 days: a visit on %s counts %i, as the coverage has it', (day, count) => {
  expect(visitsWithin([visit(day)], on, 30)).toHaveLength(count);
  expect(['fresh', 'due', 'window'].includes(coverageOf([visit(day)], on, limits))).toBe(count === 1);
});

test('findings are open until the day they are closed, for the place they were made in', () => {
  const findings = [
    { text: 'open', closedOn: null },
    { text: 'closed today', closedOn: on },
    { text: 'closed tomorrow', closedOn: '2026-10-31' },
  ];
  const visits = [
    visit('2026-10-01', {
      places: [
        { areaId: 'a', findings },
        { areaId: 'b', findings: [{ text: 'of b', closedOn: null }] },
      ],
    }),
    visit('2026-11-02', { places: [{ areaId: 'a', findings: [{ text: 'later', closedOn: null }] }] }),
  ];
  expect(openFindings(visits, 'a', on).map(({ text }) => text)).toEqual(['open', 'closed tomorrow']);
  expect(openFindings(visits, 'c', on)).toEqual([]);
});
