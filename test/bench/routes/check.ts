import type { Plan, Problem } from '../../../server/route-plan/solver/problem.ts';

/** Drives a plan stop by stop and counts what it breaks; shares nothing with the solver but the problem's words. */
export function checkPlan({ places, travel, stops, shifts }: Problem, { routes }: Pick<Plan, 'routes'>) {
  let [violations, score, length] = [0, 0, 0];
  const seen = new Set<number>();
  for (const [at, route] of routes.entries()) {
    const shift = shifts[at];
    if (!shift) {
      violations++;
      continue;
    }
    let [now, place, load] = [shift.from, shift.start, 0];
    for (const one of route) {
      const stop = stops[one];
      if (!stop || seen.has(one) || stop.need === 'never' || (stop.allowed && !stop.allowed.includes(at))) {
        violations++;
        continue;
      }
      seen.add(one);
      const leg = travel[place * places + stop.place] ?? Number.NaN;
      length += leg;
      now += leg;
      const open =
        stop.windows.length === 0 ? ([now, now] as const) : stop.windows.find(([, until]) => now <= until + 1e-6);
      if (!open) violations++;
      now = Math.max(now, open?.[0] ?? now) + stop.service;
      score += stop.score;
      load += stop.load ?? 0;
      place = stop.place;
    }
    if (load > (shift.capacity ?? Number.POSITIVE_INFINITY)) violations++;
    if (route.length === 0) continue;
    const back = travel[place * places + shift.end] ?? Number.NaN;
    length += back;
    if (!(now + back <= shift.until + 1e-6)) violations++;
  }
  const missing = stops.filter(({ need }, at) => need === 'must' && !seen.has(at)).length;
  return { violations, score, length, missing };
}
