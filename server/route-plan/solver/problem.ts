/**
 * What the route solver is asked, in numbers alone: no names, no clock, no files. Places are indices into the travel
 * matrix; times are in one unit throughout (seconds for the county, anything for a benchmark), counted from any zero.
 * Everything is plain arrays, so that a problem crosses to a worker as it is.
 */
export interface Problem {
  /** Number of places the matrix speaks of. */
  places: number;
  /** Travel time from place i to place j at [i * places + j]; `Infinity` where there is no way. Need not be symmetric. */
  travel: Float64Array;
  stops: readonly Stop[];
  /** 一组一天 — one team on one day; its index is what `allowed`, locks and routes speak of. */
  shifts: readonly Shift[];
  /** What one unit of waiting weighs against one of travel where plans are worth the same; 1 unless said. */
  waiting?: number;
}

/** 待访点 — one village that may be visited, at most once. */
export interface Stop {
  place: number;
  /** What a visit is worth, ≥ 0. */
  score: number;
  /** Time spent there. */
  service: number;
  /** When a visit may start: disjoint [from, until] in order; empty means at any time. */
  windows: readonly (readonly [from: number, until: number])[];
  need: 'must' | 'may' | 'never';
  /** Shifts that may take it; null means all. */
  allowed: readonly number[] | null;
  /** What it takes of a shift's capacity; 0 unless said. */
  load?: number;
}

export interface Shift {
  start: number;
  end: number;
  /** Not before, and back at `end` not after. */
  from: number;
  until: number;
  /** A pause that starts within [from, until], taken at a place between visits (or at its start or end); null for none. */
  rest: { from: number; until: number; length: number } | null;
  /** The most its stops may load together; unlimited unless said. */
  capacity?: number;
}

/** 锁定 — what a person's hand has fixed. The solver keeps each or says which cannot be kept. */
export interface Locks {
  /** For each shift, stops that open the route in this order (already driven, or put there by hand). */
  prefix: readonly (readonly number[])[];
  /** For each shift, whether its route is exactly its prefix. */
  whole: readonly boolean[];
  /** For each stop: the shift it must be in, or −1. */
  shift: readonly number[];
  /** For each stop: true when it may not be left out. */
  kept: readonly boolean[];
}

export interface Budget {
  seed: number;
  /** Stops after this many iterations (tests) … */
  iterations?: number;
  /** … or after this much wall time, in milliseconds (people). */
  ms?: number;
}

/** 方案 — routes as stop indices in driving order, one per shift. */
export interface Plan {
  routes: readonly (readonly number[])[];
  /** Musts that are in no route. */
  missing: readonly number[];
  /** Locks that contradict the problem or each other; what a hand put at the opening of a route is kept all the same. */
  conflicts: readonly Conflict[];
  score: number;
  /** Sum of travel over all routes used. */
  travel: number;
  /** Travel and weighed waiting: what decides between plans worth the same. */
  cost: number;
  /** Iterations run, for the bench and for telling a person how hard was looked. */
  iterations: number;
}

/**
 * 锁定冲突 — `twice`: opens more than one route, and stays in the first; `not-a-stop`: no such stop; `shift`: put in a shift it is not allowed or locked to; `never`: put
 * in though it is not to be visited; `late`: the opening of this shift's route cannot be driven in its hours and windows; `no-shift`: kept, but no shift can take it.
 */
export interface Conflict {
  is: 'twice' | 'not-a-stop' | 'shift' | 'never' | 'late' | 'no-shift';
  stop: number;
  shift: number;
}
