import proj4 from 'proj4';
import { cellOf, elevationAt } from '../build/relief.ts';
import type { TerrainFile } from '../format/hand-over.ts';
import type { Elevation } from './network.ts';

/** Metres above the sea out of the county's grid, between its cells by their distance; null outside it. */
export function elevationOf(terrain: TerrainFile): Elevation {
  const toGrid = proj4('WGS84', terrain.projection);
  return ([lon, lat]) => {
    const [x = Number.NaN, y = Number.NaN] = toGrid.forward([lon, lat]);
    const found = elevationAt(terrain, ...cellOf(terrain, x, y));
    return Number.isNaN(found) ? null : found;
  };
}
