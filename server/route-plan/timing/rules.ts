import type { PlanRoute, PlanVillage, Team } from '../rules.ts';

/** Seconds from one place of a plan to another by their index; `Infinity` where there is no way. */
export type Travel = (from: number, to: number) => number;

/** A stop of a route with what timing needs of it; `place` is its index in the travel times. */
export interface TimedVillage extends Pick<PlanVillage, 'serviceMin' | 'windows'> {
  code: string;
  place: number;
}

/** 违反 — what of a route does not hold: how many seconds too late, and at which stop (−1: the end). `not-allowed`: put there by hand, against its team, its day or a never. */
export type Violation =
  | { is: 'window-closed'; at: number; bySec: number }
  | { is: 'back-late'; at: -1; bySec: number }
  | { is: 'no-road'; at: number }
  | { is: 'not-allowed'; at: number }
  | { is: 'rest-late'; at: number; bySec: number };

/** One stop with its instants, in seconds after midnight. `driveSec` is the way to it. */
interface TimedStop {
  code: string;
  driveSec: number;
  arrive: number;
  begin: number;
  leave: number;
}

/** 一条路线的时刻 — exact; nothing is repaired, what does not hold is named. `restAfter`: the rest comes after so many stops. */
export interface TimedRoute {
  leave: number;
  stops: TimedStop[];
  rest: { after: number; begin: number; end: number } | null;
  backSec: number;
  back: number;
  driveSec: number;
  waitSec: number;
  visitSec: number;
  /** Seconds the route breaks its hours and windows by, all together. */
  lateSec: number;
  violations: Violation[];
}

/** Between which places of the travel times a team's day lies. */
export interface Ends {
  start: number;
  end: number;
}

/** 晚点 — the team did not leave its stop number `after` (0: the start) before an instant, in seconds after midnight. */
export interface Held {
  after: number;
  untilSec: number;
}

/** How a route is held by what its team said of the day so far; null when nothing was. */
export const heldOf = ({ fixed, leftMin }: Pick<PlanRoute, 'fixed' | 'leftMin'>): Held | null =>
  leftMin === null || leftMin === undefined ? null : { after: fixed, untilSec: leftMin * 60 };

/**
 * 重新计时 — times a route in the order given. A team leaves as late as its first visit allows; the rest is taken at the first place between
 * visits that costs least, or after the day for who is back before the rest must begin. An empty route leaves and is back at once. A rest that should
 * have begun before the day does is none; of a team that is late it was taken by then, or comes after.
 */
export function timeRoute(
  team: Team,
  ends: Ends,
  stops: readonly TimedVillage[],
  travel: Travel,
  held: Held | null = null,
): TimedRoute {
  const way: Way = { team, ends, stops, travel, held };
  const { rest } = team;
  const begun = Math.max(team.fromMin * 60, held?.untilSec ?? 0);
  if (rest === null || stops.length === 0 || rest.untilMin * 60 < begun) return timeWith(way, nowhere);
  const untimed = timeWith(way, nowhere);
  if (untimed.back <= rest.untilMin * 60) return untimed;
  let best: TimedRoute | null = null;
  for (let after = held?.after ?? 0; after <= stops.length; after++) {
    const timed = timeWith(way, after);
    if (best === null || timed.lateSec < best.lateSec || (timed.lateSec === best.lateSec && timed.back < best.back))
      best = timed;
  }
  return best ?? untimed;
}

interface Way {
  team: Team;
  ends: Ends;
  stops: readonly TimedVillage[];
  travel: Travel;
  held: Held | null;
}
const nowhere = -1;
const never = Number.POSITIVE_INFINITY;

/** The first instant a visit may begin at or after another; null when every window is over. */
function beginOf(windows: PlanVillage['windows'], at: number): number | null {
  if (windows.length === 0) return at;
  for (const [from, until] of windows) if (at <= until * 60) return Math.max(at, from * 60);
  return null;
}

function timeWith({ team, ends: { start, end }, stops, travel, held }: Way, restAfter: number): TimedRoute {
  const from = team.fromMin * 60;
  const timed: TimedRoute = {
    ...{ leave: from, stops: [], rest: null, backSec: 0, back: from, driveSec: 0, waitSec: 0, visitSec: 0 },
    ...{ lateSec: 0, violations: [] },
  };
  if (stops.length === 0) return timed;
  let at = from;
  let place = start;
  const rest = (after: number) => {
    if (restAfter !== after || team.rest === null) return;
    const begin = Math.max(at, team.rest.fromMin * 60);
    const bySec = begin - team.rest.untilMin * 60;
    if (bySec > 0) broken(timed, { is: 'rest-late', at: after, bySec });
    timed.waitSec += begin - at;
    at = begin + team.rest.lengthMin * 60;
    timed.rest = { after, begin, end: at };
  };
  const hold = (after: number) => {
    if (held?.after !== after || at >= held.untilSec) return;
    if (after === 0) timed.leave = held.untilSec;
    else timed.waitSec += held.untilSec - at;
    at = held.untilSec;
  };
  hold(0);
  rest(0);
  for (const [index, { code, place: next, serviceMin, windows }] of stops.entries()) {
    const driveSec = wayOf(timed, travel(place, next), index);
    const arrive = at + driveSec;
    const begin = beginOf(windows, arrive);
    const closes = (windows.at(-1)?.[1] ?? 0) * 60;
    if (begin === null) broken(timed, { is: 'window-closed', at: index, bySec: arrive - closes });
    const begun = begin ?? arrive;
    // Nobody waits before a closed door in the morning: the team leaves later.
    const spared = index === 0 && restAfter !== 0 ? begun - arrive : 0;
    timed.leave += spared;
    timed.waitSec += begun - arrive - spared;
    timed.driveSec += driveSec;
    timed.visitSec += serviceMin * 60;
    at = begun + serviceMin * 60;
    timed.stops.push({ code, driveSec, arrive: arrive + spared, begin: begun, leave: at });
    place = next;
    hold(index + 1);
    rest(index + 1);
  }
  timed.backSec = wayOf(timed, travel(place, end), -1);
  timed.driveSec += timed.backSec;
  timed.back = at + timed.backSec;
  const bySec = timed.back - team.untilMin * 60;
  if (bySec > 0) broken(timed, { is: 'back-late', at: -1, bySec });
  return timed;
}

/** A leg without a road is named, and timed as if it took no time: every later instant is then a lower bound. */
function wayOf(timed: TimedRoute, seconds: number, at: number): number {
  if (seconds < never) return seconds;
  timed.violations.push({ is: 'no-road', at });
  timed.lateSec += 86_400;
  return 0;
}

function broken(timed: TimedRoute, violation: Extract<Violation, { bySec: number }>): void {
  timed.violations.push(violation);
  timed.lateSec += violation.bySec;
}
