import type { Position } from 'geojson';
import type { Shape } from './area.ts';

/** Metres of one degree of latitude on the mean sphere (IUGG radius 6 371 008.8 m). */
const degreeM = 111_195.08;

/**
 * How far apart two borders of the same place lie, in metres: the largest distance of any vertex of one to the nearest border line of the
 * other, both ways. Local equirectangular plane, right to 0.1 % within a county. Infinity when one of them is empty.
 */
export function shapeDistanceM(one: Shape, other: Shape): number {
  const latitude = one.coordinates[0]?.[0]?.[0]?.[1] ?? 0;
  const scale: Scale = { x: degreeM * Math.cos((latitude * Math.PI) / 180), y: degreeM };
  const [a, b] = [ringsOf(one), ringsOf(other)];
  if (a.length === 0 || b.length === 0) return Number.POSITIVE_INFINITY;
  return Math.max(farthest(a, b, scale), farthest(b, a, scale));
}

interface Scale {
  x: number;
  y: number;
}

const ringsOf = (shape: Shape): Position[][] => shape.coordinates.flat();

/** Largest distance of a vertex of `from` to the lines of `to`. */
function farthest(from: Position[][], to: Position[][], scale: Scale): number {
  const vertices = new Map(to.flat().map((vertex) => [`${vertex[0]},${vertex[1]}`, true]));
  let worst = 0;
  for (const ring of from) {
    for (const vertex of ring) {
      if (vertices.has(`${vertex[0]},${vertex[1]}`)) continue;
      const near = nearest(vertex, to, scale, worst);
      if (near > worst) worst = near;
    }
  }
  return worst;
}

/** Distance to the nearest line; any value at or below `enough` is as good, since only the worst counts. */
function nearest(vertex: Position, rings: Position[][], scale: Scale, enough: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const away = toSegment(vertex, ring[i] as Position, ring[i + 1] as Position, scale);
      if (away < best) {
        best = away;
        if (best <= enough) return best;
      }
    }
  }
  return best;
}

function toSegment(p: Position, a: Position, b: Position, { x, y }: Scale): number {
  const [ax, ay] = [((a[0] as number) - (p[0] as number)) * x, ((a[1] as number) - (p[1] as number)) * y];
  const [dx, dy] = [((b[0] as number) - (a[0] as number)) * x, ((b[1] as number) - (a[1] as number)) * y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy);
}
