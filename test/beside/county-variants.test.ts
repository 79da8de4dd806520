import { beforeAll, describe, expect, test } from 'vitest';
import type { AreaFeature } from '../../geodata/area/area.ts';
import { findDefects } from '../../geodata/area/defects.ts';
import type { KnownPlaces } from '../../geodata/coordinate/known-county.ts';
import { farthestM, knownOf, onlyBoundaries } from '../geodata/read-county.ts';
import { readShared } from './shared.ts';

/** One row a variant: what it must be read as, whether the county must be known for it, how far off it may lie. */
const variants = [
  {
    file: '01_villages_wgs84.geojson',
    system: 'WGS 84',
    basis: 'range',
    encoding: null,
    needsCounty: false,
    withinM: 0.5,
    notes: [],
  },
  {
    file: '02_shp_gbk_ldid4d_cm87.zip',
    system: 'EPSG:4538',
    basis: 'prj',
    encoding: 'gb18030',
    needsCounty: false,
    withinM: 0.5,
    notes: [],
  },
  {
    file: '03_shp_gbk_ldid00_zone29.zip',
    system: 'EPSG:4517',
    basis: 'prj',
    encoding: 'gb18030',
    needsCounty: false,
    withinM: 0.5,
    notes: [],
  },
  {
    file: '04_shp_utf8_nocpg_4490.zip',
    system: 'EPSG:4490',
    basis: 'prj',
    encoding: 'utf-8',
    needsCounty: false,
    withinM: 0.5,
    notes: [],
  },
  {
    file: '05_shp_cpg_says_utf8_bytes_gbk.zip',
    system: 'EPSG:4538',
    basis: 'prj',
    encoding: 'gb18030',
    needsCounty: false,
    withinM: 0.5,
    notes: ['cpg-contradicted'],
  },
  {
    file: '06_shp_noprj_zone29.zip',
    system: 'EPSG:4517',
    basis: 'zone-prefix',
    encoding: 'gb18030',
    needsCounty: false,
    withinM: 0.5,
    notes: [],
  },
  {
    file: '07_shp_noprj_axes_swapped.zip',
    system: 'EPSG:4538',
    basis: 'known-county',
    encoding: 'gb18030',
    needsCounty: true,
    withinM: 0.5,
    notes: ['axes-swapped'],
  },
  {
    file: '08_villages_gcj02_unmarked.geojson',
    system: 'GCJ-02',
    basis: 'known-county',
    encoding: null,
    needsCounty: true,
    withinM: 2,
    notes: ['shifted-coordinates'],
  },
  {
    file: '09_villages_bd09_unmarked.geojson',
    system: 'BD-09',
    basis: 'known-county',
    encoding: null,
    needsCounty: true,
    withinM: 2,
    notes: ['shifted-coordinates'],
  },
] as const;

describe('every variant of the county comes out as the same county', () => {
  let truth: AreaFeature[];
  let known: KnownPlaces;
  beforeAll(async () => {
    truth = onlyBoundaries(await readShared('fictional_demo/01_villages_wgs84.geojson')).areas;
    known = knownOf(truth);
  });

  for (const { file, system, basis, encoding, needsCounty, withinM, notes } of variants) {
    test(`${file} is ${system}, within ${withinM} m`, async () => {
      const read = onlyBoundaries(await readShared(`fictional_demo/${file}`, needsCounty ? known : null));
      expect({ system: read.reading.system, basis: read.reading.basis, encoding: read.encoding }).toEqual({
        system,
        basis,
        encoding,
      });
      expect(farthestM(read.areas, truth)).toBeLessThanOrEqual(withinM);
      expect(read.notes.map(({ code }) => code)).toEqual(expect.arrayContaining([...notes]));
      const words = (area: AreaFeature) => [
        area.kind,
        area.code,
        area.name,
        area.officialName,
        area.type,
        area.townName,
        area.townCode,
      ];
      expect(read.areas.map(words)).toEqual(truth.map(words));
    });
    test(`${file} read with the county known stays in place`, async () => {
      const read = onlyBoundaries(await readShared(`fictional_demo/${file}`, known));
      expect(farthestM(read.areas, truth)).toBeLessThanOrEqual(withinM);
      expect(findDefects(read.areas, file).notes).toEqual([]);
    });
  }

  test('07 without a known county asks, and gives no place', async () => {
    const read = await readShared('fictional_demo/07_shp_noprj_axes_swapped.zip');
    expect(read.map(({ is }) => is)).toEqual(['refused']);
    expect(read[0]?.notes.map(({ code, severity }) => `${code} ${severity}`)).toContain('crs-unknown question');
  });
  for (const file of ['08_villages_gcj02_unmarked.geojson', '09_villages_bd09_unmarked.geojson']) {
    test(`${file} without a known county warns`, async () => {
      const read = onlyBoundaries(await readShared(`fictional_demo/${file}`));
      expect(read.notes.map(({ code }) => code)).toContain('may-be-shifted');
    });
    test(`${file} is converted when declared`, async () => {
      const read = onlyBoundaries(
        await readShared(`fictional_demo/${file}`, null, file.includes('bd09') ? 'BD-09' : 'GCJ-02'),
      );
      expect(farthestM(read.areas, truth)).toBeLessThanOrEqual(2);
    });
  }
});

describe('ground and other levels are told apart by content', () => {
  const layers = [
    { file: '00_county_wgs84.geojson', is: 'boundaries', kind: 'county', count: 1 },
    { file: '00_towns_wgs84.geojson', is: 'boundaries', kind: 'town', count: 10 },
    { file: '01_villages_wgs84.geojson', is: 'boundaries', kind: 'village', count: 148 },
    { file: '00_roads_wgs84.geojson', is: 'roads', kind: null, count: 295 },
    { file: '00_rivers_wgs84.geojson', is: 'rivers', kind: null, count: 532 },
    { file: '00_places_wgs84.geojson', is: 'places', kind: null, count: 148 },
  ];
  for (const { file, is, kind, count } of layers) {
    test(`${file} is ${kind ?? ''} ${is}`, async () => {
      const [read] = await readShared(`fictional_demo/${file}`);
      const members = read?.is === 'boundaries' ? read.areas : read && 'features' in read ? read.features : [];
      const found = read?.is === 'boundaries' ? (read.areas[0]?.kind ?? null) : null;
      expect({ is: read?.is, kind: found, count: members.length }).toEqual({ is, kind, count });
    });
  }
});
