import type { Archive } from './archive.ts';
import { coverWith, keyOf, type TileId, type TilePart } from './tile-cover.ts';
import { meshOf, shapesOf, type TileMesh, type TileShapes } from './tile-mesh.ts';
import { holdsPoint } from './tile-polygons.ts';

const kept = 160;

/** The villages' tiles: asked for as the view needs them, the oldest forgotten. */
export class VillageTiles {
  private readonly archive: Archive;
  private readonly tell: { arrived: () => void; failed: () => void };
  private readonly there = new Map<string, TileShapes>();
  private readonly meshes = new WeakMap<TileShapes, TileMesh>();
  private readonly asked = new Set<string>();
  private shown: TilePart[] = [];
  private wanted: TileId[] = [];

  constructor(archive: Archive, tell: { arrived: () => void; failed: () => void }) {
    this.archive = archive;
    this.tell = tell;
  }

  /** What to draw for the tiles wanted; missing ones are on their way and `tell.arrived` is called when they are there. */
  cover(wanted: TileId[]): { parts: TilePart[]; complete: boolean } {
    this.wanted = wanted;
    for (const tile of wanted) this.ask(tile);
    const cover = coverWith(wanted, (key) => this.there.has(key));
    this.shown = cover.parts;
    return cover;
  }

  /** Whether every tile wanted last is there. */
  complete(): boolean {
    return this.wanted.every((tile) => this.there.has(keyOf(tile)));
  }

  /** The shapes of a tile; null while it is not there. */
  shapes(tile: TileId): TileShapes | null {
    return this.there.get(keyOf(tile)) ?? null;
  }

  /** Its triangles, made when first asked for. */
  mesh(tile: TileId): TileMesh | null {
    const shapes = this.shapes(tile);
    if (!shapes) return null;
    const mesh = this.meshes.get(shapes) ?? meshOf(shapes);
    this.meshes.set(shapes, mesh);
    return mesh;
  }

  /** The village at a place given as Web Mercator shares 0–1 of the world, among the tiles shown last; null outside. */
  villageAt(worldX: number, worldY: number): number | null {
    for (const { tile, clip } of this.shown) {
      const side = 2 ** tile.z;
      const [sx, sy] = [(worldX - tile.wrap) * side - tile.x, worldY * side - tile.y];
      if (sx < clip[0] || sy < clip[1] || sx >= clip[2] || sy >= clip[3]) continue;
      const shapes = this.shapes(tile);
      const found = shapes?.features.find((one) => holdsPoint(one, sx * shapes.extent, sy * shapes.extent));
      if (found) return found.fid;
    }
    return null;
  }

  /** Keys of tiles still held; whatever else was loaded for a tile may go. */
  holds(key: string): boolean {
    return this.there.has(key);
  }

  private ask(tile: TileId): void {
    const key = keyOf(tile);
    if (this.asked.has(key)) return;
    this.asked.add(key);
    this.archive.tile(tile.z, tile.x, tile.y).then(
      (bytes) => {
        this.there.set(key, shapesOf(bytes));
        this.forget();
        this.tell.arrived();
      },
      () => {
        this.asked.delete(key);
        this.tell.failed();
      },
    );
  }

  private forget(): void {
    const onScreen = new Set(this.shown.map(({ tile }) => keyOf(tile)));
    for (const key of this.there.keys()) {
      if (this.there.size <= kept) return;
      if (onScreen.has(key)) continue;
      this.there.delete(key);
      this.asked.delete(key);
    }
  }
}
