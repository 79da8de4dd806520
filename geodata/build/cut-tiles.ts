import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature, Geometry, Position } from 'geojson';
import type { Bounds } from '../area/area.ts';
import { drawable } from './drawable.ts';
import type { TileToKeep } from './pmtiles-writer.ts';
import { tilesAt, unitSquare } from './tile-math.ts';

/** Features of each layer of one zoom, already as coarse as the zoom wants. */
export type ZoomLayers = Record<string, Feature[]>;

const extent = 4096;
const buffer = 64;
/** Zooms that one index spans: it copies everything at each of its levels, so a county is cut in blocks of 8 × 8 tiles. */
const blockDepth = 3;

/** Cuts one zoom's layers into vector tiles; empty tiles are left out. `tolerance` simplifies each line by itself, in tile units: not for shared borders. */
export function cutTiles(layers: ZoomLayers, bounds: Bounds, z: number, tolerance = 0): TileToKeep[] {
  const depth = Math.min(z, blockDepth);
  const placed = Object.entries(layers).map(([name, features]) => ({ name, features: features.map(inUnitSquare) }));
  const blocks = tilesAt(bounds, z - depth);
  const over = tilesAt(bounds, z);
  const tiles: TileToKeep[] = [];
  for (let blockX = blocks.x[0]; blockX <= blocks.x[1]; blockX++) {
    for (let blockY = blocks.y[0]; blockY <= blocks.y[1]; blockY++) {
      const block: Block = { z: z - depth, x: blockX, y: blockY };
      const cutters = placed.map(({ name, features }) => ({
        name,
        cutter: cutterOf(block, features, depth, tolerance),
      }));
      const [columns, rows] = [within(over.x, blockX, depth), within(over.y, blockY, depth)];
      for (let column = columns[0]; column <= columns[1]; column++) {
        for (let row = rows[0]; row <= rows[1]; row++) {
          const [x, y] = [column - blockX * 2 ** depth, row - blockY * 2 ** depth];
          const cut: Record<string, GeoJSONVTTile> = {};
          for (const { name, cutter } of cutters) {
            const tile = cutter?.getTile(depth, x, y);
            const seen = tile && drawable(tile);
            if (seen && seen.features.length > 0) cut[name] = seen;
          }
          if (Object.keys(cut).length === 0) continue;
          tiles.push({ z, x: column, y: row, bytes: fromGeojsonVt(cut, { version: 2, extent }) });
        }
      }
    }
  }
  return tiles;
}

interface Block {
  z: number;
  x: number;
  y: number;
}

/** A feature in the unit square of Web Mercator and its box there. */
interface PlacedFeature {
  feature: Feature;
  box: [left: number, top: number, right: number, bottom: number];
}

/** The part of a range of tiles that lies in a block. */
function within([from, to]: [number, number], block: number, depth: number): [number, number] {
  return [Math.max(from, block * 2 ** depth), Math.min(to, (block + 1) * 2 ** depth - 1)];
}

/** The features that touch a block, ready to be cut; null when there are none. */
function cutterOf({ z, x, y }: Block, features: PlacedFeature[], depth: number, tolerance: number): GeoJSONVT | null {
  const side = 2 ** z;
  const margin = buffer / extent;
  const touching = features.filter(
    ({ box: [left, top, right, bottom] }) =>
      left * side < x + 1 + margin &&
      right * side > x - margin &&
      top * side < y + 1 + margin &&
      bottom * side > y - margin,
  );
  if (touching.length === 0) return null;
  const move = (position: Position): Position => [(position[0] ?? 0) * side - x, (position[1] ?? 0) * side - y];
  const moved = touching.map(({ feature }) => ({ ...feature, geometry: mapped(feature.geometry, move) }));
  return new GeoJSONVT(
    { type: 'FeatureCollection', features: moved },
    {
      coordinates: 'unitSquare',
      wrap: false,
      maxZoom: depth,
      indexMaxZoom: depth,
      indexMaxPoints: 0,
      tolerance,
      extent,
      buffer,
    },
  );
}

function inUnitSquare(feature: Feature): PlacedFeature {
  const box: PlacedFeature['box'] = [Infinity, Infinity, -Infinity, -Infinity];
  const geometry = mapped(feature.geometry, ([lon = 0, lat = 0]) => {
    const [x, y] = unitSquare(lon, lat);
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
    return [x, y];
  });
  return { feature: { ...feature, geometry }, box };
}

function mapped(geometry: Geometry, move: (position: Position) => Position): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: move(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: geometry.coordinates.map(move) };
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map((line) => line.map(move)) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(move))),
      };
    case 'GeometryCollection':
      return { type: 'GeometryCollection', geometries: geometry.geometries.map((one) => mapped(one, move)) };
  }
}
