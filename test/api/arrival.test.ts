import { once } from 'node:events';
import { type AddressInfo, BlockList, connect } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createApp } from '../../server/app.ts';
import { isProblem } from '../../server/arguments.ts';
import { readConfiguration } from '../../server/configuration.ts';
import { arrivalOf, readProxies, type ServedAs } from '../../server/http/address.ts';
import type { LoggedRequest, RequestLog } from '../../server/http/request-log.ts';
import { createUsers } from '../../server/user/users.ts';
import { eachEngine } from '../store/engines.ts';
import { fillCounty } from './small-county.ts';

const proxies = readProxies('10.0.0.2, 10.9.0.0/16,loopback,fd00::/8') ?? new BlockList();

describe('the address of a request', () => {
  test.each([
    ['no proxy: what is claimed is not believed', '10.0.0.7', '1.1.1.1', '10.0.0.7'],
    ['a trusted proxy: the hop it saw', '10.0.0.2', '10.3.3.3', '10.3.3.3'],
    ['a hop forged before the proxy’s own: the right-most', '10.0.0.2', '6.6.6.6, 10.3.3.3', '10.3.3.3'],
    [
      'two trusted proxies: the right-most hop that is none',
      '127.0.0.1',
      '6.6.6.6, 10.3.3.3, 10.9.255.255',
      '10.3.3.3',
    ],
    ['the first address after the range', '10.10.0.0', '10.3.3.3', '10.10.0.0'],
    ['only trusted hops: the farthest', '127.0.0.1', '10.9.0.1,10.0.0.2', '10.9.0.1'],
    ['words that are no address: the proxy that wrote them', '10.0.0.2', '10.3.3.3, nonsense', '10.0.0.2'],
    ['no header: the proxy', '10.0.0.2', '', '10.0.0.2'],
    ['ports and brackets', '::ffff:10.0.0.2', '[2001:db8::1]:443', '2001:db8::1'],
    ['a port after four numbers', '10.0.0.2', '10.3.3.3:51000', '10.3.3.3'],
    ['a mapped address is the plain one', '10.0.0.2', '::ffff:10.3.3.3', '10.3.3.3'],
  ])('%s', (_, peer, forwardedFor, address) => {
    expect(arrivalOf({ tls: false, proxies }, { peer, forwardedFor, forwardedProto: '' }).address).toBe(address);
  });

  test.each([
    ['a trusted proxy says https', false, '10.0.0.2', 'https', true],
    ['the last of two words counts', false, '10.0.0.2', 'https, http', false],
    ['anybody else may say what he likes', false, '10.0.0.7', 'https', false],
    ['the server’s own TLS', true, '10.0.0.7', 'http', true],
  ])('over HTTPS: %s', (_, tls, peer, forwardedProto, https) => {
    expect(arrivalOf({ tls, proxies }, { peer, forwardedFor: '', forwardedProto }).https).toBe(https);
  });

  test.each(['', '10.0.0.300', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/x', 'proxy.county', '10.0.0.2,'])(
    '“%s” names no proxies and the start is refused with a sentence',
    (value) => {
      expect(readProxies(value)).toBeNull();
      const read = readConfiguration([`--trusted-proxy=${value || ' '}`, '--lang', 'zh'], {});
      expect(isProblem(read) && read.sentence).toMatch(/--trusted-proxy 写代理的地址/);
    },
  );
});

eachEngine('a server', (open) => {
  async function listening(servedAs: Partial<ServedAs> = {}) {
    const store = await open();
    await fillCounty(store);
    const users = createUsers(store, { secure: servedAs.tls ?? false });
    const lines: LoggedRequest[] = [];
    const log = { write: (line: LoggedRequest) => void lines.push(line) } as Pick<RequestLog, 'write'> as RequestLog;
    const app = createApp({
      ...{ store, users, log, distFolder: '.', startedAt: new Date(), version: '1', whoAsks: users.whoAsks },
      servedAs: { tls: false, proxies: new BlockList(), names: [], ...servedAs },
    });
    const server: ServerType = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    /** Lines as they stand, and the first line of what comes back with its headers and body. */
    const said = (head: string[], body = '', thenGone = false) =>
      new Promise<string>((resolve) => {
        const socket = connect(port, '127.0.0.1');
        let heard = '';
        socket.on('data', (bytes) => {
          heard += bytes.toString();
        });
        socket.on('close', () => resolve(heard));
        socket.on('error', () => undefined);
        socket.write([...head, 'Connection: close', '', body].join('\r\n'), () => thenGone && socket.destroy());
      });
    return { said, lines };
  }
  const body = '{"login":"nobody","password":"x"}';
  const get = (...more: string[]) => ['GET /api/session HTTP/1.1', ...more];
  const post = (origin: string, ...more: string[]) => [
    ...['POST /api/session HTTP/1.1', 'Host: county.example', `Origin: ${origin}`, ...more],
    ...['Content-Type: application/json', `Content-Length: ${body.length}`],
  ];

  test('takes one Host line and no two', async () => {
    const { said } = await listening();
    expect(await said(get('Host: county.example'))).toMatch(/^HTTP\/1.1 200/);
    expect(await said(get('Host: county.example', 'Host: other.example'))).toMatch(/^HTTP\/1.1 400[\s\S]*host-twice/);
  });

  test('that was given its names is served under them, this machine’s and bare addresses only', async () => {
    const { said } = await listening({ names: ['county.example'] });
    for (const host of ['county.example', 'COUNTY.example:8321', 'localhost:8321', '127.0.0.1', '[::1]:8321'])
      expect(await said(get(`Host: ${host}`)), host).toMatch(/^HTTP\/1.1 200/);
    for (const host of ['other.example', 'county.example.org', 'xcounty.example'])
      expect(await said(get(`Host: ${host}`)), host).toMatch(/^HTTP\/1.1 421[\s\S]*host-unknown/);
  });

  test('behind a proxy nobody named says so once, and only of whoever is connected', async () => {
    const heard: string[] = [];
    const forwarded = get('Host: county.example', 'X-Forwarded-For: 6.6.6.6');
    const { said } = await listening({ unnamedProxy: (address) => void heard.push(address) });
    await said(get('Host: county.example'));
    expect(heard).toEqual([]);
    await said(forwarded);
    await said(forwarded);
    expect(heard).toEqual(['127.0.0.1']);
    const { said: named } = await listening({ proxies, unnamedProxy: (address) => void heard.push(address) });
    await named(forwarded);
    expect(heard).toEqual(['127.0.0.1']);
  });

  test('over plain HTTP takes writes of its own plain page only, and tells no browser to come by HTTPS', async () => {
    const { said } = await listening();
    expect(await said(post('https://county.example'), body)).toMatch(/^HTTP\/1.1 403[\s\S]*foreign-origin/);
    expect(await said(post('https://county.example', 'X-Forwarded-Proto: https'), body)).toMatch(/foreign-origin/);
    expect(await said(post('null'), body)).toMatch(/foreign-origin/);
    const own = await said(post('http://county.example'), body);
    expect(own).not.toMatch(/foreign-origin|strict-transport/i);
  });

  test('behind a trusted proxy that ends HTTPS takes the page’s writes and keeps browsers to HTTPS', async () => {
    const { said } = await listening({ proxies });
    const own = await said(post('https://county.example', 'X-Forwarded-Proto: https'), body);
    expect(own).toMatch(/strict-transport-security: max-age=31536000/i);
    expect(own).not.toMatch(/foreign-origin/);
    expect(await said(post('http://county.example', 'X-Forwarded-Proto: https'), body)).toMatch(/foreign-origin/);
  });

  test('with TLS of its own keeps browsers to HTTPS', async () => {
    const { said } = await listening({ tls: true });
    expect(await said(get('Host: county.example'))).toMatch(/strict-transport-security/i);
  });

  test('that is left in the middle of a request notes one line, and no fault of its own', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => told.mockRestore());
    const { said, lines } = await listening();
    await Promise.all(Array.from({ length: 5 }, () => said(post('http://county.example'), body.slice(0, 9), true)));
    await vi.waitUntil(() => lines.length === 5);
    expect(told.mock.calls).toEqual([]);
    for (const line of lines) expect([line.status, line.fault]).toEqual([400, undefined]);
  });
});
