import { Annealing, type Overseen } from './anneal.ts';
import { layOut } from './field.ts';
import type { Budget, Conflict, Locks, Plan, Problem } from './problem.ts';
import { lateOpening } from './take-over.ts';
import { isTour, Tour } from './tour.ts';

/** What a search goes by beside its budget: the routes to begin from, who looks on, and which part of its cooling it runs (0 to 1). */
export interface SearchGiven extends Overseen {
  /** As far as they hold; one list of stops for each shift. */
  start?: readonly (readonly number[])[] | undefined;
  cooling?: readonly [from: number, to: number];
}

/**
 * 求解 — searches routes on one core, without clock, files or network unless the budget is one of time. Only the matrix counts, symmetric or not, in any unit of
 * time: no coordinates are asked for. The same problem, seed and iterations give the same plan. Nothing is thrown: what cannot be kept is in `missing` and
 * `conflicts`. `solveInPool` is the same on two cores.
 */
export function solve(
  problem: Problem,
  locks: Locks | null,
  budget: Budget,
  { start, stopped, progress, cooling = [0, 1] }: SearchGiven = {},
): Plan {
  const tour = isTour(problem, locks) ? toured(problem, budget, { start, stopped, cooling }) : null;
  if (tour) return tour;
  const field = layOut(problem, locks);
  const search = new Annealing(field, budget.seed);
  const late = field.opening.flatMap((_, shift): Conflict[] => {
    const stop = lateOpening(search.state, shift);
    return stop === null ? [] : [{ is: 'late', stop, shift }];
  });
  search.begin(start ?? null);
  search.run({ ...budget, stopped, progress }, ...cooling);
  const taken = new Set(search.best.flat());
  const missing = problem.stops.flatMap(({ need }, at) =>
    (need === 'must' || locks?.kept[at] === true) && !taken.has(at) ? [at] : [],
  );
  return {
    routes: search.best,
    missing,
    conflicts: [...field.conflicts, ...late],
    score: [...taken].reduce((sum, at) => sum + (problem.stops[at]?.score ?? 0), 0),
    travel: travelOf(problem, search.best),
    cost: search.result.cost,
    iterations: search.iterations,
  };
}

/** So much longer than the day may a first round trip be for a better one still to fit. */
const hopeful = 1.15;

/** One round trip through all; null when the day is too short for it, which asks for a choice. */
function toured(problem: Problem, budget: Budget, { start, cooling = [0, 1], stopped }: SearchGiven): Plan | null {
  const search = new Tour(problem, start?.[0] ?? null, budget.seed);
  const [shift] = problem.shifts;
  const served = problem.stops.reduce((sum, { service }) => sum + service, 0);
  const room = shift ? (shift.until - shift.from) * (1 + 1e-10) - served : 0;
  if (search.settled() > hopeful * room) return null;
  search.run(budget, cooling, stopped);
  const routes = [search.route()];
  const travel = travelOf(problem, routes);
  if (travel > room) return null;
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
