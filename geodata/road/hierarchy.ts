import FlatQueue from 'flatqueue';
import { never, type RoadNetwork } from './network.ts';

/**
 * 收缩层次 — the network's nodes in an order of weight, and for each the arcs that lead to weightier ones. `up` are arcs out of a node, `down` arcs
 * into it, both found at their lighter node: those of node v lie from `start[v]` to `start[v + 1]`. An arc that stands for two names the
 * node between (`mid`), one of the network its edge as −1 − (2 × edge + (1 when driven against it)).
 */
export interface Hierarchy {
  rank: Int32Array;
  up: Arcs;
  down: Arcs;
}
export interface Arcs {
  start: Int32Array;
  /** The weightier end. */
  node: Int32Array;
  ms: Uint32Array;
  mid: Int32Array;
}

/** Arcs under way: two linked lists a node, growing. */
class Growing {
  readonly headOut: Int32Array;
  readonly headIn: Int32Array;
  nextOut: Int32Array;
  nextIn: Int32Array;
  from: Int32Array;
  to: Int32Array;
  ms: Float64Array;
  mid: Int32Array;
  count = 0;

  constructor(nodes: number, room: number) {
    this.headOut = new Int32Array(nodes).fill(-1);
    this.headIn = new Int32Array(nodes).fill(-1);
    this.nextOut = new Int32Array(room);
    this.nextIn = new Int32Array(room);
    this.from = new Int32Array(room);
    this.to = new Int32Array(room);
    this.ms = new Float64Array(room);
    this.mid = new Int32Array(room);
  }

  /** Puts an arc in, or makes the one there is shorter. */
  add(from: number, to: number, ms: number, mid: number): void {
    for (let arc = this.headOut[from] as number; arc >= 0; arc = this.nextOut[arc] as number)
      if (this.to[arc] === to) {
        if ((this.ms[arc] as number) > ms) {
          this.ms[arc] = ms;
          this.mid[arc] = mid;
        }
        return;
      }
    if (this.count === this.from.length) this.#grow();
    const arc = this.count++;
    this.from[arc] = from;
    this.to[arc] = to;
    this.ms[arc] = ms;
    this.mid[arc] = mid;
    this.nextOut[arc] = this.headOut[from] as number;
    this.headOut[from] = arc;
    this.nextIn[arc] = this.headIn[to] as number;
    this.headIn[to] = arc;
  }

  unlinkOut(node: number, target: number): void {
    let before = -1;
    for (let arc = this.headOut[node] as number; arc >= 0; arc = this.nextOut[arc] as number) {
      if (this.to[arc] === target) {
        if (before < 0) this.headOut[node] = this.nextOut[arc] as number;
        else this.nextOut[before] = this.nextOut[arc] as number;
        return;
      }
      before = arc;
    }
  }

  unlinkIn(node: number, source: number): void {
    let before = -1;
    for (let arc = this.headIn[node] as number; arc >= 0; arc = this.nextIn[arc] as number) {
      if (this.from[arc] === source) {
        if (before < 0) this.headIn[node] = this.nextIn[arc] as number;
        else this.nextIn[before] = this.nextIn[arc] as number;
        return;
      }
      before = arc;
    }
  }

  #grow(): void {
    const doubled = (old: Int32Array) => {
      const fresh = new Int32Array(old.length * 2);
      fresh.set(old);
      return fresh;
    };
    this.nextOut = doubled(this.nextOut);
    this.nextIn = doubled(this.nextIn);
    this.from = doubled(this.from);
    this.to = doubled(this.to);
    this.mid = doubled(this.mid);
    const ms = new Float64Array(this.ms.length * 2);
    ms.set(this.ms);
    this.ms = ms;
  }
}

/** Nodes a witness search may settle: while weighing a node, and while contracting it. */
const settles = { weighing: 40, contracting: 400 };

/** Builds the hierarchy; `onProgress` receives from time to time what part of the nodes is done. The times of all pairs stay exact. */
export function buildHierarchy(network: RoadNetwork, onProgress?: (done: number) => void): Hierarchy {
  return new Contraction(network).run(onProgress);
}

class Contraction {
  readonly #nodes: number;
  readonly #arcs: Growing;
  readonly #rank: Int32Array;
  readonly #depth: Int32Array;
  readonly #queue = new FlatQueue();
  readonly #near = new FlatQueue();
  readonly #distance: Float64Array;
  readonly #stamp: Int32Array;
  readonly #settled: Int32Array;
  #round = 0;

  constructor({ nodes, from, to, alongMs, againstMs }: RoadNetwork) {
    this.#nodes = nodes;
    this.#arcs = new Growing(nodes, from.length * 4 + 16);
    for (let edge = 0; edge < from.length; edge++) {
      const [a, b] = [from[edge] as number, to[edge] as number];
      if (a === b) continue;
      if (alongMs[edge] !== never) this.#arcs.add(a, b, alongMs[edge] as number, -1 - 2 * edge);
      if (againstMs[edge] !== never) this.#arcs.add(b, a, againstMs[edge] as number, -2 - 2 * edge);
    }
    this.#rank = new Int32Array(nodes).fill(-1);
    this.#depth = new Int32Array(nodes);
    this.#distance = new Float64Array(nodes);
    this.#stamp = new Int32Array(nodes);
    this.#settled = new Int32Array(nodes);
  }

  run(onProgress?: (done: number) => void): Hierarchy {
    for (let node = 0; node < this.#nodes; node++) this.#queue.push(node, this.#weigh(node));
    let done = 0;
    for (let node = this.#queue.pop(); node !== undefined; node = this.#queue.pop()) {
      if ((this.#rank[node] as number) >= 0) continue;
      const weight = this.#weigh(node);
      if (weight > (this.#queue.peekValue() ?? weight)) {
        this.#queue.push(node, weight);
        continue;
      }
      this.#contract(node);
      this.#rank[node] = done++;
      if (onProgress && done % 5000 === 0) onProgress(done / this.#nodes);
    }
    return { rank: this.#rank, up: this.#gather(true), down: this.#gather(false) };
  }

  /** Shortcuts less arcs that go, and how deep what went already lies: the lower the sooner contracted. */
  #weigh(node: number): number {
    const arcs = this.#arcs;
    let gone = 0;
    for (let arc = arcs.headOut[node] as number; arc >= 0; arc = arcs.nextOut[arc] as number) gone++;
    for (let arc = arcs.headIn[node] as number; arc >= 0; arc = arcs.nextIn[arc] as number) gone++;
    return 2 * this.#shortcuts(node, false) - gone + (this.#depth[node] as number);
  }

  #contract(node: number): void {
    this.#shortcuts(node, true);
    const arcs = this.#arcs;
    const deeper = (this.#depth[node] as number) + 1;
    for (let arc = arcs.headOut[node] as number; arc >= 0; arc = arcs.nextOut[arc] as number) {
      const other = arcs.to[arc] as number;
      arcs.unlinkIn(other, node);
      if ((this.#depth[other] as number) < deeper) this.#depth[other] = deeper;
    }
    for (let arc = arcs.headIn[node] as number; arc >= 0; arc = arcs.nextIn[arc] as number) {
      const other = arcs.from[arc] as number;
      arcs.unlinkOut(other, node);
      if ((this.#depth[other] as number) < deeper) this.#depth[other] = deeper;
    }
  }

  /** Counts, or puts in, the shortcuts a node's going needs. */
  #shortcuts(node: number, put: boolean): number {
    const arcs = this.#arcs;
    let count = 0;
    for (let into = arcs.headIn[node] as number; into >= 0; into = arcs.nextIn[into] as number) {
      const source = arcs.from[into] as number;
      const first = arcs.ms[into] as number;
      let most = -1;
      for (let out = arcs.headOut[node] as number; out >= 0; out = arcs.nextOut[out] as number)
        if (arcs.to[out] !== source && (arcs.ms[out] as number) > most) most = arcs.ms[out] as number;
      if (most < 0) continue;
      this.#witness(source, node, first + most, put ? settles.contracting : settles.weighing);
      for (let out = arcs.headOut[node] as number; out >= 0; out = arcs.nextOut[out] as number) {
        const target = arcs.to[out] as number;
        if (target === source) continue;
        const ms = first + (arcs.ms[out] as number);
        if (this.#stamp[target] === this.#round && (this.#distance[target] as number) <= ms) continue;
        count++;
        if (put) arcs.add(source, target, ms, node);
      }
    }
    return count;
  }

  /** Shortest ways from a node without another, as far as `most`, settling so many nodes; what it reached is a way there is. */
  #witness(source: number, without: number, most: number, settle: number): void {
    const arcs = this.#arcs;
    const round = ++this.#round;
    const near = this.#near;
    near.clear();
    this.#distance[source] = 0;
    this.#stamp[source] = round;
    near.push(source, 0);
    for (let left = settle; left > 0 && (near.peekValue() ?? Number.POSITIVE_INFINITY) <= most; ) {
      const node = near.pop() as number;
      if (this.#settled[node] === round) continue;
      this.#settled[node] = round;
      left--;
      const here = this.#distance[node] as number;
      for (let arc = arcs.headOut[node] as number; arc >= 0; arc = arcs.nextOut[arc] as number) {
        const other = arcs.to[arc] as number;
        if (other === without) continue;
        const ms = here + (arcs.ms[arc] as number);
        if (ms > most || (this.#stamp[other] === round && (this.#distance[other] as number) <= ms)) continue;
        this.#stamp[other] = round;
        this.#distance[other] = ms;
        near.push(other, ms);
      }
    }
  }

  #gather(up: boolean): Arcs {
    const arcs = this.#arcs;
    const [heads, nexts, ends] = up ? [arcs.headOut, arcs.nextOut, arcs.to] : [arcs.headIn, arcs.nextIn, arcs.from];
    const start = new Int32Array(this.#nodes + 1);
    for (let node = 0; node < this.#nodes; node++) {
      let count = 0;
      for (let arc = heads[node] as number; arc >= 0; arc = nexts[arc] as number) count++;
      start[node + 1] = (start[node] as number) + count;
    }
    const total = start[this.#nodes] as number;
    const gathered = { start, node: new Int32Array(total), ms: new Uint32Array(total), mid: new Int32Array(total) };
    for (let node = 0, at = 0; node < this.#nodes; node++)
      for (let arc = heads[node] as number; arc >= 0; arc = nexts[arc] as number, at++) {
        gathered.node[at] = ends[arc] as number;
        gathered.ms[at] = arcs.ms[arc] as number;
        gathered.mid[at] = arcs.mid[arc] as number;
      }
    return gathered;
  }
}
