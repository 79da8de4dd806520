import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Hono } from 'hono';
import { expect, test, vi } from 'vitest';
import { inFlightLimited, limitConnections } from '../../server/http/limits.ts';
import { Refusal } from '../../server/http/refusal.ts';

test('one address has so many requests under way and no more, until one has ended', async () => {
  const ends: (() => void)[] = [];
  const app = new Hono();
  app.use(inFlightLimited(2));
  app.get('/slow', async (c) => {
    await new Promise<void>((resolve) => ends.push(resolve));
    return c.text('done');
  });
  app.get('/quick', (c) => c.text('done'));
  app.onError((problem, c) => c.text(problem instanceof Refusal ? problem.code : 'fault', 429));
  const from = (path: string, remoteAddress: string) =>
    app.request(path, {}, { incoming: { socket: { remoteAddress } } });
  const slow = [from('/slow', '10.0.0.1'), from('/slow', '10.0.0.1')];
  await vi.waitUntil(() => ends.length === 2);
  expect(await (await from('/quick', '10.0.0.1')).text()).toBe('too-many-at-once');
  expect((await from('/quick', '10.0.0.2')).status).toBe(200);
  for (const end of ends) end();
  await Promise.all(slow);
  expect((await from('/quick', '10.0.0.1')).status).toBe(200);
});

test('one address has so many connections and no more, until one is closed; others and this machine come in', async () => {
  const server = createServer((_, answer) => answer.end('here'));
  limitConnections(server, 2);
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  const sockets: ReturnType<typeof connect>[] = [];
  /** What a new connection from an address comes to: answered, or closed without a word. */
  const came = (localAddress: string) =>
    new Promise<'answered' | 'closed'>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1', localAddress });
      sockets.push(socket);
      socket.once('data', () => resolve('answered'));
      socket.once('close', () => resolve('closed'));
      socket.on('error', () => resolve('closed'));
      socket.write('GET / HTTP/1.1\r\nHost: county\r\n\r\n');
    });
  expect([await came('127.0.0.2'), await came('127.0.0.2'), await came('127.0.0.2')]).toEqual([
    'answered',
    'answered',
    'closed',
  ]);
  expect(await came('127.0.0.3')).toBe('answered');
  for (let more = 0; more < 3; more++) expect(await came('127.0.0.1')).toBe('answered');
  sockets[0]?.destroy();
  await vi.waitUntil(async () => (await came('127.0.0.2')) === 'answered');
  for (const socket of sockets) socket.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
