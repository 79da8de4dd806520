import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serialize } from 'node:v8';
import { afterEach, expect, test } from 'vitest';
import type { LonLat } from '../../geodata/area/area.ts';
import type { GroundFile, TerrainFile } from '../../geodata/format/hand-over.ts';
import { estimatedTimes } from '../../geodata/road/estimated.ts';
import { RoadWays } from '../../geodata/road/ways.ts';
import { openStore } from '../../server/db/open.ts';
import { saveFile } from '../../server/files.ts';
import { countyRoads } from '../../server/route-plan/roads/county-roads.ts';
import { makeRoads } from '../../server/route-plan/roads/make-roads.ts';
import { readRoads } from '../../server/route-plan/roads/road-file.ts';
import { fallingBack, type RouteService, readRouteService, unpacked } from '../../server/route-plan/roads/service.ts';
import { writeSetting } from '../../server/setting.ts';
import { newFolder } from '../store/engines.ts';

const road = (points: LonLat[]): GroundFile => ({
  is: 'roads',
  file: 'roads.geojson',
  reading: { system: 'WGS 84', basis: 'declared', swappedAxes: false },
  features: [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: points } }],
  notes: [],
});
/** A slope that rises to the east, one in ten. */
const terrain: TerrainFile = {
  ...{ is: 'terrain', file: 'dem.tif', width: 100, height: 10, projection: 'EPSG:4326', notes: [] },
  bounds: [100, 30, 100.1, 30.01],
  elevationM: Float32Array.from({ length: 1000 }, (_, at) => (at % 100) * 9.6),
};
const [west, east]: [LonLat, LonLat] = [
  [100.01, 30.005],
  [100.09, 30.005],
];
const groundIn = (dataDir: string, parts: object) => saveFile(dataDir, serialize(parts), 'ground');

test('roads are made ready once, kept as a file, and made again when the file is not whole', async () => {
  const store = await openStore({ dataDir: newFolder(), databaseUrl: null });
  const ground = groundIn(store.dataDir, { terrain, rivers: [], places: [], roads: [road([west, east])] });
  await writeSetting(store, 'ground', ground);
  expect(readRoads(store.dataDir, ground)).toBeNull();
  const { times } = await countyRoads(store);
  const { seconds, source } = await times.between([west, east]);
  expect(source).toBe('roads');
  // Uphill takes longer than down.
  expect(seconds[1]).toBeGreaterThan((seconds[2] as number) * 1.1);
  const ready = readRoads(store.dataDir, ground);
  if (!ready) throw new Error('not kept');
  expect(new RoadWays(ready.network, ready.hierarchy).between([west, east]).seconds).toEqual(seconds);
  const { readdirSync } = await import('node:fs');
  const [name] = readdirSync(`${store.dataDir}/roads`);
  writeFileSync(`${store.dataDir}/roads/${name}`, 'half');
  expect(readRoads(store.dataDir, ground)).toBeNull();
  expect(makeRoads(store.dataDir, ground)?.network).toEqual(ready.network);
  expect(readRoads(store.dataDir, ground)?.network).toEqual(ready.network);
  await store.close();
});

let server: Server | null = null;
afterEach(() => server?.close());

/** A route service that answers what it is told to. */
async function serving(answer: (request: IncomingMessage, body: string) => object | null, kind: RouteService['kind']) {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const said = answer(request, body);
      response.statusCode = said ? 200 : 503;
      response.end(JSON.stringify(said ?? {}));
    });
  });
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const service = readRouteService(`${kind}=http://127.0.0.1:${port}/`);
  if (!service) throw new Error('no service');
  return fallingBack(service, estimatedTimes());
}

const points: LonLat[] = Array.from({ length: 61 }, (_, at) => [100 + at / 1000, 30]);
/** Seconds between two points as the service tells them: their distance by number, and no way to the last. */
const told = (a: LonLat, b: LonLat) => {
  const [from, to] = [a, b].map(([lon]) => Math.round((lon - 100) * 1000)) as [number, number];
  return to === 60 && from !== 60 ? null : Math.abs(from - to);
};

test('OSRM is asked block by block, and “no way” is its own answer', async () => {
  const asked: number[] = [];
  const times = await serving(({ url = '' }) => {
    const [, text = '', query = ''] = /^\/table\/v1\/driving\/([^?]*)\?(.*)$/.exec(url) ?? [];
    const all = text.split(';').map((one) => one.split(',').map(Number) as LonLat);
    asked.push(all.length);
    const list = (name: string) =>
      (new URLSearchParams(query).get(name) ?? '').split(';').map((at) => all[Number(at)] as LonLat);
    return { code: 'Ok', durations: list('sources').map((a) => list('destinations').map((b) => told(a, b))) };
  }, 'osrm');
  const { seconds, source } = await times.between(points);
  expect(source).toBe('service');
  expect(Math.max(...asked)).toBeLessThanOrEqual(100);
  expect(asked).toHaveLength(4);
  for (const [from, a] of points.entries())
    for (const [to, b] of points.entries())
      expect(seconds[from * 61 + to]).toBe(from === to ? 0 : (told(a, b) ?? Number.POSITIVE_INFINITY));
});

test('Valhalla is asked as it expects, and its lines are unpacked', async () => {
  const times = await serving(({ url }, body) => {
    const said = JSON.parse(body);
    if (url === '/route') return { trip: { legs: [{ shape: '_izlhA~rlgdF_{geC~ywl@_kwzCn`{nI' }] } };
    const at = ({ lon, lat }: { lon: number; lat: number }): LonLat => [lon, lat];
    return {
      sources_to_targets: said.sources.map((a: never) =>
        said.targets.map((b: never) => ({ time: told(at(a), at(b)) })),
      ),
    };
  }, 'valhalla');
  expect((await times.between(points.slice(0, 3))).seconds).toEqual(Float64Array.from([0, 1, 2, 1, 0, 1, 2, 1, 0]));
  // The example of Google's polyline algorithm, with one more decimal.
  expect(unpacked('_p~iF~ps|U')).toEqual([[-12.02, 3.85]]);
  expect((await times.path([0, 0], [1, 1]))?.length).toBe(3);
});

test('a service that does not answer is said to, and the county’s own times stand in', async () => {
  let calls = 0;
  const times = await serving(() => {
    calls++;
    return null;
  }, 'osrm');
  const found = await times.between(points.slice(0, 2));
  expect(found).toMatchObject({ source: 'estimated', noService: true });
  await times.between(points.slice(0, 2));
  expect(calls).toBe(1);
  expect(await times.path([0, 0], [1, 1])).toHaveLength(2);
});

test('only what is named at start is ever asked', () => {
  expect(readRouteService('osrm=http://10.0.0.5:5000/')).toEqual({ kind: 'osrm', address: 'http://10.0.0.5:5000' });
  for (const text of ['http://10.0.0.5', 'osrm=file:///etc/passwd', 'osrm=http://a b', 'graphhopper=http://a'])
    expect(readRouteService(text)).toBeNull();
});
