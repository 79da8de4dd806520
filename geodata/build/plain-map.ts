import type { Position } from 'geojson';
import type { Bounds } from '../area/area.ts';
import type { PlainMap } from './county-files.ts';
import { unitSquare } from './tile-math.ts';
import { bordersOf, polygonsOf, type Topology } from './topology.ts';

/** Longer side of the box plain maps are drawn in, in its units. */
const longerSide = 2000;

/** The box of a plain map and how positions fall into it. */
export interface PlainBox {
  width: number;
  height: number;
  at(position: Position): [x: number, y: number];
}

/** A box of the bounds' Web Mercator proportions. */
export function plainBox([west, south, east, north]: Bounds): PlainBox {
  const [left, top] = unitSquare(west, north);
  const [right, bottom] = unitSquare(east, south);
  const scale = longerSide / Math.max(right - left, bottom - top, 1e-9);
  return {
    width: Math.max(1, Math.round((right - left) * scale)),
    height: Math.max(1, Math.round((bottom - top) * scale)),
    at: ([lon = 0, lat = 0]) => {
      const [x, y] = unitSquare(lon, lat);
      return [(x - left) * scale, (y - top) * scale];
    },
  };
}

/** SVG path data of a line or ring in whole and tenth units, relative steps; empty when it shrinks to a point. */
export function pathOf(line: Position[], box: PlainBox, closed: boolean): string {
  const points = line.map((position) => box.at(position).map((value) => Math.round(value * 10)) as [number, number]);
  let [x, y] = points[0] ?? [0, 0];
  let path = `M${x / 10} ${y / 10}l`;
  let steps = 0;
  for (const [toX, toY] of closed ? points.slice(1, -1) : points.slice(1)) {
    if (toX === x && toY === y) continue;
    path += `${steps++ > 0 ? ' ' : ''}${(toX - x) / 10} ${(toY - y) / 10}`;
    [x, y] = [toX, toY];
  }
  return steps === 0 ? '' : path + (closed ? 'z' : '');
}

/** The county for the map without WebGL, from borders of one detail. */
export function plainMap(topology: Topology, bounds: Bounds): PlainMap {
  const box = plainBox(bounds);
  const shape = (of: Topology['villages'][number]) => ({
    fid: of.fid,
    d: polygonsOf(topology, of)
      .flat()
      .map((ring) => pathOf(ring, box, true))
      .join(''),
  });
  const borders = new Map<1 | 2 | 3, string>();
  for (const { level, line } of bordersOf(topology))
    borders.set(level, (borders.get(level) ?? '') + pathOf(line, box, false));
  return {
    width: box.width,
    height: box.height,
    bounds,
    villages: topology.villages.map(shape),
    borders: [...borders].map(([level, d]) => ({ level, d })).sort((a, b) => b.level - a.level),
    towns: topology.towns.filter(({ fid }) => fid !== 0).map(shape),
  };
}
