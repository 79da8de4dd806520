import type { PlanSent } from './bodies.ts';
import { mayTake, routesOf, shiftsOf, type Team } from './rules.ts';

/**
 * 各组不换 — routes found, dealt out to teams that are alike so that each keeps as many of its villages as can be: the search does not mind which of them takes
 * which route, people do. A team with locked stops, a whole route or a late day keeps what was found for it.
 */
export function keptApart(plan: PlanSent, found: string[][]): string[][] {
  const routes = routesOf(plan);
  const shifts = shiftsOf(plan);
  const dealt = [...found];
  const free = routes.map(({ fixed, whole, leftMin = null }) => fixed === 0 && !whole && leftMin === null);
  const villages = new Map(plan.villages.map((village) => [village.code, village]));
  const own = routes.map(({ stops }) => new Set(stops));
  const common = (shift: number, route: number) => (dealt[route] ?? []).filter((code) => own[shift]?.has(code)).length;
  const mayGo = (route: number, shift: number) =>
    (dealt[route] ?? []).every((code) => {
      const [village, to] = [villages.get(code), shifts[shift]];
      return village !== undefined && to !== undefined && mayTake(village, to.team.id, to.on);
    });
  const swaps = (a: number, b: number) =>
    free[a] && free[b] && alike(shifts[a]?.team, shifts[b]?.team) && mayGo(a, b) && mayGo(b, a);
  for (let again = true; again; ) {
    again = false;
    for (let a = 0; a < dealt.length; a++)
      for (let b = a + 1; b < dealt.length; b++) {
        if (common(a, b) + common(b, a) <= common(a, a) + common(b, b) || !swaps(a, b)) continue;
        [dealt[a], dealt[b]] = [dealt[b] ?? [], dealt[a] ?? []];
        again = true;
      }
  }
  return dealt;
}

const dayOf = ({ start, end, fromMin, untilMin, rest }: Team) =>
  JSON.stringify([start.lon, start.lat, end.lon, end.lat, fromMin, untilMin, rest]);
const alike = (a: Team | undefined, b: Team | undefined) => a !== undefined && b !== undefined && dayOf(a) === dayOf(b);
