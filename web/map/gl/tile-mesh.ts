import { readTilePolygons, type TilePolygon } from './tile-polygons.ts';
import { triangulate } from './triangulate.ts';

/** Triangles of one tile's villages: vertices of 8 bytes (x, y as Int16 in tile units, fid as Uint32) and their indices. */
export interface TileMesh {
  extent: number;
  vertices: ArrayBuffer;
  indices: Uint32Array;
  /** The polygons themselves, to ask which one lies under a pixel. */
  features: TilePolygon[];
}

/** Builds the mesh of a tile's `village` layer; an empty mesh where the tile has none. */
export function meshOf(bytes: Uint8Array | null): TileMesh {
  const { extent, features } = bytes ? readTilePolygons(bytes, 'village') : { extent: 4096, features: [] };
  let count = 0;
  for (const { polygons } of features) for (const rings of polygons) for (const ring of rings) count += ring.length / 2;
  const vertices = new ArrayBuffer(count * 8);
  const view = { at: new Int16Array(vertices), fid: new Uint32Array(vertices) };
  const indices: number[] = [];
  let vertex = 0;
  for (const { fid, polygons } of features) {
    for (const rings of polygons) {
      for (const index of triangulate(rings)) indices.push(vertex + index);
      for (const ring of rings) {
        for (let i = 0; i < ring.length; i += 2) {
          view.at[vertex * 4] = ring[i] ?? 0;
          view.at[vertex * 4 + 1] = ring[i + 1] ?? 0;
          view.fid[vertex * 2 + 1] = fid;
          vertex++;
        }
      }
    }
  }
  return { extent, vertices, indices: Uint32Array.from(indices), features };
}
