import type { LocalDate } from '../rights/view.ts';

const dayInShanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The calendar date in Asia/Shanghai at an instant. */
export function localDateOf(instant: Date): LocalDate {
  return dayInShanghai.format(instant);
}

/** The last instant of a local day, as UTC ISO. */
export function endOfDay(on: LocalDate): string {
  return new Date(`${on}T23:59:59.999+08:00`).toISOString();
}
