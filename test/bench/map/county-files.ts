import type { Position } from 'geojson';
import type { AreaFeature, Shape } from '../../../geodata/area/area.ts';
import { buildCounty } from '../../../geodata/build/build-county.ts';
import type { CountyToBuild } from '../../../geodata/build/county-files.ts';
import type { AreasAnswer, PlaceAnswer } from '../../../server/area/answer.ts';
import { manyVillages } from '../many-villages.ts';

/** What the pages of the map bench ask the server for, by path. */
export type BenchFiles = Record<string, { type: string; bytes: Uint8Array }>;

const json = (value: unknown) => ({ type: 'application/json', bytes: new TextEncoder().encode(JSON.stringify(value)) });

function toBuild(features: AreaFeature[]): { county: CountyToBuild; features: AreaFeature[] } {
  const villages = features.filter(({ kind, shape }) => kind === 'village' && shape);
  const towns = [...new Set(villages.map(({ townName }) => townName ?? ''))];
  const townFid = new Map(towns.map((name, at) => [name, at + 2]));
  const first = towns.length + 2;
  return {
    features: villages,
    county: {
      county: { fid: 1, name: 'Bench', shape: null },
      towns: towns.map((name, at) => ({ fid: at + 2, code: String(at), name, shape: null })),
      villages: villages.flatMap(({ name, code, townName, shape }, at) =>
        shape
          ? [{ fid: first + at, code: code ?? String(at), name, townFid: townFid.get(townName ?? '') ?? 0, shape }]
          : [],
      ),
    },
  };
}

/** Every fourth point of each ring: about what is left of a village of a few pixels in a tile. */
function thinned({ type, coordinates }: Shape): Shape {
  const few = (ring: Position[]) => ring.filter((_, at) => at % 4 === 0 || at === ring.length - 1);
  return { type, coordinates: coordinates.map((polygon) => polygon.map(few)) };
}

/**
 * A county of `count` villages as the product serves it, and its polygons as GeoJSON for the other engines; from ten thousand on with
 * a quarter of the points, as the product's tiles have fewer there too and the others would run out of memory.
 */
export async function benchFiles(count: number): Promise<BenchFiles> {
  const { county } = toBuild(manyVillages(count));
  const files = await buildCounty(county);
  const metrics = new Map(files.metrics.map((one) => [one.fid, one]));
  const answer = (fid: number, name: string, town: number): PlaceAnswer => {
    const known = metrics.get(fid);
    return {
      fid,
      code: String(fid),
      name,
      officialName: null,
      type: null,
      town,
      areaKm2: known ? known.areaM2 / 1e6 : null,
      label: known?.label ?? null,
      bounds: known?.bounds ?? null,
    };
  };
  const areas: AreasAnswer = {
    seq: 1,
    county: answer(1, county.county.name, 0),
    towns: county.towns.map(({ fid, name }) => answer(fid, name, 0)),
    villages: county.villages.map(({ fid, name, townFid }) => answer(fid, name, townFid)),
    map: {
      tiles: '/county.pmtiles',
      plain: '/plain.json',
      bounds: files.bounds,
      groundImage: null,
      groundBounds: null,
      groundTiles: null,
      groundPlain: null,
    },
    sample: false,
  };
  const features = county.villages.map(({ fid, shape }) => ({
    type: 'Feature',
    properties: { fid },
    geometry: count > 9_999 ? thinned(shape) : shape,
  }));
  return {
    '/areas.json': json(areas),
    '/villages.geojson': json({ type: 'FeatureCollection', features }),
    '/county.pmtiles': { type: 'application/octet-stream', bytes: files.tiles },
    '/plain.json': { type: 'application/json', bytes: files.plain },
  };
}
