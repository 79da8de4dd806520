import type { LonLat } from '../../geodata/area/area.ts';
import type { PlanSent } from './bodies.ts';
import type { PlanRoute, Team } from './rules.ts';
import { mayTake, routesOf, shiftsOf } from './rules.ts';
import type { Locks, Plan, Problem, Shift, Stop } from './solver/problem.ts';

/** A plan as the solver takes it; villages and shifts by their index. */
export interface Posed {
  problem: Problem;
  locks: Locks;
  start: number[][];
}

/** Where the points of a plan stand in its travel times: villages first, then start and end of each team. */
export function pointsOfPlan(plan: Pick<PlanSent, 'villages' | 'teams'>, at: (code: string) => LonLat): LonLat[] {
  const spots = plan.teams.flatMap(({ start, end }): LonLat[] => [
    [start.lon, start.lat],
    [end.lon, end.lat],
  ]);
  return [...plan.villages.map(({ code }) => at(code)), ...spots];
}

/** Puts a plan into numbers: seconds after midnight, each team on each day one shift. Every village a must where all are to be visited. */
export function posed(plan: PlanSent, worth: (code: string) => number, seconds: Float64Array): Posed {
  const { villages } = plan;
  const places = villages.length + 2 * plan.teams.length;
  const routes = routesOf(plan);
  const index = new Map(villages.map(({ code }, at) => [code, at]));
  const shifts = shiftsOf(plan).map(({ team }) => shiftOf(team, villages.length + 2 * plan.teams.indexOf(team)));
  const stops = villages.map((village, at): Stop => {
    const allowed = routes.flatMap(({ team, on }, shift) => (mayTake(village, team, on) ? [shift] : []));
    return {
      place: at,
      score: village.score ?? worth(village.code),
      service: village.serviceMin * 60,
      windows: village.windows.map(([from, until]) => [from * 60, until * 60] as const),
      need: village.need === 'may' && plan.goal === 'all' ? 'must' : village.need,
      allowed: allowed.length === shifts.length ? null : allowed,
    };
  });
  const start = routes.map((route) => route.stops.flatMap((code) => index.get(code) ?? []));
  const locks: Locks = {
    prefix: routes.map(({ fixed }, shift) => (start[shift] ?? []).slice(0, fixed)),
    whole: routes.map(({ whole }) => whole),
    shift: villages.map(() => -1),
    kept: villages.map(() => false),
  };
  // A whole route is exactly its prefix.
  for (const [shift, { whole }] of routes.entries())
    if (whole) (locks.prefix as number[][])[shift] = start[shift] ?? [];
  return { problem: { places, travel: seconds, stops, shifts }, locks, start };
}

function shiftOf({ fromMin, untilMin, rest }: Team, place: number): Shift {
  return {
    start: place,
    end: place + 1,
    from: fromMin * 60,
    until: untilMin * 60,
    rest: rest && { from: rest.fromMin * 60, until: rest.untilMin * 60, length: rest.lengthMin * 60 },
  };
}

/** The solver's routes in the words of the plan; what was fixed stays fixed. */
export function routesFound(plan: PlanSent, found: Pick<Plan, 'routes'>): PlanRoute[] {
  return routesOf(plan).map((route, shift) => ({
    ...route,
    stops: (found.routes[shift] ?? []).flatMap((at) => plan.villages[at]?.code ?? []),
  }));
}
