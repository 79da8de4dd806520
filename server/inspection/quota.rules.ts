import { daysBetween } from '../calendar/rules.ts';
import type { LocalDate } from '../rights/view.ts';
import { isMade, type Linkage, type Visit } from './rules.ts';

/**
 * 包抓领导 of a town on a day, of all its linkages: the one begun last. A linkage holds from its first day to its last; where the next begins on that
 * last day, the day is the next one's.
 */
export function linkageOn(linkages: readonly Linkage[], on: LocalDate): Linkage | null {
  return linkages.reduce<Linkage | null>((held, one) => {
    const holds = one.fromOn <= on && (one.toOn === null || one.toOn >= on);
    return holds && one.fromOn >= (held?.fromOn ?? '') ? one : held;
  }, null);
}

/**
 * 到镇督查 — the trips to a town made in the month of the day, up to it, by the leader linked on the day of each; so many days, since one trip may stand
 * in several records. A hand-over takes none of them away.
 */
export function quotaTrips(visits: readonly Visit[], linkages: readonly Linkage[], on: LocalDate): Quota['trips'] {
  const trips = new Map<LocalDate, string>();
  for (const visit of visits) {
    if (!isMade(visit, on) || visit.occurredOn.slice(0, 7) !== on.slice(0, 7) || visit.leaderId === null) continue;
    if (linkageOn(linkages, visit.occurredOn)?.leaderId === visit.leaderId) trips.set(visit.occurredOn, visit.leaderId);
  }
  return [...trips].map(([day, leaderId]) => ({ on: day, leaderId }));
}

export interface QuotaLimits {
  linkageVisitsPerMonth: number;
  linkageNearDays: number;
}

/**
 * 包抓督查的完成情况 — `kept`: this month’s visits are made. Else `overdue` where those of the month before were not, though a leader was linked from its
 * first day to its last; `near` in the last days of the month; `due` before: a monthly duty is not late before its month is over.
 */
export interface Quota {
  state: 'kept' | 'due' | 'near' | 'overdue' | 'unlinked';
  trips: { on: LocalDate; leaderId: string }[];
  /** Days left in the month after the day. */
  daysLeft: number;
  /** Visits of the month before; null where nobody was linked all through it. */
  before: number | null;
}

export function quotaOf(
  visits: readonly Visit[],
  linkages: readonly Linkage[],
  { on, limits }: { on: LocalDate; limits: QuotaLimits },
): Quota {
  const trips = quotaTrips(visits, linkages, on);
  const daysLeft = daysBetween(on, lastOfMonth(on));
  const month = monthBefore(on);
  const linked = linkageOn(linkages, month.first) !== null && linkageOn(linkages, month.last) !== null;
  const before = linked ? quotaTrips(visits, linkages, month.last).length : null;
  const due = limits.linkageVisitsPerMonth;
  const found = { trips, daysLeft, before };
  if (linkageOn(linkages, on) === null) return { ...found, state: 'unlinked' };
  if (trips.length >= due) return { ...found, state: 'kept' };
  if (before !== null && before < due) return { ...found, state: 'overdue' };
  return { ...found, state: daysLeft <= limits.linkageNearDays ? 'near' : 'due' };
}

function lastOfMonth(on: LocalDate): LocalDate {
  const [year = 0, month = 0] = on.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function monthBefore(on: LocalDate): { first: LocalDate; last: LocalDate } {
  const [year = 0, month = 0] = on.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10);
  return { first: `${last.slice(0, 7)}-01`, last };
}
