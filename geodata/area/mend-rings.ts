import type { Position } from 'geojson';
import { offsetM } from '../coordinate/known-county.ts';
import { type Place, type Report, spot } from './defect.ts';
import { ringBounds, signedArea } from './ring.ts';
import { uncross } from './uncross.ts';

/** Thinner than this, a tip is no land. */
const spikeWidthM = 0.5;

/**
 * Mends the rings of one place: third numbers, open ends, repeated vertices, rings of fewer than three points, spikes, crossings and
 * directions, each reported. The shape becomes null when nothing is left of it.
 */
export function mendRings(place: Place, report: Report): void {
  const { shape } = place.area;
  if (!shape) return;
  const all = shape.coordinates.flat();
  if (all.some((ring) => ring.some((position) => position.length > 2))) report(place, 'third-dimension', 'repaired');
  const isOpen = (ring: Position[]) => ring.length > 1 && !same(ring[0] as Position, ring.at(-1) as Position);
  if (all.some(isOpen)) report(place, 'ring-not-closed', 'repaired');
  const repeated = all.reduce((sum, ring) => sum + repeats(ring), 0);
  if (repeated > 0) report(place, 'vertex-repeated', 'repaired', { count: repeated });
  let isTurned = false;
  const polygons = shape.coordinates.flatMap((polygon) => {
    const rings = polygon.flatMap((ring, i): Position[][] => {
      const open = withoutSpikes(openRing(ring), place, report);
      if (open.length < 3 || isFlat(open)) {
        report(place, 'ring-too-short', 'repaired');
        return [];
      }
      if (turnsWrong(open, i === 0)) {
        isTurned = true;
        open.reverse();
      }
      return [open];
    });
    return polygon.length > 0 && rings.length > 0 ? uncross(rings, place, report) : [];
  });
  if (all.some(crossesDateLine)) report(place, 'date-line', 'warning');
  if (isTurned) report(place, 'ring-direction', 'repaired');
  const coordinates = polygons.map((rings) => rings.map((ring) => [...ring, [...(ring[0] as Position)]]));
  place.area = { ...place.area, shape: coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : null };
}

/** A figure of eight turns neither way. */
function turnsWrong(ring: Position[], isExterior: boolean): boolean {
  const [west, south, east, north] = ringBounds(ring);
  const area = signedArea(ring);
  return Math.abs(area) > (east - west) * (north - south) * 1e-9 && area > 0 !== isExterior;
}

/** All vertices on one line: no ground, other than a figure of eight whose halves cancel out. */
function isFlat(ring: Position[]): boolean {
  const [[ax = 0, ay = 0], [bx = 0, by = 0]] = ring as [Position, Position];
  return ring.every(([x = 0, y = 0]) => (bx - ax) * (y - ay) === (by - ay) * (x - ax));
}

const same = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];

const repeats = (ring: Position[]) =>
  ring.filter((position, i) => i > 0 && same(position, ring[i - 1] as Position)).length;

const crossesDateLine = (ring: Position[]) =>
  ring.some(([lon = 0], i) => i > 0 && Math.abs(lon - (ring[i - 1]?.[0] ?? lon)) > 180);

/** Two numbers a position, no vertex twice in a row, the end not repeated. */
function openRing(ring: Position[]): Position[] {
  const open = ring
    .map(([lon = 0, lat = 0]): Position => [lon, lat])
    .filter((position, i, list) => i === 0 || !same(position, list[i - 1] as Position));
  while (open.length > 1 && same(open[0] as Position, open.at(-1) as Position)) open.pop();
  return open;
}

/** Takes out tips whose two legs lie on each other, again and again until none is left. */
function withoutSpikes(ring: Position[], place: Place, report: Report): Position[] {
  const kept = [...ring];
  for (let i = 0; kept.length > 3 && i < kept.length; i++) {
    const at = (n: number) => kept[(n + kept.length) % kept.length] as Position;
    if (same(at(i), at(i + 1))) {
      kept.splice(i, 1);
      i = Math.max(-1, i - 2);
    } else if (isSpike(at(i - 1), at(i), at(i + 1))) {
      report(place, 'spike', 'repaired', spot(at(i)));
      kept.splice(i, 1);
      i = Math.max(-1, i - 3);
    }
  }
  return kept;
}

function isSpike(before: Position, tip: Position, after: Position): boolean {
  const [ax, ay] = offsetM(tip, before);
  const [bx, by] = offsetM(tip, after);
  const [a, b] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
  const along = ax * bx + ay * by;
  // Twice the triangle's area over the longer leg is how wide the tip is where the shorter leg ends.
  return along > 0.999 * a * b && Math.min(a, b) > 2 && Math.abs(ax * by - ay * bx) / Math.max(a, b) < spikeWidthM;
}
