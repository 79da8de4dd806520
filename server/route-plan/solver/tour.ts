import type { Budget, Locks, Problem, Shift, Stop } from './problem.ts';
import { Chance } from './random.ts';
import { likelyNeighbours } from './tour-neighbours.ts';

/** Whether a problem is one round trip through all its places: one shift, every stop a must, nothing timed, ways as long there as back. */
export function isTour({ places, travel, stops, shifts }: Problem, locks: Locks | null): boolean {
  const [shift] = shifts;
  if (!shift || shifts.length > 1 || shift.rest !== null || stops.length < 8) return false;
  if (locks && (locks.prefix[0]?.length || locks.whole[0])) return false;
  const free = stops.every(
    ({ need, windows, allowed }) =>
      need === 'must' && alwaysOpen(windows, shift) && (allowed === null || allowed.includes(0)),
  );
  const load = stops.reduce((sum, stop) => sum + (stop.load ?? 0), 0);
  if (!free || load > (shift.capacity ?? Number.POSITIVE_INFINITY)) return false;
  const used = [shift.start, ...stops.map(({ place }) => place)];
  if (new Set(used).size < used.length) return false;
  for (const a of used)
    for (const b of used) {
      const there = travel[a * places + b] as number;
      if (a !== b && (there !== travel[b * places + a] || !(there < Number.POSITIVE_INFINITY))) return false;
    }
  // The day may end at another number of the same place.
  return stops.every(({ place }) => travel[place * places + shift.end] === travel[place * places + shift.start]);
}

function alwaysOpen(windows: Stop['windows'], { from, until }: Shift): boolean {
  const [first] = windows;
  return first === undefined || (windows.length === 1 && first[0] <= from && first[1] >= until);
}

const nearest = 10;
/** How many ways each depth of a chain tries. */
const breadth = [5, 3, 1];
const longestKick = 30;
const farKicks = 0.1;
/** How much longer a tour may get at first, as a part of its mean edge. */
const warmth = 0.3;

/**
 * 一笔走完 — the shortest round trip by chains of flips (Lin and Kernighan 1973, with neighbour lists), again and again after small local kicks (Johnson and
 * McGeoch 1997); what does not get shorter is taken back flip by flip.
 */
export class Tour {
  readonly #n: number;
  readonly #travel: Float64Array;
  readonly #near: Int32Array;
  /** How far each of `#near` is. */
  readonly #nearBy: Float64Array;
  readonly #tour: Int32Array;
  readonly #at: Int32Array;
  readonly #chance: Chance;
  readonly #queue: Int32Array;
  readonly #queued: Uint8Array;
  #queueHead = 0;
  #queueSize = 0;
  #journal: number[] = [];
  /** Less than this is rounding, in whatever unit the ways are. */
  readonly #grain: number;
  iterations = 0;

  /** `start` are the stops in the order to begin from; null begins from the nearest neighbour. */
  constructor({ places, travel, stops, shifts }: Problem, start: readonly number[] | null, seed: number) {
    const office = shifts[0]?.start ?? 0;
    const n = stops.length + 1;
    const placeOf = [office, ...stops.map(({ place }) => place)];
    this.#n = n;
    this.#travel = new Float64Array(n * n);
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++)
        this.#travel[a * n + b] = travel[(placeOf[a] as number) * places + (placeOf[b] as number)] as number;
    this.#grain = 1e-11 * this.#travel.reduce((most, way) => Math.max(most, way), 0);
    this.#near = likelyNeighbours({ n, travel: this.#travel, count: nearest });
    this.#nearBy = Float64Array.from(this.#near, (b, at) => this.#d(Math.floor(at / nearest), b));
    this.#tour = Int32Array.from(
      start && start.length === n - 1 ? [0, ...start.map((stop) => stop + 1)] : this.#greedy(),
    );
    this.#at = new Int32Array(n);
    for (let p = 0; p < n; p++) this.#at[this.#tour[p] as number] = p;
    this.#chance = new Chance(seed);
    this.#queue = new Int32Array(n);
    this.#queued = new Uint8Array(n);
  }

  /** Shortens the tour by chains alone, and gives its length. */
  settled(): number {
    for (let node = 0; node < this.#n; node++) this.#enqueue(node);
    this.#improve();
    return this.#length();
  }

  /** Searches until the budget is spent; the tour is the shortest found at any time. */
  run({ ms, iterations }: Budget, cooling: readonly [number, number], stopped?: () => boolean): void {
    const began = performance.now();
    let length = this.settled();
    let shortest = length;
    const best = this.#tour.slice();
    let heat = 0;
    for (let turn = 0; ; turn++) {
      if (iterations !== undefined && turn >= iterations) break;
      if ((turn & 15) === 0) {
        const spent =
          iterations === undefined ? (performance.now() - began) / (ms ?? 1000) : turn / Math.max(1, iterations);
        if (spent >= 1 || stopped?.()) break;
        const done = cooling[0] + spent * (cooling[1] - cooling[0]);
        heat = (warmth * (1 - done) * length) / this.#n;
      }
      this.iterations++;
      this.#journal.length = 0;
      const gained = this.#kick() + this.#improve();
      // A little longer is kept as well, so that the search can leave a valley; ever less so.
      if (gained < -this.#grain && gained < heat * Math.log(this.#chance.unit())) {
        for (let at = this.#journal.length - 2; at >= 0; at -= 2)
          this.#flip(this.#journal[at] as number, this.#journal[at + 1] as number);
        continue;
      }
      length -= gained;
      if (length < shortest - this.#grain) {
        shortest = length;
        best.set(this.#tour);
      }
    }
    this.#tour.set(best);
    for (let p = 0; p < this.#n; p++) this.#at[this.#tour[p] as number] = p;
  }

  #length(): number {
    let sum = 0;
    for (let node = 0; node < this.#n; node++) sum += this.#d(node, this.#next(node));
    return sum;
  }

  /** The stops in driving order from the office. */
  route(): number[] {
    const from = this.#at[0] as number;
    return Array.from({ length: this.#n - 1 }, (_, step) => (this.#tour[(from + 1 + step) % this.#n] as number) - 1);
  }

  #d(a: number, b: number): number {
    return this.#travel[a * this.#n + b] as number;
  }
  #next(node: number): number {
    const p = (this.#at[node] as number) + 1;
    return this.#tour[p === this.#n ? 0 : p] as number;
  }
  #before(node: number): number {
    const p = this.#at[node] as number;
    return this.#tour[p === 0 ? this.#n - 1 : p - 1] as number;
  }

  #greedy(): number[] {
    const seen = new Uint8Array(this.#n);
    const order = [0];
    seen[0] = 1;
    for (let here = 0; order.length < this.#n; ) {
      let best = -1;
      for (let b = 0; b < this.#n; b++) if (!seen[b] && (best < 0 || this.#d(here, b) < this.#d(here, best))) best = b;
      seen[best] = 1;
      order.push(best);
      here = best;
    }
    return order;
  }

  #enqueue(node: number): void {
    if (this.#queued[node]) return;
    this.#queued[node] = 1;
    this.#queue[(this.#queueHead + this.#queueSize++) % this.#n] = node;
  }

  /** Tries chains from every node queued; gives what was gained. */
  #improve(): number {
    let gained = 0;
    while (this.#queueSize > 0) {
      const node = this.#queue[this.#queueHead] as number;
      this.#queueHead = (this.#queueHead + 1) % this.#n;
      this.#queueSize--;
      this.#queued[node] = 0;
      for (const forward of [true, false])
        for (;;) {
          const other = forward ? this.#next(node) : this.#before(node);
          const gain = this.#chain(0, node, other, this.#d(node, other), forward);
          if (gain <= 0) break;
          gained += gain;
        }
    }
    return gained;
  }

  /** Goes on with a chain that has taken out the edge from `first` to `last`; gives what it gains when closed, 0 when it leads nowhere. */
  #chain(depth: number, first: number, last: number, gain: number, forward: boolean): number {
    const most = breadth[depth];
    if (most === undefined) return 0;
    let tried = 0;
    for (let k = 0; k < nearest && tried < most; k++) {
      const met = this.#near[last * nearest + k] as number;
      const left = gain - (this.#nearBy[last * nearest + k] as number);
      if (left <= this.#grain) continue;
      if (met === first || met === (forward ? this.#next(last) : this.#before(last))) continue;
      const end = forward ? this.#before(met) : this.#next(met);
      if (end === last) continue;
      tried++;
      const closed = left + this.#d(end, met);
      const total = closed - this.#d(first, end);
      if (total <= this.#grain && depth + 1 === breadth.length) continue;
      if (forward) this.#turn(last, end);
      else this.#turn(end, last);
      const found = total > this.#grain ? total : this.#chain(depth + 1, first, end, closed, this.#next(first) === end);
      if (found > 0) {
        this.#enqueue(first);
        this.#enqueue(last);
        this.#enqueue(met);
        this.#enqueue(end);
        return found;
      }
      const j = this.#journal.pop() as number;
      this.#flip(this.#journal.pop() as number, j);
    }
    return 0;
  }

  /** Two short neighbouring parts change places. */
  #kick(): number {
    // Now and then a far one, out of a valley that near ones cannot leave.
    const most = this.#chance.unit() < farKicks ? this.#n : longestKick;
    const longest = Math.max(1, Math.min(most, Math.floor((this.#n - 2) / 3)));
    const from = Math.floor(this.#chance.unit() * this.#n);
    const one = 1 + Math.floor(this.#chance.unit() * longest);
    const other = 1 + Math.floor(this.#chance.unit() * longest);
    const node = (p: number) => this.#tour[p % this.#n] as number;
    const [a, b, c, d, e, f] = [
      node(from),
      node(from + 1),
      node(from + one),
      node(from + one + 1),
      node(from + one + other),
      node(from + one + other + 1),
    ];
    const lost = this.#d(a, d) + this.#d(e, b) + this.#d(c, f) - this.#d(a, b) - this.#d(c, d) - this.#d(e, f);
    this.#turn(b, e);
    // A turn may leave the circle mirrored: which way the parts lie is looked at each time.
    if (this.#next(a) === e) this.#turn(e, d);
    else this.#turn(d, e);
    if (this.#next(b) === f) this.#turn(c, b);
    else this.#turn(b, c);
    for (const end of [a, b, c, d, e, f]) this.#enqueue(end);
    return -lost;
  }

  /** Turns the way from one node forward to another round, and notes it. */
  #turn(a: number, b: number): void {
    const i = this.#at[a] as number;
    const j = this.#at[b] as number;
    this.#journal.push(i, j);
    this.#flip(i, j);
  }

  /** Turns positions i to j round; of the two halves of the circle the shorter, which comes to the same. The same call takes it back. */
  #flip(i: number, j: number): void {
    const n = this.#n;
    let size = j - i + 1;
    if (size <= 0) size += n;
    let low = i;
    let high = j;
    if (2 * size > n) {
      low = j + 1 === n ? 0 : j + 1;
      high = i === 0 ? n - 1 : i - 1;
      size = n - size;
    }
    const tour = this.#tour;
    const at = this.#at;
    for (let left = size >> 1; left > 0; left--) {
      const a = tour[low] as number;
      const b = tour[high] as number;
      tour[low] = b;
      at[b] = low;
      tour[high] = a;
      at[a] = high;
      if (++low === n) low = 0;
      if (--high < 0) high = n - 1;
    }
  }
}
