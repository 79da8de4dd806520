import { describe, expect, test } from 'vitest';
import type { Shape } from '../../geodata/area/area.ts';
import { signedArea } from '../../geodata/area/ring.ts';
import { buildCounty } from '../../geodata/build/build-county.ts';
import type { CountyFiles, CountyToBuild, PlainMap } from '../../geodata/build/county-files.ts';
import { manyVillages } from '../bench/many-villages.ts';

const square = (west: number, south: number, side: number, hole: number[][] = []): Shape => {
  const ring = [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ];
  return { type: 'MultiPolygon', coordinates: [hole.length > 0 ? [ring, hole] : [ring]] };
};
const county = (shape: Shape | null) => ({ fid: 1, name: 'c', shape });
const town = (fid: number, shape: Shape | null) => ({ fid, code: `t${fid}`, name: `t${fid}`, shape });
const village = (fid: number, townFid: number, shape: Shape) => ({
  fid,
  townFid,
  code: `v${fid}`,
  name: `v${fid}`,
  shape,
});
const drawn = (files: CountyFiles): { id: number; geometry: Shape }[] =>
  JSON.parse(Buffer.from(files.boundaries).toString()).features;
const plain = (files: CountyFiles): PlainMap => JSON.parse(Buffer.from(files.plain).toString());
const build = (given: Partial<CountyToBuild>) =>
  buildCounty({ county: county(null), towns: [], villages: [], ...given });

describe('outlines', () => {
  test('exteriors run counter-clockwise and holes clockwise, whichever way they were given', async () => {
    const hole = square(107.04, 33.04, 0.02).coordinates[0]?.[0] ?? [];
    const clockwise = square(107.2, 33, 0.1);
    clockwise.coordinates[0]?.[0]?.reverse();
    const files = await build({
      villages: [village(10, 0, square(107, 33, 0.1, hole)), village(11, 0, clockwise)],
    });
    for (const { geometry } of drawn(files))
      for (const rings of geometry.coordinates)
        expect(rings.map((ring) => signedArea(ring) > 0)).toEqual(rings.map((_, at) => at === 0));
  });

  test('a county of towns alone is joined from its towns', async () => {
    const files = await build({ towns: [town(2, square(107, 33, 0.1)), town(3, square(107.1, 33, 0.1))] });
    expect(drawn(files).map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(files.bounds.map((side) => Number(side.toFixed(6)))).toEqual([107, 33, 107.2, 33.1]);
    expect(plain(files).borders.map(({ level }) => level)).toEqual([2, 1]);
    expect(plain(files).villages).toEqual([]);
  });

  test('a county with nothing but its own outline is that outline', async () => {
    const files = await build({ county: county(square(107, 33, 0.1)) });
    expect(drawn(files).map(({ id }) => id)).toEqual([1]);
    expect(plain(files).towns).toEqual([]);
  });

  test('a county without any shape gives files without any place', async () => {
    const files = await build({ towns: [town(2, null)] });
    expect([drawn(files), files.metrics, files.bounds]).toEqual([[], [], [0, 0, 0, 0]]);
  });

  test('a town that no village belongs to keeps its outline, inside the bounds', async () => {
    const files = await build({
      towns: [town(2, null), town(3, square(107.3, 33, 0.1))],
      villages: [village(10, 2, square(107, 33, 0.1))],
    });
    expect(drawn(files).map(({ id }) => id)).toEqual([1, 2, 3, 10]);
    expect(files.bounds[2]).toBeCloseTo(107.4, 6);
  });

  test('villages without a town have no town drawn around them', async () => {
    const files = await build({ villages: [village(10, 0, square(107, 33, 0.1))] });
    expect(drawn(files).map(({ id }) => id)).toEqual([1, 10]);
    expect(plain(files).towns).toEqual([]);
  });
});

describe('the same shapes', () => {
  test('give the same bytes, so that an import given again changes nothing', async () => {
    const villages = manyVillages(40).flatMap(({ shape }, at) => (shape ? [village(10 + at, 2, shape)] : []));
    const [one, other] = [
      await build({ towns: [town(2, null)], villages }),
      await build({ towns: [town(2, null)], villages: structuredClone(villages) }),
    ];
    for (const file of ['tiles', 'plain', 'boundaries'] as const)
      expect(Buffer.compare(one[file], other[file]), file).toBe(0);
  });

  test('redrawn from their own boundaries stay where they are', async () => {
    const villages = manyVillages(40).flatMap(({ shape }, at) => (shape ? [village(10 + at, 2, shape)] : []));
    const once = await build({ towns: [town(2, null)], villages });
    const shapes = new Map(drawn(once).map(({ id, geometry }) => [id, geometry]));
    const again = await build({
      towns: [town(2, null)],
      villages: villages.map((one) => ({ ...one, shape: shapes.get(one.fid) ?? one.shape })),
    });
    expect(Buffer.compare(once.boundaries, again.boundaries)).toBe(0);
  });
});
