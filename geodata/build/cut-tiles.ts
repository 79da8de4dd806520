import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import type { Feature, FeatureCollection } from 'geojson';
import type { Bounds } from '../area/area.ts';
import type { TileToKeep } from './pmtiles-writer.ts';
import { tilesAt } from './tile-math.ts';
import { encodeTile } from './vector-tile.ts';

/** Features of each layer of one zoom, already as coarse as the zoom wants. */
export type ZoomLayers = Record<string, Feature[]>;

/** Cuts one zoom's layers into vector tiles; empty tiles are left out. `tolerance` simplifies each line by itself, in tile units: not for shared borders. */
export function cutTiles(layers: ZoomLayers, bounds: Bounds, z: number, tolerance = 0): TileToKeep[] {
  const cutters = Object.entries(layers).map(([name, features]) => {
    const collection: FeatureCollection = { type: 'FeatureCollection', features };
    const options = { maxZoom: z, indexMaxZoom: 0, indexMaxPoints: 0, tolerance, extent: 4096, buffer: 64 };
    return { name, cutter: new GeoJSONVT(collection, options) };
  });
  const { x, y } = tilesAt(bounds, z);
  const tiles: TileToKeep[] = [];
  for (let column = x[0]; column <= x[1]; column++) {
    for (let row = y[0]; row <= y[1]; row++) {
      const cut = cutters.map(({ name, cutter }) => ({ name, features: featuresOf(cutter.getTile(z, column, row)) }));
      if (cut.every(({ features }) => features.length === 0)) continue;
      tiles.push({ z, x: column, y: row, bytes: encodeTile(cut) });
    }
  }
  return tiles;
}

const featuresOf = (tile: GeoJSONVTTile | null) => tile?.features ?? [];
