import { daysAfter } from '../../server/calendar/rules.ts';
import type { ChoicesAnswer, ChoiceVillage } from '../../server/route-plan/answer.ts';
import type { LeftOut, WeighedShift } from '../../server/route-plan/reason/rules.ts';
import {
  type KeptTeam,
  mayTake,
  type PlanBody,
  type PlanRoute,
  type PlanVillage,
  routesOf,
  shiftsOf,
  type Team,
} from '../../server/route-plan/rules.ts';
import {
  heldOf,
  type TimedRoute,
  type TimedVillage,
  type Travel,
  timeRoute,
  type Violation,
} from '../../server/route-plan/timing/rules.ts';

/** A plan as it is worked on: what a person sends. */
export type PlanDraft = Omit<PlanBody, 'published' | 'visits'>;

/** A shift with its route timed. */
export interface TimedShift extends WeighedShift {
  colour: string;
  timed: TimedRoute;
}

/** Distinct by hue and by lightness, on both maps and in print. */
export const teamColours = ['#1f77c8', '#c2410c', '#15803d', '#9333ea', '#b91c5c', '#0e7490', '#a16207', '#4f46e5'];

/** The village of each code a plan may take. */
export const villagesByCode = ({ villages }: ChoicesAnswer) =>
  new Map(villages.map((village) => [village.code, village]));

/** A plan of tomorrow for the teams there are, every village one that may be taken. */
export function newDraft(
  { villages, teams, proposed, today }: ChoicesAnswer,
  title: string,
  tomorrow: string,
): PlanDraft {
  const used = (teams.length > 0 ? teams.map(plainTeam) : proposed).slice(0, 3);
  return {
    title,
    announced: true,
    goal: 'worth',
    dates: [tomorrow > today ? tomorrow : today],
    teams: used,
    villages: villages.map((village) => mayVisit(village)),
    routes: [],
    seed: 0,
    travel: null,
  };
}

/** A kept team as a plan takes it. */
export const plainTeam = ({ base: _base, ...team }: KeptTeam): Team => team;

/** What each village of a draft is worth: as a person set it, else by the weights. */
export function worthIn({ villages }: PlanDraft, byCode: Map<string, ChoiceVillage>): (code: string) => number {
  const own = new Map(villages.map(({ code, score }) => [code, score]));
  return (code) => own.get(code) ?? byCode.get(code)?.score ?? 0;
}

/** A village a plan may take, nothing about it fixed. */
export const mayVisit = ({ code, serviceMin }: ChoiceVillage): PlanVillage => ({
  ...{ code, serviceMin, need: 'may', score: null, windows: [], teams: null, dates: null },
});

/** Points whose travel times a draft needs: its villages, then start and end of each team. */
export function pointsOf({ villages, teams }: PlanDraft, byCode: Map<string, ChoiceVillage>): [number, number][] {
  return [
    ...villages.map(({ code }): [number, number] => byCode.get(code)?.at ?? [0, 0]),
    ...teams.flatMap(({ start, end }): [number, number][] => [
      [start.lon, start.lat],
      [end.lon, end.lat],
    ]),
  ];
}

/** Travel times as the server sends them. */
export function travelOf(base64: string, places: number): Travel {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const seconds = new Float32Array(bytes.buffer);
  return (from, to) => seconds[from * places + to] ?? Number.POSITIVE_INFINITY;
}

/** Every route of a draft timed, in the order of its days and teams. */
export function timedShifts(draft: PlanDraft, travel: Travel): TimedShift[] {
  const timed = timedVillages(draft);
  const shifts = shiftsOf(draft);
  return routesOf(draft).map((route, at) => {
    const team = (shifts[at] as (typeof shifts)[number]).team;
    const place = draft.villages.length + 2 * draft.teams.indexOf(team);
    const ends = { start: place, end: place + 1 };
    const stops = route.stops.flatMap((code) => timed.get(code) ?? []);
    const colour = teamColours[draft.teams.indexOf(team) % teamColours.length] as string;
    const found = timeRoute(team, ends, stops, travel, heldOf(route));
    return {
      team,
      ends,
      route,
      stops,
      colour,
      timed: { ...found, violations: [...found.violations, ...against(draft, route)] },
    };
  });
}

/** Where a hand put what the plan itself says is not to go there. */
function against({ villages }: PlanDraft, { team, on, stops }: PlanRoute): Violation[] {
  const known = new Map(villages.map((village) => [village.code, village]));
  return stops.flatMap((code, at): Violation[] => {
    const village = known.get(code);
    return village && !mayTake(village, team, on) ? [{ is: 'not-allowed', at }] : [];
  });
}

function timedVillages({ villages }: PlanDraft): Map<string, TimedVillage> {
  return new Map(villages.map(({ code, serviceMin, windows }, place) => [code, { code, place, serviceMin, windows }]));
}

/** Villages in no route, the most worth first. */
export function leftOut(draft: PlanDraft, scoreOf: (code: string) => number): LeftOut[] {
  const placed = new Set(draft.routes.flatMap(({ stops }) => stops));
  const timed = timedVillages(draft);
  return draft.villages
    .filter(({ code }) => !placed.has(code))
    .map((village) => ({ village, timed: timed.get(village.code) as TimedVillage, score: scoreOf(village.code) }))
    .sort((a, b) => b.score - a.score);
}

/** A draft with one route changed. */
export function withRoute(
  draft: PlanDraft,
  key: Pick<PlanRoute, 'team' | 'on'>,
  change: (route: PlanRoute) => PlanRoute,
): PlanDraft {
  return {
    ...draft,
    routes: routesOf(draft).map((route) => (route.team === key.team && route.on === key.on ? change(route) : route)),
  };
}

/** A village taken from wherever it is and put into a route at a place; `null`: into none. */
export function moved(
  draft: PlanDraft,
  code: string,
  to: (Pick<PlanRoute, 'team' | 'on'> & { at: number }) | null,
): PlanDraft {
  const without = routesOf(draft).map((route) => {
    const at = route.stops.indexOf(code);
    if (at < 0) return route;
    const stops = route.stops.toSpliced(at, 1);
    // What was said of the way driven no longer holds of another way.
    return at < route.fixed ? { ...route, stops, fixed: route.fixed - 1, leftMin: null } : { ...route, stops };
  });
  const routes = { ...draft, routes: without };
  return to === null
    ? routes
    : withRoute(routes, to, (route) => {
        const stops = route.stops.toSpliced(to.at, 0, code);
        // Put among what is locked, it is locked as well, and none of the others comes loose.
        return to.at < route.fixed ? { ...route, stops, fixed: route.fixed + 1, leftMin: null } : { ...route, stops };
      });
}

/** A village dropped on a place of a route; of its own route there is one place less. */
export function droppedAt(draft: PlanDraft, code: string, key: Pick<PlanRoute, 'team' | 'on'>, at: number): PlanDraft {
  const route = routesOf(draft).find(({ team, on }) => team === key.team && on === key.on);
  const others = route?.stops.filter((one) => one !== code).length ?? 0;
  return moved(draft, code, { ...key, at: Math.min(at, others) });
}

/** The number, from 1, a village would have behind the last stop of a route. */
export const afterLast = (stops: string[], code: string | null): number =>
  stops.filter((one) => one !== code).length + 1;

/** 晚点 — a draft whose team left its last locked stop at a time, minutes after midnight; null: it is not late. */
export const withLeft = (draft: PlanDraft, key: Pick<PlanRoute, 'team' | 'on'>, leftMin: number | null): PlanDraft =>
  withRoute(draft, key, (route) => ({ ...route, leftMin }));

/** A draft in which only one route may change: the others are locked as a whole. */
export const onlyRoute = (draft: PlanDraft, key: Pick<PlanRoute, 'team' | 'on'>): PlanDraft => ({
  ...draft,
  routes: routesOf(draft).map((route) =>
    route.team === key.team && route.on === key.on ? { ...route, whole: false } : { ...route, whole: true },
  ),
});

/** Routes found, with a draft's own word on which of them are locked as a whole. */
export function foundIn(draft: PlanDraft, routes: PlanRoute[]): PlanRoute[] {
  const whole = new Map(routesOf(draft).map((route) => [`${route.team} ${route.on}`, route.whole]));
  return routes.map((route) => ({ ...route, whole: whole.get(`${route.team} ${route.on}`) ?? route.whole }));
}

/** A draft with one village changed. */
export const withVillage = (draft: PlanDraft, code: string, change: Partial<PlanVillage>): PlanDraft => ({
  ...draft,
  villages: draft.villages.map((village) => (village.code === code ? { ...village, ...change } : village)),
});

/** A draft in which villages are musts, also those it did not speak of yet. */
export function withMusts(draft: PlanDraft, codes: string[], byCode: Map<string, ChoiceVillage>): PlanDraft {
  const known = new Set(draft.villages.map(({ code }) => code));
  const musts = new Set(codes);
  const more = codes.flatMap((code) => (known.has(code) ? [] : (byCode.get(code) ?? [])));
  return {
    ...draft,
    villages: [...draft.villages, ...more.map(mayVisit)].map((one) =>
      musts.has(one.code) ? { ...one, need: 'must' } : one,
    ),
  };
}

/** So many days from a first one on; at least one, at most a fortnight. */
export function daysFrom(first: string, count: number): string[] {
  if (Number.isNaN(Date.parse(first))) return [first];
  const days = Math.min(14, Math.max(1, Math.round(count) || 1));
  return Array.from({ length: days }, (_, at) => daysAfter(first, at));
}

/** A draft in which a team goes by another id. */
export function withTeamId(draft: PlanDraft, from: string, to: string): PlanDraft {
  const named = (id: string) => (id === from ? to : id);
  return {
    ...draft,
    teams: draft.teams.map((team) => ({ ...team, id: named(team.id) })),
    routes: draft.routes.map((route) => ({ ...route, team: named(route.team) })),
    villages: draft.villages.map((village) => ({ ...village, teams: village.teams?.map(named) ?? null })),
  };
}

/** A draft of other days: what was on the first day is on the new first, and so on; what has no day any more is on no route. */
export function withDates(draft: PlanDraft, dates: string[]): PlanDraft {
  const now = (on: string) => dates[draft.dates.indexOf(on)];
  const kept = (list: string[] | null) => {
    const found = list?.flatMap((on) => now(on) ?? []) ?? [];
    return found.length === 0 ? null : found;
  };
  return {
    ...draft,
    dates,
    routes: draft.routes.flatMap((route) => {
      const on = now(route.on);
      return on ? [{ ...route, on }] : [];
    }),
    villages: draft.villages.map((village) => ({ ...village, dates: kept(village.dates) })),
  };
}

/** A draft with a team put in or left out, its routes and what was said of it with it. */
export function withTeam(draft: PlanDraft, team: Team, used: boolean): PlanDraft {
  if (used) return { ...draft, teams: [...draft.teams, team] };
  const others = (list: string[] | null) => {
    const found = list?.filter((id) => id !== team.id) ?? [];
    return found.length === 0 ? null : found;
  };
  return {
    ...draft,
    teams: draft.teams.filter(({ id }) => id !== team.id),
    routes: draft.routes.filter((route) => route.team !== team.id),
    villages: draft.villages.map((village) => ({ ...village, teams: others(village.teams) })),
  };
}
