import type { Chance } from './random.ts';
import type { RouteState } from './route-state.ts';

/**
 * Takes strings of neighbouring stops out of routes that lie near each other, about `many` stops in all (adjacent string removal: Christiaens and Vanden Berghe,
 * Slack Induction by String Removals, 2020). Returns the stop around which it was done.
 */
export function ruinStrings(state: RouteState, chance: Chance, many: number, longest: number): number {
  const { field, where, at, count, changed, seq, stride } = state;
  const { near, nearest, wanted, fixed } = field;
  const seed = wanted[chance.below(wanted.length)] as number;
  const used = state.changedCount;
  let average = 0;
  let filled = 0;
  for (let r = 0; r < field.shifts; r++) {
    const size = (count[r] as number) - 2 - (fixed[r] as number);
    if (size > 0) {
      average += size;
      filled++;
    }
  }
  if (filled === 0) return seed;
  average /= filled;
  const most = Math.min(longest, average);
  const strings = Math.floor(chance.unit() * ((4 * many) / (1 + most) - 1)) + 1;
  let done = 0;
  for (let i = -1; i < nearest && done < strings; i++) {
    const k = i < 0 ? seed : (near[seed * nearest + i] as number);
    const r = where[k] as number;
    if (r < 0 || changed[r] === 1 || (at[k] as number) <= (fixed[r] as number)) continue;
    const head = (fixed[r] as number) + 1;
    const size = (count[r] as number) - 1 - head;
    const length = Math.min(size, Math.floor(chance.unit() * Math.min(size, most)) + 1);
    // A part in the middle may be spared, so that the string is longer than what is taken.
    let spared = 0;
    if (length > 1 && length < size && chance.unit() < 0.5)
      while (length + spared < size && chance.unit() > 0.01 && spared < 1 + chance.below(length)) spared++;
    const whole = length + spared;
    const position = at[k] as number;
    const low = Math.max(head, position - whole + 1);
    const high = Math.min(position, head + size - whole);
    const from = low + chance.below(high - low + 1);
    const gap = spared > 0 ? from + chance.below(length + 1) : -1;
    state.touch(r);
    for (let p = from; p < from + whole; p++)
      if (p < gap || p >= gap + spared || gap < 0) state.leave(seq[r * stride + p] as number);
    done++;
  }
  for (let t = used; t < state.changedCount; t++) state.close(state.changedRoutes[t] as number);
  return seed;
}

/** Takes out stops anywhere, each by itself. */
export function ruinScattered(state: RouteState, chance: Chance, many: number): number {
  const { field, where, at } = state;
  const { wanted, fixed } = field;
  let seed = wanted[0] as number;
  for (let tries = 0, done = 0; tries < 4 * many && done < many; tries++) {
    const k = wanted[chance.below(wanted.length)] as number;
    const r = where[k] as number;
    if (r < 0 || (at[k] as number) <= (fixed[r] as number)) continue;
    state.touch(r);
    state.leave(k);
    seed = k;
    done++;
  }
  for (let t = 0; t < state.changedCount; t++) state.close(state.changedRoutes[t] as number);
  return seed;
}
