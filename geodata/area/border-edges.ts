import type { Position } from 'geojson';
import type { Place } from './defect.ts';
import { VertexIds } from './vertex-ids.ts';

/** One edge of a border, its place on the left. */
export interface BorderEdge {
  from: number;
  to: number;
  /** Index of the place in the list given. */
  place: number;
}

/** Edges that only one place has: the outer border where all fits, and the rims of every gap and overlap. */
export interface BorderEdges {
  ids: VertexIds;
  lone: BorderEdge[];
  /** Vertices of each place, and how many places have each vertex. */
  vertices: number[][];
  uses: Uint16Array;
}

/** Finds edges without a counterpart among the neighbours. Shapes must be mended: closed, exteriors counter-clockwise. */
export function borderEdges(places: Place[]): BorderEdges {
  const ids = new VertexIds();
  const edges = new Map<number, BorderEdge | null>();
  const vertices = places.map(({ area }, place) => {
    const own = new Set<number>();
    for (const ring of area.shape?.coordinates.flat() ?? []) {
      let from = ids.of(ring[0] as Position);
      for (let i = 1; i < ring.length; i++) {
        const to = ids.of(ring[i] as Position);
        own.add(to);
        if (from !== to) {
          const key = from < to ? from * 2 ** 26 + to : to * 2 ** 26 + from;
          edges.set(key, edges.has(key) ? null : { from, to, place });
        }
        from = to;
      }
    }
    return [...own];
  });
  const uses = new Uint16Array(ids.x.length);
  for (const own of vertices) for (const id of own) uses[id] = (uses[id] as number) + 1;
  return { ids, lone: [...edges.values()].filter((edge) => edge !== null), vertices, uses };
}
