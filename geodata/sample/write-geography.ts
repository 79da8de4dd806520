import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import sharp from 'sharp';

/** Where the invented county's first drafts lie, and what an office would call each of them. */
export const drafts = join(import.meta.dirname, '../../../shared/data/fictional_demo');
const villageDraft = '02_shp_gbk_ldid4d_cm87.zip';
const terrainDraft = '00_dem_100m_16bit.png';
const collections = [
  { draft: '00_towns_wgs84.geojson', file: '乡镇界.geojson', decimals: 7, columns: ['code', 'name'] },
  { draft: '00_roads_wgs84.geojson', file: '道路.geojson', decimals: 6, columns: ['class', 'cls', 'speed'] },
  { draft: '00_rivers_wgs84.geojson', file: '河流.geojson', decimals: 6, columns: ['order', 'km2'] },
  {
    draft: '00_places_wgs84.geojson',
    file: '地名.geojson',
    decimals: 6,
    columns: ['code', 'name', 'kind', 'town', 'townSeat', 'elev'],
  },
];

/**
 * Where the elevation grid lies in Gauss-Krüger metres with central meridian 87° E: north-west corner and cell. Found by the elevations of the
 * 148 places, which agree with the cells they stand in to half a metre.
 */
const grid = { west: 428_000, north: 1_576_000, cell: 100 };
/** The system the lines are in, in the words desktop programs write it. */
const system = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } };
/** Metres of a grid value: value × scale + offset. */
const heights = { scale: 0.05, offset: 700, unit: 'm' };

/** 示例县地理文件 — writes boundaries, roads, rivers, places and the elevation grid of the invented county as an office hands them over. */
export async function writeGeography(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '村界.zip'), readFileSync(join(drafts, villageDraft)));
  for (const { draft, file, decimals, columns } of collections) {
    const { features }: FeatureCollection<Exclude<Geometry, { type: 'GeometryCollection' }>> = JSON.parse(
      readFileSync(join(drafts, draft), 'utf8'),
    );
    const lines = features.map(({ properties, geometry }): string => {
      const kept = Object.fromEntries(columns.map((column) => [column, properties?.[column] ?? null]));
      const coordinates = rounded(geometry.coordinates, decimals);
      return JSON.stringify({ type: 'Feature', properties: kept, geometry: { ...geometry, coordinates } } as Feature);
    });
    writeFileSync(
      join(folder, file),
      `{"type":"FeatureCollection","crs":${JSON.stringify(system)},"features":[\n${lines.join(',\n')}\n]}\n`,
    );
  }
  await writeTerrain(folder);
}

async function writeTerrain(folder: string): Promise<void> {
  const picture = sharp(join(drafts, terrainDraft)).toColourspace('grey16');
  await picture.png({ compressionLevel: 9, adaptiveFiltering: true }).toFile(join(folder, 'dem.png'));
  const world = [grid.cell, 0, 0, -grid.cell, grid.west + grid.cell / 2, grid.north - grid.cell / 2];
  writeFileSync(join(folder, 'dem.pgw'), `${world.join('\n')}\n`);
  const shapefile = unzipSync(readFileSync(join(drafts, villageDraft)), {
    filter: ({ name }) => name.endsWith('.prj'),
  });
  const [projection] = Object.values(shapefile);
  if (!projection) throw new Error('the draft of the villages has no projection');
  writeFileSync(join(folder, 'dem.prj'), projection);
  writeFileSync(join(folder, 'dem.json'), `${JSON.stringify(heights)}\n`);
}

type Nested = Position | Position[] | Position[][] | Position[][][];

function rounded(coordinates: Nested, decimals: number): Nested {
  return coordinates.map((one) =>
    Array.isArray(one) ? rounded(one as Nested, decimals) : Number(one.toFixed(decimals)),
  ) as Nested;
}
