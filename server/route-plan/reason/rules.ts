import { mayTake, type PlanRoute, type PlanVillage, type Team } from '../rules.ts';
import { type Ends, type TimedRoute, type TimedVillage, type Travel, timeRoute } from '../timing/rules.ts';

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
 * `day-short`: the best place for it makes the day so many seconds too long; `window-closed`: it would be reached so late; `worth-less`: it
 * fits only in place of what is worth more.
 */
export type Reason =
  | { is: 'never' }
  | { is: 'unreachable' }
  | { is: 'not-allowed' }
  | { is: 'fixed' }
  | { is: 'fits'; shift: number; at: number; addsSec: number }
  | { is: 'day-short'; shift: number; at: number; bySec: number }
  | { is: 'window-closed'; shift: number; at: number; bySec: number };

/** 最省的换法 — take these out of one route and it fits; `lost` is what they are worth. */
export interface Swap {
  shift: number;
  at: number;
  out: string[];
  lost: number;
  addsSec: number;
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
  timed: TimedRoute;
  /** Seconds it breaks more than the route does now; how much later the team is back; how much longer it drives. */
  late: number;
  later: number;
  addsSec: number;
}

/** Why a village is left out, and the cheapest exchange that would bring it in (one or two neighbouring villages of one route; null when none does). */
export function weighLeftOut(
  left: LeftOut,
  shifts: readonly WeighedShift[],
  scoreOf: (code: string) => number,
  travel: Travel,
): Weighed {
  const { village, timed, score } = left;
  const found = (reason: Reason, swap: Swap | null = null): Weighed => ({ code: village.code, score, reason, swap });
  if (village.need === 'never') return found({ is: 'never' });
  const allowed = shifts.flatMap(({ team, route }, at) => (mayTake(village, team.id, route.on) ? [at] : []));
  if (allowed.length === 0) return found({ is: 'not-allowed' });
  const reached = allowed.filter((at) => {
    const { ends } = shifts[at] as WeighedShift;
    return travel(ends.start, timed.place) < 1e9 && travel(timed.place, ends.end) < 1e9;
  });
  if (reached.length === 0) return found({ is: 'unreachable' });
  const open = reached.filter((at) => !shifts[at]?.route.whole);
  if (open.length === 0) return found({ is: 'fixed' });
  const best = bestTrial(open, shifts, timed, travel);
  if (best === null) return found({ is: 'fixed' });
  const reason = reasonOf(best);
  return found(reason, reason.is === 'fits' ? null : bestSwap(open, shifts, { left, scoreOf, travel }));
}

function bestTrial(
  open: number[],
  shifts: readonly WeighedShift[],
  village: TimedVillage,
  travel: Travel,
): Trial | null {
  let best: Trial | null = null;
  for (const shift of open) {
    const { team, ends, stops, route } = shifts[shift] as WeighedShift;
    const now = timeRoute(team, ends, stops, travel);
    for (let at = route.fixed; at <= stops.length; at++) {
      const timed = timeRoute(team, ends, stops.toSpliced(at, 0, village), travel);
      const [late, later] = [Math.max(0, timed.lateSec - now.lateSec), timed.back - now.back];
      if (best === null || late < best.late || (late === best.late && later < best.later))
        best = { shift, at, timed, late, later, addsSec: timed.driveSec - now.driveSec };
    }
  }
  return best;
}

function reasonOf({ shift, at, timed, late, addsSec }: Trial): Reason {
  if (late === 0) return { is: 'fits', shift, at, addsSec };
  if (timed.violations.some(({ is }) => is === 'no-road')) return { is: 'unreachable' };
  const stopped = timed.violations.find((one) => one.is === 'window-closed' && one.at >= at);
  if (stopped?.is === 'window-closed') return { is: 'window-closed', shift, at, bySec: stopped.bySec };
  return { is: 'day-short', shift, at, bySec: late };
}

interface Weighing {
  left: LeftOut;
  scoreOf: (code: string) => number;
  travel: Travel;
}

/** The exchange that loses least, then drives least: one village out, or two that follow each other. */
function bestSwap(open: number[], shifts: readonly WeighedShift[], { left, scoreOf, travel }: Weighing): Swap | null {
  let best: Swap | null = null;
  for (const shift of open) {
    const { team, ends, stops, route } = shifts[shift] as WeighedShift;
    const now = timeRoute(team, ends, stops, travel);
    for (const count of [1, 2])
      for (let from = route.fixed; from + count <= stops.length; from++) {
        const out = stops.slice(from, from + count);
        const lost = out.reduce((sum, { code }) => sum + scoreOf(code), 0);
        if (best !== null && lost > best.lost) continue;
        const rest = stops.toSpliced(from, count);
        for (let at = route.fixed; at <= rest.length; at++) {
          const timed = timeRoute(team, ends, rest.toSpliced(at, 0, left.timed), travel);
          if (timed.lateSec > now.lateSec) continue;
          const addsSec = timed.driveSec - now.driveSec;
          if (best === null || lost < best.lost || (lost === best.lost && addsSec < best.addsSec))
            best = { shift, at, out: out.map(({ code }) => code), lost, addsSec };
        }
      }
  }
  return best;
}

/** 所得与所费 — what a village on a route gives, and the seconds of travel its route would save without it. */
export function costOf(shift: WeighedShift, at: number, travel: Travel): number {
  const { team, ends, stops } = shift;
  const now = timeRoute(team, ends, stops, travel);
  const without = timeRoute(team, ends, stops.toSpliced(at, 1), travel);
  return now.driveSec - without.driveSec;
}
