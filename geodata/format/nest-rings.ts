import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { isInRing, ringBounds, signedArea } from '../area/ring.ts';

/**
 * Sorts loose rings into polygons by which lies in which: an even depth is an exterior, an odd one a hole. Exteriors come out
 * counter-clockwise, holes clockwise, whatever direction the file drew them in (swapped axes turn them round). Empty rings are left out.
 */
export function nestRings(rings: Position[][]): Position[][][] {
  const kept = rings.filter((ring) => ring.length > 0);
  if (kept.length === 1) return [[turned(kept[0] as Position[], true)]];
  if (kept.length === 0) return [];
  const areas = kept.map((ring) => Math.abs(signedArea(ring)));
  const parents = kept.map((): number[] => []);
  const index = new Flatbush(kept.length);
  for (const ring of kept) index.add(...ringBounds(ring));
  index.finish();
  kept.forEach((ring, inner) => {
    const [west, south, east, north] = ringBounds(ring);
    for (const outer of index.search(west, south, east, north)) {
      if (
        outer !== inner &&
        (areas[outer] as number) > (areas[inner] as number) &&
        liesIn(ring, kept[outer] as Position[])
      ) {
        parents[inner]?.push(outer);
      }
    }
  });
  const polygons = new Map<number, Position[][]>();
  kept.forEach((ring, i) => {
    if (parents[i]?.length) return;
    polygons.set(i, [turned(ring, true)]);
  });
  const depth = (i: number) => parents[i]?.length ?? 0;
  kept.forEach((ring, i) => {
    if (depth(i) > 0 && depth(i) % 2 === 0) polygons.set(i, [turned(ring, true)]);
  });
  kept.forEach((ring, i) => {
    if (depth(i) % 2 === 0) return;
    const host = parents[i]?.find((outer) => depth(outer) === depth(i) - 1);
    if (host !== undefined) polygons.get(host)?.push(turned(ring, false));
  });
  return [...polygons.values()];
}

/** Most of a few vertices decide, for a hole may touch its exterior. */
function liesIn(ring: Position[], outer: Position[]): boolean {
  const step = Math.max(1, Math.floor(ring.length / 9));
  let inside = 0;
  let count = 0;
  for (let i = 0; i < ring.length; i += step) {
    count++;
    if (isInRing(ring[i] as Position, outer)) inside++;
  }
  return inside * 2 > count;
}

const turned = (ring: Position[], counterClockwise: boolean): Position[] =>
  signedArea(ring) > 0 === counterClockwise ? ring : [...ring].reverse();
