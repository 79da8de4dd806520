import { describe, expect, test } from 'vitest';
import { differencesOf, venueQuestions } from '../../server/venue/marks/rules.ts';
import { onTopOf } from '../../server/venue/on-top-of.ts';
import { firstPlanOf, type Milestone, type Venue } from '../../server/venue/rules.ts';

const checklist = ['hall', 'clinic'];
const venue = (given: Partial<Venue> = {}): Venue => ({
  ...{ id: 'v', areaId: 'a', stage: 'structure-underway', items: {}, milestones: [], organisationAcceptedOn: null },
  ...{ financeAcceptedOn: null, subsidyFen: null, subsidyPaidFen: null, reportedOn: '2026-10-20', since: 1 },
  ...given,
});
const step = (key: Milestone['key'], doneOn: string | null, plannedOn: string | null = null) => ({
  ...{ key, plannedOn, doneOn },
});
/** Reports one after another, each on top of those before. */
const inOrder = (...reports: Venue[]) =>
  reports.reduce<Venue | null>((before, report) => onTopOf(before, report), null) ?? venue();

describe('the first plan stays, and every change of it is counted', () => {
  const planned = (on: string | null) => venue({ milestones: [step('built', null, on)] });
  test.each([
    ['a first plan is no move', [null, '10-20'], '10-20', 0],
    ['what stands without a word of its own is the first', ['10-20', '10-20'], '10-20', 0],
    ['moved once', ['10-20', '11-20'], '10-20', 1],
    ['moved twice', ['10-20', '11-20', '11-25'], '10-20', 2],
    ['moved back', ['10-20', '11-20', '10-20'], '10-20', 2],
    ['emptied', ['10-20', null], '10-20', 1],
    ['emptied and planned anew', ['10-20', null, '11-20'], '10-20', 2],
    ['never planned', [null, null], null, 0],
  ] as const)('%s', (_, days, first, moves) => {
    const [last] = inOrder(...days.map(planned)).milestones;
    expect(last && [firstPlanOf(last), last.moves ?? 0, last.plannedOn]).toEqual([first, moves, days.at(-1)]);
  });
});

describe('a real date that differs from what was reported before', () => {
  /** The start of work as reported one day after another; the stage stays before it. */
  const told = (...days: [reportedOn: string, doneOn: string | null][]) =>
    differencesOf(
      inOrder(
        ...days.map(([reportedOn, doneOn]) =>
          venue({ stage: 'not-started', reportedOn, milestones: [step('start', doneOn)] }),
        ),
      ),
      checklist,
    ).map((one) => (one.kind === 'item-emptied' ? one.kind : `${one.kind} ${one.before}`));
  test.each([
    [
      'said again',
      [
        ['10-20', '10-15'],
        ['10-25', '10-15'],
      ],
      [],
    ],
    [
      'a day later',
      [
        ['10-20', '10-15'],
        ['10-25', '10-16'],
      ],
      [],
    ],
    [
      'a day earlier',
      [
        ['10-20', '10-15'],
        ['10-25', '10-14'],
      ],
      ['done-earlier 10-15'],
    ],
    [
      'emptied',
      [
        ['10-20', '10-15'],
        ['10-25', null],
      ],
      ['done-emptied 10-15'],
    ],
    [
      'earlier, then as it was',
      [
        ['10-20', '10-15'],
        ['10-25', '10-14'],
        ['10-26', '10-15'],
      ],
      [],
    ],
    [
      'earlier by two steps',
      [
        ['10-20', '10-15'],
        ['10-25', '10-14'],
        ['10-26', '10-12'],
      ],
      ['done-earlier 10-15'],
    ],
    [
      'emptied, then as it was',
      [
        ['10-20', '10-15'],
        ['10-25', null],
        ['10-26', '10-15'],
      ],
      [],
    ],
    [
      'emptied, then earlier',
      [
        ['10-20', '10-15'],
        ['10-25', null],
        ['10-26', '10-14'],
      ],
      ['done-earlier 10-15', 'done-unreported 10-25'],
    ],
    [
      'done the day of the last report without it',
      [
        ['10-20', null],
        ['10-25', '10-20'],
      ],
      [],
    ],
    [
      'done the day before it',
      [
        ['10-20', null],
        ['10-25', '10-19'],
      ],
      ['done-unreported 10-20'],
    ],
    [
      'corrected the same day',
      [
        ['10-20', null],
        ['10-20', '10-19'],
      ],
      ['done-unreported 10-20'],
    ],
    ['with the first report', [['10-25', '10-01']], []],
  ] as [string, [string, string | null][], string[]][])('%s', (_, days, differences) =>
    expect(told(...days)).toEqual(differences),
  );

  test('a day given to what the stage had left behind already contradicts nothing', () => {
    const at = (stage: Venue['stage'], doneOn: string | null, reportedOn = '2026-10-20') =>
      venue({ stage, reportedOn, milestones: [step('structure', doneOn)] });
    const later = (stage: Venue['stage']) => inOrder(at(stage, null), at('structure-done', '2026-10-10', '2026-10-25'));
    expect(differencesOf(later('structure-done'), checklist)).toEqual([]);
    expect(differencesOf(later('structure-underway'), checklist)).toHaveLength(1);
  });
  test('acceptance is reported by others than the place: a report does not have it open', () => {
    const accepted = venue({ reportedOn: '2026-10-25', milestones: [step('acceptance', '2026-10-10')] });
    expect(differencesOf(inOrder(venue(), accepted), checklist)).toEqual([]);
  });
  test('laid on top of the same report again it is the same', () => {
    const [first, second] = [
      venue({ milestones: [step('start', '10-15')] }),
      venue({ milestones: [step('start', null)] }),
    ];
    const once = onTopOf(first, second);
    expect(onTopOf(first, once)).toEqual(once);
  });
});

describe.each(['organisationAcceptedOn', 'financeAcceptedOn'] as const)(
  '%s that differs from what was said',
  (field) => {
    const accepted = (on: string | null) => venue({ stage: 'built', items: { hall: true, clinic: true }, [field]: on });
    const told = (...days: (string | null)[]) => differencesOf(inOrder(...days.map(accepted)), checklist);
    test.each([
      ['said again', ['2026-10-15', '2026-10-15'], []],
      ['a day later', ['2026-10-15', '2026-10-16'], []],
      ['a day earlier', ['2026-10-15', '2026-10-14'], ['done-earlier 2026-10-15']],
      ['emptied', ['2026-10-15', null], ['done-emptied 2026-10-15']],
      ['emptied through two reports', ['2026-10-15', null, null], ['done-emptied 2026-10-15']],
      ['emptied, then as it was', ['2026-10-15', null, '2026-10-15'], []],
      ['emptied, then earlier', ['2026-10-15', null, '2026-10-14'], ['done-earlier 2026-10-15']],
      ['accepted at last', [null, '2026-10-01'], []],
    ] as [string, (string | null)[], string[]][])('%s', (_, days, differences) => {
      const said = told(...days);
      expect(said.map((one) => one.kind !== 'item-emptied' && `${one.kind} ${one.before}`)).toEqual(differences);
      expect(said.map((one) => one.kind !== 'item-emptied' && one.step)).toEqual(differences.map(() => field));
    });
    test('is asked at its own field, once', () => {
      const asked = (...days: (string | null)[]) => {
        const before = inOrder(...days.slice(0, -1).map(accepted));
        const now = onTopOf(before, accepted(days.at(-1) ?? null));
        return venueQuestions(before, now, checklist).map((one) => [one.field, one.code]);
      };
      expect(asked('2026-10-15', null)).toEqual([[field, 'done-emptied']]);
      expect(asked('2026-10-15', null, null)).toEqual([]);
      expect(asked('2026-10-15', '2026-10-14')).toEqual([[field, 'done-earlier']]);
    });
  },
);

describe('an item of the checklist', () => {
  const told = (...items: Venue['items'][]) =>
    differencesOf(inOrder(...items.map((one) => venue({ items: one }))), checklist);
  test.each([
    ['lacking, then left blank', [{ hall: false }, {}], ['hall']],
    ['had, then left blank', [{ hall: true, clinic: true }, { clinic: true }], ['hall']],
    ['left blank through two reports', [{ hall: false }, {}, {}], ['hall']],
    ['left blank, then reported', [{ hall: false }, {}, { hall: true }], []],
    ['lacking, then had', [{ hall: false }, { hall: true }], []],
    ['never reported', [{}, {}], []],
    ['no longer of the checklist', [{ kitchen: false }, {}], []],
  ] as [string, Venue['items'][], string[]][])('%s', (_, items, emptied) =>
    expect(told(...items)).toEqual(emptied.map((item) => ({ kind: 'item-emptied', item }))),
  );
});

test('what differs is asked once, and again when it differs further', () => {
  const done = (doneOn: string | null) => venue({ milestones: [step('start', doneOn)] });
  const asked = (...reports: Venue[]) => {
    const before = inOrder(...reports.slice(0, -1));
    return venueQuestions(before, onTopOf(before, reports.at(-1) ?? before), checklist);
  };
  expect(asked(done('2026-10-15'), done('2026-10-14'))).toEqual([
    { field: 'milestones.start.doneOn', code: 'done-earlier', value: '2026-10-15', confirmable: true, reasoned: true },
  ]);
  expect(asked(done('2026-10-15'), done('2026-10-14'), done('2026-10-14'))).toEqual([]);
  expect(asked(done('2026-10-15'), done('2026-10-14'), done('2026-10-12')).map(({ code }) => code)).toEqual([
    'done-earlier',
  ]);
  expect(asked(venue({ items: { hall: false } }), venue())).toEqual([
    { field: 'items.hall', code: 'item-emptied', confirmable: true, reasoned: true },
  ]);
});
