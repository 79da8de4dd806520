import type { LocalDate } from '../view.ts';

const dayMs = 86_400_000;

const numbers = new Map<LocalDate, number>();

/** Which day since 1970 a local date is; dates come back in thousands, of a few hundred days. */
function dayNumber(on: LocalDate): number {
  const known = numbers.get(on);
  if (known !== undefined) return known;
  const number = Math.round(Date.parse(`${on}T00:00:00Z`) / dayMs);
  if (numbers.size < 10_000) numbers.set(on, number);
  return number;
}

/** Whole days from one local date to another; negative when the other lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** A local date so many days later (or earlier, when negative). */
export function daysAfter(on: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Whether two local dates lie in the same calendar month. */
export function sameMonth(one: LocalDate, other: LocalDate): boolean {
  return one.slice(0, 7) === other.slice(0, 7);
}
