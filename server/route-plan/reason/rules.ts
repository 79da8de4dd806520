import { mayTake, type PlanRoute, type PlanVillage, type Team } from '../rules.ts';
import { type Ends, heldOf, type TimedRoute, type TimedVillage, type Travel, timeRoute } from '../timing/rules.ts';

/** A shift as reasons weigh it: its team and ends, its route and the villages on it. */
export interface WeighedShift {
  team: Team;
  ends: Ends;
  route: PlanRoute;
  stops: TimedVillage[];
}

/** A village that is in no route, with what it is worth. */
export interface LeftOut {
  village: PlanVillage;
  timed: TimedVillage;
  score: number;
}

/**
 * 未选原因 — facts of the plan found, no proof that no better one exists. `fits`: it could be put in as it is (added by hand, or the search stopped early);
 * `day-short`: the best place for it brings the team back so much later than its hours; `window-closed`: with it the village `code`, itself or one after it, is
 * reached so long after it closes; `rest-late`: the rest would begin so late.
 */
export type Reason =
  | { is: 'never' }
  | { is: 'unreachable' }
  | { is: 'not-allowed' }
  | { is: 'fixed' }
  | { is: 'fits'; shift: number; at: number; addsSec: number }
  | { is: 'day-short' | 'rest-late'; shift: number; at: number; bySec: number }
  | { is: 'window-closed'; shift: number; at: number; bySec: number; code: string };

/** 最省的换法 — take these out of one route and it fits; `lost` is what they are worth: more than the village, then that is why it is left out. */
interface Swap {
  shift: number;
  at: number;
  out: string[];
  lost: number;
  addsSec: number;
}

/** What reasons are found in: the shifts with their routes, what each village is worth, which may be given up for another, and the travel times. */
export interface Weighing {
  shifts: readonly WeighedShift[];
  scoreOf(code: string): number;
  /** Musts may not. */
  mayLeave(code: string): boolean;
  travel: Travel;
}

export interface Weighed {
  code: string;
  score: number;
  reason: Reason;
  swap: Swap | null;
}

interface Trial {
  shift: number;
  at: number;
  /** The route as it is, and with the village. */
  now: TimedRoute;
  timed: TimedRoute;
  /** Seconds it breaks more than the route does now; how much later the team is back; how much longer it drives. */
  late: number;
  later: number;
  addsSec: number;
}

/** Why a village is left out, and the cheapest exchange that would bring it in (one or two neighbouring villages of one route; null when none does). */
export function weighLeftOut(left: LeftOut, weighing: Weighing): Weighed {
  const { village, timed, score } = left;
  const { shifts, travel } = weighing;
  const found = (reason: Reason, swap: Swap | null = null): Weighed => ({ code: village.code, score, reason, swap });
  if (village.need === 'never') return found({ is: 'never' });
  const allowed = shifts.flatMap(({ team, route }, at) => (mayTake(village, team.id, route.on) ? [at] : []));
  if (allowed.length === 0) return found({ is: 'not-allowed' });
  const reached = allowed.filter((at) => {
    const { ends } = shifts[at] as WeighedShift;
    return Number.isFinite(travel(ends.start, timed.place)) && Number.isFinite(travel(timed.place, ends.end));
  });
  if (reached.length === 0) return found({ is: 'unreachable' });
  const open = reached.filter((at) => !shifts[at]?.route.whole);
  if (open.length === 0) return found({ is: 'fixed' });
  const best = bestTrial(open, shifts, timed, travel);
  if (best === null) return found({ is: 'fixed' });
  const reason = reasonOf(best, timed, weighing);
  return found(reason, reason.is === 'fits' ? null : bestSwap(open, left, weighing));
}

const timeOf = ({ team, ends, route }: WeighedShift, stops: readonly TimedVillage[], travel: Travel) =>
  timeRoute(team, ends, stops, travel, heldOf(route));

function bestTrial(
  open: number[],
  shifts: readonly WeighedShift[],
  village: TimedVillage,
  travel: Travel,
): Trial | null {
  let best: Trial | null = null;
  for (const shift of open) {
    const own = shifts[shift] as WeighedShift;
    const now = timeOf(own, own.stops, travel);
    for (let at = own.route.fixed; at <= own.stops.length; at++) {
      const timed = timeOf(own, own.stops.toSpliced(at, 0, village), travel);
      const [late, later] = [Math.max(0, timed.lateSec - now.lateSec), timed.back - now.back];
      if (best === null || late < best.late || (late === best.late && later < best.later))
        best = { shift, at, now, timed, late, later, addsSec: timed.driveSec - now.driveSec };
    }
  }
  return best;
}

function reasonOf({ shift, at, now, timed, late, addsSec }: Trial, village: TimedVillage, weighing: Weighing): Reason {
  if (late === 0) return { is: 'fits', shift, at, addsSec };
  const { ends, stops } = weighing.shifts[shift] as WeighedShift;
  const [before, after] = [stops[at - 1]?.place ?? ends.start, stops[at]?.place ?? ends.end];
  const ways = [weighing.travel(before, village.place), weighing.travel(village.place, after)];
  if (!ways.every(Number.isFinite)) return { is: 'unreachable' };
  const was = lateness(now);
  for (const [key, bySec] of lateness(timed)) {
    const more = bySec - (was.get(key) ?? 0);
    if (more <= 0) continue;
    if (key === 'back') return { is: 'day-short', shift, at, bySec: more };
    if (key === 'rest') return { is: 'rest-late', shift, at, bySec: more };
    return { is: 'window-closed', shift, at, bySec, code: key.slice(1) };
  }
  return { is: 'day-short', shift, at, bySec: late };
}

/** By what a route is late, in seconds: `@` and the code where a window is closed, in the order of the stops; then the rest, then the way back. */
function lateness({ violations, stops }: TimedRoute): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of violations) if (one.is === 'window-closed') found.set(`@${stops[one.at]?.code}`, one.bySec);
  for (const one of violations)
    if (one.is === 'rest-late' || one.is === 'back-late')
      found.set(one.is === 'rest-late' ? 'rest' : 'back', one.bySec);
  return found;
}

/** The exchange that loses least, then drives least: one village out, or two that follow each other. */
function bestSwap(open: number[], { timed: village }: LeftOut, weighing: Weighing): Swap | null {
  const { shifts, scoreOf, mayLeave, travel } = weighing;
  let best: Swap | null = null;
  for (const shift of open) {
    const own = shifts[shift] as WeighedShift;
    const { stops, route } = own;
    const now = timeOf(own, stops, travel);
    for (const count of [1, 2])
      for (let from = route.fixed; from + count <= stops.length; from++) {
        const out = stops.slice(from, from + count).map(({ code }) => code);
        const lost = out.reduce((sum, code) => sum + scoreOf(code), 0);
        if (!out.every(mayLeave) || (best !== null && lost > best.lost)) continue;
        const rest = stops.toSpliced(from, count);
        for (let at = route.fixed; at <= rest.length; at++) {
          const timed = timeOf(own, rest.toSpliced(at, 0, village), travel);
          if (timed.lateSec > now.lateSec) continue;
          const addsSec = timed.driveSec - now.driveSec;
          if (best === null || lost < best.lost || (lost === best.lost && addsSec < best.addsSec))
            best = { shift, at, out, lost, addsSec };
        }
      }
  }
  return best;
}

/** 所费 — the seconds of driving a route would save without one of its villages; null where no road leads there or past it. */
export function costOf(shift: WeighedShift, at: number, travel: Travel): number | null {
  const routes = [shift.stops, shift.stops.toSpliced(at, 1)].map((stops) => timeOf(shift, stops, travel));
  if (routes.some(({ violations }) => violations.some(({ is }) => is === 'no-road'))) return null;
  const [now, without] = routes as [TimedRoute, TimedRoute];
  return now.driveSec - without.driveSec;
}
