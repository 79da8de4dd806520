import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Feature, LineString } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { LonLat } from '../../geodata/area/area.ts';
import { distanceM } from '../../geodata/road/distance.ts';
import { buildHierarchy } from '../../geodata/road/hierarchy.ts';
import {
  buildNetwork,
  never,
  type RoadLine,
  type RoadNetwork,
  roadLines,
  slopeFactor,
} from '../../geodata/road/network.ts';
import { RoadWays } from '../../geodata/road/ways.ts';

/** Plain Dijkstra from a node, in whole milliseconds: what the hierarchy is held against. */
function allFrom({ nodes, from, to, alongMs, againstMs }: RoadNetwork, source: number): number[] {
  const out = Array.from({ length: nodes }, (): [number, number][] => []);
  for (const [edge, a] of from.entries()) {
    const b = to[edge] ?? 0;
    if (alongMs[edge] !== never) out[a]?.push([b, alongMs[edge] ?? 0]);
    if (againstMs[edge] !== never) out[b]?.push([a, againstMs[edge] ?? 0]);
  }
  const found = Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
  found[source] = 0;
  const open = new Set([source]);
  while (open.size > 0) {
    const node = [...open].reduce((best, one) => ((found[one] ?? 0) < (found[best] ?? 0) ? one : best));
    open.delete(node);
    for (const [next, ms] of out[node] ?? [])
      if ((found[node] ?? 0) + ms < (found[next] ?? 0)) {
        found[next] = (found[node] ?? 0) + ms;
        open.add(next);
      }
  }
  return found;
}

/** Where the nodes of a network lie. */
function nodePoints({ nodes, from, to, lineStart, lines }: RoadNetwork): LonLat[] {
  const points = Array<LonLat>(nodes).fill([0, 0]);
  for (const edge of from.keys()) {
    const [first, last] = [lineStart[edge] ?? 0, (lineStart[edge + 1] ?? 0) - 1];
    points[from[edge] ?? 0] = [lines[2 * first] ?? 0, lines[2 * first + 1] ?? 0];
    points[to[edge] ?? 0] = [lines[2 * last] ?? 0, lines[2 * last + 1] ?? 0];
  }
  return points;
}

const line = (points: LonLat[], more: Partial<RoadLine> = {}): RoadLine => ({
  ...{ points, speed: 36, along: true, against: true, level: 0 },
  ...more,
});
const waysOf = (network: RoadNetwork) => new RoadWays(network, buildHierarchy(network));

describe('ways over the county’s roads', () => {
  const { features } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../geodata/sample/files/道路.geojson'), 'utf8'),
  ) as { features: Feature<LineString>[] };
  const network = buildNetwork(roadLines(features));

  test('between all crossings of the sample are those of Dijkstra', () => {
    const ways = waysOf(network);
    const points = nodePoints(network);
    const { seconds } = ways.between(points);
    let compared = 0;
    for (const [from] of points.entries())
      for (const [to, ms] of allFrom(network, from).entries()) {
        const got = seconds[from * points.length + to] ?? 0;
        if (ms === Number.POSITIVE_INFINITY) expect(got).toBe(ms);
        else expect(Math.abs(got * 1000 - ms)).toBeLessThan(2);
        compared++;
      }
    expect(compared).toBe(points.length ** 2);
    expect(points.length).toBeGreaterThan(150);
  });

  test('over any small network with one-ways are those of Dijkstra, and the line is one that can be driven', () => {
    const grid = fc.record({
      size: fc.integer({ min: 2, max: 5 }),
      kinds: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 60, maxLength: 60 }),
      speeds: fc.array(fc.integer({ min: 10, max: 90 }), { minLength: 60, maxLength: 60 }),
    });
    fc.assert(
      fc.property(grid, ({ size, kinds, speeds }) => {
        const at = (x: number, y: number): LonLat => [100 + x * 0.01, 30 + y * 0.01];
        const roads: RoadLine[] = [];
        for (let x = 0; x < size; x++)
          for (let y = 0; y < size; y++)
            for (const [dx, dy] of [
              [1, 0],
              [0, 1],
            ] as const) {
              const kind = kinds[(x * 12 + y * 2 + dx) % 60] ?? 0;
              if (x + dx >= size || y + dy >= size || kind === 4) continue;
              const speed = speeds[(x * 12 + y * 2 + dx) % 60] ?? 30;
              roads.push(line([at(x, y), at(x + dx, y + dy)], { speed, along: kind !== 1, against: kind !== 2 }));
            }
        if (roads.length === 0) return;
        const small = buildNetwork(roads);
        const ways = waysOf(small);
        const points = nodePoints(small);
        const { seconds } = ways.between(points);
        for (const [from, start] of points.entries())
          for (const [to, ms] of allFrom(small, from).entries()) {
            const got = (seconds[from * points.length + to] ?? 0) * 1000;
            if (ms === Number.POSITIVE_INFINITY) expect(got).toBe(ms);
            else expect(Math.abs(got - ms)).toBeLessThan(2);
            const path = from === to ? [start] : ways.path(start, points[to] ?? start);
            expect(path === null).toBe(ms === Number.POSITIVE_INFINITY);
          }
      }),
      { numRuns: 60 },
    );
  });

  test('the line drawn runs from door to door and is as long as its parts', () => {
    const ways = waysOf(network);
    const [a, b] = [nodePoints(network)[3], nodePoints(network)[120]];
    if (!a || !b) throw new Error('no points');
    const path = ways.path(a, b) ?? [];
    expect(path[0]).toEqual(a);
    expect(path.at(-1)).toEqual(b);
    const longest = path.slice(1).reduce((most, point, at) => Math.max(most, distanceM(path[at] ?? point, point)), 0);
    const longestSegment = features.reduce(
      (most, { geometry: { coordinates: c } }) =>
        c.slice(1).reduce((m, p, at) => Math.max(m, distanceM(c[at] as LonLat, p as LonLat)), most),
      0,
    );
    expect(longest).toBeLessThanOrEqual(longestSegment + 1);
  });
});

describe('a network', () => {
  const cross = (level: number) => [
    line([
      [100, 30],
      [100.02, 30],
    ]),
    line(
      [
        [100.01, 29.99],
        [100.01, 30.01],
      ],
      { level },
    ),
  ];
  test('is split where roads cross on one level, and not at a bridge', () => {
    expect(buildNetwork(cross(0)).from.length).toBe(4);
    expect(buildNetwork(cross(1)).from.length).toBe(2);
  });
  test('joins a road that ends upon another', () => {
    const ended = [
      line([
        [100, 30],
        [100.02, 30],
      ]),
      line([
        [100.01, 30.000004],
        [100.01, 30.02],
      ]),
    ];
    expect(buildNetwork(ended).from.length).toBe(3);
  });
  test('goes round a one-way instead of against it', () => {
    const square: LonLat[] = [
      [100, 30],
      [100.01, 30],
      [100.01, 30.01],
      [100, 30.01],
      [100, 30],
    ];
    const ways = waysOf(
      buildNetwork([
        line(square, { against: false }),
        line([
          [100.01, 30],
          [100.02, 30],
        ]),
      ]),
    );
    const { seconds } = ways.between([
      [100.002, 30],
      [100.008, 30],
    ]);
    expect(seconds[2]).toBeGreaterThan(4 * (seconds[1] ?? 0));
    expect(ways.path([100.008, 30], [100.002, 30])?.length).toBeGreaterThan(4);
  });
  test('tells a place no road leads to as unreachable, never as far', () => {
    const apart = [
      line([
        [100, 30],
        [100.01, 30],
      ]),
      line([
        [100, 30.1],
        [100.01, 30.1],
      ]),
    ];
    const { seconds } = waysOf(buildNetwork(apart)).between([
      [100, 30],
      [100, 30.1],
    ]);
    expect([...seconds]).toEqual([0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0]);
  });
  test('marks a place more than 500 m from any road, and counts the way to it', () => {
    const ways = waysOf(
      buildNetwork([
        line([
          [100, 30],
          [100.1, 30],
        ]),
      ]),
    );
    const { far, seconds } = ways.between([
      [100.02, 30.004],
      [100.02, 30.006],
      [100.08, 30],
    ]);
    expect(far).toEqual([1]);
    expect(seconds[5]).toBeGreaterThan(seconds[2] ?? 0);
  });
  test.each([
    [{ highway: 'footway' }, 0],
    [{ highway: 'steps' }, 0],
    [{ highway: 'construction' }, 0],
    [{ fclass: 'cycleway' }, 0],
    [{ highway: 'tertiary', access: 'no' }, 0],
    [{ highway: 'service', access: 'no', motor_vehicle: 'yes' }, 1],
    [{ highway: 'track' }, 1],
    [{ 等级: '县道' }, 1],
    [{}, 1],
  ])('leads only where a car may drive: %j', (properties, roads) => {
    const geometry = {
      type: 'LineString' as const,
      coordinates: [
        [100, 30],
        [100.01, 30],
      ],
    };
    expect(roadLines([{ type: 'Feature', properties, geometry }])).toHaveLength(roads);
  });
  test('is slower uphill than down', () => {
    const road = [
      line([
        [100, 30],
        [100.01, 30],
      ]),
    ];
    const { alongMs, againstMs } = buildNetwork(road, ([lon]) => 1000 + (lon - 100) * 10_000);
    expect(alongMs[0]).toBeGreaterThan(againstMs[0] ?? 0);
    expect(slopeFactor(0.04)).toBe(1);
    expect(slopeFactor(0.5)).toBeCloseTo(1 / 3);
  });
});
