import type { LonLat } from '../../geodata/area/area.ts';
import type { PlanSent } from './bodies.ts';
import { keptApart } from './kept-apart.ts';
import type { PlanRoute, PlanVillage, Team } from './rules.ts';
import { mayTake, routesOf, shiftsOf } from './rules.ts';
import type { Locks, Plan, Problem, Shift, Stop } from './solver/problem.ts';
import { heldOf, type Travel, timeRoute } from './timing/rules.ts';

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

/**
 * Puts a plan into numbers: seconds after midnight, each team on each day one shift. Every village a must where all are to be visited. The shift of a team that is
 * late begins where and when it left its last fixed stop; what it has driven is no part of the problem.
 */
export function posed(plan: PlanSent, worth: (code: string) => number, seconds: Float64Array): Posed {
  const { villages } = plan;
  const places = villages.length + 2 * plan.teams.length;
  const routes = routesOf(plan);
  const driven = new Set(routes.flatMap((route) => drivenOf(route)));
  const index = new Map(villages.map(({ code }, at) => [code, at]));
  const shifts = shiftsOf(plan).map(({ team }) => shiftOf(team, villages.length + 2 * plan.teams.indexOf(team)));
  const stops = villages.map((village, at): Stop => {
    const allowed = routes.flatMap(({ team, on }, shift) => (mayTake(village, team, on) ? [shift] : []));
    return {
      place: at,
      score: village.score ?? worth(village.code),
      service: village.serviceMin * 60,
      windows: village.windows.map(([from, until]) => [from * 60, until * 60] as const),
      need: needOf(village, plan.goal, driven),
      allowed: allowed.length === shifts.length ? null : allowed,
    };
  });
  const left = routes.map(({ stops: own, ...route }) => own.slice(drivenOf({ stops: own, ...route }).length));
  const start = left.map((own) => own.flatMap((code) => index.get(code) ?? []));
  const locks: Locks = {
    // A whole route is exactly its prefix.
    prefix: routes.map((route, shift) =>
      route.whole ? (start[shift] ?? []) : (start[shift] ?? []).slice(0, heldOf(route) ? 0 : route.fixed),
    ),
    whole: routes.map(({ whole }) => whole),
    shift: villages.map(() => -1),
    kept: villages.map(() => false),
  };
  const travel = (from: number, to: number) => seconds[from * places + to] ?? Number.POSITIVE_INFINITY;
  const held = routes.map((route, at) =>
    heldShift(route, { plan, shift: shifts[at] as Shift, travel, index, team: shiftsOf(plan)[at]?.team as Team }),
  );
  return { problem: { places, travel: seconds, stops, shifts: held }, locks, start };
}

/** What a late team has done already; nothing of one that is not. */
const drivenOf = (route: PlanRoute) => (heldOf(route) ? route.stops.slice(0, route.fixed) : []);

function needOf({ code, need }: PlanVillage, goal: PlanSent['goal'], driven: Set<string>): Stop['need'] {
  if (driven.has(code)) return 'never';
  return need === 'may' && goal === 'all' ? 'must' : need;
}

interface Holding {
  plan: PlanSent;
  shift: Shift;
  team: Team;
  travel: Travel;
  index: Map<string, number>;
}

/** The rest of a late team's day: from its last fixed stop on. */
function heldShift(route: PlanRoute, { plan, shift, team, travel, index }: Holding): Shift {
  const held = heldOf(route);
  if (!held) return shift;
  const done = drivenOf(route).flatMap((code) => {
    const place = index.get(code);
    const village = place === undefined ? undefined : plan.villages[place];
    return village && place !== undefined ? [{ ...village, place }] : [];
  });
  const last = done.at(-1);
  const { stops } = timeRoute({ ...team, rest: null }, shift, done, travel, held);
  const from = Math.max(held.untilSec, stops.at(-1)?.leave ?? shift.from);
  // A rest that should have begun by then was taken.
  const rest = shift.rest && shift.rest.until >= held.untilSec ? shift.rest : null;
  return { ...shift, start: last?.place ?? shift.start, from, rest };
}

function shiftOf({ fromMin, untilMin, rest }: Team, place: number): Shift {
  return {
    start: place,
    end: place + 1,
    from: fromMin * 60,
    until: untilMin * 60,
    rest:
      rest && rest.untilMin >= fromMin
        ? { from: rest.fromMin * 60, until: rest.untilMin * 60, length: rest.lengthMin * 60 }
        : null,
  };
}

/** The solver's routes in the words of the plan; what was fixed stays fixed, and teams that are alike keep what of their routes is left. */
export function routesFound(plan: PlanSent, found: Pick<Plan, 'routes'>): PlanRoute[] {
  const codes = found.routes.map((route) => route.flatMap((at) => plan.villages[at]?.code ?? []));
  const kept = keptApart(plan, codes);
  return routesOf(plan).map((route, shift) => ({
    ...route,
    stops: [...drivenOf(route), ...(kept[shift] ?? [])],
  }));
}
