import type { Position } from 'geojson';
import { offsetM } from '../coordinate/known-county.ts';
import { borderEdges } from './border-edges.ts';
import type { Place, Report } from './defect.ts';
import { ringBounds } from './ring.ts';

/** Sought no farther than this; beyond, borders of other places would be taken for its own. */
const farthestDegrees = 0.01;

/**
 * Finds places moved as a whole: no vertex meets a neighbour's although the file's borders fit elsewhere, and one and the same offset
 * brings most of its vertices onto neighbours' vertices that nobody else has. They are moved back onto those very vertices.
 */
export function moveBackShifted(places: Place[], report: Report): void {
  const { ids, vertices, uses } = borderEdges(places);
  const shares = vertices.map((own) => own.filter((id) => (uses[id] as number) > 1).length / Math.max(1, own.length));
  const fitting = shares.filter((share) => share > 0.5).length;
  if (places.length < 4 || fitting < places.length * 0.7) return;
  const lone = vertices.flatMap((own, place) => own.filter((id) => uses[id] === 1).map((id) => ({ id, place })));
  places.forEach((place, index) => {
    const { shape } = place.area;
    if (!shape || (shares[index] as number) > 0.1) return;
    const [west, south, east, north] = ringBounds(shape.coordinates.flat(2));
    const near = lone.filter(({ id, place: other }) => {
      const [lon = 0, lat = 0] = ids.position(id);
      const margin = farthestDegrees;
      return (
        other !== index && lon > west - margin && lon < east + margin && lat > south - margin && lat < north + margin
      );
    });
    const own = (vertices[index] as number[]).slice(0, 2_000);
    const offset = commonOffset(
      own.map((id) => ids.position(id)),
      near.slice(0, 5_000).map(({ id }) => ids.position(id)),
    );
    if (!offset) return;
    const targets = new Map(near.map(({ id }) => [`${ids.x[id]} ${ids.y[id]}`, ids.position(id)]));
    const moved = ([lon = 0, lat = 0]: Position): Position => onto(targets, [lon + offset[0], lat + offset[1]]);
    place.area = {
      ...place.area,
      shape: {
        type: 'MultiPolygon',
        coordinates: shape.coordinates.map((polygon) => polygon.map((ring) => ring.map(moved))),
      },
    };
    const metres = Math.round(Math.hypot(...offsetM([west, south], [west + offset[0], south + offset[1]])));
    report(place, 'place-shifted', 'repaired', { metres });
  });
}

/** The offset that most vertices agree on to a tenth of a metre, if they are more than half. */
function commonOffset(own: Position[], others: Position[]): [number, number] | null {
  const votes = new Map<string, { count: number; dx: number; dy: number }>();
  for (const [x = 0, y = 0] of own) {
    for (const [ox = 0, oy = 0] of others) {
      const [dx, dy] = [ox - x, oy - y];
      if (Math.abs(dx) > farthestDegrees || Math.abs(dy) > farthestDegrees) continue;
      const key = `${Math.round(dx * 1e6)} ${Math.round(dy * 1e6)}`;
      const vote = votes.get(key) ?? { count: 0, dx: 0, dy: 0 };
      vote.count++;
      vote.dx += dx;
      vote.dy += dy;
      votes.set(key, vote);
    }
  }
  const best = [...votes.values()].sort((a, b) => b.count - a.count)[0];
  if (!best || best.count < Math.max(8, own.length / 2)) return null;
  return [best.dx / best.count, best.dy / best.count];
}

/** The neighbour's own vertex where one lies within a few centimetres, so that borders fit exactly again. */
function onto(targets: Map<string, Position>, [lon = 0, lat = 0]: Position): Position {
  const [x, y] = [Math.round(lon * 1e7), Math.round(lat * 1e7)];
  for (const dx of [0, -1, 1]) {
    for (const dy of [0, -1, 1]) {
      const target = targets.get(`${x + dx} ${y + dy}`);
      if (target) return [...target];
    }
  }
  return [lon, lat];
}
