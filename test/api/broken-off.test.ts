import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { Store } from '../../server/db/open.ts';
import { type LoggedRequest, RequestLog } from '../../server/http/request-log.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import { eachEngine } from '../store/engines.ts';

eachEngine('a request broken off half sent', (open) => {
  let store: Store;
  let log: RequestLog;
  let server: ReturnType<typeof serve>;
  let port = 0;
  beforeAll(async () => {
    store = await open();
    mkdirSync(join(store.dataDir, 'log'));
    log = new RequestLog(store.dataDir);
    const app = createApp({
      ...{ store, distFolder: '.', startedAt: new Date(), version: '1', log },
      whoAsks: async (c) => {
        c.set('person', 'office');
        return officeViewer;
      },
    });
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await log.close();
  });

  const logged = (): LoggedRequest[] =>
    readdirSync(join(store.dataDir, 'log')).flatMap((name) =>
      readFileSync(join(store.dataDir, 'log', name), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as LoggedRequest),
    );

  test.each([
    ['a save', 'POST', '/api/visits', 'application/json', '{"id":"'],
    ['a change', 'PUT', '/api/ranking/switch', 'application/json', '{'],
    ['an upload', 'POST', '/api/pictures', 'image/jpeg', 'JFIF'],
  ])('is no fault of the server: %s', async (_, method, path, type, begun) => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('error', () => undefined);
    const head = [
      `${method} ${path} HTTP/1.1`,
      ...[`Host: 127.0.0.1:${port}`, `Origin: http://127.0.0.1:${port}`, 'Signed-In-As: office'],
      ...[`Content-Type: ${type}`, 'Content-Length: 5000', '', begun],
    ];
    await new Promise<void>((resolve) => socket.write(head.join('\r\n'), () => resolve()));
    socket.destroy();
    const own = await vi.waitUntil(() => logged().find((one) => one.path === path), { timeout: 20_000 });
    expect([own.status, own.fault]).toEqual([400, undefined]);
    expect(told).not.toHaveBeenCalled();
    told.mockRestore();
  });
});
