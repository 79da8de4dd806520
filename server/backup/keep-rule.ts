/** How many are kept: the newest of each of so many days, weeks and months that have one. */
const keepRule = { days: 7, weeks: 4, months: 12 };

const day = (at: string) => at.slice(0, 10);
const month = (at: string) => at.slice(0, 7);
/** The Monday of an instant's week. */
function week(at: string): string {
  const date = new Date(`${day(at)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/**
 * 保留规则 — which instants of backups may go, given the newest first; the newest never does. One named with a day to come, of a clock that was ahead,
 * stays until that day and takes no other’s place.
 */
export function toForget(newestFirst: string[], now: string, rule = keepRule): string[] {
  const [newest] = newestFirst;
  const past = newestFirst.filter((at) => at <= now);
  const kept = new Set(newest === undefined ? [] : [newest]);
  for (const [of, count] of [
    [day, rule.days],
    [week, rule.weeks],
    [month, rule.months],
  ] as const) {
    const spans = [...Map.groupBy(past, of)].sort(([a], [b]) => (a < b ? 1 : -1)).slice(0, count);
    for (const [, [first]] of spans) if (first !== undefined) kept.add(first);
  }
  return past.filter((at) => !kept.has(at));
}
