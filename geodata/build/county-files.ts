import type { AreaCode, Bounds, LonLat, Shape } from '../area/area.ts';
import type { Note } from '../note.ts';

/** A place that gets a shape on the map. `fid` is the number the tiles carry; it stays the same for the place's whole life. */
export interface PlaceToDraw {
  fid: number;
  code: AreaCode;
  name: string;
  /** fid of the town; 0 for a town or the county. */
  townFid: number;
  shape: Shape;
}

export interface CountyToBuild {
  county: { fid: number; name: string; shape: Shape | null };
  /** Shapes null are derived from the villages. */
  towns: { fid: number; code: AreaCode; name: string; shape: Shape | null }[];
  /** A village of several pieces stands once for each, under one `fid`. */
  villages: PlaceToDraw[];
}

/** Derived facts of one place: area in m² (geodesic), a label point inside it, its bounding box. */
export interface PlaceMetrics {
  fid: number;
  areaM2: number;
  label: LonLat;
  bounds: Bounds;
}

/**
 * The immutable files of one boundary edition.
 * `tiles`: PMTiles of MVT with layers `county`, `town`, `village` (polygons, feature id = fid, property `town` = fid of the town)
 * and `border` (lines: property `level` 1 county, 2 town, 3 village), `label` (points: fid, name, level).
 * `plain`: JSON bytes of {@link PlainMap} for the map without WebGL, simplified to one detail, borders shared.
 * `boundaries`: GeoJSON bytes, full resolution after repair, for everything that computes.
 */
export interface CountyFiles {
  tiles: Uint8Array;
  plain: Uint8Array;
  boundaries: Uint8Array;
  metrics: PlaceMetrics[];
  bounds: Bounds;
  notes: Note[];
}

/** Shapes for the SVG map: path data in Web Mercator units scaled to a box of `width` × `height`. */
export interface PlainMap {
  width: number;
  height: number;
  bounds: Bounds;
  villages: { fid: number; d: string }[];
  /** Border lines by level: 1 county, 2 town, 3 village. */
  borders: { level: 1 | 2 | 3; d: string }[];
  towns: { fid: number; d: string }[];
}

/**
 * The ground of the map: `image` a WebP of hillshade and tint whose corners are `imageBounds` and whose rows are spaced in Web Mercator;
 * `tiles` PMTiles with line layers `river` (property `order`), `road` (property `rank` 1 national … 5 village) and points `place`
 * (`name`, `seat` 2 county seat, 1 town seat, 0 neither);
 * `plain` JSON bytes of {@link PlainGround} in the box of the county's PlainMap. Null where the county gave nothing.
 */
export interface GroundFiles {
  image: Uint8Array | null;
  imageBounds: Bounds | null;
  tiles: Uint8Array | null;
  plain: Uint8Array | null;
  notes: Note[];
}

export interface PlainGround {
  rivers: { order: number; d: string }[];
  roads: { rank: number; d: string }[];
}
