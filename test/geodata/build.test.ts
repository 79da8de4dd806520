import { VectorTile } from '@mapbox/vector-tile';
import { area, booleanPointInPolygon } from '@turf/turf';
import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import { PbfReader } from 'pbf';
import { PMTiles, type RangeResponse, type Source } from 'pmtiles';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildCounty } from '../../geodata/build/build-county.ts';
import type { CountyFiles, CountyToBuild, PlainMap } from '../../geodata/build/county-files.ts';
import { cutTiles } from '../../geodata/build/cut-tiles.ts';
import { writeArchive } from '../../geodata/build/pmtiles-writer.ts';
import { tilesAt } from '../../geodata/build/tile-math.ts';
import { bordersOf, joinBorders } from '../../geodata/build/topology.ts';
import { readTilePolygons } from '../../web/map/gl/tile-polygons.ts';
import { sampleCounty } from './sample-county.ts';

class Bytes implements Source {
  readonly #bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.#bytes = new Uint8Array(bytes);
  }
  getKey = () => 'archive';
  getBytes = async (offset: number, length: number): Promise<RangeResponse> => ({
    data: this.#bytes.slice(offset, offset + length).buffer,
  });
}

describe('an archive of tiles', () => {
  test.each([3, 20_000])('%i tiles are read back, equal ones kept once', async (count) => {
    const side = Math.ceil(Math.sqrt(count));
    const tiles = Array.from({ length: count }, (_, at) => {
      const [x, y] = [at % side, Math.floor(at / side)];
      return { z: 10, x, y, bytes: Buffer.from(x % 3 === 0 ? 'sea' : `land ${x}/${y}`) };
    });
    const archive = new PMTiles(new Bytes(writeArchive(tiles, [-180, -80, 180, 80], { name: 'test', layers: ['a'] })));
    const header = await archive.getHeader();
    expect([header.numAddressedTiles, header.minZoom, header.maxZoom, header.clustered]).toEqual([count, 10, 10, true]);
    expect(header.numTileContents).toBeLessThan(count);
    for (const { x, y, bytes } of tiles.filter((_, at) => at % 997 === 0 || at === count - 1)) {
      const found = await archive.getZxy(10, x, y);
      expect(Buffer.from(found?.data ?? new ArrayBuffer(0)).toString()).toBe(bytes.toString());
    }
    expect(await archive.getZxy(9, 1, 1)).toBeUndefined();
  });
});

const ring = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describe('a cut tile', () => {
  const polygon = (coordinates: number[][][], id: number): Feature => ({
    type: 'Feature',
    id,
    properties: { name: '云岫', level: 3 },
    geometry: { type: 'Polygon', coordinates },
  });
  const cut = (features: Feature[]) => cutTiles({ village: features, line: [] }, [107, 33, 107.2, 33.2], 6);
  const read = (bytes: Uint8Array) => new VectorTile(new PbfReader(bytes)).layers;

  test('holds number, properties and rings of what it shows; a layer with nothing in it is left out', () => {
    const outer = ring(107, 33, 107.2, 33.2);
    const [tile] = cut([polygon([outer, ring(107.05, 33.05, 107.1, 33.1).reverse()], 70_000)]);
    const layers = read(tile!.bytes);
    expect(Object.keys(layers)).toEqual(['village']);
    const { id, properties, extent } = layers.village!.feature(0);
    expect({ id, properties: { ...properties }, extent }).toEqual({
      id: 70_000,
      properties: { name: '云岫', level: 3 },
      extent: 4096,
    });
    const { features } = readTilePolygons(tile!.bytes, 'village');
    expect(
      features.map(({ fid, polygons }) => [fid, polygons.map((rings) => rings.map((flat) => flat.length))]),
    ).toEqual([[70_000, [[8, 8]]]]);
  });

  test('has nothing of a village smaller than its grid; a tile with nothing is not made', () => {
    const speck = polygon([ring(107.1, 33.1, 107.100001, 33.100001)], 8);
    expect(cut([speck])).toEqual([]);
    const [tile] = cut([speck, polygon([ring(107, 33, 107.2, 33.2)], 9)]);
    expect(readTilePolygons(tile!.bytes, 'village').features.map(({ fid }) => fid)).toEqual([9]);
  });
});

describe('the sample county', () => {
  let given: CountyToBuild;
  let files: CountyFiles;
  let whole: FeatureCollection<MultiPolygon, { fid: number; level: number }>;
  beforeAll(async () => {
    given = await sampleCounty();
    files = await buildCounty(given);
    whole = JSON.parse(Buffer.from(files.boundaries).toString());
  });
  const placed = (level: number) => whole.features.filter(({ properties }) => properties.level === level);

  test('every village keeps its ground to a thousandth', () => {
    const drawn = new Map(placed(3).map((feature) => [feature.id, area(feature)]));
    for (const { fid, shape } of given.villages) {
      expect(Math.abs((drawn.get(fid) ?? 0) / area(shape) - 1), `village ${fid}`).toBeLessThan(1e-3);
    }
  });

  test('towns are their villages, the county its towns', () => {
    const sum = (fids: Set<number>) =>
      placed(3).reduce((total, one) => total + (fids.has(Number(one.id)) ? area(one) : 0), 0);
    for (const town of placed(2)) {
      const own = new Set(given.villages.filter(({ townFid }) => townFid === town.id).map(({ fid }) => fid));
      expect(area(town) / sum(own)).toBeCloseTo(1, 6);
    }
    expect(placed(2)).toHaveLength(10);
    const [county] = placed(1);
    expect(county && area(county) / sum(new Set(given.villages.map(({ fid }) => fid)))).toBeCloseTo(1, 6);
  });

  test('the label stands inside the place, the box around it', () => {
    for (const { fid, label, bounds } of files.metrics) {
      const place = whole.features.find(({ id }) => id === fid);
      expect(place && booleanPointInPolygon(label, place), `place ${fid}`).toBe(true);
      expect(label[0] > bounds[0] && label[0] < bounds[2] && label[1] > bounds[1] && label[1] < bounds[3]).toBe(true);
    }
  });

  test('every village is in the tiles of every zoom', async () => {
    const archive = new PMTiles(new Bytes(files.tiles));
    const { minZoom, maxZoom } = await archive.getHeader();
    expect(maxZoom - minZoom).toBe(5);
    const fids = given.villages.map(({ fid }) => fid).sort((a, b) => a - b);
    for (let zoom = minZoom; zoom <= maxZoom; zoom++) {
      const seen = new Set<number>();
      const { x, y } = tilesAt(files.bounds, zoom);
      for (let column = x[0]; column <= x[1]; column++)
        for (let row = y[0]; row <= y[1]; row++) {
          const tile = await archive.getZxy(zoom, column, row);
          if (tile)
            for (const { fid } of readTilePolygons(new Uint8Array(tile.data), 'village').features) seen.add(fid);
        }
      expect(
        [...seen].sort((a, b) => a - b),
        `zoom ${zoom}`,
      ).toEqual(fids);
    }
    expect(files.tiles.length).toBeLessThan(3_000_000);
  });

  test('borders stay shared however coarse: each is drawn once', async () => {
    for (const step of await joinBorders(given, [20, 200, 1000])) {
      expect(step.villages).toHaveLength(given.villages.length);
      const uses = new Map<number, number>();
      for (const { polygons } of step.villages)
        for (const index of polygons.flat(2)) {
          const arc = index >= 0 ? index : ~index;
          uses.set(arc, (uses.get(arc) ?? 0) + 1);
        }
      expect(Math.max(...uses.values())).toBe(2);
      expect(bordersOf(step).filter(({ level }) => level === 3).length).toBeGreaterThan(200);
    }
  });

  test('the plain map has every village and all three kinds of border', () => {
    const plain: PlainMap = JSON.parse(Buffer.from(files.plain).toString());
    expect(plain.villages.filter(({ d }) => d.length > 10)).toHaveLength(given.villages.length);
    expect(plain.borders.map(({ level }) => level)).toEqual([3, 2, 1]);
    expect(files.plain.length).toBeLessThan(400_000);
  });
});

describe('what a county may look like', () => {
  const village = (fid: number, townFid: number, coordinates: number[][][][]) => ({
    fid,
    townFid,
    code: `9900000000${fid}`,
    name: `v${fid}`,
    shape: { type: 'MultiPolygon' as const, coordinates },
  });
  const build = (villages: ReturnType<typeof village>[]) =>
    buildCounty({
      county: { fid: 1, name: 'c', shape: null },
      towns: [{ fid: 2, code: 't', name: 't', shape: null }],
      villages,
    });
  const areaOf = (files: CountyFiles, fid: number) => files.metrics.find((one) => one.fid === fid)?.areaM2 ?? 0;

  test('islands, exclaves and a village inside another are kept', async () => {
    const files = await build([
      village(10, 2, [
        [ring(107, 33, 107.1, 33.1), ring(107.04, 33.04, 107.06, 33.06).reverse()],
        [ring(107.2, 33, 107.22, 33.02)],
      ]),
      village(11, 2, [[ring(107.04, 33.04, 107.06, 33.06)]]),
    ]);
    expect(areaOf(files, 11) / areaOf(files, 10)).toBeCloseTo(0.04 / 1.0, 1);
    expect(areaOf(files, 2) / (areaOf(files, 10) + areaOf(files, 11))).toBeCloseTo(1, 6);
  });

  test('an overlap goes to one of the two, a sliver between them to a neighbour', async () => {
    const files = await build([
      village(10, 2, [[ring(107, 33, 107.1005, 33.1)]]),
      village(11, 2, [[ring(107.1, 33, 107.2, 33.05)]]),
      village(12, 2, [[ring(107.1006, 33.05, 107.2, 33.1)]]),
    ]);
    const sum = areaOf(files, 10) + areaOf(files, 11) + areaOf(files, 12);
    expect(areaOf(files, 1) / sum).toBeCloseTo(1, 6);
    const together = await build([village(10, 2, [[ring(107, 33, 107.2, 33.1)]])]);
    expect(sum / areaOf(together, 10)).toBeCloseTo(1, 2);
  });

  test('a village wholly under another is named', async () => {
    const files = await build([
      village(10, 2, [[ring(107, 33, 107.1, 33.1)]]),
      village(11, 2, [[ring(107, 33, 107.1, 33.1)]]),
    ]);
    expect(files.notes.map(({ code }) => code)).toEqual(['village-without-ground']);
  });
});
