import { openings } from './openings.ts';
import type { Conflict, Locks, Problem, Shift, Stop } from './problem.ts';

/**
 * The problem laid out for speed. Nodes: stops 0…n−1, then the start of each shift (n + r), then its end (n + shifts + r).
 * `ahead[k * nodes + j]` is the service at k and the way to j; `behind[k * nodes + i]` the service at i and the way to k.
 */
export interface Field {
  stops: number;
  shifts: number;
  nodes: number;
  ahead: Float64Array;
  behind: Float64Array;
  service: Float64Array;
  score: Float64Array;
  must: Uint8Array;
  load: Float64Array;
  capacity: Float64Array;
  /** Windows of stop k are windowAt[k]…windowAt[k + 1]; `opens` and `closes` are the first's beginning and the last's end, for every node. */
  windowAt: Int32Array;
  windowFrom: Float64Array;
  windowUntil: Float64Array;
  opens: Float64Array;
  closes: Float64Array;
  /** Whether a stop has several windows. */
  several: Uint8Array;
  restFrom: Float64Array;
  restUntil: Float64Array;
  /** −1: the shift has no rest. */
  restLength: Float64Array;
  hours: Float64Array;
  /** Whether time of day matters at all; else only the length of a day does. */
  timed: boolean;
  rests: boolean;
  loaded: boolean;
  waiting: number;
  /** Whether shift r may take stop k at [k * shifts + r], alone in the day. */
  mayTake: Uint8Array;
  /** Shifts that are alike have the same number. */
  kind: Int32Array;
  /** How many stops open the route and stay; `closed`: nothing may be added. */
  fixed: Int32Array;
  closed: Uint8Array;
  opening: number[][];
  /** Stops worth trying: some shift may take them, and they are musts or worth something. */
  wanted: Int32Array;
  /** For each stop, the others by how near they are: `near[k * nearest + i]`. */
  near: Int32Array;
  nearest: number;
  /** Average way to the nearest few; the scale of differences in travel. */
  leg: number;
  conflicts: Conflict[];
}

/** Lays a problem and its locks out; never refuses: what cannot be kept is in `conflicts`. */
export function layOut(problem: Problem, locks: Locks | null): Field {
  const { stops, shifts, places, travel } = problem;
  const [n, r] = [stops.length, shifts.length];
  const nodes = n + 2 * r;
  const place = new Int32Array(nodes);
  const service = new Float64Array(nodes);
  for (let k = 0; k < n; k++) {
    place[k] = (stops[k] as Stop).place;
    service[k] = (stops[k] as Stop).service;
  }
  for (let s = 0; s < r; s++) {
    place[n + s] = (shifts[s] as Shift).start;
    place[n + r + s] = (shifts[s] as Shift).end;
  }
  const ahead = new Float64Array(nodes * nodes);
  const behind = new Float64Array(nodes * nodes);
  for (let i = 0; i < nodes; i++)
    for (let j = 0; j < nodes; j++) {
      const way = (travel[(place[i] as number) * places + (place[j] as number)] as number) + (service[i] as number);
      ahead[i * nodes + j] = way;
      behind[j * nodes + i] = way;
    }
  const hours = timesOf(problem, nodes);
  const fixes = openings(problem, locks);
  const field: Field = {
    ...{ stops: n, shifts: r, nodes, ahead, behind, service, ...hours, ...fixes },
    score: Float64Array.from(stops, ({ score }) => score),
    must: Uint8Array.from(stops, ({ need }, k) => (need === 'must' || locks?.kept[k] ? 1 : 0)),
    load: Float64Array.from(stops, ({ load }) => load ?? 0),
    capacity: Float64Array.from(shifts, ({ capacity }) => capacity ?? Number.POSITIVE_INFINITY),
    loaded: shifts.some(({ capacity }) => capacity !== undefined),
    waiting: problem.waiting ?? 1,
    kind: kindsOf(shifts),
    mayTake: new Uint8Array(n * r),
    ...{ wanted: new Int32Array(0), near: new Int32Array(0), nearest: 0, leg: 1 },
  };
  allow(field, problem, locks);
  nearOf(field);
  return field;
}

function timesOf({ stops, shifts }: Problem, nodes: number) {
  const [n, r] = [stops.length, shifts.length];
  const dawn = Math.min(...shifts.map(({ from }) => from));
  const dusk = Math.max(...shifts.map(({ until }) => until));
  // Sums of decimals miss a closing time by rounding alone.
  const finite = [dawn, dusk, ...stops.flatMap(({ windows }) => windows.flat())].filter(Number.isFinite);
  const [first, last] = [finite.reduce((a, b) => Math.min(a, b), 0), finite.reduce((a, b) => Math.max(a, b), 0)];
  const begun = Number.isFinite(dawn) ? dawn : 0;
  const grain = 1e-10 * Math.max(last - begun, begun - first) + 1e-14 * Math.max(last, -first);
  const windows = stops.map(({ windows: own, service }) => {
    const open = own.filter(([from, until]) => until >= from);
    if (own.length > 0 && open.length === 0) return [[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]] as const;
    const [only] = open;
    return open.length === 1 && only && only[0] <= dawn && only[1] >= dusk - service ? [] : open;
  });
  const windowAt = new Int32Array(n + 1);
  for (let k = 0; k < n; k++) windowAt[k + 1] = (windowAt[k] as number) + (windows[k]?.length ?? 0);
  const flat = windows.flat();
  const opens = new Float64Array(nodes).fill(Number.NEGATIVE_INFINITY);
  const closes = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  for (let k = 0; k < n; k++) {
    opens[k] = windows[k]?.[0]?.[0] ?? Number.NEGATIVE_INFINITY;
    closes[k] = (windows[k]?.at(-1)?.[1] ?? Number.POSITIVE_INFINITY) + grain;
  }
  for (const [s, { from, until }] of shifts.entries()) {
    opens[n + s] = from;
    closes[n + r + s] = until + grain;
  }
  const rests = shifts.map(({ rest }) => rest);
  return {
    windowAt,
    windowFrom: Float64Array.from(flat, ([from]) => from),
    windowUntil: Float64Array.from(flat, ([, until]) => until + grain),
    ...{ opens, closes },
    several: Uint8Array.from(windows, ({ length }) => (length > 1 ? 1 : 0)),
    restFrom: Float64Array.from(rests, (rest) => rest?.from ?? 0),
    restUntil: Float64Array.from(rests, (rest) => (rest?.until ?? 0) + grain),
    restLength: Float64Array.from(rests, (rest) => rest?.length ?? -1),
    hours: Float64Array.from(shifts, ({ from, until }) => until - from + grain),
    timed: flat.length > 0 || rests.some((rest) => rest !== null),
    rests: rests.some((rest) => rest !== null),
  };
}

function kindsOf(shifts: readonly Shift[]): Int32Array {
  const seen = new Map<string, number>();
  return Int32Array.from(shifts, (shift) => {
    const key = JSON.stringify([shift.start, shift.end, shift.from, shift.until, shift.rest, shift.capacity]);
    const kind = seen.get(key) ?? seen.size;
    seen.set(key, kind);
    return kind;
  });
}

/** Which shift may take which stop: allowed, locked so, and possible if it were the day's only visit. */
function allow(field: Field, { stops }: Problem, locks: Locks | null): void {
  const { stops: n, shifts: r, mayTake, opening, closed } = field;
  const opened = new Set(opening.flat());
  const wanted: number[] = [];
  for (let k = 0; k < n; k++) {
    const { need, allowed, score } = stops[k] as Stop;
    const only = locks?.shift[k] ?? -1;
    if (opened.has(k)) continue;
    let any = false;
    for (let s = 0; s < r; s++) {
      if (need === 'never' || closed[s] || (allowed !== null && !allowed.includes(s)) || (only >= 0 && only !== s))
        continue;
      if (!aloneFits(field, k, s)) continue;
      mayTake[k * r + s] = 1;
      any = true;
    }
    if (any && (field.must[k] || score > 0)) wanted.push(k);
    if (!any && locks !== null && (locks.kept[k] || only >= 0) && need !== 'must')
      field.conflicts.push({ is: 'no-shift', stop: k, shift: only });
  }
  field.wanted = Int32Array.from(wanted);
}

/** Whether a day with this one visit holds, rest left aside. */
function aloneFits({ nodes, stops: n, shifts, ahead, ...field }: Field, k: number, s: number): boolean {
  if ((field.load[k] as number) > (field.capacity[s] as number)) return false;
  const begin = Math.max(
    (field.opens[n + s] as number) + (ahead[(n + s) * nodes + k] as number),
    field.opens[k] as number,
  );
  if (!(begin <= (field.closes[k] as number)) && (field.opening[s]?.length ?? 0) === 0) return false;
  const back = begin + (ahead[k * nodes + n + shifts + s] as number);
  return back <= (field.closes[n + shifts + s] as number) || (field.opening[s]?.length ?? 0) > 0;
}

function nearOf(field: Field): void {
  const { stops: n, nodes, ahead, behind, service } = field;
  const nearest = Math.max(0, Math.min(n - 1, 120));
  const near = new Int32Array(n * nearest);
  const keys = new Float64Array(n);
  let [sum, count] = [0, 0];
  for (let k = 0; k < n; k++) {
    for (let j = 0; j < n; j++) {
      const both = (ahead[k * nodes + j] as number) - (service[k] as number) + (behind[k * nodes + j] as number);
      // The number of the stop is carried in the order of equal distances by the sort being of pairs.
      keys[j] = j === k ? Number.POSITIVE_INFINITY : both - (service[j] as number);
    }
    const order = Array.from({ length: n }, (_, j) => j).filter((j) => j !== k);
    order.sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
    for (let i = 0; i < nearest; i++) near[k * nearest + i] = order[i] as number;
    for (let i = 0; i < Math.min(5, nearest); i++) {
      const way = (keys[order[i] as number] as number) / 2;
      if (!Number.isFinite(way)) continue;
      sum += way;
      count++;
    }
  }
  field.near = near;
  field.nearest = nearest;
  field.leg = count > 0 && sum > 0 ? sum / count : 1;
}
