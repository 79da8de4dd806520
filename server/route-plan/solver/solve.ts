import { Annealing } from './anneal.ts';
import { layOut } from './field.ts';
import type { Budget, Locks, Plan, Problem } from './problem.ts';
import { isTour, Tour } from './tour.ts';

/** What a search goes by beside its budget: the routes to begin from, when to stop, and which part of its cooling it runs (0 to 1). */
export interface SearchGiven {
  start?: readonly (readonly number[])[] | undefined;
  stopped?: (() => boolean) | undefined;
  cooling?: readonly [from: number, to: number];
}

/** 求解 — searches routes on one core; the same problem, seed and iterations give the same plan. Nothing is thrown: what cannot be kept is in `missing` and `conflicts`. */
export function solve(
  problem: Problem,
  locks: Locks | null,
  budget: Budget,
  { start, stopped, cooling = [0, 1] }: SearchGiven = {},
): Plan {
  const tour = isTour(problem, locks) ? toured(problem, budget, start?.[0] ?? null, cooling, stopped) : null;
  if (tour) return tour;
  const field = layOut(problem, locks);
  const search = new Annealing(field, budget.seed);
  search.begin(start ?? null);
  search.run({ ...budget, stopped }, ...cooling);
  const taken = new Set(search.best.flat());
  const missing = problem.stops.flatMap(({ need }, at) =>
    (need === 'must' || locks?.kept[at] === true) && !taken.has(at) ? [at] : [],
  );
  return {
    routes: search.best,
    missing,
    conflicts: field.conflicts,
    score: [...taken].reduce((sum, at) => sum + (problem.stops[at]?.score ?? 0), 0),
    travel: travelOf(problem, search.best),
    cost: search.standing.cost,
    iterations: search.iterations,
  };
}

/** One round trip through all; null when the day is too short for it, which asks for a choice. */
function toured(
  problem: Problem,
  budget: Budget,
  start: readonly number[] | null,
  cooling: readonly [number, number],
  stopped?: () => boolean,
): Plan | null {
  const search = new Tour(problem, start, budget.seed);
  const [shift] = problem.shifts;
  search.run(budget, cooling, stopped);
  const routes = [search.route()];
  const travel = travelOf(problem, routes);
  const served = problem.stops.reduce((sum, { service }) => sum + service, 0);
  if (shift && shift.from + travel + served > shift.until) return null;
  const score = problem.stops.reduce((sum, stop) => sum + stop.score, 0);
  return { routes, missing: [], conflicts: [], score, travel, cost: travel, iterations: search.iterations };
}

function travelOf({ shifts, stops, travel, places }: Problem, routes: readonly (readonly number[])[]): number {
  let sum = 0;
  for (const [at, route] of routes.entries()) {
    const shift = shifts[at];
    if (!shift || route.length === 0) continue;
    let place = shift.start;
    for (const next of [...route.map((stop) => stops[stop]?.place ?? 0), shift.end]) {
      sum += travel[place * places + next] ?? 0;
      place = next;
    }
  }
  return sum;
}
