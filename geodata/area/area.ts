import type { Position } from 'geojson';

/** 行政区划代码 — statistical code as text: 6 digits county, 9 town, 12 village. Source: national statistical division codes. */
export type AreaCode = string;

/** 县 / 镇 / 村 — the three levels a county map knows. 乡 and 街道 count as towns, 社区 and 林场 as villages. */
export type AreaKind = 'county' | 'town' | 'village';

/** Longitude and latitude in degrees, WGS 84. */
export type LonLat = [lon: number, lat: number];

/** West, south, east, north in degrees, WGS 84. */
export type Bounds = [west: number, south: number, east: number, north: number];

/** Rings of a polygon or multipolygon, WGS 84 degrees, exterior rings counter-clockwise (RFC 7946). */
export interface Shape {
  type: 'MultiPolygon';
  coordinates: Position[][][];
}

/** One place as a file gives it: what it is called and where it lies. `shape` is null when the file has none for it. */
export interface AreaFeature {
  kind: AreaKind;
  code: AreaCode | null;
  name: string;
  /** 官方全称, e.g. 东关社区居民委员会; null when the file has only the short name. */
  officialName: string | null;
  /** 行政村 / 社区 / 国有林场 … as written; null when not given. */
  type: string | null;
  townName: string | null;
  townCode: AreaCode | null;
  shape: Shape | null;
}
