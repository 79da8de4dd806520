/** How the neighbours of all places are found: the ways n × n, symmetric and finite, and how many for each place. */
export interface NeighboursGiven {
  n: number;
  travel: Float64Array;
  count: number;
}

/**
 * 候选邻居 — for each place the `count` others a short round trip likely goes to, most likely first: by how much longer the shortest tree gets when it has to hold
 * that edge (Held and Karp 1971, Helsgaun 2000), then by length. Nearness alone misses the edges between clusters.
 */
export function likelyNeighbours({ n, travel, count }: NeighboursGiven): Int32Array {
  const tree = new Tree(n, travel);
  const near = new Int32Array(n * count);
  const alpha = new Float64Array(n);
  const kept: number[] = [];
  for (let from = 0; from < n; from++) {
    tree.alphas(from, alpha);
    const before = (a: number, b: number) =>
      (alpha[a] as number) - (alpha[b] as number) ||
      (travel[from * n + a] as number) - (travel[from * n + b] as number);
    kept.length = 0;
    for (let to = 0; to < n; to++) {
      if (to === from || (kept.length === count && before(to, kept[count - 1] as number) >= 0)) continue;
      if (kept.length === count) kept.pop();
      let at = kept.length;
      while (at > 0 && before(to, kept[at - 1] as number) < 0) at--;
      kept.splice(at, 0, to);
    }
    for (let k = 0; k < count; k++) near[from * count + k] = kept[Math.min(k, kept.length - 1)] as number;
  }
  return near;
}

/** The shortest tree through all places, grown from the first (Prim). */
class Tree {
  readonly #dad: Int32Array;
  readonly #cost: Float64Array;
  readonly #order: Int32Array;
  readonly #marked: Int32Array;
  readonly #beta: Float64Array;
  readonly n: number;
  readonly travel: Float64Array;

  constructor(n: number, travel: Float64Array) {
    this.n = n;
    this.travel = travel;
    this.#dad = new Int32Array(n);
    this.#cost = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
    this.#order = new Int32Array(n);
    this.#marked = new Int32Array(n).fill(-1);
    this.#beta = new Float64Array(n);
    this.#grow();
  }

  #grow(): void {
    const { n, travel } = this;
    const [dad, cost] = [this.#dad, this.#cost];
    const open = Int32Array.from({ length: n - 1 }, (_, at) => at + 1);
    dad[0] = -1;
    cost[0] = Number.NEGATIVE_INFINITY;
    let here = 0;
    for (let left = n - 1, at = 1; left > 0; left--, at++) {
      let next = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let k = 0; k < left; k++) {
        const to = open[k] as number;
        const by = travel[here * n + to] as number;
        if (by < (cost[to] as number)) {
          cost[to] = by;
          dad[to] = here;
        }
        if ((cost[to] as number) < least) {
          least = cost[to] as number;
          next = k;
        }
      }
      here = open[next] as number;
      open[next] = open[left - 1] as number;
      this.#order[at] = here;
    }
  }

  /** How much longer the tree gets with the edge from one place to each other. */
  alphas(from: number, into: Float64Array): void {
    const { n, travel } = this;
    const [beta, dad, cost, marked] = [this.#beta, this.#dad, this.#cost, this.#marked];
    beta[from] = Number.NEGATIVE_INFINITY;
    marked[from] = from;
    for (let to = from; to !== 0; to = dad[to] as number) {
      const up = dad[to] as number;
      beta[up] = Math.max(beta[to] as number, cost[to] as number);
      marked[up] = from;
    }
    for (let at = 0; at < n; at++) {
      const to = this.#order[at] as number;
      if (marked[to] !== from) beta[to] = Math.max(beta[dad[to] as number] as number, cost[to] as number);
      into[to] = Math.max(0, (travel[from * n + to] as number) - (beta[to] as number));
    }
  }
}
