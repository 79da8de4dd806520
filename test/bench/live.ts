import { request } from 'node:http';
import { type Measured, startMeasured } from './measured-server.ts';
import { type Row, share } from './row.ts';

const readers = 400;
const writes = 20;

/** Opens one stream; `heard` is called when a notice of a change has come. */
function listen(address: string, heard: () => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const asked = request(`${address}/api/live`, { agent: false }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`the stream answered ${answer.statusCode}`));
      answer.setEncoding('utf8');
      answer.on('data', (text: string) => {
        if (text.includes('event: ready')) resolve(() => asked.destroy());
        if (text.includes('event: change')) heard();
      });
      answer.on('error', () => undefined);
    });
    asked.on('error', reject);
    asked.end();
  });
}

async function measure(server: Measured): Promise<Row[]> {
  const times: number[] = [];
  const last: number[] = [];
  let begun = 0;
  let left = 0;
  let all: () => void = () => undefined;
  const closing = await Promise.all(
    Array.from({ length: readers }, () =>
      listen(server.address, () => {
        times.push(performance.now() - begun);
        left -= 1;
        if (left === 0) all();
      }),
    ),
  );
  for (let at = 0; at < writes; at++) {
    left = readers;
    const everybody = new Promise<void>((resolve) => {
      all = resolve;
    });
    begun = performance.now();
    server.write();
    await everybody;
    last.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  for (const close of closing) close();
  const row = (what: string, value: number, aim: string | null): Row => ({ what, value, unit: 'ms', aim });
  return [
    row(`write to notice, ${readers} readers of one write, p50`, share(times, 0.5), null),
    row('p99', share(times, 0.99), null),
    row('the last of them, slowest of all writes', Math.max(...last), '≤ 1000 ms'),
  ];
}

/** How soon four hundred streams hear of one write, from before the write to the last reader; the server gathers changes for 120 ms. */
export async function benchLive(): Promise<Row[]> {
  const server = await startMeasured(600);
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}
