import type { Field } from './field.ts';
import { type Found, seekInsertion } from './insertion.ts';
import type { Chance } from './random.ts';
import type { RouteState } from './route-state.ts';

export const knob = { crowd: 40 };
/** The stops being put back, in the order they are tried. Preallocated; one for each search. */
export class Recreation {
  private readonly stops: Int32Array;
  private readonly keys: Float64Array;
  private readonly far: Float64Array;
  private readonly freshOf: Uint8Array;
  private readonly kindSeen: Int32Array;
  private seen = 0;
  private size = 0;
  private readonly found: Found = { at: 0 };

  constructor(field: Field) {
    this.stops = new Int32Array(field.stops + 8);
    this.keys = new Float64Array(field.stops + 8);
    this.freshOf = new Uint8Array(field.stops);
    this.kindSeen = new Int32Array(field.shifts);
    this.far = new Float64Array(field.stops);
    const { stops, shifts, nodes, ahead, service, mayTake } = field;
    for (let k = 0; k < stops; k++) {
      this.far[k] = Number.POSITIVE_INFINITY;
      for (let r = 0; r < shifts; r++)
        if (mayTake[k * shifts + r] === 1) {
          const way = (ahead[(stops + r) * nodes + k] as number) + (ahead[k * nodes + stops + shifts + r] as number);
          this.far[k] = Math.min(this.far[k] as number, way - (service[k] as number));
        }
    }
  }

  /**
   * Puts absent stops back where they add least, one after another in an order drawn by lot. Those that were absent before the ruin (`before` of them lead
   * the absent list no more) are tried only in routes that were touched: elsewhere they did not fit.
   */
  fill(state: RouteState, chance: Chance, blink: number, before: number, seed: number): void {
    const all = before === 0;
    this.gather(state, chance, before, seed);
    this.order(state, chance);
    const { field } = state;
    const { shifts, mayTake, kind } = field;
    for (let c = 0; c < this.size; c++) {
      const k = this.stops[c] as number;
      if ((state.where[k] as number) >= 0) continue;
      const everywhere = all || this.freshOf[k] === 1;
      let least = Number.POSITIVE_INFINITY;
      let route = -1;
      let at = 0;
      this.seen++;
      for (let r = 0; r < shifts; r++) {
        if (mayTake[k * shifts + r] !== 1 || (!everywhere && state.touched[r] !== 1)) continue;
        if (state.count[r] === 2) {
          if (this.kindSeen[kind[r] as number] === this.seen) continue;
          this.kindSeen[kind[r] as number] = this.seen;
        }
        const more = seekInsertion(state, k, r, least, this.found, chance, blink);
        if (more < least) {
          least = more;
          route = r;
          at = this.found.at;
        }
      }
      if (route >= 0) state.insert(k, route, at);
    }
  }

  /** Stops taken out just now lie in the absent list from `before` on; of the others those near the ruin and a few by lot are tried. */
  private gather(state: RouteState, chance: Chance, before: number, seed: number): void {
    const { absent, absentCount, absentAt } = state;
    const { near, nearest } = state.field;
    let size = 0;
    for (let a = before; a < absentCount; a++) this.take(absent[a] as number, 1, size++);
    if (before <= knob.crowd) for (let a = 0; a < before; a++) this.take(absent[a] as number, 0, size++);
    else {
      const full = size + knob.crowd;
      for (let i = -1; i < nearest && size < full; i++) {
        const k = i < 0 ? seed : (near[seed * nearest + i] as number);
        const a = absentAt[k] as number;
        if (a >= 0 && a < before) this.take(k, 0, size++);
      }
      for (let i = 0; i < 5; i++) {
        const a = chance.below(before);
        this.take(absent[a] as number, 0, size++);
      }
    }
    this.size = size;
  }

  private take(k: number, fresh: number, c: number): void {
    this.stops[c] = k;
    this.freshOf[k] = fresh;
  }

  private order(state: RouteState, chance: Chance): void {
    const { stops, keys, far, size } = this;
    const { worth, field } = state;
    const way = chance.below(6);
    const noise = chance.unit();
    for (let a = 0; a < size; a++) {
      const k = stops[a] as number;
      const lot = 1 - noise * chance.unit();
      if (way === 0) keys[a] = lot;
      else if (way === 1) keys[a] = (worth[k] as number) * lot;
      else if (way === 2) keys[a] = (far[k] as number) * lot;
      else if (way === 3) keys[a] = -(far[k] as number) * lot;
      else if (way === 4) keys[a] = ((worth[k] as number) / ((field.service[k] as number) + field.leg)) * lot;
      else keys[a] = -((field.closes[k] as number) - (field.opens[k] as number)) * lot;
    }
    for (let a = 1; a < size; a++) {
      const key = keys[a] as number;
      const k = stops[a] as number;
      let b = a - 1;
      while (b >= 0 && (keys[b] as number) < key) {
        keys[b + 1] = keys[b] as number;
        stops[b + 1] = stops[b] as number;
        b--;
      }
      keys[b + 1] = key;
      stops[b + 1] = k;
    }
  }
}
