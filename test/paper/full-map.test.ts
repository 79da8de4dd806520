import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ringsOf } from '../../server/paper/part/county-map.ts';
import { type Boundaries, fullMap, mapInFull } from '../../server/paper/sheet/full-map.ts';
import { sheetFigures } from '../../server/paper/sheet/sheet-figures.ts';
import { office } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { openPapers, plain } from './county-papers.ts';
import { givenTo } from './paper-county.ts';

/** A border that winds from south to north at 107.5°. */
const winding = Array.from({ length: 21 }, (_, at) => [107.5 + Math.sin(at) * 0.01, 33.5 + at * 0.025]);
const [west, east] = [
  [[107, 33.5], ...winding, [107, 34], [107, 33.5]],
  [[108, 33.5], [108, 34], ...winding.toReversed(), [108, 33.5]],
];
const place = (fid: number, level: 1 | 2 | 3, ring: number[][] = []): Boundaries['features'][number] => ({
  ...{ type: 'Feature', properties: { fid, level } },
  geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
});
const boundaries: Boundaries = { type: 'FeatureCollection', features: [place(3, 3, west), place(4, 3, east)] };
const ringOf = (fid: number, map = fullMap(plain, boundaries)) =>
  ringsOf(map.villages.find((one) => one.fid === fid)?.d ?? '')[0] ?? [];

test('a place is drawn with its whole border, one without keeps the simplified one', () => {
  const map = fullMap(plain, boundaries);
  expect(ringOf(3)).toHaveLength((west?.length ?? 0) - 1);
  expect(ringOf(5)).toEqual(ringOf(5, plain));
  expect([map.width, map.height, map.borders, map.towns]).toEqual([
    plain.width,
    plain.height,
    plain.borders,
    plain.towns,
  ]);
});

test('neighbours have the points of their border in common, so that nothing shows between them', () => {
  const [one, other] = [ringOf(3), ringOf(4)].map(
    (ring) => new Set(ring.map((point) => point.map((value) => Math.round(value * 10)).join(' '))),
  );
  expect([...(one ?? [])].filter((point) => other?.has(point))).toHaveLength(winding.length);
});

test('borders of county and towns follow where their outlines are known', () => {
  const { borders } = fullMap(plain, { ...boundaries, features: [place(1, 1, west), place(2, 2, east)] });
  const county = borders.find(({ level }) => level === 1);
  expect(ringsOf(county?.d ?? '')[0]).toHaveLength((west?.length ?? 0) - 1);
});

test('boundaries too large for the memory of a paper leave the simplified map', () => {
  const folder = mkdtempSync(join(tmpdir(), 'county-map-full-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'b.geojson');
  const text = JSON.stringify(boundaries);
  writeFileSync(path, text);
  expect(mapInFull(plain, path, text.length - 1)).toBe(plain);
  expect(mapInFull(plain, path, text.length)).toEqual(fullMap(plain, boundaries));
});

eachEngine('a large sheet', (open) => {
  test('draws borders in full, a small one as they are on the screen; names stand in the same places on both', async () => {
    const { store } = await openPapers(await open());
    const given = await givenTo(store, office);
    const figures = async (size: string) =>
      sheetFigures(given, { layer: 'venue-schedule', place: null, classes: null, size });
    const [small, large] = [await figures('A3'), await figures('A0')];
    expect(small.drawn).toEqual(plain);
    expect(large.drawn.villages).not.toEqual(plain.villages);
    expect(large.picture).toEqual(small.picture);
  });
});
