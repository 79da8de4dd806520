import type { Plan, Problem } from '../../../server/route-plan/solver/problem.ts';

/** Drives a plan stop by stop and counts what it breaks; shares nothing with the solver but the problem's words. A rest may be taken at any place, or after the day by who is back before it must begin. */
export function checkPlan(problem: Problem, { routes }: Pick<Plan, 'routes'>) {
  const { stops, shifts } = problem;
  let [violations, score, length] = [0, 0, 0];
  const seen = new Set<number>();
  for (const [at, route] of routes.entries()) {
    if (!shifts[at]) {
      violations++;
      continue;
    }
    const own = route.filter((one) => {
      const stop = stops[one];
      const may = stop && !seen.has(one) && stop.need !== 'never' && (!stop.allowed || stop.allowed.includes(at));
      if (!may) violations++;
      else seen.add(one);
      return may;
    });
    const pauses = shifts[at].rest ? [-1, ...own.map((_, stop) => stop), own.length] : [Number.NaN];
    const drives = pauses.map((pause) => drive(problem, at, own, pause));
    violations += own.length === 0 ? 0 : Math.min(...drives.map((one) => one.violations));
    length += own.length === 0 ? 0 : (drives[0]?.length ?? 0);
    score += own.reduce((sum, one) => sum + (stops[one]?.score ?? 0), 0);
  }
  const missing = stops.filter(({ need }, at) => need === 'must' && !seen.has(at)).length;
  return { violations, score, length, missing };
}

/** One route with the rest after stop number `pause` (−1: before the first; the number of stops: at the end). */
function drive({ places, travel, stops, shifts }: Problem, at: number, route: readonly number[], pause: number) {
  const shift = shifts[at] as Problem['shifts'][number];
  let [now, place, load, violations, length] = [shift.from, shift.start, 0, 0, 0];
  const rest = (after: number) => {
    if (pause !== after || !shift.rest) return;
    if (now > shift.rest.until + 1e-6) violations++;
    now = Math.max(now, shift.rest.from) + shift.rest.length;
  };
  rest(-1);
  for (const [order, one] of route.entries()) {
    const stop = stops[one] as Problem['stops'][number];
    const leg = travel[place * places + stop.place] ?? Number.NaN;
    length += leg;
    now += leg;
    const open =
      stop.windows.length === 0 ? ([now, now] as const) : stop.windows.find(([, until]) => now <= until + 1e-6);
    if (!open) violations++;
    now = Math.max(now, open?.[0] ?? now) + stop.service;
    load += stop.load ?? 0;
    place = stop.place;
    rest(order);
  }
  const back = travel[place * places + shift.end] ?? Number.NaN;
  length += back;
  now += back;
  if (!(now <= shift.until + 1e-6)) violations++;
  if (pause === route.length && shift.rest && now > shift.rest.until + 1e-6) violations++;
  if (load > (shift.capacity ?? Number.POSITIVE_INFINITY)) violations++;
  return { violations, length };
}
