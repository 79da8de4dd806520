import type { LonLat } from '../../../geodata/area/area.ts';
import { buildHierarchy } from '../../../geodata/road/hierarchy.ts';
import { buildNetwork, never, type RoadLine } from '../../../geodata/road/network.ts';
import { RoadWays } from '../../../geodata/road/ways.ts';
import { posed } from '../../../server/route-plan/problem-of.ts';
import { solveInPool } from '../../../server/route-plan/solver/pool.ts';
import { Chance } from '../../../server/route-plan/solver/random.ts';
import { timeRoute } from '../../../server/route-plan/timing/rules.ts';
import type { Row } from '../row.ts';

const side = 245;
const places = 300;

/** A country of crooked roads: a grid shaken, one road in eight gone, one in seven one-way, of five speeds. About 200,000 directed arcs. */
function crookedRoads(chance: Chance): RoadLine[] {
  const spots = Array.from(
    { length: side * side },
    (_, at): LonLat => [
      105 + ((at % side) + 0.7 * chance.unit()) * 0.004,
      33 + (Math.floor(at / side) + 0.7 * chance.unit()) * 0.004,
    ],
  );
  const speeds = [15, 25, 30, 40, 60];
  const roads: RoadLine[] = [];
  for (let at = 0; at < side * side; at++)
    for (const next of [at % side === side - 1 ? -1 : at + 1, at + side]) {
      const [a, b] = [spots[at], spots[next]];
      if (!a || !b || chance.unit() < 1 / 8) continue;
      const against = chance.unit() > 1 / 7;
      roads.push({ points: [a, b], speed: speeds[chance.below(5)] ?? 30, along: true, against, level: 0 });
    }
  return roads;
}

/** Times between 300 places over 200,000 arcs; and what a person waits for: an edit timed anew, a plan searched anew around their locks. */
export async function roadRows(): Promise<Row[]> {
  const chance = new Chance(7);
  const roads = crookedRoads(chance);
  let began = performance.now();
  const network = buildNetwork(roads);
  const ways = new RoadWays(network, buildHierarchy(network));
  const build = performance.now() - began;
  const arcs = [...network.alongMs, ...network.againstMs].filter((ms) => ms !== never).length;
  const points = Array.from({ length: places }, (): LonLat => [105 + chance.unit() * 0.97, 33 + chance.unit() * 0.97]);
  ways.between(points.slice(0, 50));
  const took: number[] = [];
  let seconds = new Float64Array(0);
  for (let turn = 0; turn < 7; turn++) {
    began = performance.now();
    seconds = ways.between(points).seconds as Float64Array<ArrayBuffer>;
    took.push(performance.now() - began);
  }
  const spot = { name: '', lon: 0, lat: 0 };
  const team = { id: 'a', name: 'a', start: spot, end: spot, fromMin: 0, untilMin: 1200, rest: null };
  const rested = { ...team, rest: { fromMin: 690, untilMin: 810, lengthMin: 60 } };
  const stops = Array.from({ length: 40 }, (_, at) => ({ code: `${at}`, place: at, serviceMin: 20, windows: [] }));
  began = performance.now();
  for (let turn = 0; turn < 100; turn++)
    timeRoute(rested, { start: 298, end: 299 }, stops, (from, to) => seconds[from * places + to] ?? 0);
  const retime = (performance.now() - began) / 100;
  const plan = {
    ...{
      title: '',
      announced: true,
      goal: 'worth' as const,
      dates: ['2026-10-30', '2026-10-31'],
      seed: 1,
      travel: null,
    },
    teams: [team, { ...team, id: 'b' }],
    villages: Array.from({ length: places - 4 }, (_, at) => ({
      ...{ code: `${at}`, need: 'may' as const, score: 10 + ((at * 7) % 40), serviceMin: 30, windows: [] },
      ...{ teams: null, dates: null },
    })),
    routes: [{ team: 'a', on: '2026-10-30', stops: ['3', '9', '27'], fixed: 2, whole: false }],
  };
  const given = posed(plan, () => 0, seconds);
  await solveInPool(given.problem, given.locks, { seed: 1, ms: 50 }, { start: given.start });
  began = performance.now();
  await solveInPool(given.problem, given.locks, { seed: 1, ms: 250 }, { start: given.start });
  const resolve = performance.now() - began;
  return [
    {
      what: `roads of ${Math.round(arcs / 1000)} 000 directed arcs made ready`,
      value: build / 1000,
      unit: 's',
      aim: '≤ 5 s',
    },
    {
      what: `${places} × ${places} travel times over them`,
      value: took.sort((a, b) => a - b)[3] ?? 0,
      unit: 'ms',
      aim: '≤ 100 ms',
    },
    { what: 'an edit of a day of 40 stops timed anew', value: retime, unit: 'ms', aim: '≤ 5 ms' },
    { what: 'a plan of 296 villages searched anew around its locks', value: resolve, unit: 'ms', aim: '≤ 300 ms' },
  ];
}
