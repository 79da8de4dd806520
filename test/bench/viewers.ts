import { readdirSync, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { type Measured, startMeasured } from './measured-server.ts';
import { type Row, share } from './row.ts';

const viewers = 200;
const writesASecond = 5;
const seconds = 15;
/** Turns before it counts: a server that has just been started knows nobody yet. */
const warmTurns = 4;

interface Asked {
  ms: number;
  status: number;
}

function get(agent: Agent, address: string, viewer: string, etag?: string): Promise<Asked & { etag?: string }> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const headers = {
      'accept-encoding': 'br, gzip',
      'x-viewer': viewer,
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
    };
    const asked = request(address, { agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        const told = answer.headers.etag;
        resolve({
          ms: performance.now() - begun,
          status: answer.statusCode ?? 0,
          ...(told === undefined ? {} : { etag: told }),
        });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** What a screen asks for, one after the other: the column, the figures, the ranking, a dossier. */
function questions({ villages }: Measured, own: string | undefined, at: number): string[] {
  const village = own === undefined ? villages[at % villages.length] : villages.find((code) => code.startsWith(own));
  return [
    '/api/layers/venue-schedule/values',
    '/api/summary',
    '/api/rankings?layer=venue-schedule',
    `/api/places/${village}`,
  ];
}

/** Each viewer asks once a second, each at another moment of it. */
async function look(server: Measured, at: number, address: (turn: number) => string, viewer: string): Promise<Asked[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const told: Asked[] = [];
  const etags = new Map<string, string>();
  const begun = performance.now() + (at / viewers) * 1000;
  for (let turn = 0; turn < warmTurns + seconds; turn++) {
    const wait = begun + turn * 1000 - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const path = address(turn);
    const answer = await get(agent, server.address + path, viewer, etags.get(path)).catch(() => ({ ms: 0, status: 0 }));
    if ('etag' in answer && answer.etag) etags.set(path, answer.etag);
    if (turn >= warmTurns) told.push({ ms: answer.ms, status: answer.status });
  }
  agent.destroy();
  return told;
}

/** A static file of the page about as large as a county's column. */
function staticFile(): string {
  const folder = join(import.meta.dirname, '../../dist/assets');
  const [nearest] = readdirSync(folder)
    .filter((name) => name.endsWith('.js') || name.endsWith('.css'))
    .sort((a, b) => Math.abs(statSync(join(folder, a)).size - 3000) - Math.abs(statSync(join(folder, b)).size - 3000));
  return `/assets/${nearest}`;
}

async function measure(server: Measured): Promise<Row[]> {
  const everybody = Array.from({ length: viewers }, (_, at) => at);
  /** One half sees the county, a tenth is of the office, the others are of the towns by turns. */
  const ownOf = (at: number) => (at % 10 < 6 ? undefined : server.towns[at % server.towns.length]);
  const viewerOf = (at: number) => (at % 10 === 5 ? 'office' : (ownOf(at) ?? ''));
  const file = staticFile();
  const still = (await Promise.all(everybody.map((at) => look(server, at, () => file, '')))).flat();
  const writing = setInterval(() => server.write(), 1000 / writesASecond);
  const read = (
    await Promise.all(
      everybody.map((at) => {
        const asked = questions(server, ownOf(at), at);
        return look(server, at, (turn) => asked[(turn + at) % asked.length] ?? '', viewerOf(at));
      }),
    )
  ).flat();
  clearInterval(writing);
  const { ms, faults } = await server.written();
  const wrong = [...still, ...read].filter(({ status }) => status !== 200 && status !== 304).length;
  const p99 = (all: Asked[]) =>
    share(
      all.map((one) => one.ms),
      0.99,
    );
  const most = 3 * p99(still) + 25;
  return [
    {
      what: `${viewers} viewers once a second beside ${writesASecond} writes/s: errors`,
      value: wrong + faults,
      unit: '',
      aim: '0',
    },
    {
      what: 'read p50',
      value: share(
        read.map((one) => one.ms),
        0.5,
      ),
      unit: 'ms',
      aim: null,
    },
    { what: 'static file p99, same load', value: p99(still), unit: 'ms', aim: null },
    { what: 'read p99', value: p99(read), unit: 'ms', aim: `≤ ${most.toFixed(0)} ms (3 × file + 25)` },
    { what: 'write p99, full sync', value: share(ms, 0.99), unit: 'ms', aim: '≤ 100 ms' },
  ];
}

/** Two hundred people looking while five a second write, over a county of 600 villages, against a static file under the same load. */
export async function benchViewers(): Promise<Row[]> {
  const server = await startMeasured(600);
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}
