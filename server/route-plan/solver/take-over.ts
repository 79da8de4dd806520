import { holdsFrom } from './holds.ts';
import type { RouteState } from './route-state.ts';

/**
 * 接着排 — puts given routes in as far as they hold: each shift's opening first, then the stops it may take, in their order. Where a route as a whole does
 * not hold, stops that would come too late are left to the search; what a hand has locked at its opening stays whether it holds or not.
 */
export function takeOver(state: RouteState, routes: readonly (readonly number[])[]): void {
  const { field } = state;
  const seen = new Set(field.opening.flat());
  const given = field.opening.map((opening, r) => {
    const rest = (routes[r] ?? []).filter((k) => {
      const taken = field.mayTake[k * field.shifts + r] === 1 && !seen.has(k);
      seen.add(k);
      return taken;
    });
    return [...opening, ...rest];
  });
  state.load(given);
  const held = given.map((route, r) => {
    const first = route[field.opening[r]?.length ?? 0];
    return first === undefined || holdsFrom(state, first, r);
  });
  if (held.every((one) => one)) return;
  state.load(given.map((route, r) => (held[r] ? route : (field.opening[r] ?? []))));
  for (const [r, route] of given.entries())
    if (!held[r]) for (const k of route.slice(field.opening[r]?.length)) appendIfHeld(state, k, r);
  state.settle();
}

function appendIfHeld(state: RouteState, k: number, r: number): void {
  state.insert(k, r, (state.count[r] as number) - 2);
  if (holdsFrom(state, k, r)) return;
  state.leave(k);
  state.close(r);
}

/** The first stop of a locked opening that comes too late, or after which its day is too short; null when the opening holds. */
export function lateOpening(state: RouteState, r: number): number | null {
  const { field } = state;
  const opening = field.opening[r] ?? [];
  const last = opening.at(-1);
  if (last === undefined) return null;
  return (
    opening.find((k) => (state.start[k] as number) > (field.closes[k] as number)) ??
    (holdsFrom(state, last, r) ? null : last)
  );
}
