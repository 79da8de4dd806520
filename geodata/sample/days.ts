/** First and last day the sample knows, and the day the ledgers end on. */
export const firstDay = '2026-08-17';
export const today = '2026-10-30';

const dayMs = 86_400_000;

/** A day `YYYY-MM-DD` so many days later, or earlier when negative. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Whole days from one day to another. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

export const earlier = (one: string, other: string): string => (one < other ? one : other);
export const later = (one: string, other: string): string => (one > other ? one : other);

/** 周报 — the Sundays ledgers are handed in on, and the last day. */
export const weeklyDays: string[] = [
  ...Array.from({ length: 10 }, (_, week) => dayAfter('2026-08-23', week * 7)),
  today,
];
