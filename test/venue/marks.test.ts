import { describe, expect, test } from 'vitest';
import { marksOf, venueQuestions } from '../../server/venue/marks/rules.ts';
import type { Venue } from '../../server/venue/rules.ts';

const checklist = ['hall', 'clinic'];
const all = { hall: true, clinic: true };
const venue = (given: Partial<Venue>): Venue => ({
  ...{ id: 'v', areaId: 'a', stage: 'fitting-out', items: all, milestones: [], organisationAcceptedOn: null },
  ...{ financeAcceptedOn: null, subsidyFen: 500, subsidyPaidFen: null, reportedOn: '2026-10-25', since: 1 },
  ...given,
});
const both = { stage: 'accepted', organisationAcceptedOn: '2026-10-20', financeAcceptedOn: '2026-10-21' } as const;

describe('what does not go together', () => {
  test.each<[string, Partial<Venue>, string[]]>([
    ['accepted with all items', both, []],
    ['accepted with one lacking', { ...both, items: { hall: true, clinic: false } }, ['accepted-items']],
    ['accepted with one not reported', { ...both, items: { hall: true } }, ['accepted-items']],
    ['accepted by its ledger alone, items lacking', { stage: 'accepted', items: {} }, ['accepted-items']],
    ['accepted by one department, items lacking', { ...both, financeAcceptedOn: null, items: {} }, ['built-items']],
    ['built with all items', { stage: 'built' }, []],
    ['built with one lacking', { stage: 'built', items: { hall: true } }, ['built-items']],
    ['not built, items lacking', { items: {} }, []],
    ['paid in part before acceptance', { subsidyPaidFen: 499 }, []],
    ['paid in full before acceptance', { subsidyPaidFen: 500 }, ['paid-early']],
    ['paid in full, accepted by one', { ...both, financeAcceptedOn: null, subsidyPaidFen: 500 }, ['paid-early']],
    ['paid in full, accepted by both', { ...both, subsidyPaidFen: 500 }, []],
    ['no sum set', { subsidyFen: null, subsidyPaidFen: null }, []],
    [
      'paid early and built without all',
      { stage: 'built', items: {}, subsidyPaidFen: 501 },
      ['paid-early', 'built-items'],
    ],
  ])('%s', (_, given, marks) => expect(marksOf(venue(given), checklist)).toEqual(marks));

  test('is asked at the field that makes it so', () => {
    const asked = (given: Partial<Venue>) =>
      venueQuestions(null, venue(given), checklist).map(({ field, code }) => `${field} ${code}`);
    expect(asked({ ...both, items: {} })).toEqual([
      'organisationAcceptedOn accepted-items',
      'financeAcceptedOn accepted-items',
    ]);
    expect(asked({ stage: 'built', items: {} })).toEqual(['stage built-items']);
    expect(asked({ subsidyPaidFen: 500 })).toEqual(['subsidyPaidFen paid-early']);
    expect(asked({ ...both, subsidyPaidFen: 500 })).toEqual([]);
  });
});
