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

/** 保留规则 — which instants of backups may go; the newest never does. */
export function toForget(instants: string[], rule = keepRule): string[] {
  const newestFirst = instants.toSorted().reverse();
  const kept = new Set(newestFirst.slice(0, 1));
  for (const [of, count] of [
    [day, rule.days],
    [week, rule.weeks],
    [month, rule.months],
  ] as const) {
    const spans = [...Map.groupBy(newestFirst, of).values()].slice(0, count);
    for (const [newest] of spans) if (newest !== undefined) kept.add(newest);
  }
  return newestFirst.filter((at) => !kept.has(at));
}
