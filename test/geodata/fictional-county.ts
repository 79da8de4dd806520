import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Shape } from '../../geodata/area/area.ts';
import type { CountyToBuild } from '../../geodata/build/county-files.ts';

export const sharedData = join(import.meta.dirname, '../../../shared/data');

/** The invented county of the shared test material, to be drawn: fid 1 the county, then towns, then villages. */
export function fictionalCounty(): CountyToBuild {
  const read = (
    name: string,
  ): FeatureCollection<Polygon | MultiPolygon, { code: string; name: string; townCode?: string }> =>
    JSON.parse(readFileSync(join(sharedData, 'fictional_demo', name), 'utf8'));
  const towns = read('00_towns_wgs84.geojson').features.map(({ properties: { code, name } }, at) => ({
    fid: at + 2,
    code,
    name,
    shape: null,
  }));
  const fidOf = new Map(towns.map(({ code, fid }) => [code, fid]));
  const villages = read('01_villages_wgs84.geojson').features.map(({ properties: { code, name }, geometry }, at) => ({
    fid: at + 2 + towns.length,
    code,
    name,
    townFid: fidOf.get(code.slice(0, 9)) ?? 0,
    shape: shapeOf(geometry),
  }));
  return { county: { fid: 1, name: '云岫县', shape: null }, towns, villages };
}

const shapeOf = (geometry: Polygon | MultiPolygon): Shape => ({
  type: 'MultiPolygon',
  coordinates: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
});
