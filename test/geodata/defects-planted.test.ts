import type { Feature, MultiPolygon, Position } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AreaFeature } from '../../geodata/area/area.ts';
import { findDefects } from '../../geodata/area/defects.ts';
import { readGeographic } from '../../geodata/format/read-geographic.ts';
import type { Note } from '../../geodata/note.ts';
import { farthestM, onlyBoundaries } from './read-county.ts';
import { asFile, sampleFile, sampleVillages, villageGeoJson } from './sample-county.ts';

type Village = Feature<MultiPolygon>;
const ringOf = (village: Village) => village.geometry.coordinates[0]?.[0] as Position[];
const eachPosition = (village: Village, move: (position: Position) => Position) => {
  village.geometry.coordinates = village.geometry.coordinates.map((rings) => rings.map((ring) => ring.map(move)));
};

/** One defect a village, far from each other: what is done to the file, and what must be said of it. */
const planted: [
  code: string,
  kind: string,
  severity: Note['severity'],
  plant: (village: Village) => Feature<MultiPolygon | null>[],
][] = [
  [
    '990127100209',
    'self-intersection',
    'repaired',
    (village) => {
      const ring = ringOf(village);
      const [one, other] = [Math.floor(ring.length / 3), Math.floor((ring.length * 2) / 3)];
      [ring[one], ring[other]] = [ring[other] as Position, ring[one] as Position];
      return [village];
    },
  ],
  [
    '990127104210',
    'ring-not-closed',
    'repaired',
    (village) => {
      ringOf(village).pop();
      return [village];
    },
  ],
  [
    '990127102205',
    'ring-direction',
    'repaired',
    (village) => {
      ringOf(village).reverse();
      return [village];
    },
  ],
  [
    '990127107203',
    'vertex-repeated',
    'repaired',
    (village) => {
      ringOf(village).splice(3, 0, ringOf(village)[3] as Position);
      return [village];
    },
  ],
  [
    '990127103216',
    'third-dimension',
    'repaired',
    (village) => {
      eachPosition(village, (position) => [...position, 1200]);
      return [village];
    },
  ],
  ['990127104213', 'shape-missing', 'refused', (village) => [{ ...village, geometry: null }]],
  [
    '990127100003',
    'place-axes-swapped',
    'repaired',
    (village) => {
      eachPosition(village, ([x = 0, y = 0]) => [y, x]);
      return [village];
    },
  ],
  [
    '990127101208',
    'place-shifted',
    'repaired',
    (village) => {
      eachPosition(village, ([x = 0, y = 0]) => [x + 0.0018, y + 0.0009]);
      return [village];
    },
  ],
  ['990127104215', 'feature-twice', 'repaired', (village) => [village, structuredClone(village)]],
  ['990127102202', 'place-missing', 'warning', () => []],
  [
    '99012710520',
    'code-digits',
    'refused',
    (village) => [{ ...village, properties: { ...village.properties, code: '99012710520' } }],
  ],
  [
    '990127105210',
    'spike',
    'repaired',
    (village) => {
      const [x = 0, y = 0] = ringOf(village)[4] as Position;
      ringOf(village).splice(5, 0, [x + 0.004, y + 0.004], [x, y]);
      return [village];
    },
  ],
];

describe('every planted defect is told with place and kind', () => {
  let truth: AreaFeature[];
  let found: { areas: AreaFeature[]; notes: Note[] };
  beforeAll(async () => {
    truth = await sampleVillages();
    const features = villageGeoJson(truth).features.flatMap((feature) => {
      const village = structuredClone(feature) as Village;
      const code = String(village.properties?.code);
      // One village loses the last digit of its code: it is found by the first that begins with the eleven.
      const defect = planted.find(([place]) => (place.length === 12 ? place === code : code === `${place}5`));
      return defect ? defect[3](village) : [village];
    });
    const file = asFile('defects.geojson', { type: 'FeatureCollection', features });
    const { areas } = onlyBoundaries(await readGeographic([file], { known: null, declared: null }));
    found = findDefects(areas, 'defects.geojson');
  });

  test.each(planted)('%s: %s is %s', (code, kind, severity) => {
    const told = found.notes.filter((note) => note.code === kind);
    expect(told.map((note) => [note.severity, note.at.areaCode ?? note.values?.code])).toContainEqual([severity, code]);
  });
  test('nothing else is reported but the ground of the two places without a shape', () => {
    expect(found.notes.map(({ code }) => code).sort()).toEqual([...planted.map(([, kind]) => kind), 'gap'].sort());
  });
  test('what is repaired is the county again', () => {
    const repaired = found.areas.filter(({ shape, code }) => shape && code?.length === 12);
    expect(farthestM(repaired, truth)).toBeLessThan(0.5);
    expect(found.areas).toHaveLength(147);
  });
  test('the sound county has no defect, nor have its towns', async () => {
    expect(findDefects(truth, '村界.zip').notes).toEqual([]);
    const file = { ...sampleFile('乡镇界.geojson') };
    const towns = onlyBoundaries(await readGeographic([file], { known: null, declared: null }));
    expect(findDefects(towns.areas, file.name).notes).toEqual([]);
  });
});
