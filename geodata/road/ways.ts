import FlatQueue from 'flatqueue';
import type { LonLat } from '../area/area.ts';
import type { Arcs, Hierarchy } from './hierarchy.ts';
import { partOf } from './line-part.ts';
import { never, type RoadNetwork } from './network.ts';
import { farM, type Joined, Joining } from './snap.ts';
import type { TravelMatrix } from './travel-times.ts';

/** How fast one comes from a road to a place off it: a track, driven slowly. */
const accessKmPerHour = 10;
/** As near to the end of an edge as this part of it, one stands at the end. */
const atEnd = 1e-6;

/** A search upwards from a place: the nodes it settled with their time, and by which arc it came (−1: from the place itself). */
interface Climb {
  nodes: number[];
  ms: number[];
  by: Map<number, number>;
}

/** 路网通行 — exact times and ways between places over a network and its hierarchy; times are those of whole milliseconds added up. */
export class RoadWays {
  readonly #network: RoadNetwork;
  readonly #hierarchy: Hierarchy;
  readonly #joining: Joining;
  readonly #heap = new FlatQueue();
  readonly #distance: Float64Array;
  readonly #stamp: Int32Array;
  readonly #settled: Int32Array;
  #round = 0;

  constructor(network: RoadNetwork, hierarchy: Hierarchy) {
    this.#network = network;
    this.#hierarchy = hierarchy;
    this.#joining = new Joining(network);
    this.#distance = new Float64Array(network.nodes);
    this.#stamp = new Int32Array(network.nodes);
    this.#settled = new Int32Array(network.nodes);
  }

  join(point: LonLat): Joined | null {
    return this.#joining.join(point);
  }

  /** Between every pair of points; a point to itself takes no time. */
  between(points: LonLat[]): Pick<TravelMatrix, 'seconds' | 'far'> {
    const joined = points.map((point) => this.join(point));
    const n = points.length;
    const seconds = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY);
    const { buckets, order } = this.#bucketed(joined);
    for (const [from, one] of joined.entries()) {
      const row = seconds.subarray(from * n, (from + 1) * n);
      if (one) this.#fillRow(row, one, buckets, order);
      for (const [to, other] of joined.entries()) {
        if (one && other) row[to] = Math.min(row[to] as number, this.#alongEdge(one, other));
        row[to] = to === from ? 0 : ((row[to] as number) + accessMs(one) + accessMs(other)) / 1000;
      }
    }
    return { seconds, far: joined.flatMap((one, at) => (one === null || one.metres > farM ? [at] : [])) };
  }

  /** The way from one point to another along the roads, from and to the points themselves; null where there is none. */
  path(from: LonLat, to: LonLat): LonLat[] | null {
    const [one, other] = [this.join(from), this.join(to)];
    if (!one || !other) return null;
    const direct = this.#alongEdge(one, other);
    const up = this.#climb(this.#seedsOut(one), this.#hierarchy.up);
    const down = this.#climb(this.#seedsIn(other), this.#hierarchy.down);
    const back = new Map(down.nodes.map((node, at) => [node, down.ms[at] as number]));
    let [best, top] = [direct, -1];
    for (const [at, node] of up.nodes.entries()) {
      const ms = (up.ms[at] as number) + (back.get(node) ?? Number.POSITIVE_INFINITY);
      if (ms < best) [best, top] = [ms, node];
    }
    if (best === Number.POSITIVE_INFINITY) return null;
    if (top < 0) return [from, ...this.#part(one.edge, one.part, other.part), to];
    const line: LonLat[] = [from];
    const arcsUp: number[] = [];
    let node = top;
    for (let arc = up.by.get(node) ?? -1; arc >= 0; arc = up.by.get(node) ?? -1) {
      arcsUp.push(arc);
      node = this.#lighterEnd(this.#hierarchy.up, arc);
    }
    line.push(...this.#leaving(one, node));
    for (const arc of arcsUp.reverse())
      this.#unpack(
        this.#lighterEnd(this.#hierarchy.up, arc),
        this.#hierarchy.up.node[arc] as number,
        this.#hierarchy.up.mid[arc] as number,
        line,
      );
    node = top;
    for (let arc = down.by.get(node) ?? -1; arc >= 0; arc = down.by.get(node) ?? -1) {
      const next = this.#lighterEnd(this.#hierarchy.down, arc);
      this.#unpack(node, next, this.#hierarchy.down.mid[arc] as number, line);
      node = next;
    }
    line.push(...this.#arriving(other, node), to);
    return line.filter((point, at) => at === 0 || point[0] !== line[at - 1]?.[0] || point[1] !== line[at - 1]?.[1]);
  }

  /** Of every node, which places are reached downwards from it, and in what time; in one list by node. */
  #bucketed(joined: (Joined | null)[]): { buckets: { place: Int32Array; ms: Float64Array }; order: Int32Array } {
    const places: number[] = [];
    const nodes: number[] = [];
    const times: number[] = [];
    for (const [place, one] of joined.entries()) {
      if (!one) continue;
      const { nodes: reached, ms } = this.#climb(this.#seedsIn(one), this.#hierarchy.down);
      for (const [at, node] of reached.entries()) {
        places.push(place);
        nodes.push(node);
        times.push(ms[at] as number);
      }
    }
    const order = new Int32Array(this.#network.nodes + 1);
    for (const node of nodes) order[node + 1] = (order[node + 1] as number) + 1;
    for (let node = 0; node < this.#network.nodes; node++)
      order[node + 1] = (order[node + 1] as number) + (order[node] as number);
    const filled = order.slice(0, -1);
    const buckets = { place: new Int32Array(nodes.length), ms: new Float64Array(nodes.length) };
    for (const [at, node] of nodes.entries()) {
      const slot = filled[node] as number;
      filled[node] = slot + 1;
      buckets.place[slot] = places[at] as number;
      buckets.ms[slot] = times[at] as number;
    }
    return { buckets, order };
  }

  #fillRow(
    row: Float64Array,
    from: Joined,
    { place, ms: times }: { place: Int32Array; ms: Float64Array },
    order: Int32Array,
  ): void {
    const { nodes, ms } = this.#climb(this.#seedsOut(from), this.#hierarchy.up);
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at] as number;
      const here = ms[at] as number;
      for (let slot = order[node] as number; slot < (order[node + 1] as number); slot++) {
        const to = place[slot] as number;
        const sum = here + (times[slot] as number);
        if (sum < (row[to] as number)) row[to] = sum;
      }
    }
  }

  /** All that lies upwards, nearest first; a node a weightier one reaches sooner is left where it is. */
  #climb(seeds: [node: number, ms: number][], arcs: Arcs): Climb {
    const other = arcs === this.#hierarchy.up ? this.#hierarchy.down : this.#hierarchy.up;
    const round = ++this.#round;
    const heap = this.#heap;
    heap.clear();
    const climb: Climb = { nodes: [], ms: [], by: new Map() };
    for (const [node, ms] of seeds) {
      if (this.#stamp[node] === round && (this.#distance[node] as number) <= ms) continue;
      this.#stamp[node] = round;
      this.#distance[node] = ms;
      climb.by.set(node, -1);
      heap.push(node, ms);
    }
    for (let node = heap.pop(); node !== undefined; node = heap.pop()) {
      if (this.#settled[node] === round) continue;
      this.#settled[node] = round;
      const here = this.#distance[node] as number;
      if (this.#stalled(node, here, other, round)) continue;
      climb.nodes.push(node);
      climb.ms.push(here);
      for (let arc = arcs.start[node] as number; arc < (arcs.start[node + 1] as number); arc++) {
        const next = arcs.node[arc] as number;
        const ms = here + (arcs.ms[arc] as number);
        if (this.#stamp[next] === round && (this.#distance[next] as number) <= ms) continue;
        this.#stamp[next] = round;
        this.#distance[next] = ms;
        climb.by.set(next, arc);
        heap.push(next, ms);
      }
    }
    return climb;
  }

  #stalled(node: number, here: number, other: Arcs, round: number): boolean {
    for (let arc = other.start[node] as number; arc < (other.start[node + 1] as number); arc++) {
      const above = other.node[arc] as number;
      if (this.#stamp[above] === round && (this.#distance[above] as number) + (other.ms[arc] as number) < here)
        return true;
    }
    return false;
  }

  #seedsOut(joined: Joined): [number, number][] {
    const { alongMs, againstMs } = this.#network;
    return this.#seeds(joined, againstMs[joined.edge] as number, alongMs[joined.edge] as number);
  }

  #seedsIn(joined: Joined): [number, number][] {
    const { alongMs, againstMs } = this.#network;
    return this.#seeds(joined, alongMs[joined.edge] as number, againstMs[joined.edge] as number);
  }

  /** The ends of an edge that can be reached, with the time; who stands at an end is there, whichever way the edge runs. */
  #seeds({ edge, part }: Joined, firstMs: number, lastMs: number): [number, number][] {
    const { from, to } = this.#network;
    const seeds: [number, number][] = [];
    if (firstMs !== never || part < atEnd) seeds.push([from[edge] as number, part < atEnd ? 0 : part * firstMs]);
    if (lastMs !== never || part > 1 - atEnd)
      seeds.push([to[edge] as number, part > 1 - atEnd ? 0 : (1 - part) * lastMs]);
    return seeds;
  }

  /** Along the one edge both join; `Infinity` when they join different ones, or it may not be driven that way. */
  #alongEdge(one: Joined, other: Joined): number {
    if (one.edge !== other.edge) return Number.POSITIVE_INFINITY;
    const { alongMs, againstMs } = this.#network;
    const forward = other.part >= one.part;
    const ms = (forward ? alongMs : againstMs)[one.edge] as number;
    return ms === never ? Number.POSITIVE_INFINITY : Math.abs(other.part - one.part) * ms;
  }

  #lighterEnd({ start }: Arcs, arc: number): number {
    let [low, high] = [0, start.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((start[middle] as number) <= arc) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Writes out the line of an arc, shortcut by shortcut. */
  #unpack(from: number, to: number, mid: number, line: LonLat[]): void {
    const open: [number, number, number][] = [[from, to, mid]];
    for (let next = open.pop(); next; next = open.pop()) {
      const [a, b, between] = next;
      if (between < 0) {
        const coded = -1 - between;
        line.push(...(coded % 2 === 0 ? this.#part(coded >> 1, 0, 1) : this.#part(coded >> 1, 1, 0)));
      } else {
        open.push([between, b, this.#midOf(this.#hierarchy.up, between, b)]);
        open.push([a, between, this.#midOf(this.#hierarchy.down, between, a)]);
      }
    }
  }

  #midOf(arcs: Arcs, node: number, end: number): number {
    for (let arc = arcs.start[node] as number; arc < (arcs.start[node + 1] as number); arc++)
      if (arcs.node[arc] === end) return arcs.mid[arc] as number;
    throw new Error(`no arc between ${node} and ${end}`);
  }

  #leaving(joined: Joined, node: number): LonLat[] {
    return this.#part(joined.edge, joined.part, this.#endAt(joined, node, this.#seedsOut(joined)));
  }

  #arriving(joined: Joined, node: number): LonLat[] {
    return this.#part(joined.edge, this.#endAt(joined, node, this.#seedsIn(joined)), joined.part);
  }

  /** Which end of the edge a node is, 0 or 1; of one that is both, the sooner. */
  #endAt({ edge, part }: Joined, node: number, seeds: [number, number][]): number {
    const { from, to } = this.#network;
    if (from[edge] !== to[edge]) return from[edge] === node ? 0 : 1;
    const [first, last] = seeds;
    if (!last) return part < atEnd ? 0 : 1;
    return (first?.[1] ?? 0) <= last[1] ? 0 : 1;
  }

  /** The line of an edge from one part of its length to another, either way. */
  #part(edge: number, begin: number, end: number): LonLat[] {
    const { lineStart, lines } = this.#network;
    const points: LonLat[] = [];
    for (let at = lineStart[edge] as number; at < (lineStart[edge + 1] as number); at++)
      points.push([lines[2 * at] as number, lines[2 * at + 1] as number]);
    return partOf(points, begin, end);
  }
}

const accessMs = (joined: Joined | null) => (joined === null ? 0 : (joined.metres / (accessKmPerHour / 3.6)) * 1000);
