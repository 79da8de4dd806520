import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Locks, Problem, Shift, Stop } from '../../server/route-plan/solver/problem.ts';
import { Chance } from '../../server/route-plan/solver/random.ts';
import { solve } from '../../server/route-plan/solver/solve.ts';
import { checkPlan } from '../bench/routes/check.ts';

/** A county of villages scattered about its office (place 0): whole minutes by the straight line and a crooked factor each way. */
function county(
  seed: number,
  villages: number,
  shifts: Partial<Shift>[],
  more: (at: number, chance: Chance) => Partial<Stop> = () => ({}),
): Problem {
  const chance = new Chance(seed);
  const places = villages + 1;
  const spots = Array.from({ length: places }, () => [chance.unit() * 60, chance.unit() * 60] as const);
  const travel = new Float64Array(places ** 2);
  for (const [a, [x1, y1]] of spots.entries())
    for (const [b, [x2, y2]] of spots.entries())
      travel[a * places + b] = a === b ? 0 : Math.ceil(Math.hypot(x1 - x2, y1 - y2) * (1 + 0.3 * chance.unit()));
  const stops = Array.from(
    { length: villages },
    (_, at): Stop => ({
      ...{
        place: at + 1,
        score: 5 + chance.below(40),
        service: 10 + chance.below(20),
        windows: [],
        need: 'may',
        allowed: null,
      },
      ...more(at, chance),
    }),
  );
  const day = { start: 0, end: 0, from: 480, until: 480 + 240, rest: null };
  return { places, travel, stops, shifts: shifts.map((shift) => ({ ...day, ...shift })) };
}
const rest = { from: 600, until: 680, length: 30 };
const windowed = (_: number, chance: Chance): Partial<Stop> =>
  chance.unit() < 0.5
    ? {}
    : {
        windows: [
          [480, 540 + chance.below(60)],
          [620, 640 + chance.below(80)],
        ],
      };

describe('of any problem', () => {
  test('the plan breaks nothing: windows, rests, ways that are not', () => {
    const time = fc.integer({ min: 0, max: 60 });
    const stops = fc.array(
      fc.record({
        score: fc.integer({ min: 0, max: 30 }),
        service: fc.integer({ min: 0, max: 30 }),
        open: time,
        long: time,
        windows: fc.integer({ min: 0, max: 2 }),
      }),
      { maxLength: 11 },
    );
    const legs = fc.array(
      fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 0, max: 40 }) },
        { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
      ),
      { minLength: 144, maxLength: 144 },
    );
    const rests = fc.option(fc.record({ from: time, until: time, length: fc.integer({ min: 0, max: 30 }) }));
    fc.assert(
      fc.property(stops, legs, fc.array(rests, { maxLength: 3 }), (given, travel, shifts) => {
        const problem: Problem = {
          places: 12,
          travel: Float64Array.from(travel, (leg, at) => (at % 13 === 0 ? 0 : leg)),
          stops: given.map(({ score, service, open, long, windows }, at) => ({
            ...{ place: at + 1, score, service, need: 'may', allowed: null },
            windows: [[open, open + long] as const, [open + long + 10, open + long + 30] as const].slice(0, windows),
          })),
          shifts: shifts.map((one, at) => ({
            start: 0,
            end: 0,
            from: at * 5,
            until: 60 + at,
            rest: one && { ...one, until: Math.max(one.from, one.until) },
          })),
        };
        expect(checkPlan(problem, solve(problem, null, { seed: 3, iterations: 200 })).violations).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  test('every lock is kept: the way driven, whole routes, shifts, villages kept and never', () => {
    const locked = fc.record({
      seed: fc.integer({ min: 1, max: 1e6 }),
      order: fc.shuffledSubarray(
        Array.from({ length: 20 }, (_, at) => at),
        { minLength: 8, maxLength: 20 },
      ),
      prefix: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })),
      whole: fc.tuple(fc.boolean(), fc.boolean(), fc.constant(false)),
      shift: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 20, maxLength: 20 }),
      never: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(locked, ({ seed, order, prefix: lengths, whole, shift, never }) => {
        const problem = county(seed, 20, [{}, { rest }, {}], windowed);
        const left = [...order];
        const prefix = lengths.map((length) => left.splice(0, length));
        const fixed = new Set(prefix.flat());
        const start = prefix.map((own, at) => (whole[at] ? own : [...own, ...left.splice(0, 2)]));
        const stops = problem.stops.map(
          (stop, at): Stop => (!fixed.has(at) && at % 5 === 4 && at / 5 < never ? { ...stop, need: 'never' } : stop),
        );
        const locks: Locks = {
          prefix,
          whole,
          shift: shift.map((one, at) => (fixed.has(at) ? -1 : one)),
          kept: stops.map(() => false),
        };
        const plan = solve({ ...problem, stops }, locks, { seed, iterations: 150 }, { start });
        for (const [at, own] of plan.routes.entries()) {
          const opening = prefix[at] ?? [];
          expect(own.slice(0, opening.length)).toEqual(opening);
          if (whole[at]) expect(own).toEqual(opening);
          for (const one of own.slice(opening.length)) {
            expect(stops[one]?.need).not.toBe('never');
            expect([-1, at]).toContain(locks.shift[one]);
          }
        }
        expect(new Set(plan.routes.flat()).size).toBe(plan.routes.flat().length);
      }),
      { numRuns: 120 },
    );
  });
});

describe('nothing but the numbers counts', () => {
  const budget = { seed: 5, iterations: 4000 };
  const days = [{}, { rest }, { until: 700 }];

  test.each([1, 2, 3])('twice to the tenth as long in every time: the very same plan (county %i)', (seed) => {
    const problem = county(seed, 30, days, windowed);
    const times = (value: number) => value * 1024;
    const scaled: Problem = {
      ...problem,
      travel: problem.travel.map(times),
      stops: problem.stops.map((stop) => ({
        ...stop,
        service: times(stop.service),
        windows: stop.windows.map(([from, until]) => [times(from), times(until)] as const),
      })),
      shifts: problem.shifts.map((shift) => ({
        ...shift,
        ...{ from: times(shift.from), until: times(shift.until) },
        rest: shift.rest && {
          from: times(shift.rest.from),
          until: times(shift.rest.until),
          length: times(shift.rest.length),
        },
      })),
    };
    expect(solve(scaled, null, budget).routes).toEqual(solve(problem, null, budget).routes);
  });

  /** Best score over a few seeds: two runs that differ by chance alone differ little. */
  const bestScore = (problem: Problem) =>
    Math.max(...[1, 2, 3, 4].map((seed) => solve(problem, null, { seed, iterations: 4000 }).score));
  const within = (a: number, b: number) => expect(Math.abs(a - b) / b).toBeLessThanOrEqual(0.01);

  test.each([
    ['minutes for seconds', 60],
    ['milliseconds', 60_000],
    ['hours', 1 / 60],
  ])('in %s the plan is worth the same', (_, factor) => {
    const problem = county(7, 40, [{}, {}, {}]);
    const scaled: Problem = {
      ...problem,
      travel: problem.travel.map((way) => way * factor),
      stops: problem.stops.map((stop) => ({ ...stop, service: stop.service * factor })),
      shifts: problem.shifts.map((shift) => ({ ...shift, from: shift.from * factor, until: shift.until * factor })),
    };
    within(bestScore(scaled), bestScore(problem));
  });

  test('counted from another midnight the plan is worth the same', () => {
    const problem = county(8, 40, [{}, {}, {}], windowed);
    const later = (value: number) => value + 1_700_000_000;
    const moved: Problem = {
      ...problem,
      stops: problem.stops.map((stop) => ({
        ...stop,
        windows: stop.windows.map(([a, b]) => [later(a), later(b)] as const),
      })),
      shifts: problem.shifts.map((shift) => ({ ...shift, from: later(shift.from), until: later(shift.until) })),
    };
    within(bestScore(moved), bestScore(problem));
  });

  test.each([11, 12])(
    'numbered otherwise, villages, places and shifts, the plan is worth the same (county %i)',
    (seed) => {
      const problem = county(seed, 40, [{}, { until: 660 }, { rest }], windowed);
      const chance = new Chance(99);
      const shuffled = (length: number) => {
        const order = Array.from({ length }, (_, at) => at);
        for (let at = length - 1; at > 0; at--) {
          const other = chance.below(at + 1);
          [order[at], order[other]] = [order[other] as number, order[at] as number];
        }
        return order;
      };
      const { places, travel } = problem;
      const place = shuffled(places);
      const own = new Float64Array(places ** 2);
      for (let a = 0; a < places; a++)
        for (let b = 0; b < places; b++)
          own[(place[a] as number) * places + (place[b] as number)] = travel[a * places + b] as number;
      const placed = (at: number) => place[at] as number;
      const other: Problem = {
        ...{ places, travel: own },
        stops: shuffled(40)
          .map((at) => problem.stops[at] as Stop)
          .map((stop) => ({ ...stop, place: placed(stop.place) })),
        shifts: [2, 0, 1]
          .map((at) => problem.shifts[at] as Shift)
          .map((shift) => ({ ...shift, start: placed(shift.start), end: placed(shift.end) })),
      };
      within(bestScore(other), bestScore(problem));
    },
  );

  test('a round trip is as short in any unit of time, and numbered otherwise', () => {
    const problem = county(21, 60, [{ until: 1e9 }], () => ({ need: 'must', service: 0 }));
    const { places } = problem;
    for (let a = 0; a < places; a++)
      for (let b = 0; b < a; b++) problem.travel[a * places + b] = problem.travel[b * places + a] as number;
    const length = (factor: number) =>
      solve(
        {
          ...problem,
          travel: problem.travel.map((way) => way * factor),
          shifts: [{ ...(problem.shifts[0] as Shift), until: 1e15 }],
        },
        null,
        budget,
      ).travel / factor;
    const shortest = length(1);
    for (const factor of [1e-6, 1 / 3600, 0.1, 1000, 1e7]) within(length(factor), shortest);
    const backwards = { ...problem, stops: problem.stops.toReversed() };
    within(solve(backwards, null, budget).travel, shortest);
  });
});

describe('more is never worse, by more than half a percent', () => {
  const searched = { seed: 1, iterations: 3000 };
  test.each(Array.from({ length: 12 }, (_, seed) => [seed + 100]))(
    'more hours, teams or search (county %i)',
    (seed) => {
      const more = seed % 2 === 0 ? windowed : undefined;
      const size = 20 + (seed % 5) * 8;
      const score = (shifts: Partial<Shift>[], iterations = searched.iterations) =>
        solve(county(seed, size, shifts, more), null, { ...searched, iterations }).score;
      const less = score([{}, {}]);
      for (const found of [score([{}, { until: 760 }]), score([{}, {}, {}]), score([{}, {}], 12_000)])
        expect(found).toBeGreaterThanOrEqual(0.995 * less);
    },
  );
});

describe('a county of 300 villages and twenty days is soon planned well', () => {
  // The best of ten times the search; before the orders were learnt 4,000 iterations lay 4.5 % behind.
  test.each([
    [301, 5823],
    [302, 5309],
  ])('4,000 iterations lie within 3.7 % of the best known (county %i)', (seed, best) => {
    const problem = county(
      seed,
      300,
      Array.from({ length: 20 }, () => ({})),
    );
    const scores = [1, 2].map((own) => {
      const plan = solve(problem, null, { seed: own, iterations: 4000 });
      expect(checkPlan(problem, plan).violations).toBe(0);
      return plan.score;
    });
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    expect(mean / best).toBeGreaterThanOrEqual(0.963);
  });
});
