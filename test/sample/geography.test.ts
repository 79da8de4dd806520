import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Point } from 'geojson';
import proj4 from 'proj4';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BoundaryFile, GroundFile, ReadFile, TerrainFile } from '../../geodata/format/hand-over.ts';
import { readGeographic } from '../../geodata/format/read-geographic.ts';

const folder = join(import.meta.dirname, '../../geodata/sample/files');
const geographic = /\.(zip|geojson|png|pgw|prj|json)$/;
const names = readdirSync(folder).filter((name) => geographic.test(name));

describe("the sample county's geography", () => {
  let read: ReadFile[];
  beforeAll(async () => {
    const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
    read = await readGeographic(files, { known: null, declared: null });
  });
  const boundaries = (kind: string) =>
    read
      .filter((file): file is BoundaryFile => file.is === 'boundaries')
      .flatMap(({ areas }) => areas.filter((area) => area.kind === kind));
  const ground = (is: GroundFile['is']) => read.find((file): file is GroundFile => file.is === is)?.features ?? [];

  test('is read without a question, a warning or a refusal', () => {
    const troubles = read.flatMap(({ notes }) => notes).filter(({ severity }) => !/understood|repaired/.test(severity));
    expect(troubles).toEqual([]);
  });

  test('has its villages, towns, roads, rivers and places', () => {
    expect([boundaries('village').length, boundaries('town').length]).toEqual([148, 10]);
    expect(['roads', 'rivers', 'places'].map((is) => ground(is as GroundFile['is']).length)).toEqual([295, 532, 148]);
  });

  test('has every place at the height its elevation grid says', () => {
    const terrain = read.find((file): file is TerrainFile => file.is === 'terrain');
    if (!terrain) throw new Error('no elevation grid among the files');
    const { width, height, elevationM, projection } = terrain;
    const [west, south, east, north] = terrain.bounds;
    for (const { geometry, properties } of ground('places')) {
      const [x = 0, y = 0] = proj4('WGS84', projection, (geometry as Point).coordinates.slice(0, 2));
      const column = Math.floor(((x - west) / (east - west)) * width);
      const row = Math.floor(((north - y) / (north - south)) * height);
      const heightM = elevationM[row * width + column] ?? Number.NaN;
      expect(Math.abs(heightM - properties?.elev), properties?.name).toBeLessThanOrEqual(1);
    }
  });

  test('is small enough to ship: each file below 1 MB, all below 3 MB', () => {
    const sizes = names.map((name) => readFileSync(join(folder, name)).length);
    expect(Math.max(...sizes)).toBeLessThan(1_000_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
  });
});
