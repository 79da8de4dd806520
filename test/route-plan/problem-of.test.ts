import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanSent } from '../../server/route-plan/bodies.ts';
import { posed, routesFound } from '../../server/route-plan/problem-of.ts';
import type { PlanRoute } from '../../server/route-plan/rules.ts';
import { solve } from '../../server/route-plan/solver/solve.ts';
import { heldOf, timeRoute } from '../../server/route-plan/timing/rules.ts';
import { checkPlan } from '../bench/routes/check.ts';

const spot = { name: '', lon: 0, lat: 0 };
const team = (id: string, more: object = {}) => ({
  ...{ id, name: id, start: spot, end: spot, fromMin: 480, untilMin: 720, rest: null },
  ...more,
});
const village = (code: string, more: Partial<PlanSent['villages'][number]> = {}): PlanSent['villages'][number] => ({
  ...{ code, need: 'may', score: 10, serviceMin: 20, windows: [], teams: null, dates: null },
  ...more,
});
const on = '2026-10-30';
const next = '2026-10-31';
const route = (own: string, stops: string[], more: Partial<PlanRoute> = {}): PlanRoute => ({
  ...{ team: own, on, stops, fixed: 0, whole: false },
  ...more,
});
const planOf = (more: Partial<PlanSent>): PlanSent => ({
  ...{ title: '', announced: true, goal: 'worth', dates: [on], teams: [team('a'), team('b')], seed: 1, travel: null },
  ...{ villages: Array.from({ length: 12 }, (_, at) => village(`v${at}`)), routes: [] },
  ...more,
});
/** Villages on a line five minutes apart, the offices at its beginning. */
const minutesOf = (plan: PlanSent) => {
  const places = plan.villages.length + 2 * plan.teams.length;
  const at = (place: number) => (place < plan.villages.length ? place + 1 : 0);
  return Float64Array.from(
    { length: places ** 2 },
    (_, cell) => Math.abs(at(Math.floor(cell / places)) - at(cell % places)) * 300,
  );
};
function found(plan: PlanSent, iterations = 800) {
  const { problem, locks, start } = posed(plan, () => 0, minutesOf(plan));
  const answer = solve(problem, locks, { seed: 1, iterations }, { start });
  return { problem, answer, routes: routesFound(plan, answer) };
}

describe('a plan put into numbers', () => {
  test('takes a village only by a team and on a day it is allowed, a never not at all, every one where all are to be visited', () => {
    const plan = planOf({
      dates: [on, next],
      villages: [
        village('a', { teams: ['b'] }),
        village('b', { dates: [next] }),
        village('c', { need: 'never' }),
        village('d'),
      ],
    });
    const { problem } = posed(plan, () => 0, minutesOf(plan));
    expect(problem.stops.map(({ allowed, need }) => [allowed, need])).toEqual([
      [[1, 3], 'may'],
      [[2, 3], 'may'],
      [[], 'never'],
      [null, 'may'],
    ]);
    const all = posed({ ...plan, goal: 'all' }, () => 0, minutesOf(plan)).problem;
    expect(all.stops.map(({ need }) => need)).toEqual(['must', 'must', 'never', 'must']);
  });

  test('a late team’s day begins where and when it left: what is done stays, the rest fits into what is left, others are as they are', () => {
    const plan = planOf({
      routes: [
        route('a', ['v3', 'v1', 'v5', 'v7', 'v9'], { fixed: 2, leftMin: 640 }),
        route('b', ['v0', 'v2', 'v4'], { whole: true }),
      ],
    });
    const { routes } = found(plan);
    const [late, other] = routes as [PlanRoute, PlanRoute];
    expect(late.stops.slice(0, 2)).toEqual(['v3', 'v1']);
    expect(late).toMatchObject({ fixed: 2, leftMin: 640 });
    expect(late.stops.length).toBeGreaterThan(2);
    expect(other.stops).toEqual(['v0', 'v2', 'v4']);
    const stops = late.stops.map((code) => ({ code, place: Number(code.slice(1)), serviceMin: 20, windows: [] }));
    const seconds = minutesOf(plan);
    const timed = timeRoute(team('a'), { start: 12, end: 13 }, stops, (a, b) => seconds[a * 16 + b] ?? 0, heldOf(late));
    expect(timed.violations).toEqual([]);
    expect(timed.stops[2]?.arrive).toBeGreaterThanOrEqual(640 * 60);
  });

  test('a team that is too late for anything keeps what it has done and gets nothing more', () => {
    const { routes } = found(
      planOf({ routes: [route('a', ['v3', 'v1'], { fixed: 1, leftMin: 719 }), route('b', [], { whole: true })] }),
    );
    expect(routes.map(({ stops }) => stops)).toEqual([['v3'], []]);
  });

  test('improving keeps every lock of a hand: the way driven, whole routes, teams, days, musts and nevers', () => {
    const locked = fc.record({
      order: fc.shuffledSubarray(
        Array.from({ length: 12 }, (_, at) => `v${at}`),
        { minLength: 4, maxLength: 12 },
      ),
      cuts: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }),
      fixed: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
      whole: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      needs: fc.array(fc.constantFrom('must', 'may', 'never'), { minLength: 12, maxLength: 12 }),
      teams: fc.array(fc.constantFrom<(string[] | null)[]>(null, ['a'], ['b']), { minLength: 12, maxLength: 12 }),
      dates: fc.array(fc.constantFrom<(string[] | null)[]>(null, [on], [next]), { minLength: 12, maxLength: 12 }),
    });
    fc.assert(
      fc.property(locked, ({ order, cuts, fixed, whole, needs, teams, dates }) => {
        const left = [...order];
        const routes = ['a', 'b'].flatMap((own, number) =>
          [on, next].map((day, at): PlanRoute => {
            const stops = left.splice(0, cuts[number * 2 + at]);
            const many = Math.min(fixed[number * 2 + at] ?? 0, stops.length);
            return { ...route(own, stops, { fixed: many, whole: whole[number * 2 + at] ?? false }), on: day };
          }),
        );
        const villages = Array.from({ length: 12 }, (_, at) =>
          village(`v${at}`, { need: needs[at] ?? 'may', teams: teams[at] ?? null, dates: dates[at] ?? null }),
        );
        const plan = planOf({ dates: [on, next], villages, routes });
        const now = found(plan, 150).routes;
        const fixedOnes = new Set(routes.flatMap((one) => one.stops.slice(0, one.whole ? undefined : one.fixed)));
        for (const before of routes) {
          const after = now.find((one) => one.team === before.team && one.on === before.on) as PlanRoute;
          const opening = before.whole ? before.stops : before.stops.slice(0, before.fixed);
          expect(after.stops.slice(0, opening.length)).toEqual(opening);
          if (before.whole) expect(after.stops).toEqual(before.stops);
          expect([after.fixed, after.whole]).toEqual([before.fixed, before.whole]);
          for (const code of after.stops) {
            if (fixedOnes.has(code)) continue;
            const { need, teams: only, dates: days } = villages[Number(code.slice(1))] as (typeof villages)[number];
            expect(need).not.toBe('never');
            expect(only ?? [after.team]).toContain(after.team);
            expect(days ?? [after.on]).toContain(after.on);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('teams that are alike keep their routes; the plan stays as good and breaks nothing', () => {
    const plan = planOf({ routes: [route('a', ['v8', 'v9', 'v10', 'v11']), route('b', ['v0', 'v1', 'v2', 'v3'])] });
    const swapped = {
      routes: [
        [0, 1, 2, 3],
        [8, 9, 10, 11, 7],
      ],
    };
    expect(routesFound(plan, swapped).map(({ stops }) => stops)).toEqual([
      ['v8', 'v9', 'v10', 'v11', 'v7'],
      ['v0', 'v1', 'v2', 'v3'],
    ]);
    const other = { ...plan, teams: [team('a'), team('b', { untilMin: 700 })] };
    expect(routesFound(other, swapped)[0]?.stops).toEqual(['v0', 'v1', 'v2', 'v3']);
    const held = planOf({
      villages: plan.villages.map((one) => (one.code === 'v0' ? { ...one, teams: ['a'] } : one)),
      routes: plan.routes,
    });
    expect(routesFound(held, swapped)[0]?.stops).toEqual(['v0', 'v1', 'v2', 'v3']);
    const { problem, answer } = found(plan);
    expect(checkPlan(problem, answer).violations).toBe(0);
  });
});
