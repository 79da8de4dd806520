import type { Field } from './field.ts';
import { type Found, seekInsertion } from './insertion.ts';
import type { Chance } from './random.ts';
import type { RouteState } from './route-state.ts';

/** How many of the stops long absent are tried: in a large county fewer, so that more plans are. */
const crowdOf = (stops: number) => Math.max(20, Math.min(40, Math.round(4000 / Math.max(1, stops))));
/** How often an order is drawn whatever has come of it, and how fast that is learnt. */
const anyOrder = 0.2;
const learning = 0.01;
/** How many orders stops are put back in. */
const ways = 7;
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
  /** Whether not all stops find a place, so that it matters which are tried first. */
  choosing = false;
  private readonly crowd: number;
  private way = 0;
  /** How often a plan put back in each order was gone on with. */
  private readonly credit = new Float64Array(ways).fill(1);

  constructor(field: Field) {
    this.crowd = crowdOf(field.stops);
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
   * the absent list no more) are tried only in routes that were changed: elsewhere they did not fit.
   */
  fill(state: RouteState, chance: Chance, blink: number, before: number, seed: number): void {
    const all = before === 0;
    this.gather(state, chance, before, seed);
    this.order(state, chance, seed);
    const { field } = state;
    const { shifts, mayTake, kind, hours, service } = field;
    for (let c = 0; c < this.size; c++) {
      const k = this.stops[c] as number;
      if ((state.where[k] as number) >= 0) continue;
      const everywhere = all || this.freshOf[k] === 1;
      // Where no way round is shorter than the straight one, a visit adds at least its own time.
      const atLeast = this.choosing && field.must[k] === 0 ? (service[k] as number) : Number.NEGATIVE_INFINITY;
      let least = Number.POSITIVE_INFINITY;
      let route = -1;
      let at = 0;
      this.seen++;
      for (let r = 0; r < shifts; r++) {
        if (mayTake[k * shifts + r] !== 1 || (!everywhere && state.changed[r] !== 1)) continue;
        if (atLeast > (hours[r] as number) - (state.length[r] as number)) continue;
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
    if (before <= this.crowd) for (let a = 0; a < before; a++) this.take(absent[a] as number, 0, size++);
    else {
      const full = size + this.crowd;
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

  /** Whether the plan just made is gone on with: orders that lead somewhere are drawn more often. */
  learn(kept: boolean): void {
    const before = this.credit[this.way] as number;
    this.credit[this.way] = before + learning * ((kept ? 1 : 0) - before);
  }

  private draw(chance: Chance): number {
    if (!this.choosing) return chance.below(6);
    if (chance.unit() < anyOrder) return chance.below(ways);
    let sum = 0;
    for (let way = 0; way < ways; way++) sum += this.credit[way] as number;
    let left = chance.unit() * sum;
    for (let way = 0; way < ways; way++) {
      left -= this.credit[way] as number;
      if (left < 0) return way;
    }
    return ways - 1;
  }

  private order(state: RouteState, chance: Chance, seed: number): void {
    const { stops, keys, far, size } = this;
    const { worth, field } = state;
    const { service, leg, closes, opens, behind, nodes } = field;
    const way = this.draw(chance);
    this.way = way;
    const noise = chance.unit();
    for (let a = 0; a < size; a++) {
      const k = stops[a] as number;
      const lot = 1 - noise * chance.unit();
      if (way === 0) keys[a] = lot;
      else if (way === 1) keys[a] = (worth[k] as number) * lot;
      else if (way === 2) keys[a] = (far[k] as number) * lot;
      else if (way === 3) keys[a] = -(far[k] as number) * lot;
      else if (way === 4) keys[a] = ((worth[k] as number) / ((service[k] as number) + leg)) * lot;
      else if (way === 5) keys[a] = -((closes[k] as number) - (opens[k] as number)) * lot;
      else {
        const from = k === seed ? 0 : (behind[k * nodes + seed] as number) - (service[seed] as number);
        keys[a] = ((worth[k] as number) / ((service[k] as number) + leg + from)) * lot;
      }
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
