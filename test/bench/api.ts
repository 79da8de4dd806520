import { readdirSync, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { buildSearchIndex, search } from '../../server/search/search-index.ts';
import { type County, cookieOf, startCounty } from '../e2e/county.ts';
import { median, type Row } from './row.ts';

/** One GET over a kept connection; resolves with the bytes that came over the wire. */
function get(
  agent: Agent,
  address: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; bytes: number; ms: number }> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(address, { agent, headers: { 'accept-encoding': 'br, gzip', ...headers } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes, ms: performance.now() - begun }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Requests a second with 8 connections for about two seconds. */
async function throughput(address: string, headers: Record<string, string> = {}): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const until = performance.now() + 2000;
  let count = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (performance.now() < until) {
        const { status } = await get(agent, address, headers);
        if (status >= 400) throw new Error(`${address} answered ${status}`);
        count++;
      }
    }),
  );
  agent.destroy();
  return (count / (performance.now() - begun)) * 1000;
}

/** A static file of the page that is nearest in size to what it is compared with. */
function staticNear(bytes: number): string {
  const folder = join(import.meta.dirname, '../../dist/assets');
  const names = readdirSync(folder).filter((name) => /\.(js|css|mjs)$/.test(name));
  const nearest = names
    .map((name) => ({ name, away: Math.abs(statSync(join(folder, name)).size - bytes) }))
    .sort((a, b) => a.away - b.away)[0];
  return `/assets/${nearest?.name}`;
}

async function measure(county: County): Promise<Row[]> {
  const agent = new Agent({ keepAlive: true });
  const cookie = await cookieOf(county.address);
  const areas = (await (await fetch(`${county.address}/api/areas`, { headers: { cookie } })).json()) as {
    map: { tiles: string };
  };
  const values = `${county.address}/api/layers/venue-schedule/values`;
  const size = await get(agent, values, { cookie });
  const range = { cookie, range: 'bytes=0-4095', 'accept-encoding': 'identity' };
  const perSecond = { values: [] as number[], file: [] as number[], tile: [] as number[], fileRange: [] as number[] };
  for (let run = 0; run < 3; run++) {
    perSecond.values.push(await throughput(values, { cookie }));
    perSecond.file.push(await throughput(county.address + staticNear(size.bytes), { cookie }));
    perSecond.tile.push(await throughput(county.address + areas.map.tiles, range));
    perSecond.fileRange.push(await throughput(county.address + staticNear(4096), range));
  }
  agent.destroy();
  return [
    {
      what: 'values of the sample, over the wire',
      value: size.bytes / 1024,
      unit: 'kB',
      aim: '≤ 6 kB at 600 villages',
    },
    { what: 'values, requests a second', value: median(perSecond.values), unit: '/s', aim: null },
    { what: 'static file of about that size', value: median(perSecond.file), unit: '/s', aim: null },
    {
      what: 'values : static file',
      value: median(perSecond.values.map((value, i) => value / (perSecond.file[i] ?? 1))),
      unit: '×',
      aim: null,
    },
    { what: 'tile range of 4 kB, requests a second', value: median(perSecond.tile), unit: '/s', aim: null },
    {
      what: 'tile range : static file range',
      value: median(perSecond.tile.map((value, i) => value / (perSecond.fileRange[i] ?? 1))),
      unit: '×',
      aim: null,
    },
  ];
}

/** The slowest of several searches among three thousand places, by median. */
function searchRow(): Row {
  const signs = [...'谢家石门长坡吕庄东关解沟梨塬上下湾岭李王赵刘陈杨'];
  const pick = (at: number) => signs[at % signs.length] ?? '';
  const index = buildSearchIndex(
    Array.from({ length: 3000 }, (_, at) => ({
      ...{ fid: at, code: `99010010${1000 + at}`, officialName: null, kind: 'village' as const, formerNames: [] },
      ...{ name: `${pick(at)}${pick(at * 7 + 3)}${pick(Math.floor(at / 23))}村`, town: `${pick(at >> 5)}镇` },
    })),
  );
  const tookMs = ['xjc', 'xiejia', '谢家', '谢加湾里', 'xiejiawanlicun'].map((words) =>
    median(
      Array.from({ length: 9 }, () => {
        const begun = performance.now();
        search(index, words);
        return performance.now() - begun;
      }),
    ),
  );
  return { what: 'search among 3,000 places, slowest of five', value: Math.max(...tookMs), unit: 'ms', aim: '≤ 50 ms' };
}

/** What the API sends and how fast, against static files of the same server. */
export async function benchApi(): Promise<Row[]> {
  const county = await startCounty();
  try {
    return [searchRow(), ...(await measure(county))];
  } finally {
    await county.stop();
  }
}
