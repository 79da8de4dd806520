import Flatbush from 'flatbush';
import type { LonLat } from '../area/area.ts';
import type { RoadLine } from './network.ts';

/** Roads with a position put in wherever two of one level cross between their own positions, or one ends on another. */
export function crossings(roads: RoadLine[]): RoadLine[] {
  const starts: number[] = [];
  let count = 0;
  for (const { points } of roads) {
    starts.push(count);
    count += points.length - 1;
  }
  if (count === 0) return roads;
  const roadOf = new Int32Array(count);
  const index = new Flatbush(count);
  for (const [road, { points }] of roads.entries())
    for (let at = 1; at < points.length; at++) {
      const [[x1, y1], [x2, y2]] = [points[at - 1] as LonLat, points[at] as LonLat];
      roadOf[(starts[road] as number) + at - 1] = road;
      index.add(Math.min(x1, x2) - near, Math.min(y1, y2) - near, Math.max(x1, x2) + near, Math.max(y1, y2) + near);
    }
  index.finish();
  const cuts = new Map<number, { part: number; point: LonLat }[]>();
  const cut = (segment: number, part: number, point: LonLat) => {
    const known = cuts.get(segment);
    if (known) known.push({ part, point });
    else cuts.set(segment, [{ part, point }]);
  };
  for (const [road, { points, level }] of roads.entries())
    for (let at = 1; at < points.length; at++) {
      const segment = (starts[road] as number) + at - 1;
      const [a, b] = [points[at - 1] as LonLat, points[at] as LonLat];
      for (const other of index.search(
        Math.min(a[0], b[0]),
        Math.min(a[1], b[1]),
        Math.max(a[0], b[0]),
        Math.max(a[1], b[1]),
      )) {
        if (other <= segment) continue;
        const second = roadOf[other] as number;
        const rest = roads[second] as RoadLine;
        if (rest.level !== level || (second === road && other === segment + 1)) continue;
        const from = other - (starts[second] as number);
        const met = meet(a, b, rest.points[from] as LonLat, rest.points[from + 1] as LonLat);
        if (!met) continue;
        if (met.t > 0 && met.t < 1) cut(segment, met.t, met.point);
        if (met.u > 0 && met.u < 1) cut(other, met.u, met.point);
      }
    }
  if (cuts.size === 0) return roads;
  return roads.map((road, at) => withCuts(road, starts[at] as number, cuts));
}

/** About a metre, in degrees: as near as that a road that ends beside another is meant to end on it. */
const near = 1e-5;

function withCuts(road: RoadLine, start: number, cuts: Map<number, { part: number; point: LonLat }[]>): RoadLine {
  const points = road.points.flatMap((point, at): LonLat[] => {
    const found = at === 0 ? undefined : cuts.get(start + at - 1);
    if (!found) return [point];
    return [...found.sort((a, b) => a.part - b.part).map((one) => one.point), point];
  });
  return points.length === road.points.length ? road : { ...road, points };
}

/** Where two segments meet: parts of each from 0 to 1, ends within about a metre of the other counted as on it; null when they do not. */
function meet(
  [ax, ay]: LonLat,
  [bx, by]: LonLat,
  [cx, cy]: LonLat,
  [dx, dy]: LonLat,
): { t: number; u: number; point: LonLat } | null {
  const [rx, ry, sx, sy] = [bx - ax, by - ay, dx - cx, dy - cy];
  const cross = rx * sy - ry * sx;
  if (Math.abs(cross) < 1e-18) return null;
  const t = ((cx - ax) * sy - (cy - ay) * sx) / cross;
  const u = ((cx - ax) * ry - (cy - ay) * rx) / cross;
  const [slackT, slackU] = [near / Math.max(near, Math.hypot(rx, ry)), near / Math.max(near, Math.hypot(sx, sy))];
  if (t < -slackT || t > 1 + slackT || u < -slackU || u > 1 + slackU) return null;
  const [endT, endU] = [snapped(t, slackT), snapped(u, slackU)];
  // Where one of them ends there the position is its own, so that both name the same.
  const point: LonLat =
    endT === 0
      ? [ax, ay]
      : endT === 1
        ? [bx, by]
        : endU === 0
          ? [cx, cy]
          : endU === 1
            ? [dx, dy]
            : [ax + t * rx, ay + t * ry];
  return { t: endT, u: endU, point };
}

const snapped = (part: number, slack: number) => (part <= slack ? 0 : part >= 1 - slack ? 1 : part);
