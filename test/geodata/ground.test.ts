import { PMTiles, type RangeResponse, type Source } from 'pmtiles';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { buildCounty } from '../../geodata/build/build-county.ts';
import { buildGround } from '../../geodata/build/build-ground.ts';
import type { PlainGround } from '../../geodata/build/county-files.ts';
import { riverOrder, roadRank } from '../../geodata/build/line-rank.zh.ts';
import type { GroundFile, TerrainFile } from '../../geodata/format/hand-over.ts';

const square = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

const county = await buildCounty({
  county: { fid: 1, name: 'c', shape: null },
  towns: [{ fid: 2, code: 't', name: 't', shape: null }],
  villages: [
    {
      fid: 3,
      code: 'v',
      name: 'v',
      townFid: 2,
      shape: { type: 'MultiPolygon', coordinates: [[square(107, 33, 107.2, 33.2)]] },
    },
  ],
});
const base = { bounds: county.bounds, plain: JSON.parse(Buffer.from(county.plain).toString()) };

/** A ridge along the middle column, on a grid of 0.004 degrees. */
const terrain = (bounds: [number, number, number, number]): TerrainFile => ({
  is: 'terrain',
  file: 'dem.png',
  width: 100,
  height: 100,
  elevationM: Float32Array.from({ length: 10_000 }, (_, at) => 2000 - Math.abs((at % 100) - 50) * 20),
  projection: '+proj=longlat +datum=WGS84',
  bounds,
  notes: [],
});
const lines = (is: 'roads' | 'rivers', properties: object): GroundFile => ({
  is,
  file: `${is}.geojson`,
  reading: { system: 'WGS 84', basis: 'range', swappedAxes: false },
  features: [
    {
      type: 'Feature',
      properties: { ...properties },
      geometry: {
        type: 'LineString',
        coordinates: [
          [107, 33.1],
          [107.2, 33.1],
        ],
      },
    },
  ],
  notes: [],
});
const none = { terrain: null, rivers: [], roads: [], places: [], ...base };

const brightness = async (image: Uint8Array, shareX: number, shareY: number) => {
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height * shareY) * info.width + Math.floor(info.width * shareX)) * info.channels;
  return (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0);
};

describe('the ground', () => {
  test('a county without files of its own gets none', async () => {
    expect(await buildGround(none)).toEqual({ image: null, imageBounds: null, tiles: null, plain: null, notes: [] });
  });

  test('the western slope of a ridge lies in the light, the eastern in shadow', async () => {
    const { image, imageBounds } = await buildGround({ ...none, terrain: terrain([106.9, 32.9, 107.3, 33.3]) });
    expect(imageBounds?.[0]).toBeCloseTo(107 - 0.024, 3);
    expect(image && (await brightness(image, 0.3, 0.5))).toBeGreaterThan(
      (image && (await brightness(image, 0.7, 0.5))) ?? 0,
    );
    expect(image?.length).toBeLessThan(1_500_000);
  });

  test('the picture ends where the elevation grid ends', async () => {
    const { imageBounds } = await buildGround({ ...none, terrain: terrain([107.1, 32.9, 107.5, 33.3]) });
    expect(imageBounds?.[0]).toBeCloseTo(107.104, 3);
  });

  test('an elevation grid that lies elsewhere is named, not drawn', async () => {
    const { image, notes } = await buildGround({ ...none, terrain: terrain([10, 50, 10.4, 50.4]) });
    expect(image).toBeNull();
    expect(notes).toEqual([{ code: 'terrain-elsewhere', severity: 'warning', at: { file: 'dem.png' } }]);
  });

  test('rivers and roads are in the tiles and in the plain ground', async () => {
    const roads = [lines('roads', { class: '国道' })];
    const { tiles, plain } = await buildGround({ ...none, roads, rivers: [lines('rivers', { order: 4 })] });
    const bytes = new Uint8Array(tiles ?? []);
    const source: Source = {
      getKey: () => 'ground',
      getBytes: async (offset, length): Promise<RangeResponse> => ({
        data: bytes.slice(offset, offset + length).buffer,
      }),
    };
    const header = await new PMTiles(source).getHeader();
    expect(header.numAddressedTiles).toBeGreaterThan(5);
    const drawn: PlainGround = JSON.parse(Buffer.from(plain ?? []).toString());
    expect(drawn).toMatchObject({ rivers: [{ order: 4 }], roads: [{ rank: 1 }] });
    expect(drawn.roads[0]?.d).toMatch(/^M0 \d+(\.\d)?l16\d\d/);
  });
});

test.each([
  [{ class: '国道' }, 1],
  [{ 道路等级: '省道' }, 2],
  [{ highway: 'tertiary' }, 4],
  [{ cls: 6 }, 5],
  [{}, 5],
])('a road of %o has rank %i', (properties, rank) => expect(roadRank(properties)).toBe(rank));

test.each([
  [{ order: 6 }, 6],
  [{ waterway: 'river' }, 4],
  [{ name: '无名沟' }, 2],
])('a river of %o has order %i', (properties, order) => expect(riverOrder(properties)).toBe(order));
