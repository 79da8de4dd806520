import { afterAll, describe, expect, test } from 'vitest';
import { closePool, solveInPool } from '../../server/route-plan/solver/pool.ts';
import type { Locks, Problem, Stop } from '../../server/route-plan/solver/problem.ts';
import { Chance } from '../../server/route-plan/solver/random.ts';
import { solve } from '../../server/route-plan/solver/solve.ts';
import { checkPlan } from '../bench/routes/check.ts';

const stop = (place: number, more: Partial<Stop> = {}): Stop => ({
  ...{ place, score: 10, service: 5, windows: [], need: 'may', allowed: null },
  ...more,
});

/** Places on a line, one unit of travel apart; the office is place 0. */
function line(stops: Stop[], shifts: Partial<Problem['shifts'][number]>[] = [{}], places = 12): Problem {
  const travel = new Float64Array(places ** 2);
  for (let a = 0; a < places; a++) for (let b = 0; b < places; b++) travel[a * places + b] = Math.abs(a - b);
  return {
    ...{ places, travel, stops },
    shifts: shifts.map((shift) => ({ start: 0, end: 0, from: 0, until: 100, rest: null, ...shift })),
  };
}
const budget = { seed: 1, iterations: 3000 };
const locksOf = (problem: Problem, locks: Partial<Locks>): Locks => ({
  prefix: problem.shifts.map(() => []),
  whole: problem.shifts.map(() => false),
  shift: problem.stops.map(() => -1),
  kept: problem.stops.map(() => false),
  ...locks,
});
const taken = (plan: { routes: readonly (readonly number[])[] }) => plan.routes.flat().sort((a, b) => a - b);

describe('the solver', () => {
  test('takes all when all fits, in the shortest order', () => {
    const plan = solve(line([stop(5), stop(1), stop(3)]), null, budget);
    expect(taken(plan)).toEqual([0, 1, 2]);
    expect(plan.travel).toBe(10);
  });
  test('takes what is worth most when the day is short', () => {
    const plan = solve(
      line([stop(1, { score: 3 }), stop(2, { score: 50 }), stop(9, { score: 40 })], [{ until: 12 }]),
      null,
      budget,
    );
    expect(taken(plan)).toEqual([1]);
  });
  test('takes a must before any worth, and names a must that cannot be', () => {
    const short = line([stop(5, { need: 'must', score: 0 }), stop(1, { score: 1000 })], [{ until: 15 }]);
    expect(solve(short, null, budget)).toMatchObject({ routes: [[0]], missing: [] });
    const impossible = line([stop(5, { need: 'must', service: 200 }), stop(1)]);
    expect(solve(impossible, null, budget)).toMatchObject({ missing: [0], routes: [[1]] });
  });
  test('never takes what is set to never, what a shift may not, or where no way leads', () => {
    const problem = line([stop(1, { need: 'never' }), stop(2, { allowed: [1] }), stop(3)], [{}, { until: 3 }]);
    for (let at = 0; at < 12; at++) problem.travel[at * 12 + 3] = Number.POSITIVE_INFINITY;
    expect(taken(solve(problem, null, budget))).toEqual([]);
  });
  test('keeps windows, more than one of a village, and the rest', () => {
    const windows = [
      [0, 3],
      [40, 42],
    ] as const;
    const rest = { from: 20, until: 25, length: 10 };
    const problem = line([stop(4, { windows }), stop(6)], [{ rest, until: 60 }]);
    const plan = solve(problem, null, budget);
    expect(taken(plan)).toEqual([0, 1]);
    expect(checkPlan(problem, plan).violations).toBe(0);
  });
  test('keeps what a hand has fixed: the way driven, a route that is whole, a village in its team', () => {
    const problem = line([stop(5), stop(1), stop(3), stop(8)], [{}, {}]);
    const locks = locksOf(problem, { prefix: [[0, 1], [3]], whole: [false, true], shift: [-1, -1, 0, -1] });
    const plan = solve(problem, locks, budget);
    expect(plan.routes[0]?.slice(0, 2)).toEqual([0, 1]);
    expect(plan.routes[0]).toContain(2);
    expect(plan.routes[1]).toEqual([3]);
  });
  test('takes nothing when nothing fits, and the one village that can be reached', () => {
    const far = line([stop(9), stop(8), stop(7)], [{ until: 13 }]);
    expect(solve(far, null, budget)).toMatchObject({ routes: [[]], score: 0, travel: 0 });
    const cut = line([stop(3), stop(8), stop(9)]);
    for (const place of [8, 9]) for (let at = 0; at < 12; at++) cut.travel[at * 12 + place] = Number.POSITIVE_INFINITY;
    expect(solve(cut, null, budget)).toMatchObject({ routes: [[0]], travel: 6 });
  });
  test('leaves out a village whose visit is longer than any day, and takes the rest', () => {
    expect(solve(line([stop(1, { service: 101 }), stop(2)]), null, budget).routes).toEqual([[1]]);
  });
  test('takes two villages of one place once each', () => {
    expect(taken(solve(line([stop(4), stop(4), stop(4)]), null, budget))).toEqual([0, 1, 2]);
  });
  test.each([
    ['no village', line([])],
    ['no shift', line([stop(1)], [])],
    ['a day that is over before it begins', line([stop(1)], [{ until: -1 }])],
    ['villages at one place', line([stop(1), stop(1), stop(1)])],
    ['nothing worth anything', line([stop(1, { score: 0 }), stop(2, { score: 0 })])],
  ])('answers %s', (_, problem) => {
    const plan = solve(problem, null, { seed: 1, iterations: 300 });
    expect(plan.routes.length).toBe(problem.shifts.length);
    expect(checkPlan(problem, plan).violations).toBe(0);
  });
  test.each<[string, Partial<Locks>, object]>([
    ['one village opens two routes', { prefix: [[2], [2]] }, { is: 'twice', stop: 2, shift: 1 }],
    ['a village that is never to be visited', { prefix: [[0], []] }, { is: 'never', stop: 0, shift: 0 }],
    ['a village put where it may not go', { prefix: [[1], []] }, { is: 'shift', stop: 1, shift: 0 }],
    ['a way driven that is longer than the day', { prefix: [[3], []] }, { is: 'late', stop: 3, shift: 0 }],
    ['a village there is not', { prefix: [[99], []] }, { is: 'not-a-stop', stop: 99, shift: 0 }],
    [
      'a village kept in a shift that may not take it',
      { kept: [false, true, false, false], shift: [-1, 0, -1, -1] },
      { is: 'no-shift', stop: 1, shift: 0 },
    ],
  ])('keeps a hand’s word and tells that it contradicts: %s', (_, locks, conflict) => {
    const problem = line(
      [stop(1, { need: 'never' }), stop(2, { allowed: [1] }), stop(3), stop(4, { service: 200 })],
      [{}, {}],
    );
    const plan = solve(problem, locksOf(problem, locks), { seed: 1, iterations: 200 });
    expect(plan.conflicts).toContainEqual(conflict);
    for (const [shift, prefix] of (locks.prefix ?? []).entries())
      for (const one of prefix.filter((own) => own < 4 && (shift === 0 || own !== 2)))
        expect(plan.routes[shift]).toContain(one);
  });
  test('begins from routes as far as they hold: what may not be there or comes too late is let go', () => {
    const problem = line(
      [stop(1), stop(2, { need: 'never' }), stop(9), stop(8), stop(3, { allowed: [1] })],
      [{ until: 30 }, { until: 0 }],
    );
    const start = [[1, 4, 2, 0, 3], []];
    const plan = solve(problem, null, { seed: 1, iterations: 0 }, { start });
    expect(checkPlan(problem, plan).violations).toBe(0);
    expect(plan.routes[0]?.[0]).toBe(2);
    expect(taken(plan)).not.toContain(1);
    expect(taken(plan)).not.toContain(4);
  });
  test('a team that is back before its rest must begin takes it then, and no day is too short for a rest it does not need', () => {
    const rest = { from: 40, until: 60, length: 30 };
    const early = line([stop(5, { service: 10 })], [{ until: 70, rest }]);
    expect(solve(early, null, budget)).toMatchObject({ routes: [[0]], cost: 10 });
    const long = line([stop(5, { service: 52 })], [{ until: 70, rest }]);
    expect(solve(long, null, budget).routes).toEqual([[]]);
  });
  test('answers locks that contradict each other, and never hangs', () => {
    const problem = line([stop(1, { need: 'never' }), stop(2, { allowed: [] })], [{}, {}]);
    const plan = solve(problem, locksOf(problem, { prefix: [[0], [0, 1]], kept: [true, true] }), {
      seed: 1,
      iterations: 200,
    });
    expect(plan.conflicts.length).toBeGreaterThan(0);
  });
  test('gives the same plan for the same seed and iterations, whatever the machine', () => {
    const problem = line(
      Array.from({ length: 11 }, (_, at) => stop(at + 1, { score: (at * 7) % 13 })),
      [{ until: 40 }],
    );
    const [one, again] = [solve(problem, null, budget), solve(problem, null, budget)];
    expect(again.routes).toEqual(one.routes);
  });
  test('500 villages are answered within the search and a little', () => {
    const places = 501;
    const chance = new Chance(3);
    const problem = line(
      Array.from({ length: 500 }, (_, at) => stop(at + 1, { score: 1 + chance.below(9) })),
      Array.from({ length: 8 }, () => ({ until: 480 })),
      places,
    );
    for (let at = 0; at < problem.travel.length; at++)
      problem.travel[at] = at % (places + 1) === 0 ? 0 : 5 + chance.unit() * 40;
    const plan = solve(problem, null, { seed: 1, iterations: 500 });
    expect(checkPlan(problem, plan)).toMatchObject({ violations: 0, missing: 0 });
    expect(plan.routes.flat().length).toBeGreaterThan(100);
  });
  test('one team for all villages of a ring goes round it once', () => {
    const around = 60;
    const must = Array.from({ length: around - 1 }, (_, at) => stop(1 + ((at * 7) % (around - 1)), { need: 'must' }));
    const problem = line(must, [{ until: 1000 }], around);
    for (let at = 0; at < problem.travel.length; at++) {
      const apart = Math.abs((at % around) - Math.floor(at / around));
      problem.travel[at] = Math.min(apart, around - apart);
    }
    const plan = solve(problem, null, { seed: 1, iterations: 200 });
    expect(plan.travel).toBe(around);
    expect(checkPlan(problem, plan)).toMatchObject({ violations: 0, missing: 0 });
    // Put otherwise it is the same round trip: an office with two numbers, doors that never close, the team named.
    const otherwise = {
      ...problem,
      stops: must.map((one) => ({ ...one, windows: [[0, 1000]] as const, allowed: [0] })),
    };
    expect(solve(otherwise, null, { seed: 1, iterations: 0 }).travel).toBe(around);
    const short = solve(
      { ...problem, shifts: [{ ...problem.shifts[0], until: 100 } as Problem['shifts'][0]] },
      null,
      budget,
    );
    expect(short.missing.length).toBeGreaterThan(0);
  });
});

describe('the pool', () => {
  afterAll(closePool);
  const problem = line(
    Array.from({ length: 11 }, (_, at) => stop(at + 1, { score: (at * 7) % 13 })),
    [{ until: 40 }],
  );
  test('searches on two cores, the same again for the same seed', async () => {
    const [one, again] = [await solveInPool(problem, null, budget), await solveInPool(problem, null, budget)];
    expect(again.routes).toEqual(one.routes);
    expect(one.score).toBeGreaterThanOrEqual(solve(problem, null, { seed: 1, iterations: 50 }).score);
  });
  test('tells how it goes while it searches, ever better, and ends with no less', async () => {
    const told: number[] = [];
    const plan = await solveInPool(
      problem,
      null,
      { seed: 1, ms: 700 },
      { onProgress: ({ score }) => told.push(score) },
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(plan.score).toBeGreaterThanOrEqual(told.at(-1) ?? 0);
  });
  test('goes on after a search that failed, also for who waits', async () => {
    const broken = { ...problem, stops: null } as unknown as Problem;
    const all = await Promise.allSettled([
      solveInPool(broken, null, { seed: 1, iterations: 10 }),
      solveInPool(problem, null, { seed: 1, iterations: 400 }),
      solveInPool(broken, null, { seed: 1, iterations: 10 }),
      solveInPool(problem, null, { seed: 2, iterations: 400 }),
    ]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
  });
  test('ends at once when whoever asked is gone, with a plan that holds', async () => {
    const gone = new AbortController();
    const search = { signal: gone.signal, onProgress: () => gone.abort() };
    const found = await solveInPool(problem, null, { seed: 1, ms: 60_000 }, search);
    expect(checkPlan(problem, found).violations).toBe(0);
    // The workers are free again: were they not, this would wait for the minute to end.
    expect((await solveInPool(problem, null, { seed: 1, iterations: 400 })).score).toBeGreaterThan(0);
  });
  test('three searches at once wait their turn', async () => {
    const all = await Promise.all([1, 2, 3].map((seed) => solveInPool(problem, null, { seed, iterations: 400 })));
    expect(all.every((plan) => plan.score > 0)).toBe(true);
  });
});
