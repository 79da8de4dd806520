import { describe, expect, test } from 'vitest';
import type { ChoiceVillage } from '../../server/route-plan/answer.ts';
import type { PlanRoute, PlanVillage } from '../../server/route-plan/rules.ts';
import { differenceOf } from '../../web/route-plan/difference-of.ts';
import {
  afterLast,
  droppedAt,
  foundIn,
  moved,
  onlyRoute,
  type PlanDraft,
  timedShifts,
  withLeft,
  withMusts,
  worthIn,
} from '../../web/route-plan/plan-work.ts';
import { isWithin } from '../../web/route-plan/planner/Lasso.tsx';
import { windowsOf } from '../../web/route-plan/planner/VillageSettings.tsx';

const on = '2026-10-30';
const spot = { name: '', lon: 0, lat: 0 };
const team = (id: string) => ({ id, name: id, start: spot, end: spot, fromMin: 480, untilMin: 600, rest: null });
const village = (code: string, more: Partial<PlanVillage> = {}): PlanVillage => ({
  ...{ code, need: 'may', score: null, serviceMin: 10, windows: [], teams: null, dates: null },
  ...more,
});
const route = (own: string, stops: string, more: Partial<PlanRoute> = {}): PlanRoute => ({
  ...{ team: own, on, stops: [...stops], fixed: 0, whole: false },
  ...more,
});
const draftOf = (routes: PlanRoute[], more: Partial<PlanDraft> = {}): PlanDraft => ({
  ...{ title: '', announced: true, goal: 'worth', dates: [on], teams: [team('a'), team('b')], seed: 0, travel: null },
  ...{ villages: [...'pqrstu'].map((code) => village(code)), routes },
  ...more,
});
const told = ({ routes }: PlanDraft) =>
  routes.map(({ stops, fixed }) => `${stops.slice(0, fixed).join('')}|${stops.slice(fixed).join('')}`);
const slot = (own: string, at: number) => ({ team: own, on, at });

describe('a village moved by hand', () => {
  const draft = draftOf([route('a', 'pqrs', { fixed: 2 }), route('b', 't')]);
  test.each([
    ['within what is open', 's', slot('a', 2), ['pq|sr', '|t']],
    ['among what is locked: locked as well, and nothing comes loose', 's', slot('a', 0), ['spq|r', '|t']],
    ['out of what is locked', 'p', slot('a', 3), ['q|rsp', '|t']],
    ['to another team', 'q', slot('b', 0), ['p|rs', '|qt']],
    ['to where the locked end', 't', slot('a', 2), ['pq|trs', '|']],
    ['out of every route', 'r', null, ['pq|s', '|t']],
    ['in, from no route', 'u', slot('b', 1), ['pq|rs', '|tu']],
  ])('%s', (_, code, to, expected) => {
    expect(told(moved(draft, code, to))).toEqual(expected);
  });
  test.each([
    ['on a place of its own route', 's', slot('a', 1), ['psqr', 't']],
    ['on the head of its own route: it is the last', 'p', slot('a', 4), ['qrsp', 't']],
    ['on its own place', 'q', slot('a', 1), ['pqrs', 't']],
    ['on the head of another', 'q', slot('b', 1), ['prs', 'tq']],
    ['on the first stop of another', 'q', slot('b', 0), ['prs', 'qt']],
  ])('dropped %s', (_, code, { at, ...key }, expected) => {
    const open = draftOf([route('a', 'pqrs'), route('b', 't')]);
    expect(droppedAt(open, code, key, at).routes.map(({ stops }) => stops.join(''))).toEqual(expected);
  });
  test.each([
    ['one of another route', 't', 5],
    ['one of its own, which leaves a place', 'p', 4],
    ['nothing', null, 5],
  ])('the place behind the last stop of four, dragging %s', (_, code, n) => {
    expect(afterLast([...'pqrs'], code)).toBe(n);
  });
  test('takes back what was said of a late team only when the way it drove is another', () => {
    const late = withLeft(draft, slot('a', 0), 700);
    expect(late.routes[0]?.leftMin).toBe(700);
    expect(moved(late, 's', slot('a', 2)).routes[0]?.leftMin).toBe(700);
    expect(moved(late, 's', slot('a', 0)).routes[0]?.leftMin).toBeNull();
    expect(moved(late, 'p', null).routes[0]?.leftMin).toBeNull();
  });
});

/** A village that may be chosen; only what a case speaks of matters. */
const choice = (code: string, more: Partial<ChoiceVillage> = {}): ChoiceVillage => ({
  ...{ code, fid: 1, name: code, town: 1, at: [0, 0], score: 0, parts: [], serviceMin: 0, look: [], telephone: null },
  ...more,
});

test('one route alone is searched anew, and the plan keeps its own word on which routes are locked', () => {
  const draft = draftOf([route('a', 'pq', { whole: true }), route('b', 't')]);
  const asked = onlyRoute(draft, slot('a', 0));
  expect(asked.routes.map(({ whole }) => whole)).toEqual([false, true]);
  expect(foundIn(draft, asked.routes).map(({ whole }) => whole)).toEqual([true, false]);
});

test('a village put where the plan says it is not to go is told, and stays', () => {
  const villages = [village('p', { teams: ['b'] }), village('q', { need: 'never' }), village('r')];
  const [shift] = timedShifts(draftOf([route('a', 'pqr')], { villages }), () => 60);
  expect(shift?.timed.violations).toEqual([
    { is: 'not-allowed', at: 0 },
    { is: 'not-allowed', at: 1 },
  ]);
});

test('what a lasso takes in are musts, also those the plan did not speak of', () => {
  const more = choice('z', { serviceMin: 30 });
  const draft = withMusts(draftOf([]), ['q', 'z'], new Map([['z', more]]));
  expect(draft.villages.filter(({ need }) => need === 'must').map(({ code }) => code)).toEqual(['q', 'z']);
  expect(draft.villages).toHaveLength(7);
  const ring: [number, number][] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [5, 2],
    [0, 10],
  ];
  expect([isWithin([1, 5], ring), isWithin([5, 5], ring), isWithin([20, 5], ring)]).toEqual([true, false, false]);
});

test('two plans differ by their villages, worth, driving and waiting, each timed over its own places', () => {
  const byCode = new Map([...'pqrstu'].map((code) => [code, choice(code, { score: 10 })]));
  const one = draftOf([route('a', 'pq'), route('b', 'r')], {
    villages: [village('p'), village('q', { score: 25 }), village('r')],
  });
  const other = draftOf([{ ...route('a', 'qs'), on: '2026-10-29' }], {
    dates: ['2026-10-29'],
    villages: [village('s'), village('q')],
  });
  const compared = (draft: PlanDraft, minutes: number) => ({
    draft,
    travel: () => minutes * 60,
    worth: worthIn(draft, byCode),
  });
  expect(differenceOf(compared(one, 10), compared(other, 20))).toEqual({
    ...{ added: ['p', 'r'], gone: ['s'], moved: ['q'] },
    ...{ score: 45 - 20, driveSec: (5 * 10 - 3 * 20) * 60, waitSec: 0 },
  });
  const same = differenceOf(compared(one, 10), compared(one, 10));
  expect(same).toEqual({ added: [], gone: [], moved: [], score: 0, driveSec: 0, waitSec: 0 });
});

test.each([
  ['8:30-11:30', [[510, 690]]],
  [
    '14:00-17:00 8:30—11:30',
    [
      [510, 690],
      [840, 1020],
    ],
  ],
  ['', []],
  ['9:00', null],
  ['9:00-8:00', null],
  ['9:00-25:00', null],
])('opening hours %j are read as %j', (text, windows) => {
  expect(windowsOf(text)).toEqual(windows);
});
