import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../server/app.ts';
import { heavyLimits } from '../../server/http/heavy.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { eachEngine } from '../store/engines.ts';
import { fillCounty, today } from './small-county.ts';

interface Answered {
  status: number;
  retryAfter: string | undefined;
  detail: string;
}

eachEngine('many long reads at once', (open) => {
  let server: ServerType;
  let port = 0;
  const agent = new Agent({ maxSockets: 1000 });
  beforeAll(async () => {
    const store = await open();
    await fillCounty(store);
    const app = createApp({
      ...{ store, distFolder: '.', startedAt: new Date(), version: '1' },
      whoAsks: async (c) => {
        c.set('person', c.req.header('x-person') ?? null);
        return openViewer;
      },
    });
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await vi.waitUntil(() => server.address() !== null);
    port = (server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    agent.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  function ask(path: string, person: string, gone?: AbortSignal): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const headers = { 'x-person': person, 'signed-in-as': person };
      const asked = request({ port, agent, path: `/api${path}`, headers, ...(gone && { signal: gone }) }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const status = answer.statusCode ?? 0;
          const detail = status === 200 ? '' : JSON.parse(Buffer.concat(parts).toString()).detail;
          resolve({ status, retryAfter: answer.headers['retry-after'], detail });
        });
      });
      asked.on('error', reject);
      asked.end();
    });
  }
  const compared = (n: number) => `/compare?layer=venue-schedule&from=2026-10-${10 + (n % 20)}&to=${today}`;
  const workbook = (n: number) => `/layers/venue-schedule/list.xlsx?lang=${n % 2 ? 'en' : 'zh'}`;
  const play = (n: number) => `/layers/venue-schedule/days?from=2026-10-${10 + (n % 20)}`;
  const long = (n: number) => [workbook, compared, play][n % 3]?.(n) ?? '';

  test('a plain read passes them by, all that have room are answered, the others at once by a sentence', async () => {
    const most = heavyLimits.waitingOfPerson + heavyLimits.ofPerson;
    const ended: string[] = [];
    const many = Array.from({ length: most + 5 }, (_, n) =>
      ask(workbook(n), 'busy').then((answer) => {
        ended.push('long');
        return answer;
      }),
    );
    const plain = Array.from({ length: 5 }, (_, n) =>
      ask(`/summary?lang=${n % 2 ? 'en' : 'zh'}`, `reader${n}`).then((answer) => {
        ended.push('plain');
        return answer;
      }),
    );
    for (const { status } of await Promise.all(plain)) expect(status).toBe(200);
    const answers = await Promise.all(many);
    expect(ended.lastIndexOf('plain')).toBeLessThan(most);
    // One that is answered while the last of them arrive makes room for another.
    const refused = answers.filter(({ status }) => status !== 200);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(most);
    expect(refused.length).toBeGreaterThan(0);
    for (const { status, retryAfter, detail } of refused)
      expect([status, retryAfter, detail]).toEqual([
        503,
        '10',
        expect.stringMatching(/^(不能.*：.*。请.*。|This cannot .*: .* Try again .*\.)$/),
      ]);
  });

  test('somebody else’s long read waits for one of a crowd, not for all of it', async () => {
    const ended: string[] = [];
    const crowd = Array.from({ length: 30 }, (_, n) => ask(long(n), 'busy').then(() => ended.push('busy')));
    const one = ask(workbook(1), 'other').then(() => ended.push('other'));
    await Promise.all([...crowd, one]);
    expect(ended.indexOf('other')).toBeLessThan(15);
  });

  describe('given up', () => {
    test('while they wait, they leave their room to others', async () => {
      const most = heavyLimits.waitingOfPerson + heavyLimits.ofPerson;
      const leaving = new AbortController();
      const given = Array.from({ length: most }, (_, n) =>
        ask(workbook(n), 'leaver', leaving.signal).catch(() => null),
      );
      await ask('/summary', 'reader');
      leaving.abort();
      expect((await Promise.all(given)).filter((answer) => answer === null).length).toBeGreaterThan(0);
      await vi.waitUntil(async () => (await ask(workbook(0), 'leaver')).status === 200);
      const again = await Promise.all(Array.from({ length: most }, (_, n) => ask(workbook(n), 'leaver')));
      expect(again.map(({ status }) => status)).toEqual(Array(most).fill(200));
    });
  });

  test('what is kept waits for no turn', async () => {
    await ask(compared(3), 'other');
    const ended: string[] = [];
    const crowd = Array.from({ length: 20 }, (_, n) => ask(workbook(n), 'busy').then(() => ended.push('busy')));
    const kept = ask(compared(3), 'busy').then(() => ended.push('kept'));
    await Promise.all([...crowd, kept]);
    expect(ended.indexOf('kept')).toBeLessThan(10);
  });
});
