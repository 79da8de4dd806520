import type { Bounds } from '../area/area.ts';

/** Side of the world in metres at the equator in Web Mercator. Source: EPSG:3857. */
const worldM = 40_075_016.686;

/** Web Mercator position in the unit square, y growing southwards. */
export function unitSquare(lon: number, lat: number): [x: number, y: number] {
  const sine = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI];
}

/** Metres on the ground that one of 4096 tile units covers at a zoom and latitude. */
export function tileUnitM(zoom: number, lat: number): number {
  return (worldM * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom / 4096;
}

/** Zooms worth cutting: from the one where the county fills a screen's fifth, six levels on; maps draw the last one larger. */
export function zoomsOf([west, south, east, north]: Bounds): { min: number; max: number } {
  const [left, top] = unitSquare(west, north);
  const [right, bottom] = unitSquare(east, south);
  const side = Math.max(right - left, bottom - top, 1e-6);
  const min = Math.max(0, Math.min(9, Math.floor(Math.log2(0.8 / side))));
  return { min, max: Math.min(14, min + 5) };
}

/** Tile columns and rows that touch the bounds at a zoom, with a border of one tile's buffer. */
export function tilesAt(
  [west, south, east, north]: Bounds,
  zoom: number,
): { x: [number, number]; y: [number, number] } {
  const side = 2 ** zoom;
  const [left, top] = unitSquare(west, north);
  const [right, bottom] = unitSquare(east, south);
  const clamp = (value: number) => Math.max(0, Math.min(side - 1, Math.floor(value * side)));
  return { x: [clamp(left), clamp(right)], y: [clamp(top), clamp(bottom)] };
}
