import { beforeAll, describe, expect, test } from 'vitest';
import type { AreaFeature } from '../../geodata/area/area.ts';
import { findDefects } from '../../geodata/area/defects.ts';
import type { KnownPlaces } from '../../geodata/coordinate/known-county.ts';
import type { GivenFile } from '../../geodata/format/gather-layers.ts';
import { readGeographic } from '../../geodata/format/read-geographic.ts';
import { farthestM, knownOf, onlyBoundaries } from './read-county.ts';
import { asFile, sampleFile, sampleJson, sampleVillages, variantsOf } from './sample-county.ts';

/** What each variant must be read as, whether the county must be known for it, how far off it may lie. */
const variants: [
  file: string,
  system: string,
  basis: string,
  encoding: string | null,
  withinM: number,
  notes: string[],
][] = [
  ['degrees.geojson', 'WGS 84', 'range', null, 0.5, []],
  ['gbk-marked.zip', 'EPSG:4538', 'prj', 'gb18030', 0.5, []],
  ['gbk-zone29.zip', 'EPSG:4517', 'prj', 'gb18030', 0.5, []],
  ['utf8-degrees.zip', 'EPSG:4490', 'prj', 'utf-8', 0.5, []],
  ['cpg-lies.zip', 'EPSG:4538', 'prj', 'gb18030', 0.5, ['cpg-contradicted']],
  ['zone29-no-prj.zip', 'EPSG:4517', 'zone-prefix', 'gb18030', 0.5, []],
  ['axes-swapped-no-prj.zip', 'EPSG:4538', 'known-county', 'gb18030', 0.5, ['axes-swapped']],
  ['gcj02.geojson', 'GCJ-02', 'known-county', null, 2, ['shifted-coordinates']],
  ['bd09.geojson', 'BD-09', 'known-county', null, 2, ['shifted-coordinates']],
];

let truth: AreaFeature[];
let known: KnownPlaces;
let files: Record<string, GivenFile>;
beforeAll(async () => {
  truth = await sampleVillages();
  known = knownOf(truth);
  files = variantsOf(truth);
});
const read = (file: string, given: { known?: KnownPlaces; declared?: string } = {}) =>
  readGeographic([files[file] as GivenFile], { known: null, declared: null, ...given });

test('the sample’s boundaries lie where its places and towns do, which come in degrees', () => {
  const extremes = (positions: number[][]) =>
    [0, 1].flatMap((axis) => [Math.min, Math.max].map((of) => of(...positions.map((at) => at[axis] ?? 0))));
  const towns = sampleJson('乡镇界.geojson').features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon'
      ? geometry.coordinates.flat()
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates.flat(2)
        : [],
  );
  const villages = truth.flatMap(({ shape }) => shape?.coordinates.flat(2) ?? []);
  const [ours, theirs] = [extremes(villages), extremes(towns)];
  expect(ours).toHaveLength(4);
  for (const [at, value] of ours.entries()) expect(Math.abs(value - (theirs[at] ?? 0)) * 111_195).toBeLessThan(0.5);
});

describe.each(variants)('the county as %s', (file, system, basis, encoding, withinM, notes) => {
  test(`is ${system} by ${basis}, and the same county`, async () => {
    const boundaries = onlyBoundaries(await read(file, basis === 'known-county' ? { known } : {}));
    const { reading } = boundaries;
    expect([reading.system, reading.basis, boundaries.encoding]).toEqual([system, basis, encoding]);
    expect(farthestM(boundaries.areas, truth)).toBeLessThanOrEqual(withinM);
    expect(boundaries.notes.map(({ code }) => code)).toEqual(expect.arrayContaining(notes));
    const words = ({ kind, code, name, officialName, type, townName, townCode }: AreaFeature) =>
      [kind, code, name, officialName, type, townName, townCode].join(' ');
    expect(boundaries.areas.map(words)).toEqual(truth.map(words));
  });
  test('stays in place when the county is known, without a defect', async () => {
    const { areas } = onlyBoundaries(await read(file, { known }));
    expect(farthestM(areas, truth)).toBeLessThanOrEqual(withinM);
    expect(findDefects(areas, file).notes).toEqual([]);
  });
});

describe('without a known county', () => {
  test('metres without zone and .prj are a question, and give no place', async () => {
    const given = await read('axes-swapped-no-prj.zip');
    expect(given.map(({ is }) => is)).toEqual(['refused']);
    expect(given[0]?.notes.map(({ code, severity }) => `${code} ${severity}`)).toContain('crs-unknown question');
  });
  test.each([
    ['gcj02.geojson', 'GCJ-02'],
    ['bd09.geojson', 'BD-09'],
  ])('%s warns that it may be shifted, and is converted where %s is declared', async (file, declared) => {
    expect(onlyBoundaries(await read(file)).notes.map(({ code }) => code)).toContain('may-be-shifted');
    expect(farthestM(onlyBoundaries(await read(file, { declared })).areas, truth)).toBeLessThanOrEqual(2);
  });
});

describe('ground and other levels are told apart by content', () => {
  const countyShape = () => ({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { code: '990127', name: '云岫县' },
        geometry: { type: 'MultiPolygon', coordinates: truth.flatMap(({ shape }) => shape?.coordinates ?? []) },
      },
    ],
  });
  const layers: [string, string, string | null, number, () => GivenFile][] = [
    ['a county', 'boundaries', 'county', 1, () => asFile('county.geojson', countyShape())],
    ['towns', 'boundaries', 'town', 10, () => ({ ...sampleFile('乡镇界.geojson'), name: 'a.geojson' })],
    [
      'villages',
      'boundaries',
      'village',
      148,
      () => ({ ...(files['degrees.geojson'] as GivenFile), name: 'b.geojson' }),
    ],
    ['roads', 'roads', null, 295, () => ({ ...sampleFile('道路.geojson'), name: 'c.geojson' })],
    ['rivers', 'rivers', null, 532, () => ({ ...sampleFile('河流.geojson'), name: 'd.geojson' })],
    ['places', 'places', null, 148, () => ({ ...sampleFile('地名.geojson'), name: 'e.geojson' })],
  ];
  test.each(layers)('%s are %s %s, %i of them', async (_, is, kind, count, file) => {
    const [given] = await readGeographic([file()], { known: null, declared: null });
    const members = given?.is === 'boundaries' ? given.areas : given && 'features' in given ? given.features : [];
    const found = given?.is === 'boundaries' ? (given.areas[0]?.kind ?? null) : null;
    expect({ is: given?.is, kind: found, count: members.length }).toEqual({ is, kind, count });
  });
});
