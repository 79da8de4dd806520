import { earliest } from './begin.ts';
import type { Chance } from './random.ts';
import type { RouteState } from './route-state.ts';

/** Where `seekInsertion` would put the stop: after this position. */
export interface Found {
  at: number;
}

/**
 * The least time that taking stop k into route r adds, its own service counted; `most` (or Infinity) when no place is below `most`.
 * Each place better than the best so far is overlooked with chance `blink`.
 */
export function seekInsertion(
  state: RouteState,
  k: number,
  r: number,
  most: number,
  found: Found,
  chance: Chance,
  blink: number,
): number {
  const { field } = state;
  if (field.loaded && (state.laden[r] as number) + (field.load[k] as number) > (field.capacity[r] as number))
    return most;
  if (!field.timed) return seekPlain(state, k, r, most, found, chance, blink);
  if ((field.restLength[r] as number) >= 0 || field.several[k] === 1)
    return seekRested(state, k, r, most, found, chance, blink);
  return seekTimed(state, k, r, most, found, chance, blink);
}

function seekPlain(
  state: RouteState,
  k: number,
  r: number,
  most: number,
  found: Found,
  chance: Chance,
  blink: number,
): number {
  const { field, seq, leg } = state;
  const { ahead, behind } = field;
  const row = k * field.nodes;
  const base = r * state.stride;
  const end = base + (state.count[r] as number) - 1;
  let least = most;
  const room = (field.hours[r] as number) - (state.length[r] as number);
  let bound = room < least ? room : least;
  let p = base + (field.fixed[r] as number);
  let into = behind[row + (seq[p] as number)] as number;
  for (; p < end; p++) {
    const j = seq[p + 1] as number;
    const more = into + (ahead[row + j] as number) - (leg[j] as number);
    if (more <= bound && more < least && (blink === 0 || chance.unit() >= blink)) {
      least = more;
      bound = more;
      found.at = p - base;
    }
    into = behind[row + j] as number;
  }
  return least;
}

function seekTimed(
  state: RouteState,
  k: number,
  r: number,
  most: number,
  found: Found,
  chance: Chance,
  blink: number,
): number {
  const { field, seq, leg, start, late } = state;
  const { ahead, behind } = field;
  const row = k * field.nodes;
  const base = r * state.stride;
  const end = base + (state.count[r] as number) - 1;
  const opens = field.opens[k] as number;
  const closes = field.closes[k] as number;
  let least = most;
  let i = seq[base + (field.fixed[r] as number)] as number;
  for (let p = base + (field.fixed[r] as number); p < end; p++) {
    const j = seq[p + 1] as number;
    const free = start[i] as number;
    if (free > closes) break;
    const into = behind[row + i] as number;
    const from = ahead[row + j] as number;
    const more = into + from - (leg[j] as number);
    if (more < least) {
      let begin = free + into;
      if (begin < opens) begin = opens;
      if (begin <= closes && begin + from <= (late[j] as number) && (blink === 0 || chance.unit() >= blink)) {
        least = more;
        found.at = p - base;
      }
    }
    i = j;
  }
  return least;
}

function seekRested(
  state: RouteState,
  k: number,
  r: number,
  most: number,
  found: Found,
  chance: Chance,
  blink: number,
): number {
  const { field, seq, leg, start, late, out, lateBefore } = state;
  const { ahead, behind } = field;
  const row = k * field.nodes;
  const base = r * state.stride;
  const end = base + (state.count[r] as number) - 1;
  const resting = (field.restLength[r] as number) >= 0;
  const service = field.service[k] as number;
  const restFrom = field.restFrom[r] as number;
  const restUntil = field.restUntil[r] as number;
  const restLength = field.restLength[r] as number;
  let least = most;
  for (let p = base + (field.fixed[r] as number); p < end; p++) {
    const i = seq[p] as number;
    const j = seq[p + 1] as number;
    const into = behind[row + i] as number;
    const from = ahead[row + j] as number;
    const more = into + from - (leg[j] as number);
    if (!(more < least)) continue;
    const begin = earliest(field, k, (start[i] as number) + into);
    let fits: boolean;
    if (resting) {
      const left = begin + service;
      fits =
        begin + from <= (lateBefore[j] as number) ||
        (left <= restUntil &&
          (left > restFrom ? left : restFrom) + restLength + from - service <= (late[j] as number)) ||
        earliest(field, k, (out[i] as number) + into) + from <= (late[j] as number);
    } else fits = begin + from <= (late[j] as number);
    if (fits && (blink === 0 || chance.unit() >= blink)) {
      least = more;
      found.at = p - base;
    }
  }
  return least;
}
