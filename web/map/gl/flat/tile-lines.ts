import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

/** The lines, outlines and points of one tile, read when they are first drawn. All in units of the tile. */
export class TileLines {
  private readonly tile: VectorTile | null;
  private readonly paths = new Map<string, Map<number, Path2D>>();

  constructor(bytes: Uint8Array | null) {
    this.tile = bytes && new VectorTile(new PbfReader(bytes));
  }

  /** Units a side of a layer's tile. */
  extent(layer: string): number {
    return this.tile?.layers[layer]?.extent ?? 4096;
  }

  /** The lines of a layer, those with one value of a whole-number property in one path. */
  linesBy(layer: string, property: string): Map<number, Path2D> {
    const key = `${layer} ${property}`;
    const known = this.paths.get(key);
    if (known) return known;
    const paths = new Map<number, Path2D>();
    for (const feature of this.features(layer)) {
      const value = Number(feature.properties[property]);
      const path = paths.get(value) ?? new Path2D();
      paths.set(value, path);
      trace(path, feature);
    }
    this.paths.set(key, paths);
    return paths;
  }

  /** The outline of a place; null where it does not reach into the tile. */
  outline(layer: string, fid: number): Path2D | null {
    const path = new Path2D();
    let found = false;
    for (const feature of this.features(layer)) {
      if (feature.id !== fid) continue;
      trace(path, feature);
      found = true;
    }
    return found ? path : null;
  }

  /** Where the points of a layer lie whose whole-number property has this value. */
  points(layer: string, property: string, value: number): { x: number; y: number }[] {
    return [...this.features(layer)]
      .filter(({ properties }) => properties[property] === value)
      .flatMap((feature) => feature.loadGeometry().flat());
  }

  private *features(layer: string): Generator<VectorTileFeature> {
    const found = this.tile?.layers[layer];
    for (let at = 0; at < (found?.length ?? 0); at++) {
      const feature = found?.feature(at);
      if (feature) yield feature;
    }
  }
}

function trace(path: Path2D, feature: VectorTileFeature): void {
  for (const line of feature.loadGeometry()) {
    for (const [at, { x, y }] of line.entries()) {
      if (at === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
  }
}
