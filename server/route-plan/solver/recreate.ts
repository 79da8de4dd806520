import type { Field } from './field.ts';
import { type Found, seekInsertion } from './insertion.ts';
import type { Chance } from './random.ts';
import type { RouteState } from './route-state.ts';

/** The stops being put back, in the order they are tried. Preallocated; one for each search. */
export class Recreation {
  private readonly stops: Int32Array;
  private readonly keys: Float64Array;
  private readonly far: Float64Array;
  private readonly fresh: Uint8Array;
  private readonly kindSeen: Int32Array;
  private seen = 0;
  private size = 0;
  private readonly found: Found = { at: 0 };

  constructor(field: Field) {
    this.stops = new Int32Array(field.stops);
    this.keys = new Float64Array(field.stops);
    this.fresh = new Uint8Array(field.stops);
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
  fill(state: RouteState, chance: Chance, blink: number, all: boolean): void {
    this.gather(state, chance, all);
    this.order(state, chance);
    const { field } = state;
    const { shifts, mayTake, kind } = field;
    for (let c = 0; c < this.size; c++) {
      const k = this.stops[c] as number;
      let least = Number.POSITIVE_INFINITY;
      let route = -1;
      let at = 0;
      this.seen++;
      for (let r = 0; r < shifts; r++) {
        if (mayTake[k * shifts + r] !== 1) continue;
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

  private gather(state: RouteState, _chance: Chance, _all: boolean): void {
    this.size = state.absentCount;
    for (let a = 0; a < this.size; a++) this.stops[a] = state.absent[a] as number;
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
