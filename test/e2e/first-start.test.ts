import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:http2';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort, root } from './county.ts';

const folder = mkdtempSync(join(tmpdir(), 'county-map-first-'));
const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
const running: (() => void)[] = [];
afterAll(() => {
  for (const stop of running) stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the server and gives what it said until a line that matches; ends with the test. */
function startSaying(given: string[], until: RegExp): Promise<string> {
  const server = spawn(process.execPath, ['server/main.ts', ...given], { cwd: root });
  running.push(() => server.kill('SIGKILL'));
  let said = '';
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(said)), 60_000);
    const hear = (bytes: Buffer) => {
      said += bytes.toString();
      if (!until.test(said)) return;
      clearTimeout(limit);
      resolve(said);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
  });
}

interface Answer {
  status: number;
  cookie: string;
  body: string;
}

function post(address: string, given: object): Promise<Answer> {
  const { origin } = new URL(address);
  const text = JSON.stringify(given);
  const headers = { origin, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const asked = request(address, { method: 'POST', headers, ca: readFileSync(cert) }, (answer) => {
      let body = '';
      answer.on('data', (bytes: Buffer) => (body += bytes.toString()));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, cookie: answer.headers['set-cookie']?.join() ?? '', body }),
      );
    });
    asked.on('error', reject);
    asked.end(text);
  });
}

/** What an HTTP/2 connection answers to a request; a stream of events stays open and gives what it says first. */
function over(client: ReturnType<typeof connect>, headers: Record<string, string>, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = client.request(headers);
    let [status, cookie, text] = [0, '', ''];
    asked.on('response', (said) => {
      status = Number(said[':status']);
      cookie = String(said['set-cookie'] ?? '');
    });
    asked.setEncoding('utf8');
    asked.on('data', (part: string) => {
      text += part;
      if (text.includes('event: beat')) resolve({ status, cookie, body: text });
    });
    asked.on('end', () => resolve({ status, cookie, body: text }));
    asked.on('error', reject);
    if (body !== '') asked.end(body);
  });
}

/** Signs in over HTTP/2 and listens eight times on one connection, which still answers. */
async function manyOverOne(address: string, given: { login: string; password: string }): Promise<void> {
  const client = connect(address, { ca: readFileSync(cert) });
  const text = JSON.stringify(given);
  const sent = {
    origin: address,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
  };
  const signedIn = await over(client, { ':method': 'POST', ':path': '/api/session', ...sent }, text);
  expect(signedIn.status).toBe(200);
  const [cookie = ''] = /__Host-session=[^;]+/.exec(signedIn.cookie) ?? [];
  const get = (path: string) => over(client, { ':method': 'GET', ':path': path, cookie });
  const heard = await Promise.all(Array.from({ length: 8 }, () => get('/api/live')));
  expect(heard.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expect((await get('/api/session')).body).toContain('"viewer":{');
  expect((await get('/')).status).toBe(200);
  client.destroy();
}

test('a real county over TLS gets its first account by the link in the terminal, once', async () => {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const made = ['-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '2', ...subject];
  execFileSync('openssl', ['req', '-x509', ...made], { stdio: 'ignore' });
  const port = String(await freePort());
  const given = ['--data', join(folder, 'county'), '--port', port, '--empty', '--tls', cert, key];
  const said = await startSaying(given, /set-up#[\w-]{22}\s/);
  const [, address = '', token = ''] = /(https:\/\/localhost:\d+)\/set-up#([\w-]+)/.exec(said) ?? [];
  expect(said).not.toContain('http://');
  const first = { token, login: 'zhou', name: '周文清', post: '副部长', password: 'Qinling-2027' };
  const answer = await post(`${address}/api/set-up`, first);
  expect(answer.status).toBe(200);
  expect(answer.cookie).toMatch(/(^|,)__Host-session=.*Secure/);
  expect((await post(`${address}/api/set-up`, { ...first, login: 'wang' })).body).toContain('set-up-over');
  expect((await post(`${address}/api/session/sample`, { login: 'office' })).body).toContain('sample-only');
  await manyOverOne(address, { login: first.login, password: first.password });
});

test('on plain HTTP for others it says what does not work; with unusable files of TLS it does not start', async () => {
  const port = String(await freePort());
  const plain = ['--data', join(folder, 'plain'), '--port', port, '--empty', '--host', '0.0.0.0'];
  expect(await startSaying(plain, /TLS/)).toMatch(/--tls/);
  const none = [
    '--data',
    join(folder, 'none'),
    '--port',
    String(await freePort()),
    '--empty',
    '--tls',
    'no.pem',
    'no.key',
  ];
  const said = await startSaying(none, /no\.key/);
  expect(said).not.toMatch(/\n\s+at |ENOENT|https:/);
});
