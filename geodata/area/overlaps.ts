import { area as areaOf, bboxClip, featureCollection, intersect, multiPolygon, pointOnFeature } from '@turf/turf';
import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import type { Bounds, Shape } from './area.ts';
import type { BorderEdges } from './border-edges.ts';
import { type Place, type Report, spot } from './defect.ts';
import { isInRing, ringBounds } from './ring.ts';
import { crossingOf } from './uncross.ts';

/** Smaller overlaps are slivers that the build of the map settles. */
const smallestOverlapM2 = 1_000;
/** Pairs and vertices whose common ground is computed; beyond, the build's cleaning settles the rest unsaid. */
const mostPairs = 400;
const mostVertices = 150_000;
/** Edges of a place asked whether they lie inside another, spread along its border; crossings are found without asking. */
const mostAsksAPlace = 64;

/** Reports ground that two places both have, with its size and a point in it. Only places with lone border edges are compared. */
export function checkOverlaps(places: Place[], edges: BorderEdges, report: Report): void {
  let vertices = 0;
  let slivers = 0;
  for (const key of [...suspectPairs(places, edges)].slice(0, mostPairs)) {
    const [a, b] = key.split(' ').map((index) => places[Number(index)] as Place) as [Place, Place];
    const [ours, theirs] = clipped(a.area.shape as Shape, b.area.shape as Shape);
    vertices += ours.coordinates.flat(2).length + theirs.coordinates.flat(2).length;
    if (vertices > mostVertices) {
      report(a, 'overlaps-unchecked', 'warning');
      break;
    }
    const common = commonGround(ours, theirs);
    const m2 = common ? areaOf(common) : 0;
    if (!common || m2 === 0) continue;
    if (m2 < smallestOverlapM2) {
      slivers++;
      continue;
    }
    const at = pointOnFeature(common).geometry.coordinates;
    report(a, 'overlap', 'repaired', { other: b.area.name, hectares: Math.round(m2 / 1000) / 10, ...spot(at) });
  }
  if (slivers > 0) report(places[0] as Place, 'slivers', 'repaired', { count: slivers });
}

/** Both shapes cut to the box they share, so that long borders elsewhere cost nothing. */
function clipped(a: Shape, b: Shape): [Shape, Shape] {
  const [one, two] = [a, b].map((shape) => ringBounds(shape.coordinates.flat(2))) as [Bounds, Bounds];
  const box: Bounds = [
    Math.max(one[0], two[0]) - 1e-6,
    Math.max(one[1], two[1]) - 1e-6,
    Math.min(one[2], two[2]) + 1e-6,
    Math.min(one[3], two[3]) + 1e-6,
  ];
  return [a, b].map((shape): Shape => {
    const { geometry } = bboxClip(multiPolygon(shape.coordinates), box);
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const coordinates = (polygons as Position[][][]).filter(([exterior]) => (exterior?.length ?? 0) > 3);
    return { type: 'MultiPolygon', coordinates };
  }) as [Shape, Shape];
}

function commonGround(a: Shape, b: Shape) {
  try {
    return intersect(featureCollection([multiPolygon(a.coordinates), multiPolygon(b.coordinates)]));
  } catch {
    // The clipper gives up on some tangles; the build's own cleaning settles those.
    return null;
  }
}

/** Pairs of which a lone edge of one crosses a lone edge of the other, or a lone vertex of one lies in the other. */
function suspectPairs(places: Place[], { ids, lone }: BorderEdges): Set<string> {
  const pairs = new Set<string>();
  const add = (a: number, b: number) => pairs.add(a < b ? `${a} ${b}` : `${b} ${a}`);
  if (lone.length === 0) return pairs;
  const ends = ({ from, to }: BorderEdges['lone'][number]) => [ids.position(from), ids.position(to)] as const;
  const index = new Flatbush(lone.length);
  for (const edge of lone) index.add(...ringBounds([...ends(edge)]));
  index.finish();
  const parts = places.flatMap(({ area }, place) =>
    (area.shape?.coordinates ?? []).map((polygon) => ({ place, polygon })),
  );
  const boxes = new Flatbush(parts.length);
  for (const { polygon } of parts) boxes.add(...ringBounds(polygon[0] ?? []));
  boxes.finish();
  const counts = new Map([...Map.groupBy(lone, ({ place }) => place)].map(([place, own]) => [place, own.length]));
  const asks = new Map<number, number>();
  for (const [i, edge] of lone.entries()) {
    const [from, to] = ends(edge);
    for (const j of index.search(...ringBounds([from, to]))) {
      const other = lone[j] as typeof edge;
      if (j > i && other.place !== edge.place && crossingOf([from, to], ends(other))) add(edge.place, other.place);
    }
    if (pairs.size > mostPairs) break;
    const count = (asks.get(edge.place) ?? -1) + 1;
    asks.set(edge.place, count);
    if (count % Math.ceil((counts.get(edge.place) ?? 1) / mostAsksAPlace) !== 0) continue;
    const middle: Position = [((from[0] ?? 0) + (to[0] ?? 0)) / 2, ((from[1] ?? 0) + (to[1] ?? 0)) / 2];
    for (const part of boxes.search(...ringBounds([middle]))) {
      const { place: other, polygon } = parts[part] as (typeof parts)[number];
      const [a, b] = [Math.min(other, edge.place), Math.max(other, edge.place)];
      if (other !== edge.place && !pairs.has(`${a} ${b}`) && covers(polygon, middle)) add(other, edge.place);
    }
  }
  return pairs;
}

const covers = ([exterior, ...holes]: Position[][], point: Position) =>
  exterior !== undefined && isInRing(point, exterior) && !holes.some((hole) => isInRing(point, hole));
