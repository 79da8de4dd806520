import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import proj4 from 'proj4';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AreaFeature } from '../../geodata/area/area.ts';
import { plainZone, systemOfGaussKruger } from '../../geodata/coordinate/gauss-kruger.ts';
import type { KnownPlaces } from '../../geodata/coordinate/known-county.ts';
import { readGeographic } from '../../geodata/format/read-geographic.ts';
import { farthestM, hasShared, knownOf, onlyBoundaries, readShared, shared } from './fictional-demo.ts';

/** The parts of variant 02, loose, the .prj replaced or taken away. */
function parts(prj: ((text: string) => string) | null) {
  const files = unzipSync(new Uint8Array(readFileSync(join(shared, 'fictional_demo/02_shp_gbk_ldid4d_cm87.zip'))));
  return Object.entries(files).flatMap(([entry, bytes]) => {
    const name = `villages.${entry.split('.').at(-1)}`;
    if (!name.endsWith('.prj')) return [{ name, bytes }];
    return prj ? [{ name, bytes: new TextEncoder().encode(prj(new TextDecoder().decode(bytes))) }] : [];
  });
}

describe.skipIf(!hasShared)('the county known puts a file into its place (needs ../shared/data)', () => {
  let truth: AreaFeature[];
  let known: KnownPlaces;
  beforeAll(async () => {
    truth = onlyBoundaries(await readShared('fictional_demo/01_villages_wgs84.geojson')).areas;
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
    const roads = JSON.parse(readFileSync(join(shared, 'fictional_demo/00_roads_wgs84.geojson'), 'utf8'));
    const { forward } = proj4('WGS84', systemOfGaussKruger(plainZone(87)).definition);
    for (const { geometry } of roads.features)
      geometry.coordinates = geometry.coordinates.map((p: [number, number]) => forward(p));
    const bytes = new TextEncoder().encode(JSON.stringify(roads));
    const [read] = await readGeographic([{ name: 'roads.geojson', bytes }], { known, declared: null });
    expect(read?.is === 'roads' && read.reading).toEqual({
      system: 'EPSG:4538',
      basis: 'known-county',
      swappedAxes: false,
    });
  });
  test('a county, its towns and its villages in one file are told apart by their codes', async () => {
    const features = ['00_county_wgs84', '00_towns_wgs84', '01_villages_wgs84'].flatMap(
      (name) => JSON.parse(readFileSync(join(shared, `fictional_demo/${name}.geojson`), 'utf8')).features,
    );
    const bytes = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
    const read = onlyBoundaries(
      await readGeographic([{ name: 'all.geojson', bytes }], { known: null, declared: null }),
    );
    const count = (kind: string) => read.areas.filter((area) => area.kind === kind).length;
    expect([count('county'), count('town'), count('village')]).toEqual([1, 10, 148]);
  });
  test('the topology in metres gives the same villages', async () => {
    const read = await readShared('fictional_demo/10_county_gk_topology.json', known);
    const villages = read.flatMap((file) =>
      file.is === 'boundaries' ? file.areas.filter(({ kind }) => kind === 'village') : [],
    );
    expect(villages).toHaveLength(148);
    expect(farthestM(villages, truth)).toBeLessThan(0.5);
  });
});
