import type { Archive } from './archive.ts';
import type { TileId } from './tile-cover.ts';
import { meshOf, shapesOf, type TileMesh, type TileShapes } from './tile-mesh.ts';
import { holdsPoint } from './tile-polygons.ts';
import { Tiles } from './tiles.ts';

/** The villages' tiles. */
export class VillageTiles extends Tiles<TileShapes> {
  private readonly meshes = new WeakMap<TileShapes, TileMesh>();

  constructor(archive: Archive, tell: { arrived: () => void; failed: () => void }) {
    super(archive, shapesOf, tell);
  }

  /** The triangles of a tile, made when first asked for; null while it is not there. */
  mesh(tile: TileId): TileMesh | null {
    const shapes = this.of(tile);
    if (!shapes) return null;
    const mesh = this.meshes.get(shapes) ?? meshOf(shapes);
    this.meshes.set(shapes, mesh);
    return mesh;
  }

  /** The village at a place given as Web Mercator shares 0–1 of the world, among the tiles shown last; null outside. */
  villageAt(worldX: number, worldY: number): number | null {
    for (const { tile, clip } of this.covered()) {
      const side = 2 ** tile.z;
      const [sx, sy] = [(worldX - tile.wrap) * side - tile.x, worldY * side - tile.y];
      if (sx < clip[0] || sy < clip[1] || sx >= clip[2] || sy >= clip[3]) continue;
      const shapes = this.of(tile);
      const found = shapes?.features.find((one) => holdsPoint(one, sx * shapes.extent, sy * shapes.extent));
      if (found) return found.fid;
    }
    return null;
  }
}
