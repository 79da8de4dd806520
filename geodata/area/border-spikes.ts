import type { Position } from 'geojson';
import { offsetM } from '../coordinate/known-county.ts';
import { type BorderEdges, borderEdges } from './border-edges.ts';
import { type Place, type Report, spot } from './defect.ts';

/** A tip sharper than this, where the neighbour's border runs straight on, is a slip of the pen. */
const sharpestDegrees = 15;
/** Vertices such a slip consists of at most. */
const mostVertices = 3;

/**
 * Cuts spikes out of borders: one to three vertices that only this place has, with a sharp tip among them, between two vertices that a
 * neighbour joins by one straight edge.
 */
export function cutSpikes(places: Place[], report: Report): void {
  const edges = borderEdges(places);
  const straight = new Map(edges.lone.map(({ from, to, place }) => [`${to} ${from}`, place]));
  places.forEach((place, index) => {
    const { shape } = place.area;
    if (!shape) return;
    let isCut = false;
    const coordinates = shape.coordinates.map((polygon) =>
      polygon.map((ring) => {
        const open = ring.slice(0, -1);
        const run = spikeIn(open, edges, (from, to) => {
          const other = straight.get(`${from} ${to}`);
          return other !== undefined && other !== index;
        });
        if (!run) return ring;
        isCut = true;
        report(place, 'spike', 'repaired', spot(run.tip));
        const kept = open.filter((_, i) => !run.drop.has(i));
        return [...kept, [...(kept[0] as Position)]];
      }),
    );
    if (isCut) place.area = { ...place.area, shape: { type: 'MultiPolygon', coordinates } };
  });
}

function spikeIn(ring: Position[], { ids, uses }: BorderEdges, hasEdge: (from: number, to: number) => boolean) {
  const n = ring.length;
  const at = (i: number) => ring[(i + n) % n] as Position;
  const id = ring.map((position) => ids.of(position));
  for (let start = 0; start < n; start++) {
    if ((uses[id[start] as number] ?? 0) < 2) continue;
    for (let length = 1; length <= mostVertices && length < n - 2; length++) {
      const run = Array.from({ length }, (_, k) => (start + 1 + k) % n);
      if (run.some((i) => (uses[id[i] as number] ?? 0) > 1)) break;
      const end = (start + 1 + length) % n;
      if (!hasEdge(id[start] as number, id[end] as number)) continue;
      const tip = run.find((i) => angleDegrees(at(i - 1), at(i), at(i + 1)) < sharpestDegrees);
      if (tip !== undefined) return { tip: at(tip), drop: new Set(run) };
    }
  }
  return null;
}

function angleDegrees(before: Position, tip: Position, after: Position): number {
  const [ax, ay] = offsetM(tip, before);
  const [bx, by] = offsetM(tip, after);
  return (Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by)) * 180) / Math.PI;
}
