import type { RouteState } from './route-state.ts';

/** Whether the route of a stop holds from there on: what lies before it is taken as it is. */
export function holdsFrom(
  { field, start, late, out, lateBefore, laden, length }: RouteState,
  k: number,
  r: number,
): boolean {
  if (field.loaded && (laden[r] as number) > (field.capacity[r] as number)) return false;
  if (!field.timed) return (length[r] as number) <= (field.hours[r] as number);
  if ((field.restLength[r] as number) < 0) return (start[k] as number) <= (late[k] as number);
  return (start[k] as number) <= (lateBefore[k] as number) || (out[k] as number) <= (late[k] as number);
}

/** Whether every changed route holds after its opening: without one of its stops it may not, where a way round is shorter than the straight one. */
export function changedHold(state: RouteState): boolean {
  for (let t = 0; t < state.changedCount; t++) {
    const r = state.changedRoutes[t] as number;
    const first = (state.field.fixed[r] as number) + 1;
    if (first >= (state.count[r] as number) - 1) continue;
    if (!holdsFrom(state, state.seq[r * state.stride + first] as number, r)) return false;
  }
  return true;
}
