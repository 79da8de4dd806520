import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, Geometry, Position } from 'geojson';
import proj4 from 'proj4';
import type { AreaFeature } from '../../geodata/area/area.ts';
import type { CountyToBuild } from '../../geodata/build/county-files.ts';
import { plainZone, prefixedZone, systemOfGaussKruger } from '../../geodata/coordinate/gauss-kruger.ts';
import { type Shifted, shift } from '../../geodata/coordinate/shifted.ts';
import type { GivenFile } from '../../geodata/format/gather-layers.ts';
import { readGeographic } from '../../geodata/format/read-geographic.ts';
import { onlyBoundaries } from './read-county.ts';
import { clockwise, loose, writeDbf, writeShp, zipped } from './write-shapefile.ts';

const folder = join(import.meta.dirname, '../../geodata/sample/files');
export const sampleFile = (name: string): GivenFile => ({
  name,
  bytes: new Uint8Array(readFileSync(join(folder, name))),
});
export const sampleJson = (name: string): FeatureCollection => JSON.parse(readFileSync(join(folder, name), 'utf8'));
export const asFile = (name: string, content: object): GivenFile => ({
  name,
  bytes: new TextEncoder().encode(JSON.stringify(content)),
});

/** The sample's villages as its own boundary file gives them. */
export async function sampleVillages(): Promise<AreaFeature[]> {
  return onlyBoundaries(await readGeographic([sampleFile('村界.zip')], { known: null, declared: null })).areas;
}

/** The sample's villages under its towns, to be drawn: fid 1 the county, then towns, then villages. */
export async function sampleCounty(): Promise<CountyToBuild> {
  const towns = sampleJson('乡镇界.geojson').features.map(({ properties }, at) => ({
    fid: at + 2,
    code: String(properties?.code),
    name: String(properties?.name),
    shape: null,
  }));
  const fidOf = new Map(towns.map(({ code, fid }) => [code, fid]));
  const villages = (await sampleVillages()).map(({ code, name, shape }, at) => {
    if (!code || !shape) throw new Error(`${name} has no code or no shape`);
    return { fid: at + 2 + towns.length, code, name, townFid: fidOf.get(code.slice(0, 9)) ?? 0, shape };
  });
  return { county: { fid: 1, name: '云岫县', shape: null }, towns, villages };
}

type Move = (position: Position) => Position;
const projected = (definition: string): Move => {
  const { forward } = proj4('WGS84', definition);
  return ([lon = 0, lat = 0]) => forward([lon, lat]);
};
export const inZone87: Move = projected(systemOfGaussKruger(plainZone(87)).definition);
const inZone29: Move = projected(systemOfGaussKruger(prefixedZone(29)).definition);
const swapped: Move = ([x = 0, y = 0]) => [y, x];

const degrees =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
/** A .prj of Gauss-Krüger with central meridian 87°, as desktop programs write it. */
const prj87 = (name: string, easting: number) =>
  `PROJCS["${name}",${degrees},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",87.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

const columns = ['行政村代码', '行政村名称', '所属乡镇名', '性质'];

/** The villages as a zipped shapefile. */
function shapefileOf(
  areas: AreaFeature[],
  given: { encoding: string; languageByte?: number; cpg?: string; prj?: string; move: Move },
): Uint8Array {
  const rows = areas.map(({ code, officialName, name, townName, type }) => [
    code ?? '',
    officialName ?? name,
    townName ?? '',
    type ?? '',
  ]);
  const shapes = areas.map(({ shape }) =>
    clockwise((shape?.coordinates ?? []).map((rings) => rings.map((ring) => ring.map(given.move)))),
  );
  return zipped(
    loose('村界', {
      shp: writeShp('polygon', shapes),
      dbf: writeDbf(columns, rows, given),
      ...(given.prj === undefined ? {} : { prj: given.prj }),
      ...(given.cpg === undefined ? {} : { cpg: given.cpg }),
    }),
  );
}

/** The villages as GeoJSON, every position moved. */
export function villageGeoJson(areas: AreaFeature[], move: Move = (position) => position): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: areas.map(({ code, name, officialName, type, townName, townCode, shape }) => ({
      type: 'Feature',
      properties: { code, name, official: officialName, kind: type, town: townName, townCode },
      geometry: movedShape(shape, move),
    })),
  };
}

const movedShape = (shape: AreaFeature['shape'], move: Move): Geometry => ({
  type: 'MultiPolygon',
  coordinates: (shape?.coordinates ?? []).map((rings) => rings.map((ring) => ring.map(move))),
});

/** The villages as a quantised TopoJSON in metres, one arc a ring. */
export function villageTopoJson(areas: AreaFeature[], move: Move): object {
  const [scale, west, south] = [0.01, 400_000, 1_500_000];
  const arcs: number[][][] = [];
  const arcOf = (ring: Position[]) => {
    let [x, y] = [0, 0];
    arcs.push(
      ring.map((position) => {
        const [east = 0, north = 0] = move(position);
        const [column, row] = [Math.round((east - west) / scale), Math.round((north - south) / scale)];
        const step = [column - x, row - y];
        [x, y] = [column, row];
        return step;
      }),
    );
    return [arcs.length - 1];
  };
  const geometries = areas.map(({ code, name, townName, shape }) => ({
    type: 'MultiPolygon',
    properties: { code, name, town: townName },
    arcs: (shape?.coordinates ?? []).map((rings) => rings.map(arcOf)),
  }));
  return {
    type: 'Topology',
    transform: { scale: [scale, scale], translate: [west, south] },
    objects: { villages: { type: 'GeometryCollection', geometries } },
    arcs,
  };
}

/** 同一个县的各种交法 — the sample's villages as offices hand them over, made of its boundaries by the writers here. */
export function variantsOf(areas: AreaFeature[]): Record<string, GivenFile> {
  const metres = { move: inZone87, prj: prj87('CGCS2000_3_Degree_GK_CM_87E', 500_000) };
  const zone = { move: inZone29, prj: prj87('CGCS2000_3_Degree_GK_Zone_29', 29_500_000) };
  const gbk = { encoding: 'gb18030' };
  const zip = (name: string, given: Parameters<typeof shapefileOf>[1]) => ({ name, bytes: shapefileOf(areas, given) });
  const shiftedTo =
    (system: Shifted): Move =>
    (position) =>
      shift(position, system);
  const files = [
    asFile('degrees.geojson', villageGeoJson(areas)),
    zip('gbk-marked.zip', { ...gbk, ...metres, languageByte: 0x4d }),
    zip('gbk-zone29.zip', { ...gbk, ...zone }),
    zip('utf8-degrees.zip', { encoding: 'utf-8', move: (position) => position, prj: degrees }),
    zip('cpg-lies.zip', { ...gbk, ...metres, cpg: 'UTF-8' }),
    zip('zone29-no-prj.zip', { ...gbk, move: inZone29 }),
    zip('axes-swapped-no-prj.zip', { ...gbk, languageByte: 0x4d, move: (position) => swapped(inZone87(position)) }),
    asFile('gcj02.geojson', villageGeoJson(areas, shiftedTo('GCJ-02'))),
    asFile('bd09.geojson', villageGeoJson(areas, shiftedTo('BD-09'))),
  ];
  return Object.fromEntries(files.map((file) => [file.name, file]));
}
