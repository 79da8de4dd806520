import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import FlatQueue from 'flatqueue';
import { describe, expect, test } from 'vitest';
import type { LonLat } from '../../geodata/area/area.ts';
import { buildHierarchy } from '../../geodata/road/hierarchy.ts';
import { buildNetwork, never, type RoadNetwork, roadLines } from '../../geodata/road/network.ts';
import { RoadWays } from '../../geodata/road/ways.ts';
import { osmRoads } from './osm-pbf.ts';

const folder = join(import.meta.dirname, '../../../shared/data/roads');
const driven =
  /^(motorway|trunk|primary|secondary|tertiary|unclassified|residential|service|living_street|track|road)(_link)?$/;

function networkOf(name: string): RoadNetwork {
  const features = osmRoads(readFileSync(join(folder, name, `${name}.osm.pbf`)));
  return buildNetwork(roadLines(features.filter(({ properties }) => driven.test(String(properties?.highway)))));
}

/** Dijkstra with a heap over the network itself, in whole milliseconds. */
function timesFrom({ nodes, from, to, alongMs, againstMs }: RoadNetwork) {
  const out = Array.from({ length: nodes }, (): number[] => []);
  for (const [edge, a] of from.entries()) {
    if (alongMs[edge] !== never) out[a]?.push(to[edge] ?? 0, alongMs[edge] ?? 0);
    if (againstMs[edge] !== never) out[to[edge] ?? 0]?.push(a, againstMs[edge] ?? 0);
  }
  return (source: number): Float64Array => {
    const found = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
    const heap = new FlatQueue();
    found[source] = 0;
    heap.push(source, 0);
    const settled = new Uint8Array(nodes);
    for (let node = heap.pop(); node !== undefined; node = heap.pop()) {
      if (settled[node]) continue;
      settled[node] = 1;
      const arcs = out[node] ?? [];
      for (let at = 0; at < arcs.length; at += 2) {
        const [next, ms] = [arcs[at] ?? 0, (found[node] ?? 0) + (arcs[at + 1] ?? 0)];
        if (ms < (found[next] ?? 0)) {
          found[next] = ms;
          heap.push(next, ms);
        }
      }
    }
    return found;
  };
}

function nodePoints({ nodes, from, to, lineStart, lines }: RoadNetwork): LonLat[] {
  const points = Array<LonLat>(nodes).fill([0, 0]);
  for (const edge of from.keys()) {
    const [first, last] = [lineStart[edge] ?? 0, (lineStart[edge + 1] ?? 0) - 1];
    points[from[edge] ?? 0] = [lines[2 * first] ?? 0, lines[2 * first + 1] ?? 0];
    points[to[edge] ?? 0] = [lines[2 * last] ?? 0, lines[2 * last + 1] ?? 0];
  }
  return points;
}

describe('roads of a real country', () => {
  test.each([
    ['andorra', 1500],
    ['one_way_dead_end', 2],
  ])('%s: every time is that of Dijkstra, and what cannot be reached is said to be', (name, least) => {
    const network = networkOf(name);
    expect(network.nodes).toBeGreaterThanOrEqual(least);
    const ways = new RoadWays(network, buildHierarchy(network));
    // Every crossing to every other; a place is joined to its node by standing on it.
    const chosen = nodePoints(network).map((_, node) => node);
    const { seconds } = ways.between(nodePoints(network));
    const plain = timesFrom(network);
    let [compared, unreachable] = [0, 0];
    for (const [a, from] of chosen.entries()) {
      const found = plain(from);
      for (const [b, to] of chosen.entries()) {
        const [got, ms] = [seconds[a * chosen.length + b] ?? 0, found[to] ?? 0];
        if (ms === Number.POSITIVE_INFINITY) {
          if (got !== ms) throw new Error(`${from} → ${to} cannot be reached, yet takes ${got} s`);
          unreachable++;
        } else if (Math.abs(got * 1000 - ms) > 2) throw new Error(`${from} → ${to}: ${got * 1000} ms for ${ms} ms`);
        compared++;
      }
    }
    expect(compared).toBe(chosen.length ** 2);
    expect(unreachable).toBeLessThan(compared);
  });
});
