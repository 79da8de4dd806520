import { describe, expect, test } from 'vitest';
import { linkageOn, quotaOf, quotaTrips } from '../../server/inspection/quota.rules.ts';
import type { Linkage, Visit } from '../../server/inspection/rules.ts';

const limits = { linkageVisitsPerMonth: 2, linkageNearDays: 5 };
const link = (leaderId: string, fromOn: string, toOn: string | null = null): Linkage => ({
  ...{ id: `${leaderId} ${fromOn}`, leaderId, townId: 't', fromOn, toOn },
});
const visit = (occurredOn: string, given: Partial<Visit> = {}): Visit => ({
  ...{ id: occurredOn, number: occurredOn, occurredOn, state: 'made', level: 'county', announced: true, team: null },
  ...{ leaderId: 'first', places: [{ areaId: 'a', findings: [] }], reportedOn: occurredOn, since: 1, ...given },
});
const led = (days: string[], leaderId = 'first') => days.map((day) => visit(day, { leaderId }));

describe('the linked leader of a day', () => {
  const ended = [link('first', '2026-08-17', '2026-09-20'), link('second', '2026-09-21')];
  const sameDay = [link('first', '2026-08-17', '2026-09-21'), link('second', '2026-09-21')];
  const gap = [link('first', '2026-08-17', '2026-09-20'), link('second', '2026-09-25')];
  test.each([
    ['before the first day', ended, '2026-08-16', null],
    ['on the first day', ended, '2026-08-17', 'first'],
    ['on the last day', ended, '2026-09-20', 'first'],
    ['on the first day of the next', ended, '2026-09-21', 'second'],
    ['a day before a hand-over', sameDay, '2026-09-20', 'first'],
    ['on a day that ends one and begins the next: the next alone', sameDay, '2026-09-21', 'second'],
    ['a day after it', sameDay, '2026-09-22', 'second'],
    ['on the last day before a gap', gap, '2026-09-20', 'first'],
    ['in the gap', gap, '2026-09-21', null],
    ['after it', gap, '2026-09-25', 'second'],
  ])('%s', (_, links, on, leader) => {
    expect(linkageOn(links, on)?.leaderId ?? null).toBe(leader);
    expect(linkageOn(links.toReversed(), on)?.leaderId ?? null).toBe(leader);
  });
});

describe('a month counts the trips of whoever was linked on the day of each', () => {
  const links = [link('first', '2026-08-17', '2026-10-21'), link('second', '2026-10-21')];
  test.each([
    ['this month', led(['2026-10-01']), 1],
    ['today', led(['2026-10-30'], 'second'), 1],
    ['last month, within 30 days', led(['2026-09-30']), 0],
    ['later this month', led(['2026-10-31'], 'second'), 0],
    ['planned', [visit('2026-10-02', { state: 'planned' })], 0],
    ['led by nobody', [visit('2026-10-02', { leaderId: null })], 0],
    ['led by somebody else', led(['2026-10-02'], 'other'), 0],
    ['the same month of another year', led(['2025-10-02']), 0],
    ['before the hand-over by the leader before', led(['2026-10-20']), 1],
    ['on the day of the hand-over by the leader before', led(['2026-10-21']), 0],
    ['on the day of the hand-over by the new leader', led(['2026-10-21'], 'second'), 1],
    ['before the hand-over by the new leader', led(['2026-10-20'], 'second'), 0],
    ['by one before and one after', [...led(['2026-10-05']), ...led(['2026-10-25'], 'second')], 2],
    ['one trip recorded three times', led(['2026-10-05', '2026-10-05', '2026-10-05']), 1],
    [
      'one trip to two villages in a record each',
      ['a', 'b'].map((areaId) => visit('2026-10-05', { id: areaId, places: [{ areaId, findings: [] }] })),
      1,
    ],
  ])('%s', (_, visits, count) => expect(quotaTrips(visits, links, '2026-10-30')).toHaveLength(count));
});

describe('a monthly duty is late only once its month is over', () => {
  const links = [link('first', '2026-08-17')];
  const before = led(['2026-09-05', '2026-09-25']);
  test.each([
    ['the first day', before, '2026-10-01', 'due', 30],
    ['6 days left', before, '2026-10-25', 'due', 6],
    ['5 days left', before, '2026-10-26', 'near', 5],
    ['the last day', before, '2026-10-31', 'near', 0],
    ['one of two visits, in the middle', [...before, ...led(['2026-10-02'])], '2026-10-15', 'due', 16],
    ['one of two visits, on the last day', [...before, ...led(['2026-10-02'])], '2026-10-31', 'near', 0],
    ['both visits', [...before, ...led(['2026-10-02', '2026-10-03'])], '2026-10-03', 'kept', 28],
    ['the day after a month with one visit', led(['2026-09-05']), '2026-10-01', 'overdue', 30],
    [
      'a month with one visit, this month kept',
      led(['2026-09-05', '2026-10-01', '2026-10-02']),
      '2026-10-02',
      'kept',
      29,
    ],
    ['February of a leap year', [], '2028-02-24', 'overdue', 5],
    ['the year’s first day', led(['2026-12-01', '2026-12-31']), '2027-01-01', 'due', 30],
  ])('%s', (_, visits, on, state, daysLeft) =>
    expect(quotaOf(visits, links, { on, limits })).toMatchObject({ state, daysLeft }),
  );
  test.each([
    ['in the middle of it', '2026-08-17', '2026-09-01', 'due', null],
    ['on its second day', '2026-09-02', '2026-10-01', 'due', null],
    ['on its first day', '2026-09-01', '2026-10-01', 'overdue', 0],
  ])('a month in which nobody was linked before %s is not missed', (_, fromOn, on, state, count) =>
    expect(quotaOf([], [link('first', fromOn)], { on, limits })).toMatchObject({ state, before: count }),
  );
  test('the day after a hand-over is as the day before', () => {
    const links = [link('first', '2026-08-17', '2026-09-21'), link('second', '2026-09-21')];
    const made = led(['2026-09-03', '2026-09-15']);
    for (const on of ['2026-09-20', '2026-09-21', '2026-09-22', '2026-09-30'])
      expect(quotaOf(made, links, { on, limits }).state).toBe('kept');
    expect(quotaOf(made, links, { on: '2026-10-01', limits }).state).toBe('due');
  });
  test('nobody linked', () => expect(quotaOf([], [], { on: '2026-10-15', limits }).state).toBe('unlinked'));
});
