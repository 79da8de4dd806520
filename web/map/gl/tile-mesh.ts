import earcut from 'earcut';
import { readTilePolygons, type TilePolygon } from './tile-polygons.ts';

/** The villages of one tile as they are cut in it. */
export interface TileShapes {
  extent: number;
  /** The polygons themselves: to be drawn, and to ask which one lies under a pixel. */
  features: TilePolygon[];
}

/** Triangles of one tile's villages: vertices of 8 bytes (x, y as Int16 in tile units, fid as Uint32) and their indices. */
export interface TileMesh {
  extent: number;
  vertices: ArrayBuffer;
  indices: Uint32Array;
}

/** Reads a tile's `village` layer; without shapes where the tile has none. */
export const shapesOf = (bytes: Uint8Array | null): TileShapes =>
  bytes ? readTilePolygons(bytes, 'village') : { extent: 4096, features: [] };

/** Builds the mesh of a tile's villages. */
export function meshOf({ extent, features }: TileShapes): TileMesh {
  let count = 0;
  for (const { polygons } of features) for (const rings of polygons) for (const ring of rings) count += ring.length / 2;
  const vertices = new ArrayBuffer(count * 8);
  const view = { at: new Int16Array(vertices), fid: new Uint32Array(vertices) };
  const indices: number[] = [];
  let vertex = 0;
  for (const { fid, polygons } of features) {
    for (const rings of polygons) {
      for (const index of triangles(rings)) indices.push(vertex + index);
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
  return { extent, vertices, indices: Uint32Array.from(indices) };
}

/** Three vertex numbers each, counted through the rings in order. */
function triangles([outer = [], ...holes]: number[][]): number[] {
  const starts: number[] = [];
  const points = [...outer];
  for (const hole of holes) {
    starts.push(points.length / 2);
    for (const number of hole) points.push(number);
  }
  return earcut(points, starts);
}
