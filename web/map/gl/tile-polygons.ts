import { classifyRings, VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

/** A polygon feature of a tile: rings as flat x, y lists in tile units, without closing points; exterior rings start a polygon. */
export interface TilePolygon {
  fid: number;
  polygons: number[][][];
}

/** The polygons of one layer of a Mapbox Vector Tile and the side of the tile in its units. */
export function readTilePolygons(bytes: Uint8Array, layer: string): { extent: number; features: TilePolygon[] } {
  const found = new VectorTile(new PbfReader(bytes)).layers[layer];
  const features: TilePolygon[] = [];
  for (let at = 0; at < (found?.length ?? 0); at++) {
    const feature = found?.feature(at);
    if (feature?.type !== 3) continue;
    const polygons = classifyRings(feature.loadGeometry()).map((rings) => rings.map(flat));
    features.push({ fid: feature.id ?? 0, polygons });
  }
  return { extent: found?.extent ?? 4096, features };
}

/** A ring as x, y after x, y; its last point, which closes it, left out. */
function flat(ring: { x: number; y: number }[]): number[] {
  const list: number[] = [];
  for (let at = 0; at < ring.length - 1; at++) list.push(ring[at]?.x ?? 0, ring[at]?.y ?? 0);
  return list;
}

/** Whether a point in tile units lies in the feature (even-odd over all rings). */
export function holdsPoint(feature: TilePolygon, px: number, py: number): boolean {
  let inside = false;
  for (const ring of feature.polygons.flat()) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [xi, yi, xj, yj] = [ring[i] ?? 0, ring[i + 1] ?? 0, ring[j] ?? 0, ring[j + 1] ?? 0];
      if (yi > py !== yj > py && px < ((xj - xi) * (py - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}
