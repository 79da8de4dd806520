import { daysBetween } from '../../server/calendar/rules.ts';
import type { LocalDate } from '../../server/rights/view.ts';

/** A milestone's dates as the timeline takes them. */
export interface TimelineDates {
  plannedOn: LocalDate | null;
  doneOn: LocalDate | null;
}

/** Where each day stands on the timeline: 0 at its left edge, 1 at its right. */
export interface TimelineScale {
  at(day: LocalDate): number;
  /** First days of the months within, for the faint lines. */
  months: LocalDate[];
}

/** A scale that holds every planned and real date and the day `on`, with a twentieth of air at either end. */
export function timelineScale(milestones: TimelineDates[], on: LocalDate): TimelineScale {
  const days = milestones.flatMap(({ plannedOn, doneOn }) => [plannedOn, doneOn]).filter((day) => day !== null);
  const sorted = [...days, on].sort();
  const from = sorted[0]!;
  const to = sorted.at(-1)!;
  const span = Math.max(1, daysBetween(from, to));
  const air = span / 18;
  return {
    at: (day) => (daysBetween(from, day) + air) / (span + 2 * air),
    months: monthStarts(from, to),
  };
}

/** First days of months after `from` up to `to`; none where they would stand too close to be read (over 24). */
export function monthStarts(from: LocalDate, to: LocalDate): LocalDate[] {
  const starts: LocalDate[] = [];
  let [year, month] = from.split('-').map(Number) as [number, number];
  for (;;) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > to) return starts;
    if (starts.length === 24) return [];
    starts.push(day);
  }
}
