import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Bounds } from '../../geodata/area/area.ts';
import { findDefects } from '../../geodata/area/defects.ts';
import { ringBounds } from '../../geodata/area/ring.ts';
import { onlyBoundaries } from '../geodata/read-county.ts';
import { readShared, shared } from './shared.ts';

/** One row a set of another country: how many units, a name that must be there, where they lie (degrees, a tenth wide). */
const sets: { files: string[]; count: number; name: string | null; box: Bounds }[] = [
  {
    files: ['be_municip_topojson/Belgium.municipalities.WGS84.topojson'],
    count: 581,
    name: 'AARTSELAAR',
    box: [2.5, 49.4, 6.5, 51.6],
  },
  {
    files: ['dbf', 'prj', 'shp', 'shx'].map((part) => `ch_municipalities_lv95/municipalities.${part}`),
    count: 2113,
    name: null,
    box: [5.9, 45.8, 10.5, 47.9],
  },
  {
    files: ['fr_vaucluse_communes/communes-84-vaucluse.geojson'],
    count: 151,
    name: 'Caderousse',
    box: [4.6, 43.6, 5.8, 44.5],
  },
  { files: ['id_bintan_desa/id2102_bintan.geojson'], count: 51, name: 'Air Glubi', box: [104, 0.5, 108, 2] },
  { files: ['in_goa_villages/ga.geojson'], count: 402, name: 'Torxem', box: [73.6, 14.8, 74.4, 15.9] },
  { files: ['no_kommuner/Kommuner-S.geojson'], count: 357, name: 'Inderøy', box: [4, 57.8, 32, 71.5] },
  { files: ['us_counties_topojson/counties-10m.json'], count: 3231, name: 'Tangipahoa', box: [-180, -15, 180, 72] },
];

describe('boundary sets of other countries load', () => {
  for (const { files, count, name, box } of sets) {
    test(`${files[0]} gives ${count} units where they lie`, { timeout: 20_000 }, async () => {
      const read = await readShared(files.map((file) => `boundaries/${file}`));
      const set = read.find((file) => file.is === 'boundaries');
      if (set?.is !== 'boundaries') throw new Error(JSON.stringify(read));
      expect(set.areas).toHaveLength(count);
      if (name) expect(set.areas.map((area) => area.name)).toContain(name);
      const { areas } = findDefects(set.areas, set.file);
      expect(areas).toHaveLength(count);
      const [west, south, east, north] = ringBounds(areas.flatMap(({ shape }) => shape?.coordinates.flat(2) ?? []));
      expect([west >= box[0], south >= box[1], east <= box[2], north <= box[3]]).toEqual([true, true, true, true]);
      expect([west < box[0] + 1, east > box[2] - 1.5]).toEqual([true, true]);
    });
  }
});

describe('Chinese practice and foreign encodings load', () => {
  const parts = (stem: string, endings: string[]) => endings.map((ending) => `shapefile_encoding/${stem}.${ending}`);
  const rows: { files: string[]; is: string; count: number; codes: string[] }[] = [
    {
      files: parts('cn_beijing54_gbk/city', ['shp', 'dbf', 'prj', 'shx']),
      is: 'places',
      count: 74,
      codes: ['old-datum'],
    },
    {
      files: parts('cn_beijing54_gbk/river', ['shp', 'dbf', 'prj', 'shx']),
      is: 'rivers',
      count: 13,
      codes: ['old-datum'],
    },
    {
      files: parts('cn_xian80_gk3/DLTB', ['shp', 'dbf', 'prj', 'shx']),
      is: 'boundaries',
      count: 8,
      codes: ['old-datum', 'outside-china'],
    },
    {
      files: parts('cn_xian80_gk3/DLTB_Erase', ['shp', 'dbf', 'prj']),
      is: 'boundaries',
      count: 8,
      codes: ['old-datum', 'outside-china'],
    },
    { files: parts('cn_xian80_gk3/Road', ['shp', 'dbf', 'prj', 'shx']), is: 'roads', count: 11, codes: ['old-datum'] },
    {
      files: parts('cp936_cpg/file_cp936', ['shp', 'dbf', 'cpg', 'shx']),
      is: 'roads',
      count: 1,
      codes: ['lines-taken-as-roads'],
    },
  ];
  for (const { files, is, count, codes } of rows) {
    test(`${files[0]} is ${count} ${is}`, async () => {
      const [read] = await readShared(files);
      const members = read?.is === 'boundaries' ? read.areas : read && 'features' in read ? read.features : [];
      expect([read?.is, members.length]).toEqual([is, count]);
      expect(read?.notes.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
    });
  }
  test('two shapefiles in one zip come as two, one with a Chinese name', { timeout: 20_000 }, async () => {
    const read = await readShared('shapefile_encoding/zip_utf8_names/01_mulit_shp_UTF8.zip.zip');
    expect(read.map((file) => (file.is === 'boundaries' ? file.areas.length : file.notes))).toEqual([246, 246]);
    expect(read.map(({ file }) => file.split('/').at(-1)).sort()).toEqual(['TM_WORLD_BORDERS_SIMPL-0.3', '中文测']);
  });
});

/** Files grouped as the import groups them: the parts of a shapefile together. */
function groupsIn(folder: string): string[][] {
  const files = readdirSync(join(shared, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(shp|dbf|shx|prj|cpg|zip|geojson|json|topojson)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(shared.length + 1));
  const isPart = (file: string) => /\.(shp|dbf|shx|prj|cpg)$/i.test(file);
  return [
    ...Map.groupBy(files.sort(), (file) => (isPart(file) ? file.slice(0, -extname(file).length) : file)).values(),
  ];
}

describe('broken files never crash, hang or half-load', () => {
  for (const folder of ['shapefile_bad', 'shapefile_encoding', 'invalid_polygons', 'geojson_validity']) {
    for (const files of groupsIn(folder)) {
      test(`${files[0]} gets its sentence`, { timeout: 10_000 }, async () => {
        const read = await readShared(files);
        expect(read.length).toBeGreaterThan(0);
        for (const file of read) {
          expect(file.notes.length).toBeGreaterThan(0);
          expect(file.notes.map(({ code }) => code)).not.toContain('reader-failed');
          if (file.is !== 'boundaries') continue;
          const { areas } = findDefects(file.areas, file.file);
          const rings = areas.flatMap(({ shape }) => shape?.coordinates.flat() ?? []);
          expect(rings.every((ring) => ring.length > 3 && `${ring[0]}` === `${ring.at(-1)}`)).toBe(true);
        }
      });
    }
  }
  /** Invalid by the standard's structure: must be refused or noted, never taken in silence. */
  for (const folder of [
    'geojson_validity/check-geojson/bad',
    'geojson_validity/chrieke/invalid_structure',
    'geojson_validity/chrieke/invalid_geometries',
  ]) {
    for (const [file] of groupsIn(folder)) {
      test(`${file} is not taken in silence`, async () => {
        const read = await readShared(file as string);
        const notes = read.flatMap((each) => [
          ...each.notes,
          ...(each.is === 'boundaries' ? findDefects(each.areas, each.file).notes : []),
        ]);
        const telling = notes.filter(
          ({ severity, code }) => severity !== 'understood' && !/level-assumed|name-missing|lines-taken/.test(code),
        );
        expect(telling.length).toBeGreaterThan(0);
      });
    }
  }
  for (const folder of ['geojson_validity/check-geojson/good', 'geojson_validity/chrieke/valid']) {
    for (const [file] of groupsIn(folder)) {
      test(`${file} is not refused but for having nothing to draw`, async () => {
        const read = await readShared(file as string);
        const refused = read.flatMap(({ notes }) => notes).filter(({ severity }) => severity === 'refused');
        expect(
          refused.map(({ code }) => code).filter((code) => code !== 'no-shapes' && code !== 'no-features'),
        ).toEqual([]);
      });
    }
  }
  const refusals: [string[], string][] = [
    [['shapefile_bad/shapefile-js/badzip.zip'], 'zip-damaged'],
    [['shapefile_bad/shapefile-js/noshp.zip'], 'shp-missing'],
    [['shapefile_bad/shapefile-js/bad.shp', 'shapefile_bad/shapefile-js/bad.dbf'], 'shp-not-a-shapefile'],
    [['shapefile_bad/pyshp/empty_zipfile.zip'], 'zip-without-map'],
    [['shapefile_bad/mapshaper_issues/384_invalid_json/sample.json'], 'json-broken'],
    [['shapefile_bad/mapshaper_issues/166/c_utm.shp', 'shapefile_bad/mapshaper_issues/166/c_utm.dbf'], 'crs-unknown'],
    [['shapefile_encoding/kr_cp949_dbf_only/skorea-provinces-2011.dbf'], 'shp-missing'],
    [['geojson_validity/chrieke/problematic_geometries/problematic_outside_lat_lon_boundaries.geojson'], 'crs-unknown'],
  ];
  for (const [files, code] of refusals) {
    test(`${files[0]} is refused as ${code}`, async () => {
      const read = await readShared(files);
      expect(read.map(({ is }) => is)).toEqual(['refused']);
      expect(read[0]?.notes.map((note) => note.code)).toContain(code);
    });
  }
  test('a missing attribute table is told, and the shapes load', async () => {
    const set = onlyBoundaries(await readShared('shapefile_bad/shapefile-js/no-dbf.zip'));
    expect([set.areas.length, set.notes.map(({ code }) => code)]).toEqual([
      14,
      expect.arrayContaining(['dbf-missing']),
    ]);
  });
});
