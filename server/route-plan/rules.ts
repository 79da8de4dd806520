import type { LocalDate } from '../rights/view.ts';

/** 地点 — a named point, WGS 84 degrees. */
export interface Spot {
  name: string;
  lon: number;
  lat: number;
}

/** 午休 — a pause that begins between two times of the day, taken between visits. Minutes. */
export interface Rest {
  fromMin: number;
  untilMin: number;
  lengthMin: number;
}

/** 督导组 — where a team's day begins and ends, and its working hours, in minutes after midnight. */
export interface TeamBody {
  name: string;
  start: Spot;
  end: Spot;
  fromMin: number;
  untilMin: number;
  rest: Rest | null;
}
export interface Team extends TeamBody {
  id: string;
}

/** A team that is kept for good; `base` is the hash it is known by when two people change it. */
export interface KeptTeam extends Team {
  base: string;
}

/** 必去 / 可去 / 不去. */
export const needs = ['must', 'may', 'never'] as const;
type Need = (typeof needs)[number];

/** 待访村 — what the plan knows of one village; `score` null: as the weights make it. `teams` and `dates` null: every one will do. */
export interface PlanVillage {
  code: string;
  need: Need;
  score: number | null;
  serviceMin: number;
  /** When a visit may begin, minutes after midnight; none: at any time. */
  windows: [fromMin: number, untilMin: number][];
  teams: string[] | null;
  dates: LocalDate[] | null;
}

/**
 * 一组一天 — the villages one team visits on one day, in order. The first `fixed` are driven already or put there by hand; `whole`: nothing may be added.
 * `leftMin` 晚点: the team did not leave the last of these before then (the start, when there are none), minutes after midnight; null or absent: as timed.
 */
export interface PlanRoute {
  team: string;
  on: LocalDate;
  stops: string[];
  fixed: number;
  whole: boolean;
  leftMin?: number | null | undefined;
}

/** What became of a village on the plan. */
interface Outcome {
  done: boolean;
  /** Why not; null when done. */
  reason: string | null;
}

/** 督查路线方案 — what is kept of a plan: what was asked, what the hand has fixed, the routes, and what they rest on. */
export interface PlanBody {
  title: string;
  announced: boolean;
  /** 择优: as much worth as the days hold. 全走: every village, in the least time. */
  goal: 'worth' | 'all';
  dates: LocalDate[];
  teams: Team[];
  villages: PlanVillage[];
  routes: PlanRoute[];
  seed: number;
  /** Where travel times came from and the hash of their matrix; null before the first search. */
  travel: { source: TravelSource; hash: string } | null;
  /** Issued to the teams: visits were planned from it. */
  published: boolean;
  /** By village: the planned visit, and what became of it. */
  visits: Record<string, { visit: string; outcome: Outcome | null }>;
}

/** 路网 / 路线服务 / 直线估算. */
export const travelSources = ['roads', 'service', 'estimated'] as const;
export type TravelSource = (typeof travelSources)[number];

/** 工作一天 — every team on each of its days, in the order of dates and then of teams. */
export function shiftsOf({ dates, teams }: Pick<PlanBody, 'dates' | 'teams'>): { team: Team; on: LocalDate }[] {
  return dates.flatMap((on) => teams.map((team) => ({ team, on })));
}

/** The routes of a plan, one for every shift: those it has, and empty ones. */
export function routesOf(plan: Pick<PlanBody, 'dates' | 'teams' | 'routes'>): PlanRoute[] {
  return shiftsOf(plan).map(
    ({ team, on }) =>
      plan.routes.find((route) => route.team === team.id && route.on === on) ?? {
        team: team.id,
        on,
        stops: [],
        fixed: 0,
        whole: false,
      },
  );
}

/** Whether a village may be visited by a team on a day. */
export function mayTake({ teams, dates, need }: PlanVillage, team: string, on: LocalDate): boolean {
  return need !== 'never' && (teams === null || teams.includes(team)) && (dates === null || dates.includes(on));
}

/** 时刻 — minutes after midnight as 08:30; over midnight 24:10. */
export function clockText(minutes: number): string {
  const whole = Math.round(minutes);
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}

/** 时长 — seconds as whole hours and minutes, rounded to the nearest minute before they are split: the minutes are 0 to 59. */
export function hoursAndMinutes(seconds: number): { h: number; m: number } {
  const minutes = wholeMinutes(seconds);
  return { h: Math.floor(minutes / 60), m: minutes % 60 };
}

/** 时长 — seconds as minutes, to the nearest. */
export const wholeMinutes = (seconds: number): number => Math.round(seconds / 60);

/** Minutes after midnight of 8:30 or 08:30; null when it is no time of a day. */
export function minutesOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2})[:：](\d{2})$/.exec(text.trim()) ?? [];
  const found = Number(hours) * 60 + Number(minutes);
  return Number.isFinite(found) && Number(minutes) < 60 && found <= 24 * 60 ? found : null;
}
