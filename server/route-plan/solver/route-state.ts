import { earliest, latest } from './begin.ts';
import type { Field } from './field.ts';

/**
 * Routes being worked on, with what makes a trial insertion O(1): the earliest begin at each node going forward, the latest going
 * backward. Where a shift has a rest both are kept twice: before it is taken (`start`, `lateBefore`) and after (`out`, `late`).
 * Changes are undone route by route from the last `settle`.
 */
export class RouteState {
  readonly field: Field;
  /** Nodes of route r from r * stride: its start, stops, its end; `count[r]` of them. */
  readonly seq: Int32Array;
  readonly count: Int32Array;
  readonly stride: number;
  /** Route of each stop, −1 for none, and where in it. */
  readonly where: Int32Array;
  readonly at: Int32Array;
  /** Stops in no route, of those wanted. */
  readonly absent: Int32Array;
  absentCount = 0;
  readonly absentAt: Int32Array;
  readonly start: Float64Array;
  readonly late: Float64Array;
  readonly out: Float64Array;
  readonly lateBefore: Float64Array;
  /** Time of the leg into each node, with the service before it. */
  readonly leg: Float64Array;
  /** Per route: all legs and services; what the search pays for (travel and weighed waiting); load; worth carried. */
  readonly length: Float64Array;
  readonly cost: Float64Array;
  readonly wait: Float64Array;
  readonly laden: Float64Array;
  readonly gain: Float64Array;
  /** What the search takes each stop to be worth. */
  readonly worth: Float64Array;
  readonly changed: Uint8Array;
  readonly changedRoutes: Int32Array;
  changedCount = 0;
  private readonly savedSeq: Int32Array;
  private readonly savedCount: Int32Array;

  constructor(field: Field) {
    const { stops: n, shifts: r, nodes } = field;
    this.field = field;
    this.stride = n + 2;
    this.seq = new Int32Array(r * this.stride);
    this.savedSeq = new Int32Array(r * this.stride);
    this.count = new Int32Array(r);
    this.savedCount = new Int32Array(r);
    this.where = new Int32Array(n).fill(-1);
    this.at = new Int32Array(n);
    this.absent = new Int32Array(n);
    this.absentAt = new Int32Array(n).fill(-1);
    this.start = new Float64Array(nodes);
    this.late = new Float64Array(nodes);
    this.out = new Float64Array(nodes);
    this.lateBefore = new Float64Array(nodes);
    this.leg = new Float64Array(nodes);
    this.length = new Float64Array(r);
    this.cost = new Float64Array(r);
    this.wait = new Float64Array(r);
    this.laden = new Float64Array(r);
    this.gain = new Float64Array(r);
    this.worth = Float64Array.from(field.score);
    this.changed = new Uint8Array(r);
    this.changedRoutes = new Int32Array(r);
    for (const k of field.wanted) this.leave(k);
    this.load(field.opening);
  }

  /** Puts whole routes in place of what is there; stops of the openings must be among them. */
  load(routes: readonly (readonly number[])[]): void {
    const { stops: n, shifts: r } = this.field;
    this.settle();
    for (let s = 0; s < r; s++) {
      for (let p = 1; p < (this.count[s] as number) - 1; p++) this.leave(this.seq[s * this.stride + p] as number);
      this.count[s] = 0;
    }
    for (let s = 0; s < r; s++) {
      const own = routes[s] ?? [];
      const base = s * this.stride;
      this.seq[base] = n + s;
      for (let p = 0; p < own.length; p++) {
        this.seq[base + p + 1] = own[p] as number;
        this.enter(own[p] as number);
      }
      this.seq[base + own.length + 1] = n + r + s;
      this.count[s] = own.length + 2;
      this.refresh(s);
    }
  }

  /** The routes as plain lists. */
  routes(): number[][] {
    return Array.from(this.count, (count, s) =>
      Array.from(this.seq.subarray(s * this.stride + 1, s * this.stride + count - 1)),
    );
  }

  /** Marks a stop as in no route. */
  leave(k: number): void {
    this.where[k] = -1;
    if ((this.absentAt[k] as number) >= 0) return;
    this.absentAt[k] = this.absentCount;
    this.absent[this.absentCount++] = k;
  }

  private enter(k: number): void {
    const at = this.absentAt[k] as number;
    if (at < 0) return;
    const last = this.absent[--this.absentCount] as number;
    this.absent[at] = last;
    this.absentAt[last] = at;
    this.absentAt[k] = -1;
  }

  /** Keeps a route's present order, to be put back by `undo`. */
  touch(r: number): void {
    if (this.changed[r] === 1) return;
    this.changed[r] = 1;
    this.changedRoutes[this.changedCount++] = r;
    const base = r * this.stride;
    const count = this.count[r] as number;
    for (let p = base; p < base + count; p++) this.savedSeq[p] = this.seq[p] as number;
    this.savedCount[r] = count;
  }

  /** What is there now is what a later `undo` goes back to. */
  settle(): void {
    for (let t = 0; t < this.changedCount; t++) this.changed[this.changedRoutes[t] as number] = 0;
    this.changedCount = 0;
  }

  undo(): void {
    const { stride, seq, savedSeq } = this;
    for (let t = 0; t < this.changedCount; t++) {
      const r = this.changedRoutes[t] as number;
      const end = r * stride + (this.count[r] as number) - 1;
      for (let p = r * stride + 1; p < end; p++) this.leave(seq[p] as number);
    }
    for (let t = 0; t < this.changedCount; t++) {
      const r = this.changedRoutes[t] as number;
      const count = this.savedCount[r] as number;
      const end = r * stride + count - 1;
      for (let p = r * stride + 1; p < end; p++) {
        seq[p] = savedSeq[p] as number;
        this.enter(seq[p] as number);
      }
      seq[end] = savedSeq[end] as number;
      this.count[r] = count;
      this.refresh(r);
      this.changed[r] = 0;
    }
    this.changedCount = 0;
  }

  /** Takes a stop into route r after position p; the caller knows that it fits. */
  insert(k: number, r: number, p: number): void {
    this.touch(r);
    const base = r * this.stride;
    const { seq } = this;
    const count = this.count[r] as number;
    for (let q = base + count; q > base + p + 1; q--) seq[q] = seq[q - 1] as number;
    seq[base + p + 1] = k;
    this.count[r] = count + 1;
    this.enter(k);
    this.refresh(r);
  }

  /** Takes out the stops of route r that `leave` has marked, and times it anew. */
  close(r: number): void {
    const base = r * this.stride;
    const { seq, where } = this;
    const count = this.count[r] as number;
    let to = base + 1;
    for (let p = base + 1; p < base + count - 1; p++) {
      const k = seq[p] as number;
      if (where[k] === r) seq[to++] = k;
    }
    seq[to] = seq[base + count - 1] as number;
    this.count[r] = to - base + 1;
    this.refresh(r);
  }

  /** Works out everything about route r from its order. */
  refresh(r: number): void {
    const { field, seq, start, leg, where, at, worth } = this;
    const { nodes, ahead, service, opens } = field;
    const base = r * this.stride;
    const last = base + (this.count[r] as number) - 1;
    let i = seq[base] as number;
    let length = 0;
    let served = 0;
    let laden = 0;
    let gain = 0;
    start[i] = opens[i] as number;
    for (let p = base + 1; p <= last; p++) {
      const j = seq[p] as number;
      const way = ahead[i * nodes + j] as number;
      leg[j] = way;
      length += way;
      if (p < last) {
        where[j] = r;
        at[j] = p - base;
        served += service[j] as number;
        laden += field.load[j] as number;
        gain += worth[j] as number;
      }
      i = j;
    }
    if (last === base + 1) {
      length = 0;
      leg[seq[last] as number] = 0;
    }
    this.length[r] = length;
    this.laden[r] = laden;
    this.gain[r] = gain;
    this.wait[r] = 0;
    if (field.timed) this.time(r, base, last);
    this.cost[r] = length - served + field.waiting * (this.wait[r] as number);
  }

  private time(r: number, base: number, last: number): void {
    const { field, seq, start, late } = this;
    const { nodes, ahead, opens, closes, several } = field;
    let i = seq[base] as number;
    const from = start[i] as number;
    let spared = 0;
    for (let p = base + 1; p <= last; p++) {
      const j = seq[p] as number;
      const arrive = (start[i] as number) + (p === last && last === base + 1 ? 0 : (ahead[i * nodes + j] as number));
      start[j] =
        several[j] === 1 ? earliest(field, j, arrive) : arrive > (opens[j] as number) ? arrive : (opens[j] as number);
      if (p === base + 1 && p < last) spared = (start[j] as number) - arrive;
      i = j;
    }
    let next = i;
    late[next] = closes[next] as number;
    for (let p = last - 1; p >= base; p--) {
      i = seq[p] as number;
      const bound = (late[next] as number) - (ahead[i * nodes + next] as number);
      if (several[i] === 1) late[i] = latest(field, i, bound);
      else
        late[i] = bound < (opens[i] as number) ? -1e300 : bound < (closes[i] as number) ? bound : (closes[i] as number);
      next = i;
    }
    const resting = (field.restLength[r] as number) >= 0;
    if (resting) this.timeRest(r, base, last);
    if (last === base + 1) return;
    const end = seq[last] as number;
    const onTheWay = resting && (start[end] as number) > (field.restUntil[r] as number);
    const back = onTheWay ? (this.out[end] as number) - (field.restLength[r] as number) : (start[end] as number);
    const wait = back - from - (this.length[r] as number) - spared;
    this.wait[r] = wait > 0 && wait < 1e300 ? wait : 0;
  }

  private timeRest(r: number, base: number, last: number): void {
    const { field, seq, start, late, out, lateBefore } = this;
    const { nodes, ahead, service } = field;
    const [from, until, length] = [
      field.restFrom[r] as number,
      field.restUntil[r] as number,
      field.restLength[r] as number,
    ];
    let ready = 1e300;
    for (let p = base; p <= last; p++) {
      const i = seq[p] as number;
      if (p > base) {
        const before = seq[p - 1] as number;
        ready = earliest(field, i, (out[before] as number) + (ahead[before * nodes + i] as number));
      }
      const left = (start[i] as number) + (service[i] as number);
      const rest = left <= until && p < last ? (left > from ? left : from) + length - (service[i] as number) : 1e300;
      out[i] = rest < ready ? rest : ready;
    }
    // Who is back before the rest must begin takes it at the end, the day's work done.
    const end = seq[last] as number;
    lateBefore[end] = Math.min(until, field.closes[end] as number);
    for (let p = last - 1; p >= base; p--) {
      const i = seq[p] as number;
      const next = seq[p + 1] as number;
      const way = (ahead[i * nodes + next] as number) - (service[i] as number);
      const rest = Math.min(until, (late[next] as number) - way - length);
      const leave = Math.max(rest >= from ? rest : -1e300, (lateBefore[next] as number) - way);
      lateBefore[i] = latest(field, i, leave - (service[i] as number));
    }
  }
}
