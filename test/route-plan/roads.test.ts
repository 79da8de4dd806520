import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serialize } from 'node:v8';
import { afterEach, expect, test } from 'vitest';
import type { LonLat } from '../../geodata/area/area.ts';
import type { GroundFile, TerrainFile } from '../../geodata/format/hand-over.ts';
import { estimatedTimes } from '../../geodata/road/estimated.ts';
import { RoadWays } from '../../geodata/road/ways.ts';
import { saveFile } from '../../server/db/files.ts';
import { openStore } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { type RouteService, readRouteService } from '../../server/http/route-service.ts';
import { countyRoads } from '../../server/route-plan/roads/county-roads.ts';
import { makeRoads } from '../../server/route-plan/roads/make-roads.ts';
import { readRoads } from '../../server/route-plan/roads/road-file.ts';
import { fallingBack, nameRouteService } from '../../server/route-plan/roads/service.ts';
import { unpacked } from '../../server/route-plan/roads/service-tables.ts';
import { travelBetween } from '../../server/route-plan/roads/travel.ts';
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
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Said = object | string | number | null;

/** The address of a service that answers as given: an object or a text, a status, nothing at all (null). */
async function serviceSaying(
  answer: (request: IncomingMessage, body: string) => Said,
  kind: RouteService['kind'] = 'osrm',
): Promise<RouteService> {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const said = answer(request, body);
      if (said === null) return;
      response.statusCode = typeof said === 'number' ? said : 200;
      if (said === 302) response.setHeader('location', 'http://127.0.0.1:1/');
      response.end(typeof said === 'string' ? said : JSON.stringify(said));
    });
  });
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const service = readRouteService(`${kind}=http://127.0.0.1:${port}/`);
  if (!service) throw new Error('no service');
  return service;
}
const serving = async (...given: Parameters<typeof serviceSaying>) =>
  fallingBack(await serviceSaying(...given), estimatedTimes());

const points: LonLat[] = Array.from({ length: 61 }, (_, at) => [100 + at / 1000, 30]);
/** Seconds between two points as the service tells them: their distance by number, and no way to the last. */
const told = (a: LonLat, b: LonLat) => {
  const [from, to] = [a, b].map(([lon]) => Math.round((lon - 100) * 1000)) as [number, number];
  return to === 60 && from !== 60 ? null : Math.abs(from - to);
};

/** A table as OSRM answers it. */
function osrmTable(url: string, asked: number[] = []): object {
  const [, text = '', query = ''] = /^\/table\/v1\/driving\/([^?]*)\?(.*)$/.exec(url) ?? [];
  const all = text.split(';').map((one) => one.split(',').map(Number) as LonLat);
  asked.push(all.length);
  const list = (name: string) =>
    (new URLSearchParams(query).get(name) ?? '').split(';').map((at) => all[Number(at)] as LonLat);
  return { code: 'Ok', durations: list('sources').map((a) => list('destinations').map((b) => told(a, b))) };
}

test('OSRM is asked block by block, and “no way” is its own answer', async () => {
  const asked: number[] = [];
  const times = await serving(({ url = '' }) => osrmTable(url, asked));
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
    return 503;
  });
  const found = await times.between(points.slice(0, 2));
  expect(found).toMatchObject({ source: 'estimated', noService: true });
  await times.between(points.slice(0, 2));
  expect(calls).toBe(1);
  expect(await times.path([0, 0], [1, 1])).toHaveLength(2);
});

const row = (...times: unknown[]) => ({ code: 'Ok', durations: [times, times] });
test.each<[string, Said]>([
  ['stays silent', null],
  ['sends on to another host', 302],
  ['answers what is no JSON', '<html>'],
  ['knows no table', { code: 'InvalidUrl' }],
  ['answers no table', { code: 'Ok' }],
  ['answers a table of another size', row(1)],
  ['answers a time below zero', row(0, -1)],
  ['answers a time that is a text', row('0', '60')],
  ['answers without end', `"${'x'.repeat(21_000_000)}"`],
])('a service that %s is not believed', async (_, said) => {
  const times = fallingBack(await serviceSaying(() => said), estimatedTimes(), {
    answerWithinMs: 2_000,
    tableWithinMs: 2_000,
  });
  const found = await times.between(points.slice(0, 2));
  expect(found).toMatchObject({ source: 'estimated', noService: true });
  expect(found.seconds[1]).toBeGreaterThan(0);
});

test('one block that fails fails the table: no matrix is half of one source and half of another', async () => {
  let calls = 0;
  const times = await serving(({ url = '' }) => (++calls === 4 ? 500 : osrmTable(url)));
  expect((await times.between(points)).source).toBe('estimated');
  expect(calls).toBe(4);
});

test('a place OSRM finds far from its roads is told as far', async () => {
  const times = await serving(() => ({
    ...{ code: 'Ok', sources: [{ distance: 499 }, { distance: 501 }] },
    durations: [
      [0, 60],
      [60, 0],
    ],
  }));
  expect((await times.between(points.slice(0, 2))).far).toEqual([1]);
});

test('a plan is known by the times themselves: another answer of the service is another matrix', async () => {
  let minute = 60.4;
  const store = await openStore({ dataDir: newFolder(), databaseUrl: null });
  nameRouteService(
    store,
    await serviceSaying(() => ({
      code: 'Ok',
      durations: [
        [0, minute],
        [minute, 0],
      ],
    })),
  );
  const [a, b, c] = points as [LonLat, LonLat, LonLat];
  const first = await travelBetween(store, [a, b]);
  // Whole seconds, so that the page, which gets fewer digits, counts the same.
  expect([...first.seconds]).toEqual([0, 60, 60, 0]);
  expect((await travelBetween(store, [b, c])).hash).toBe(first.hash);
  minute = 90;
  expect((await travelBetween(store, [a, c])).hash).not.toBe(first.hash);
  await store.close();
});

test('only what is named at start is ever asked', () => {
  expect(readRouteService('osrm=http://10.0.0.5:5000/')).toEqual({ kind: 'osrm', address: 'http://10.0.0.5:5000' });
  for (const text of ['http://10.0.0.5', 'osrm=file:///etc/passwd', 'osrm=http://a b', 'graphhopper=http://a'])
    expect(readRouteService(text)).toBeNull();
});
