import proj4 from 'proj4';
import { describe, expect, test } from 'vitest';
import type { AreaFeature, LonLat } from '../../geodata/area/area.ts';
import { type CoordinateFacts, decideSystem } from '../../geodata/coordinate/decide-system.ts';
import { systemOfCode } from '../../geodata/coordinate/epsg.ts';
import { findShift } from '../../geodata/coordinate/find-shift.ts';
import { plainZone, prefixedZone, systemOfGaussKruger, zonePrefixOf } from '../../geodata/coordinate/gauss-kruger.ts';
import { offsetM } from '../../geodata/coordinate/known-county.ts';
import { systemOfPrj } from '../../geodata/coordinate/prj.ts';
import { shift, unshift } from '../../geodata/coordinate/shifted.ts';
import { knownOf } from './read-county.ts';
import { sampleVillages } from './sample-county.ts';

describe('Gauss-Krüger zones carry their EPSG number', () => {
  const rows: [number, number, number][] = [
    [4513, 75, 25_500_000],
    [4517, 87, 29_500_000],
    [4533, 135, 45_500_000],
    [4534, 75, 500_000],
    [4538, 87, 500_000],
    [4547, 114, 500_000],
    [4554, 135, 500_000],
    [4491, 75, 13_500_000],
    [4502, 75, 500_000],
    [2349, 75, 25_500_000],
    [2379, 102, 500_000],
    [2422, 75, 500_000],
  ];
  for (const [code, centralMeridian, falseEasting] of rows) {
    test(`EPSG:${code} has its meridian ${centralMeridian}° at easting ${falseEasting}`, () => {
      const system = systemOfCode(`EPSG:${code}`);
      expect(system?.name).toBe(`EPSG:${code}`);
      const [lon, lat] = system?.toWgs84([falseEasting, 3_320_113.4]) ?? [];
      expect([lon?.toFixed(6), lat?.toFixed(1)]).toEqual([centralMeridian.toFixed(6), '30.0']);
    });
  }
  test('a zone number is taken from eastings of eight digits only', () => {
    const rows = [499_999, 12_999_999, 13_000_000, 23_999_999, 24_000_000, 25_000_000, 45_999_999, 46_000_000];
    expect(rows.map(zonePrefixOf)).toEqual([null, null, 13, 23, null, 25, 45, null]);
  });
  test('zone and meridian name the same place', () => {
    const plain = systemOfGaussKruger(plainZone(87)).toWgs84([460_000, 1_550_000]);
    const prefixed = systemOfGaussKruger(prefixedZone(29)).toWgs84([29_460_000, 1_550_000]);
    expect(Math.hypot(...offsetM(plain, prefixed))).toBeLessThan(0.001);
  });
});

describe('names of systems are understood as people write them', () => {
  const rows: [string, string | null][] = [
    ['4547', 'EPSG:4547'],
    ['epsg:4490', 'EPSG:4490'],
    ['urn:ogc:def:crs:EPSG::4490', 'EPSG:4490'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'WGS 84'],
    ['WGS84', 'WGS 84'],
    ['CGCS2000', 'EPSG:4490'],
    ['gcj02', 'GCJ-02'],
    ['BD-09', 'BD-09'],
    ['EPSG:32645', 'EPSG:32645'],
    ['EPSG:2154', 'EPSG:2154'],
    ['EPSG:1', null],
    ['Mars', null],
    ['', null],
  ];
  for (const [word, name] of rows)
    test(`“${word}” is ${name}`, () => expect(systemOfCode(word)?.name ?? null).toBe(name));
});

describe('.prj texts in the ESRI manner', () => {
  const gcs =
    'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
  const gk = (name: string, easting: number, meridian: number) =>
    `PROJCS["${name}",${gcs},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
  const rows: [string, string, string | null][] = [
    ['degrees', gcs, 'EPSG:4490'],
    ['a plain zone', gk('CGCS2000_3_Degree_GK_CM_114E', 500_000, 114), 'EPSG:4547'],
    ['a numbered zone', gk('CGCS2000_3_Degree_GK_Zone_38', 38_500_000, 114), 'EPSG:4526'],
    ['a numbered zone of 6 degrees', gk('CGCS2000_GK_Zone_20', 20_500_000, 117), 'EPSG:4498'],
    ['a meridian of a city of its own', gk('Local', 500_000, 108.5), 'Gauss-Krüger CM 108.5°'],
    ['a web page', '<!DOCTYPE html><html></html>', null],
    ['nothing', '', null],
  ];
  for (const [what, text, name] of rows)
    test(`${what} is ${name}`, () => expect(systemOfPrj(text)?.name ?? null).toBe(name));

  test('LV95 with its datum shift falls within a few metres of the official definition', () => {
    const text =
      'PROJCS["CH1903+_LV95",GEOGCS["GCS_CH1903+",DATUM["D_CH1903+",SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Hotine_Oblique_Mercator_Azimuth_Center"],PARAMETER["False_Easting",2600000.0],PARAMETER["False_Northing",1200000.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Azimuth",90.0],PARAMETER["Longitude_Of_Center",7.439583333333333],PARAMETER["Latitude_Of_Center",46.95240555555556],UNIT["Meter",1.0],AUTHORITY["EPSG",2056]]';
    const ours = systemOfPrj(text)?.toWgs84([2_600_000, 1_200_000]) ?? [];
    // The origin of LV95 in WGS 84, as the Swiss survey publishes it.
    expect(Math.hypot(...offsetM(ours, [7.438632, 46.951083]))).toBeLessThan(3);
  });
  test('Lambert-93 comes back where the projection put it', () => {
    const system = systemOfCode('EPSG:2154');
    const [x, y] = proj4('WGS84', system?.definition ?? '').forward([5.05, 44.05]);
    expect(Math.hypot(...offsetM(system?.toWgs84([x ?? 0, y ?? 0]) ?? [], [5.05, 44.05]))).toBeLessThan(0.01);
  });
});

describe('shifted coordinates come back exactly', () => {
  const places: LonLat[] = [
    [86.68, 13.95],
    [116.404, 39.915],
    [121.473, 31.23],
    [75.99, 39.47],
    [134.2, 48.4],
    [109.5, 18.25],
  ];
  for (const system of ['GCJ-02', 'BD-09'] as const) {
    test(`${system} there and back is within a millimetre, and the argument stays`, () => {
      for (const place of places) {
        const moved = shift(place, system);
        const before = [...moved];
        expect(Math.hypot(...offsetM(unshift(moved, system), place))).toBeLessThan(0.001);
        expect(moved).toEqual(before);
      }
    });
  }
});

describe('a shift is found against the county known', () => {
  const shifted = (areas: AreaFeature[], move: (position: number[]) => number[]): AreaFeature[] =>
    areas.map((area) => ({
      ...area,
      shape: area.shape && {
        type: 'MultiPolygon',
        coordinates: area.shape.coordinates.map((polygon) => polygon.map((ring) => ring.map(move))),
      },
    }));
  const rows: [string, (position: number[]) => number[], 'GCJ-02' | 'BD-09' | null][] = [
    ['as it is', (position) => position, null],
    ['in GCJ-02', (position) => shift(position, 'GCJ-02'), 'GCJ-02'],
    ['in BD-09', (position) => shift(position, 'BD-09'), 'BD-09'],
    ['30 m off', ([x = 0, y = 0]) => [x + 0.00027, y], null],
    ['500 m off another way', ([x = 0, y = 0]) => [x - 0.003, y + 0.003], null],
  ];
  for (const [what, move, system] of rows) {
    for (const part of ['the whole county', 'one town', 'three villages'] as const) {
      test(`${part} ${what}: ${system ?? 'no shift'}`, async () => {
        const areas = await sampleVillages();
        const some =
          part === 'one town'
            ? areas.filter(({ townName }) => townName === '松溪镇')
            : part === 'three villages'
              ? areas.slice(20, 23)
              : areas;
        expect(findShift(shifted(some, move), knownOf(areas))?.system ?? null).toBe(system);
      });
    }
  }
  test('two villages are too few to tell', async () => {
    const areas = await sampleVillages();
    expect(
      findShift(
        shifted(areas.slice(0, 2), (position) => shift(position, 'GCJ-02')),
        knownOf(areas),
      ),
    ).toBeNull();
  });
});

describe('what decides the system', () => {
  const facts = (points: number[][], more: Partial<CoordinateFacts> = {}): CoordinateFacts => ({
    file: 'f',
    prj: null,
    crsName: null,
    declared: null,
    known: null,
    anchors: [],
    points,
    isChinese: true,
    ...more,
  });
  const decided = (given: CoordinateFacts) => {
    const { decision, notes } = decideSystem(given);
    const { system, basis, swappedAxes } = decision?.reading ?? {};
    return [system, basis, swappedAxes, notes.map(({ code }) => code).join(' ')];
  };
  const gkPoint = [460_000, 3_500_000];
  const rows: [string, CoordinateFacts, unknown[]][] = [
    ['degrees are WGS 84', facts([[108, 34]]), ['WGS 84', 'range', false, '']],
    ['latitude first in a Chinese file is turned', facts([[34, 108]]), ['WGS 84', 'range', true, 'axes-swapped']],
    [
      'latitude first elsewhere is turned when beyond 90',
      facts([[34, 108]], { isChinese: false }),
      ['WGS 84', 'range', true, 'axes-swapped'],
    ],
    [
      'eastings of eight digits carry their zone',
      facts([[36_460_000, 3_500_000]]),
      ['EPSG:4524', 'zone-prefix', false, ''],
    ],
    [
      'northing first with a zone is turned',
      facts([[3_500_000, 36_460_000]]),
      ['EPSG:4524', 'zone-prefix', true, 'axes-swapped'],
    ],
    ['plain metres are a question', facts([gkPoint]), [undefined, undefined, undefined, 'crs-unknown']],
    [
      'plain metres are what was declared',
      facts([gkPoint], { declared: 'EPSG:4545' }),
      ['EPSG:4545', 'declared', false, ''],
    ],
    [
      'a declaration in metres leaves degrees alone',
      facts([[108, 34]], { declared: 'EPSG:4545' }),
      ['WGS 84', 'range', false, ''],
    ],
    [
      'a declaration nobody knows is told',
      facts([gkPoint], { declared: 'EPSG:7' }),
      [undefined, undefined, undefined, 'declared-not-understood crs-unknown'],
    ],
    [
      'the crs member counts',
      facts([gkPoint], { crsName: 'urn:ogc:def:crs:EPSG::4545' }),
      ['EPSG:4545', 'prj', false, ''],
    ],
    [
      'northing first under a stated zone is turned',
      facts([[3_500_000, 460_000]], { crsName: 'EPSG:4545' }),
      ['EPSG:4545', 'prj', true, 'axes-swapped'],
    ],
    [
      'a crs of degrees on metres is not believed',
      facts([gkPoint], { crsName: 'EPSG:4490' }),
      [undefined, undefined, undefined, 'prj-contradicted crs-unknown'],
    ],
    [
      'a crs without zone on eastings with zone is corrected',
      facts([[36_460_000, 3_500_000]], { crsName: 'EPSG:4545' }),
      ['EPSG:4524', 'zone-prefix', false, 'crs-contradicted'],
    ],
  ];
  for (const [what, given, expected] of rows) test(what, () => expect(decided(given)).toEqual(expected));
});
