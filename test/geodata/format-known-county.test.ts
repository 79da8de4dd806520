import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AreaFeature } from '../../geodata/area/area.ts';
import type { KnownPlaces } from '../../geodata/coordinate/known-county.ts';
import { readGeographic } from '../../geodata/format/read-geographic.ts';
import { farthestM, knownOf, onlyBoundaries } from './read-county.ts';
import {
  asFile,
  inZone87,
  sampleFile,
  sampleJson,
  sampleVillages,
  villageGeoJson,
  villageTopoJson,
} from './sample-county.ts';

/** The parts of the sample's boundaries, loose, the .prj replaced or taken away. */
function parts(prj: ((text: string) => string) | null) {
  const files = unzipSync(sampleFile('村界.zip').bytes);
  return Object.entries(files).flatMap(([entry, bytes]) => {
    const name = `villages.${entry.split('.').at(-1)}`;
    if (!name.endsWith('.prj')) return [{ name, bytes }];
    return prj ? [{ name, bytes: new TextEncoder().encode(prj(new TextDecoder().decode(bytes))) }] : [];
  });
}

describe('the county known puts a file into its place', () => {
  let truth: AreaFeature[];
  let known: KnownPlaces;
  beforeAll(async () => {
    truth = await sampleVillages();
    known = knownOf(truth);
  });
  const rows: [string, ((text: string) => string) | null, { system: string; basis: string; codes: string[] }][] = [
    ['without .prj and zone number', null, { system: 'EPSG:4538', basis: 'known-county', codes: [] }],
    [
      'with the meridian of the next zone',
      (text) => text.replaceAll('87', '90'),
      { system: 'EPSG:4538', basis: 'known-county', codes: ['crs-contradicted'] },
    ],
    [
      'with a zone number its eastings have not',
      (text) => text.replace('500000.0', '29500000.0'),
      { system: 'EPSG:4538', basis: 'known-county', codes: ['crs-contradicted'] },
    ],
    [
      'with a .prj of degrees',
      (text) => text.replace(/^PROJCS\["[^"]*",|,PROJECTION.*$/g, ''),
      { system: 'EPSG:4538', basis: 'known-county', codes: ['prj-contradicted'] },
    ],
    [
      'with a web page for a .prj',
      () => '<html>',
      { system: 'EPSG:4538', basis: 'known-county', codes: ['prj-not-understood'] },
    ],
    ['with its own .prj', (text) => text, { system: 'EPSG:4538', basis: 'prj', codes: [] }],
  ];
  for (const [what, prj, { system, basis, codes }] of rows) {
    test(`loose parts ${what}`, async () => {
      const read = onlyBoundaries(await readGeographic(parts(prj), { known, declared: null }));
      expect([read.reading.system, read.reading.basis]).toEqual([system, basis]);
      expect(read.notes.filter(({ severity }) => severity !== 'understood').map(({ code }) => code)).toEqual(codes);
      expect(farthestM(read.areas, truth)).toBeLessThan(0.5);
    });
  }
  test('a wrong meridian without a known county cannot be noticed, but a question is never guessed', async () => {
    const [read] = await readGeographic(parts(null), { known: null, declared: null });
    expect([read?.is, read?.notes.at(-1)?.code]).toEqual(['refused', 'crs-unknown']);
  });
  test('what was declared is taken where the file says nothing', async () => {
    const read = onlyBoundaries(await readGeographic(parts(null), { known: null, declared: 'EPSG:4538' }));
    expect([read.reading.system, read.reading.basis]).toEqual(['EPSG:4538', 'declared']);
    expect(farthestM(read.areas, truth)).toBeLessThan(0.5);
  });
  test('roads in plain metres fall onto the county by its box', async () => {
    const roads = sampleJson('道路.geojson');
    const features = roads.features.map((feature) =>
      feature.geometry.type === 'LineString'
        ? { ...feature, geometry: { ...feature.geometry, coordinates: feature.geometry.coordinates.map(inZone87) } }
        : feature,
    );
    const file = asFile('roads.geojson', { type: 'FeatureCollection', features });
    const [read] = await readGeographic([file], { known, declared: null });
    expect(read?.is === 'roads' && read.reading).toEqual({
      system: 'EPSG:4538',
      basis: 'known-county',
      swappedAxes: false,
    });
  });
  test('a county, its towns and its villages in one file are told apart by their codes', async () => {
    const county = {
      type: 'Feature',
      properties: { code: '990127', name: '云岫县' },
      geometry: { type: 'MultiPolygon', coordinates: truth.flatMap(({ shape }) => shape?.coordinates ?? []) },
    };
    const features = [county, ...sampleJson('乡镇界.geojson').features, ...villageGeoJson(truth).features];
    const file = asFile('all.geojson', { type: 'FeatureCollection', features });
    const read = onlyBoundaries(await readGeographic([file], { known: null, declared: null }));
    const count = (kind: string) => read.areas.filter((area) => area.kind === kind).length;
    expect([count('county'), count('town'), count('village')]).toEqual([1, 10, 148]);
  });
  test('the topology in metres gives the same villages', async () => {
    const file = asFile('county.json', villageTopoJson(truth, inZone87));
    const read = await readGeographic([file], { known, declared: null });
    const villages = read.flatMap((file) =>
      file.is === 'boundaries' ? file.areas.filter(({ kind }) => kind === 'village') : [],
    );
    expect(villages).toHaveLength(148);
    expect(farthestM(villages, truth)).toBeLessThan(0.5);
  });
});
