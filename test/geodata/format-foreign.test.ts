import type { Position } from 'geojson';
import proj4 from 'proj4';
import { describe, expect, test } from 'vitest';
import { findDefects } from '../../geodata/area/defects.ts';
import { ringBounds } from '../../geodata/area/ring.ts';
import type { GivenFile } from '../../geodata/format/gather-layers.ts';
import { readGeographic } from '../../geodata/format/read-geographic.ts';
import { onlyBoundaries } from './read-county.ts';
import { asFile } from './sample-county.ts';
import { clockwise, loose, writeDbf, writeShp, zipped } from './write-shapefile.ts';

const read = (...files: GivenFile[]) => readGeographic(files, { known: null, declared: null });

/** Squares side by side from a south-west corner, `size` units wide, counter-clockwise. */
const squares = ([west, south]: [number, number], count: number, size: number): Position[][][] =>
  Array.from({ length: count }, (_, column) => {
    const [x, y] = [west + column * size, south];
    return [
      [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
        [x, y],
      ],
    ];
  });
const polygons = (shapes: Position[][][]) =>
  writeShp(
    'polygon',
    shapes.map((shape) => clockwise([shape])),
  );
const table = (columns: string[], rows: string[][], encoding = 'utf-8') => writeDbf(columns, rows, { encoding });
const names = (count: number) => Array.from({ length: count }, (_, at) => [`place ${at}`]);

const lv95 =
  'PROJCS["CH1903+_LV95",GEOGCS["GCS_CH1903+",DATUM["D_CH1903+",SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Hotine_Oblique_Mercator_Azimuth_Center"],PARAMETER["False_Easting",2600000.0],PARAMETER["False_Northing",1200000.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Azimuth",90.0],PARAMETER["Longitude_Of_Center",7.439583333333333],PARAMETER["Latitude_Of_Center",46.95240555555556],UNIT["Meter",1.0],AUTHORITY["EPSG",2056]]';

describe('boundaries of other countries load where they lie', () => {
  const collection = (shapes: Position[][][], property: string) => ({
    type: 'FeatureCollection',
    features: shapes.map((coordinates, at) => ({
      type: 'Feature',
      properties: { [property]: `place ${at}` },
      geometry: { type: 'Polygon', coordinates },
    })),
  });
  const topology = {
    type: 'Topology',
    transform: { scale: [0.001, 0.001], translate: [4, 50] },
    objects: {
      communes: {
        type: 'GeometryCollection',
        geometries: [0, 1, 2].map((at) => ({
          type: 'Polygon',
          properties: { nom: `place ${at}` },
          arcs: [[at]],
        })),
      },
    },
    // Each from the corner of a place of a hundred steps: to the right, up, back, down.
    arcs: [0, 1, 2].map((at) => [
      [at * 100, 0],
      [100, 0],
      [0, 100],
      [-100, 0],
      [0, -100],
    ]),
  };
  const rows: [string, GivenFile[], number, [west: number, south: number]][] = [
    ['TopoJSON, quantised', [asFile('communes.topojson', topology)], 3, [4, 50]],
    [
      'a shapefile in the oblique Mercator of LV95, without a name',
      loose('municipalities', {
        shp: polygons(squares([2_600_000, 1_200_000], 4, 1000)),
        dbf: table(
          ['ID'],
          names(4).map((_, at) => [`${at + 1}`]),
        ),
        prj: lv95,
      }),
      4,
      [7.4386, 46.951],
    ],
    [
      'west of Greenwich and south of the equator',
      [asFile('a.geojson', collection(squares([-70.5, -33.6], 3, 0.1), 'name'))],
      3,
      [-70.5, -33.6],
    ],
    ['far in the north', [asFile('kommuner.geojson', collection(squares([25, 70], 3, 0.1), 'navn'))], 3, [25, 70]],
    [
      'on both sides of the date line, as two parts',
      [asFile('b.geojson', collection([...squares([179.8, 51], 2, 0.1), ...squares([-180, 51], 2, 0.1)], 'name'))],
      4,
      [-180, 51],
    ],
  ];
  test.each(rows)('%s', async (_, files, count, [west, south]) => {
    const set = onlyBoundaries(await read(...files));
    const { areas } = findDefects(set.areas, set.file);
    expect(areas).toHaveLength(count);
    const bounds = ringBounds(areas.flatMap(({ shape }) => shape?.coordinates.flat(2) ?? []));
    expect(bounds[0]).toBeCloseTo(west, 3);
    expect(bounds[1]).toBeCloseTo(south, 3);
  });
});

const oldPrj = (datum: string, spheroid: string, meridian: number) =>
  `PROJCS["${datum}_3_Degree_GK_CM_${meridian}E",GEOGCS["GCS_${datum}",DATUM["D_${datum}",SPHEROID["${spheroid}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
const xian80 = oldPrj('Xian_1980', 'Xian_1980",6378140.0,298.257', 102);
const beijing54 =
  'GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const gbkNames = (...given: string[]) =>
  table(
    ['名称'],
    given.map((name) => [name]),
    'gb18030',
  );

describe('what Chinese offices hand over', () => {
  const line = (...positions: Position[]) => [positions];
  const rows: [string, GivenFile[], string, number, string[]][] = [
    [
      'points of Beijing 54',
      loose('city', {
        shp: writeShp('point', [[[[104, 35]]], [[[105, 36]]]]),
        dbf: gbkNames('岫阳', '松溪'),
        prj: beijing54,
      }),
      'places',
      2,
      ['old-datum'],
    ],
    [
      'rivers of Beijing 54',
      loose('river', {
        shp: writeShp('line', [line([104, 35], [104.1, 35.1])]),
        dbf: gbkNames('清河'),
        prj: beijing54,
      }),
      'rivers',
      1,
      ['old-datum'],
    ],
    [
      'parcels of Xi’an 80 drawn near the equator',
      loose('DLTB', { shp: polygons(squares([500_000, 1000], 8, 1000)), dbf: table(['DLMC'], names(8)), prj: xian80 }),
      'boundaries',
      8,
      ['old-datum', 'outside-china'],
    ],
    [
      'roads of Xi’an 80',
      loose('Road', {
        shp: writeShp('line', [line([500_000, 3_500_000], [501_000, 3_501_000])]),
        dbf: table(['ID'], [['1']]),
        prj: xian80,
      }),
      'roads',
      1,
      ['old-datum'],
    ],
    [
      'lines under a .cpg of a bare number',
      loose('file', { shp: writeShp('line', [line([104, 35], [104.1, 35.1])]), dbf: gbkNames('某某'), cpg: '936' }),
      'roads',
      1,
      ['lines-taken-as-roads'],
    ],
  ];
  test.each(rows)('%s', async (_, files, is, count, codes) => {
    const [given] = await read(...files);
    const members = given?.is === 'boundaries' ? given.areas : given && 'features' in given ? given.features : [];
    expect([given?.is, members.length]).toEqual([is, count]);
    expect(given?.notes.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
  });
  test('two shapefiles in one zip come as two, one with a Chinese name', async () => {
    const parts = (count: number) => ({
      shp: polygons(squares([107, 33], count, 0.1)),
      dbf: table(['NAME'], names(count)),
    });
    const bytes = zipped([...loose('borders', parts(2)), ...loose('中文测', parts(3))]);
    const given = await read({ name: '两套.zip', bytes });
    expect(
      given.map((file) => [file.file.split('/').at(-1), file.is === 'boundaries' && file.areas.length]).sort(),
    ).toEqual([
      ['borders', 2],
      ['中文测', 3],
    ]);
  });
});

describe('a broken hand-over is refused with its sentence', () => {
  const shp = polygons(squares([107, 33], 2, 0.1));
  const dbf = table(['NAME'], names(2));
  const { forward } = proj4('WGS84', '+proj=utm +zone=48 +datum=WGS84');
  const metres = squares([107, 33], 2, 0.1).map((rings) =>
    rings.map((ring) => ring.map(([x = 0, y = 0]) => forward([x, y]))),
  );
  const rows: [string, GivenFile[], string][] = [
    ['a zip cut short', [{ name: 'a.zip', bytes: zipped(loose('a', { shp, dbf })).subarray(0, 200) }], 'zip-damaged'],
    ['a zip without a .shp', [{ name: 'a.zip', bytes: zipped(loose('a', { dbf })) }], 'shp-missing'],
    ['a zip with nothing in it', [{ name: 'a.zip', bytes: zipped([]) }], 'zip-without-map'],
    ['a zip of papers', [{ name: 'a.zip', bytes: zipped([{ name: 'a.txt', bytes: dbf }]) }], 'zip-without-map'],
    ['a .shp of words', loose('a', { shp: 'no shapes in here, only words', dbf }), 'shp-not-a-shapefile'],
    ['a lone table', loose('a', { dbf: gbkNames('东关') }), 'shp-missing'],
    ['JSON cut short', loose('a', { json: '{"type":"FeatureCollection","features":[' }), 'json-broken'],
    ['metres without a system', loose('a', { shp: polygons(metres), dbf }), 'crs-unknown'],
  ];
  test.each(rows)('%s', async (_, files, code) => {
    const given = await read(...files);
    expect(given.map(({ is }) => is)).toEqual(['refused']);
    expect(given[0]?.notes.map((note) => note.code)).toContain(code);
  });
  test('a missing attribute table is told, and the shapes load', async () => {
    const set = onlyBoundaries(await read({ name: 'a.zip', bytes: zipped(loose('a', { shp })) }));
    expect([set.areas.length, set.notes.map(({ code }) => code)]).toEqual([2, expect.arrayContaining(['dbf-missing'])]);
  });
});
