import type { LocalDate } from '../rights/view.ts';

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

/** Whether a day lies in another century than `today`: a slip of the pen. */
export function isOtherCentury(on: LocalDate, today: LocalDate): boolean {
  return on.slice(0, 2) !== today.slice(0, 2);
}

/** 节假日 — days off on workdays, and weekend days worked instead (调休), as published for a year. */
export interface Holidays {
  off: LocalDate[];
  worked: LocalDate[];
}

/** 时限 — so many calendar or working days after the day it is given. */
export interface Limit {
  days: number;
  kind: 'calendar' | 'working';
}

/** Longest a limit may be, in days. */
export const mostLimitDays = 365;

/** 工作日 — Monday to Friday but for holidays, and the weekend days that are worked instead. */
export function isWorkingDay(on: LocalDate, { off, worked }: Holidays): boolean {
  if (worked.includes(on)) return true;
  // 1970-01-01 was a Thursday.
  const weekday = (dayNumber(on) + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !off.includes(on);
}

/** The last day of a limit given on `from`: the day after it is the first that counts. */
export function dueAfter(from: LocalDate, { days, kind }: Limit, holidays: Holidays): LocalDate {
  if (kind === 'calendar') return daysAfter(from, days);
  let on = from;
  for (let left = days; left > 0; ) {
    on = daysAfter(on, 1);
    if (isWorkingDay(on, holidays)) left -= 1;
  }
  return on;
}

/** Whether the holidays of a day's year are known; where they are not, only weekends are left out. */
export const knowsYear = (on: LocalDate, { off }: Holidays): boolean =>
  off.some((day) => day.slice(0, 4) === on.slice(0, 4));
