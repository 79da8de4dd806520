import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem, Shift, Stop } from '../../../server/route-plan/solver/problem.ts';

/** Instances of others with the best values known; absent on machines that have only the product. */
const folder = join(import.meta.dirname, '../../../../shared/data/routing');
export const hasInstances = existsSync(folder);

/** One instance; `best` is the score to reach, or the travel where all are to be visited (`cover`). */
export interface Instance {
  name: string;
  problem: Problem;
  cover: boolean;
  best: number;
}

type Point = { x: number; y: number };
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const rows = (text: string) =>
  text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim().split(/[\s;,]+/));
const table = (name: string) => rows(read(name)).slice(1);

function matrix(points: Point[], distance: (a: Point, b: Point) => number): Float64Array {
  const travel = new Float64Array(points.length ** 2);
  for (const [i, a] of points.entries())
    for (const [j, b] of points.entries()) travel[i * points.length + j] = i === j ? 0 : distance(a, b);
  return travel;
}
const straight = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const cut = (unit: number) => (a: Point, b: Point) => Math.floor(straight(a, b) * unit + 1e-9) / unit;
const stopOf = (place: number, more: Partial<Stop>): Stop => ({
  ...{ place, score: 0, service: 0, windows: [], need: 'may', allowed: null },
  ...more,
});
const shiftsOf = (count: number, shift: Partial<Shift>): Shift[] =>
  Array.from({ length: count }, () => ({
    start: 0,
    end: 0,
    from: 0,
    until: Number.POSITIVE_INFINITY,
    rest: null,
    ...shift,
  }));

/** Team orienteering (TOP-FORMAT.txt): straight distances, a longest tour for each of m teams. */
export function topInstances(): Instance[] {
  const best = new Map(table('best-known-top.csv').map((row) => [row[0], Number(row[4])]));
  return readdirSync(join(folder, 'top'))
    .sort()
    .map((file) => {
      const name = file.replace('.txt', '');
      const [, teams, most, ...lines] = rows(read(`top/${file}`));
      const points = lines.map(([x, y, score]) => ({ x: Number(x), y: Number(y), score: Number(score) }));
      const stops = points.slice(1, -1).map(({ score }, at) => stopOf(at + 1, { score }));
      const shifts = shiftsOf(Number(teams?.[1]), { end: points.length - 1, until: Number(most?.[1]) });
      const problem = { places: points.length, travel: matrix(points, straight), stops, shifts };
      return { name, problem, cover: false, best: best.get(name) ?? 0 };
    });
}

/** The same with windows (TOPTW-FORMAT.txt): distances rounded down to one decimal (Solomon) or two (Cordeau). */
export function toptwInstances(): Instance[] {
  return table('best-known-toptw.csv').map(([name = '', teams, , best]) => {
    const lines = rows(read(`toptw/${name}.txt`)).slice(2);
    const points = lines.map((row) => ({ x: Number(row[1]), y: Number(row[2]), row }));
    const until = Number(points[0]?.row.at(-1));
    const stops = points.slice(1).map(({ row }, at) =>
      stopOf(at + 1, {
        service: Number(row[3]),
        score: Number(row[4]),
        windows: [[Number(row.at(-2)), Number(row.at(-1))]],
      }),
    );
    const travel = matrix(points, cut(name.startsWith('pr') ? 100 : 10));
    const problem = { places: points.length, travel, stops, shifts: shiftsOf(Number(teams), { until }) };
    return { name: `${name} m${teams}`, problem, cover: false, best: Number(best) };
  });
}

/** Travelling salesman, EUC_2D: whole-number distances, every place a must. */
export function tspInstances(): Instance[] {
  return table('optimal-tsplib.csv').flatMap(([name = '', optimum]): Instance[] => {
    // linhp318 asks for a path between two given ends, which is another problem than a round trip.
    if (name === 'linhp318' || !existsSync(join(folder, `tsplib/${name}.tsp`))) return [];
    const lines = rows(read(`tsplib/${name}.tsp`)).filter((row) => row.length === 3 && /^\d+$/.test(row[0] ?? ''));
    const points = lines.map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
    const stops = points.slice(1).map((_, at) => stopOf(at + 1, { need: 'must' }));
    const travel = matrix(points, (a, b) => Math.round(straight(a, b)));
    return [
      {
        name,
        problem: { places: points.length, travel, stops, shifts: shiftsOf(1, {}) },
        cover: true,
        best: Number(optimum),
      },
    ];
  });
}

/** Vehicle routing with windows (Solomon, 100 customers): distances cut to one decimal, all to be visited, so many vehicles and no more than each carries. */
export function vrptwInstances(): Instance[] {
  return table('optimal-vrptw-trunc1.csv').flatMap(([name = '', , , best, vehicles]): Instance[] => {
    if (!existsSync(join(folder, `vrptw/${name}.txt`)) || !best) return [];
    const lines = rows(read(`vrptw/${name}.txt`));
    const capacity = Number(lines[4]?.[1]);
    const points = lines
      .filter((row) => row.length === 7 && row.every((cell) => /^[\d.]+$/.test(cell)))
      .map(([, x, y, load, from, until, service]) => ({ x: Number(x), y: Number(y), load, from, until, service }));
    const stops = points.slice(1).map(({ load, from, until, service }, at) =>
      stopOf(at + 1, {
        ...{ need: 'must', load: Number(load), service: Number(service) },
        windows: [[Number(from), Number(until)]],
      }),
    );
    const shifts = shiftsOf(Number(vehicles) || 25, { until: Number(points[0]?.until), capacity });
    const problem = { places: points.length, travel: matrix(points, cut(10)), stops, shifts, waiting: 0 };
    return [{ name, problem, cover: true, best: Number(best) }];
  });
}

/** County instances: seconds over hill roads, teams × days; no best value known but the best ever found. */
export function countyInstances(): Omit<Instance, 'best'>[] {
  return readdirSync(join(folder, 'county'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const { name, teams, days, dayLength, villages, durations } = JSON.parse(read(`county/${file}`)) as {
        name: string;
        teams: number;
        days: number;
        dayLength: number;
        villages: { service: number; score: number; tw?: [number, number] }[];
        durations: number[][];
      };
      const stops = villages.map(({ service, score, tw }, at) =>
        stopOf(at + 1, { service, score, windows: tw ? [tw] : [] }),
      );
      const problem = {
        places: durations.length,
        travel: Float64Array.from(durations.flat()),
        stops,
        shifts: shiftsOf(teams * days, { until: dayLength }),
      };
      return { name, problem, cover: false };
    });
}
