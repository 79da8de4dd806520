import type { Archive } from './archive.ts';
import { coverWith, keyOf, type TileId, type TilePart } from './tile-cover.ts';

const kept = 160;

/** Tiles of an archive in the form a drawing needs them: asked for as the view needs them, the oldest forgotten. */
export class Tiles<Read> {
  private readonly archive: Archive;
  private readonly read: (bytes: Uint8Array | null) => Read;
  private readonly tell: { arrived: () => void; failed: () => void };
  private readonly there = new Map<string, Read>();
  private readonly requested = new Set<string>();
  private shown: TilePart[] = [];
  private wanted: TileId[] = [];

  constructor(
    archive: Archive,
    read: (bytes: Uint8Array | null) => Read,
    tell: { arrived: () => void; failed: () => void },
  ) {
    this.archive = archive;
    this.read = read;
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

  /** What was read of a tile; null while it is not there. */
  of(tile: TileId): Read | null {
    return this.there.get(keyOf(tile)) ?? null;
  }

  /** The parts covered last. */
  covered(): TilePart[] {
    return this.shown;
  }

  /** Keys of tiles still held; whatever else was loaded for a tile may go. */
  holds(key: string): boolean {
    return this.there.has(key);
  }

  private ask(tile: TileId): void {
    const key = keyOf(tile);
    if (this.requested.has(key)) return;
    this.requested.add(key);
    this.archive.tile(tile.z, tile.x, tile.y).then(
      (bytes) => {
        this.there.set(key, this.read(bytes));
        this.forget();
        this.tell.arrived();
      },
      () => {
        this.requested.delete(key);
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
      this.requested.delete(key);
    }
  }
}
