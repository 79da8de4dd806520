import { daysBetween, isOtherCentury } from '../calendar/rules.ts';
import type { LocalDate } from '../rights/view.ts';
import { doneDayFaults, type Fault, isRealDay, textFaults } from '../save/rules.ts';

/** 省 / 市 / 县 / 镇 — whose visit it is. */
export const visitLevels = ['province', 'city', 'county', 'town'] as const;
export type VisitLevel = (typeof visitLevels)[number];

/** 发现问题 as text; `closedOn` null while open. */
export interface Finding {
  text: string;
  closedOn: LocalDate | null;
}

/** 督查 — one visit and the villages on it. `announced` false: 暗访. A planned one has not happened yet. */
export interface Visit {
  id: string;
  number: string;
  occurredOn: LocalDate;
  state: 'planned' | 'made';
  level: VisitLevel;
  announced: boolean;
  team: string | null;
  leaderId: string | null;
  /** `formerly`: the names of places since merged into this one, where it was those that were visited. */
  places: { areaId: string; findings: Finding[]; formerly?: string[] }[];
  reportedOn: LocalDate;
  since: number;
}

/** 联系包抓 — a county leader and a town, for a span of days. */
export interface Linkage {
  id: string;
  leaderId: string;
  townId: string;
  fromOn: LocalDate;
  toOn: LocalDate | null;
}

/** The newest visit made by the day; null when nobody has been there. `visits` in any order. */
export function lastVisit(visits: Visit[], on: LocalDate): Visit | null {
  return visits.reduce<Visit | null>(
    (last, visit) => (isMade(visit, on) && visit.occurredOn > (last?.occurredOn ?? '') ? visit : last),
    null,
  );
}

/** Whether a visit has taken place by the day. */
export function isMade({ state, occurredOn }: Visit, on: LocalDate): boolean {
  return state === 'made' && occurredOn <= on;
}

export interface CoverageLimits {
  visitFreshDays: number;
  visitDueDays: number;
  visitWindowDays: number;
}
export type CoverageState = 'fresh' | 'due' | 'window' | 'older' | 'never';

/** 督查覆盖 — by whole days since the last visit made, each limit included. */
export function coverageOf(visits: Visit[], on: LocalDate, limits: CoverageLimits): CoverageState {
  const last = lastVisit(visits, on);
  if (last === null) return 'never';
  const within = (days: number) => isWithinDays(last.occurredOn, on, days);
  if (within(limits.visitFreshDays)) return 'fresh';
  if (within(limits.visitDueDays)) return 'due';
  return within(limits.visitWindowDays) ? 'window' : 'older';
}

/** n天内 — whether a day lies at most so many whole days before `on`: day n itself is inside, as 以内 includes the number. The one window rule. */
function isWithinDays(day: LocalDate, on: LocalDate, days: number): boolean {
  const ago = daysBetween(day, on);
  return ago >= 0 && ago <= days;
}

/** Visits made in the window of so many days up to the day. */
export function visitsWithin(visits: Visit[], on: LocalDate, days: number): Visit[] {
  return visits.filter((visit) => isMade(visit, on) && isWithinDays(visit.occurredOn, on, days));
}

/** 未销号问题 — findings of one place still open on the day. */
export function openFindings(visits: Visit[], areaId: string, on: LocalDate): Finding[] {
  return visits
    .filter((visit) => isMade(visit, on))
    .flatMap(({ places }) => places.filter((place) => place.areaId === areaId))
    .flatMap(({ findings }) => findings.filter(({ closedOn }) => closedOn === null || closedOn > on));
}

/** What a form says of a visit; villages in the order of the form. */
export interface VisitFilled {
  state: Visit['state'];
  occurredOn: LocalDate;
  announced: boolean;
  team: string | null;
  places: { findings: Finding[] }[];
}

/**
 * 督查填报检查 — what is wrong with a visit as filled in on the day `today`: a plan lies ahead, has villages and no findings, and names the team when it
 * is unannounced; one made is not to come, and its findings have words and are closed after it.
 */
export function visitFaults({ state, occurredOn, announced, team, places }: VisitFilled, today: LocalDate): Fault[] {
  const planned = state === 'planned';
  const faults: Fault[] = planned ? [] : doneDayFaults('occurredOn', occurredOn, today);
  if (planned && !isRealDay(occurredOn)) faults.push({ field: 'occurredOn', code: 'day-not-real' });
  if (isRealDay(occurredOn) && isOtherCentury(occurredOn, today))
    return [{ field: 'occurredOn', code: 'other-century', value: today }];
  if (planned && isRealDay(occurredOn) && occurredOn < today)
    faults.push({ field: 'occurredOn', code: 'day-past', value: today });
  faults.push(...textFaults('team', team, 60, planned && !announced));
  if (places.length === 0) faults.push({ field: 'places', code: 'missing' });
  return [
    ...faults,
    ...places.flatMap(({ findings }, at) =>
      findings.flatMap((finding, n): Fault[] => {
        const field = `places.${at}.findings.${n}`;
        if (planned) return [{ field: `${field}.text`, code: 'findings-early' }];
        return [
          ...textFaults(`${field}.text`, finding.text, 500, true),
          ...doneDayFaults(`${field}.closedOn`, finding.closedOn, today, occurredOn),
        ];
      }),
    ),
  ];
}

/** `closed` is what one sends to close every open finding of a visit made; `withdrawn` to take a plan back. Answers have `planned` or `made`. */
export const visitMoves = ['planned', 'made', 'closed', 'withdrawn'] as const;
export type VisitMove = (typeof visitMoves)[number];
