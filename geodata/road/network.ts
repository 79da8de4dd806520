import type { Feature, LineString, MultiLineString, Point, Position } from 'geojson';
import type { LonLat } from '../area/area.ts';
import { crossings } from './crossings.ts';
import { distanceM } from './distance.ts';
import { isDriven, levelOf, roadSpeed, waysOf } from './road-class.zh.ts';

/**
 * 路网 — places where roads meet or end, and the edges between them. Edge `e` runs from `from[e]` to `to[e]` along the positions
 * `lines[2 * lineStart[e]] … lines[2 * lineStart[e + 1]]` (lon, lat); `alongMs`, `againstMs` are what driving it takes, `never` where it may not be driven.
 */
export interface RoadNetwork {
  nodes: number;
  from: Int32Array;
  to: Int32Array;
  alongMs: Uint32Array;
  againstMs: Uint32Array;
  lineStart: Int32Array;
  lines: Float64Array;
}

/** A way that may not be driven. */
export const never = 0xffffffff;

/** One line of a road, its speed in km/h, which ways it may be driven, and its level. */
export interface RoadLine {
  points: LonLat[];
  speed: number;
  along: boolean;
  against: boolean;
  level: number;
}

/** Roads as lines, from the features of a county's file; what no car may drive is left out. */
export function roadLines(features: Feature<LineString | MultiLineString | Point>[]): RoadLine[] {
  const driven = features.filter(({ properties }) => isDriven(properties));
  return driven.flatMap(({ geometry, properties }): RoadLine[] => {
    const parts: Position[][] =
      geometry.type === 'LineString'
        ? [geometry.coordinates]
        : geometry.type === 'MultiLineString'
          ? geometry.coordinates
          : [];
    const rest = { speed: roadSpeed(properties), ...waysOf(properties), level: levelOf(properties) };
    return parts
      .map((part) => part.map(([lon, lat]): LonLat => [lon ?? 0, lat ?? 0]))
      .filter((points) => points.length > 1)
      .map((points) => ({ points, ...rest }));
  });
}

/** Metres above the sea at a point; null where the grid does not reach. */
export type Elevation = (at: LonLat) => number | null;

/** Uphill and steep downhill are slower: from 4 % on by six tenths for each further ten percent, not below a third of the speed. */
export function slopeFactor(rise: number): number {
  const over = Math.max(0, (rise >= 0 ? rise : -rise * 0.6) - 0.04);
  return Math.max(1 / 3, 1 - 6 * over);
}

/** Lines nearer to each other than about a metre meet. */
const meetKey = ([lon, lat]: LonLat) => Math.round((lon + 180) * 1e5) * 20_000_000 + Math.round((lat + 90) * 1e5);

/** 建路网 — splits roads where they share a position or cross on one level, and makes an edge of what lies between. */
export function buildNetwork(given: RoadLine[], elevation: Elevation | null = null): RoadNetwork {
  const roads = crossings(given);
  const uses = new Map<number, number>();
  for (const { points } of roads)
    for (const [at, point] of points.entries()) {
      const key = meetKey(point);
      const end = at === 0 || at === points.length - 1 ? 2 : 1;
      uses.set(key, (uses.get(key) ?? 0) + end);
    }
  const ids = new Map<number, number>();
  const idOf = (point: LonLat) => {
    const key = meetKey(point);
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, ids.size);
    return ids.size - 1;
  };
  const edges: { from: number; to: number; along: number; against: number; points: LonLat[] }[] = [];
  for (const road of roads) {
    let begun = 0;
    for (let at = 1; at < road.points.length; at++) {
      if ((uses.get(meetKey(road.points[at] as LonLat)) ?? 0) < 2) continue;
      const points = road.points.slice(begun, at + 1);
      begun = at;
      const [from, to] = [idOf(points[0] as LonLat), idOf(points.at(-1) as LonLat)];
      const { along, against } = timesOf(points, road, elevation);
      if (from !== to || points.length > 2) edges.push({ from, to, along, against, points });
    }
  }
  return packed(edges, ids.size);
}

function timesOf(points: LonLat[], { speed, along, against }: RoadLine, elevation: Elevation | null) {
  let [there, back] = [0, 0];
  for (let at = 1; at < points.length; at++) {
    const [a, b] = [points[at - 1] as LonLat, points[at] as LonLat];
    const metres = distanceM(a, b);
    const ms = (metres / (speed / 3.6)) * 1000;
    const [low, high] = [elevation?.(a) ?? null, elevation?.(b) ?? null];
    const rise = low === null || high === null || metres < 1 ? 0 : (high - low) / metres;
    there += ms / slopeFactor(rise);
    back += ms / slopeFactor(-rise);
  }
  return {
    along: along ? Math.max(1, Math.round(there)) : never,
    against: against ? Math.max(1, Math.round(back)) : never,
  };
}

function packed(
  edges: { from: number; to: number; along: number; against: number; points: LonLat[] }[],
  nodes: number,
): RoadNetwork {
  const lineStart = new Int32Array(edges.length + 1);
  for (const [at, { points }] of edges.entries()) lineStart[at + 1] = (lineStart[at] as number) + points.length;
  const lines = new Float64Array(2 * (lineStart[edges.length] as number));
  for (const [at, { points }] of edges.entries())
    for (const [n, [lon, lat]] of points.entries()) {
      lines[2 * ((lineStart[at] as number) + n)] = lon;
      lines[2 * ((lineStart[at] as number) + n) + 1] = lat;
    }
  return {
    nodes,
    from: Int32Array.from(edges, ({ from }) => from),
    to: Int32Array.from(edges, ({ to }) => to),
    alongMs: Uint32Array.from(edges, ({ along }) => along),
    againstMs: Uint32Array.from(edges, ({ against }) => against),
    lineStart,
    lines,
  };
}
