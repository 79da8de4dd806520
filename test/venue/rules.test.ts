import { describe, expect, test } from 'vitest';
import {
  acceptanceOf,
  checklistCount,
  lateDays,
  type Milestone,
  milestoneKeys,
  milestoneStates,
  nextMilestone,
  type Stage,
  scheduleOf,
  subsidyOf,
  type Venue,
} from '../../server/venue/rules.ts';

const on = '2026-10-30';
const venue = (given: Partial<Venue> = {}): Venue => ({
  id: 'v',
  areaId: 'a',
  stage: 'structure-done',
  items: {},
  milestones: [],
  organisationAcceptedOn: null,
  financeAcceptedOn: null,
  subsidyFen: null,
  subsidyPaidFen: null,
  reportedOn: '2026-10-25',
  since: 1,
  ...given,
});

/** Planned and real days of the five milestones in order, `-` for none. */
const milestones = (...days: string[]): Milestone[] =>
  days.map((day, at) => {
    const [planned, done] = day.split('/').map((one) => (one === '-' ? null : `2026-${one}`));
    return { key: milestoneKeys[at] ?? 'start', plannedOn: planned ?? null, doneOn: done ?? null };
  });

const started = (...days: string[]) => venue({ stage: 'not-started', milestones: milestones(...days) });

describe('lateness is counted from the first unfinished milestone', () => {
  test.each([
    ['none is planned', [], null],
    ['no open one is planned', ['09-01/09-01', '-/-'], null],
    ['the next is due tomorrow', ['09-01/09-01', '10-31/-'], 0],
    ['the next is due today', ['09-01/09-01', '10-30/-'], 0],
    ['the next was due yesterday', ['09-01/09-01', '10-29/-'], 1],
    ['a done one was late', ['09-01/10-20', '11-05/-'], 0],
    ['the next of two that are past', ['09-01/09-01', '10-20/-', '10-25/-'], 10],
    ['one without a plan is passed over', ['09-01/09-01', '-/-', '10-28/-'], 2],
    ['all are done', ['09-01/09-02', '10-01/10-09', '10-02/10-09', '10-03/10-09', '10-04/10-29'], null],
    ['over the end of a month', ['09-30/-'], 30],
  ])('%s', (_, days, late) => expect(lateDays(started(...days), on)).toBe(late));

  test('the next milestone is the first open one, whatever order they were reported in', () => {
    const open = milestones('09-01/09-01', '10-01/-', '10-10/-').reverse();
    expect(nextMilestone({ ...started(), milestones: open })?.key).toBe('structure');
  });

  test.each<[Stage, Milestone['key'] | null]>([
    ['not-started', 'start'],
    ['structure-underway', 'structure'],
    ['structure-done', 'fitting'],
    ['fitting-out', 'fitting'],
    ['built', 'acceptance'],
    ['accepted', null],
  ])('a stage reached leaves behind what it needs done, dated or not: %s, then %s', (stage, next) => {
    expect(nextMilestone(venue({ stage }))?.key ?? null).toBe(next);
    const planned = venue({ stage, milestones: milestones('08-01/-', '08-02/-', '08-03/-', '08-04/-', '08-05/-') });
    expect(nextMilestone(planned)?.key ?? null).toBe(next);
  });
});

describe('how each milestone stands', () => {
  const statesOf = (given: Partial<Venue>) =>
    milestoneStates(venue({ stage: 'not-started', ...given }), on, 7).map(({ state, lateDays: late }) => [state, late]);
  test.each([
    ['10-30/10-30', 'done', 0],
    ['10-29/10-30', 'done-late', 1],
    ['-/10-30', 'done', 0],
    ['10-30/-', 'ahead', 0],
    ['10-29/-', 'late', 1],
    ['10-23/-', 'late', 7],
    ['10-22/-', 'overdue', 8],
    ['-/-', 'no-plan', 0],
  ])('%s is %s, %s days', (days, state, late) => {
    expect(statesOf({ milestones: milestones(days) })[0]).toEqual([state, late]);
  });
  test('one the stage or the acceptance leaves behind is not late', () => {
    const plan = milestones('08-01/-', '08-02/-', '08-03/-', '08-04/-', '10-28/-');
    expect(statesOf({ stage: 'built', milestones: plan })).toEqual([...Array(4).fill(['passed', 0]), ['late', 2]]);
    expect(statesOf({ stage: 'accepted', milestones: plan })).toEqual(Array(5).fill(['passed', 0]));
  });
});

describe('a venue against its schedule', () => {
  const acceptBy = (day: string) => milestones('-/-', '-/-', '-/-', '-/-', `${day}/-`);
  const both = { organisationAcceptedOn: '2026-10-01', financeAcceptedOn: '2026-10-02' };
  test.each([
    ['accepted by both bureaus', { ...both, stage: 'accepted' }, 'accepted'],
    ['accepted by both, the stage not brought up to date', { ...both, stage: 'fitting-out' }, 'accepted'],
    ['accepted by its ledger, no dates of the bureaus', { stage: 'accepted' }, 'accepted'],
    ['accepted by one bureau only', { stage: 'accepted', financeAcceptedOn: '2026-10-02' }, 'built'],
    ['built', { stage: 'built', milestones: milestones('08-01/-') }, 'built'],
    ['accepted long after its plan', { ...both, milestones: acceptBy('08-01') }, 'accepted'],
    ['built, its acceptance due today', { stage: 'built', milestones: acceptBy('10-30') }, 'built'],
    ['built, its acceptance one day late', { stage: 'built', milestones: acceptBy('10-29') }, 'built-late'],
    ['built, its acceptance late up to the limit', { stage: 'built', milestones: acceptBy('10-23') }, 'built-late'],
    ['built, its acceptance beyond the limit', { stage: 'built', milestones: acceptBy('10-22') }, 'built-overdue'],
    [
      'accepted by one, the other late',
      { stage: 'built', organisationAcceptedOn: '2026-10-20', milestones: acceptBy('10-29') },
      'built-late',
    ],
    ['no plan', {}, 'unplanned'],
    ['a plan only of what is done', { milestones: milestones('09-01/09-01', '10-01/10-01') }, 'unplanned'],
    ['due today', { stage: 'not-started', milestones: milestones('10-30/-') }, 'on-schedule'],
    ['one day late', { stage: 'not-started', milestones: milestones('10-29/-') }, 'late'],
    ['late just up to the limit', { stage: 'not-started', milestones: milestones('10-23/-') }, 'late'],
    ['late one day beyond the limit', { stage: 'not-started', milestones: milestones('10-22/-') }, 'overdue'],
  ] as const)('%s', (_, given, state) => expect(scheduleOf(venue(given as Partial<Venue>), on, 7)).toBe(state));
  test('nothing reported is its own state, never done', () => expect(scheduleOf(null, on, 7)).toBe('silent'));
  test('another limit, another state', () => expect(scheduleOf(started('10-22/-'), on, 8)).toBe('late'));
});

describe('acceptance takes both bureaus', () => {
  test.each([
    ['2026-10-01', '2026-10-02', 'built', 'both'],
    ['2026-10-01', null, 'built', 'organisation'],
    [null, '2026-10-02', 'built', 'finance'],
    [null, null, 'built', 'awaiting'],
    [null, null, 'accepted', 'both'],
    ['2026-10-01', null, 'accepted', 'organisation'],
    [null, null, 'fitting-out', 'not-yet'],
    [null, null, 'not-started', 'not-yet'],
  ] as const)('organisation %s, finance %s, %s: %s', (organisationAcceptedOn, financeAcceptedOn, stage, state) =>
    expect(acceptanceOf(venue({ organisationAcceptedOn, financeAcceptedOn, stage }))).toBe(state),
  );
});

describe('subsidy', () => {
  test.each([
    [null, null, 'none'],
    [0, null, 'none'],
    [null, 100, 'none'],
    [5_000_000, null, 'unpaid'],
    [5_000_000, 0, 'unpaid'],
    [5_000_000, 1, 'part'],
    [5_000_000, 4_999_999, 'part'],
    [5_000_000, 5_000_000, 'paid'],
    [5_000_000, 5_000_001, 'paid'],
  ] as const)('%s fen due, %s paid: %s', (subsidyFen, subsidyPaidFen, state) =>
    expect(subsidyOf({ subsidyFen, subsidyPaidFen })).toBe(state),
  );
});

test('items count by the checklist in force; what was not reported is not had', () => {
  const checklist = ['hall', 'clinic', 'phone', 'flag'].map((key) => ({
    key,
    group: 'rooms' as const,
    title: { zh: key, en: key },
  }));
  const items = { hall: true, clinic: false, phone: true, stage: true };
  expect(checklistCount(venue({ items }), checklist)).toEqual({ has: 2, reported: 3, of: 4 });
  expect(checklistCount(venue(), checklist)).toEqual({ has: 0, reported: 0, of: 4 });
  expect(checklistCount(venue({ items }), [])).toEqual({ has: 0, reported: 0, of: 0 });
});
