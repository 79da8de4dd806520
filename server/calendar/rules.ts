import type { LocalDate } from '../view.ts';

const dayMs = 86_400_000;

/** Whole days from one local date to another; negative when the other lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** A local date so many days later (or earlier, when negative). */
export function daysAfter(on: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Whether two local dates lie in the same calendar month. */
export function sameMonth(one: LocalDate, other: LocalDate): boolean {
  return one.slice(0, 7) === other.slice(0, 7);
}
