import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import type { SessionAnswer } from '../../server/user/answer.ts';

export const root = join(import.meta.dirname, '../..');

export interface County {
  address: string;
  dataDir: string;
  stop(): Promise<void>;
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() => (typeof at === 'object' && at ? resolve(at.port) : reject(new Error('no port'))));
    });
  });
}

/** The product as a user starts it, on a new folder, with the sample county imported; resolves when it answers. */
export async function startCounty(
  options: { dataDir?: string; arguments?: string[]; port?: number } = {},
): Promise<County> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'county-map-e2e-'));
  const port = options.port ?? (await freePort());
  const server = spawn(
    process.execPath,
    ['server/main.ts', '--data', dataDir, '--port', String(port), ...(options.arguments ?? [])],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  server.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  server.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const address = `http://127.0.0.1:${port}`;
  await answering(`${address}/api/health`, server, () => said);
  return {
    address,
    dataDir,
    stop: async () => {
      await ended(server);
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** How long a start with the sample county may take on a slow machine. */
const startMs = 180_000;

async function answering(address: string, server: ChildProcess, said: () => string): Promise<void> {
  const deadline = Date.now() + startMs;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}: ${said()}`);
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill('SIGKILL');
  throw new Error(`no answer within ${startMs} ms: ${said()}`);
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
    setTimeout(() => server.kill('SIGKILL'), 5_000).unref();
  });
}

const quiet = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const softwareWebGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
const noWebGL = ['--disable-gpu', '--disable-webgl', '--disable-webgl2', '--disable-3d-apis'];

/** Debian's Chromium, with WebGL in software or with none at all. */
export function startBrowser(webgl: boolean): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...quiet, ...(webgl ? softwareWebGL : noWebGL)],
  });
}

/** Signs a browser's context in as an invented person of the sample county. */
export async function signIn(context: BrowserContext, address: string, login = 'leader1'): Promise<void> {
  const { origin } = new URL(address);
  const answer = await context.request.post(`${origin}/api/session/sample`, { data: { login }, headers: { origin } });
  if (!answer.ok()) throw new Error(`${login} cannot sign in: ${answer.status()} ${await answer.text()}`);
}

/** What a write carries that is sent as the person the context is signed in as: where it comes from, and whose it is. */
export async function writerHeaders(request: APIRequestContext, address: string): Promise<Record<string, string>> {
  const { origin } = new URL(address);
  const { viewer } = (await (await request.get(`${origin}/api/session`)).json()) as SessionAnswer;
  return { origin, 'signed-in-as': viewer?.key ?? '' };
}

/** The cookie of an invented person, for asking the API without a browser. */
export async function cookieOf(address: string, login = 'leader1'): Promise<string> {
  const { origin } = new URL(address);
  const answer = await fetch(`${origin}/api/session/sample`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ login }),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Whom a cookie signs in, as every write has to say. */
export async function personOf(address: string, cookie: string): Promise<string> {
  const { viewer } = (await (await fetch(`${address}/api/session`, { headers: { cookie } })).json()) as SessionAnswer;
  return viewer?.key ?? '';
}

/** What the API answers an invented person; fails for anything but 200. */
export async function askAs<Answer>(address: string, path: string, login = 'leader1'): Promise<Answer> {
  const answer = await fetch(address + path, { headers: { cookie: await cookieOf(address, login) } });
  if (answer.status !== 200) throw new Error(`${path} answered ${login} ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** How long a page is waited for: what a slow machine needs, within the time a test has. */
const pageMs = 60_000;

/**
 * A page that remembers every request to another host and every error, to be looked at when the journey ends. Its first visit to the sample
 * county is signed in as `login`; null leaves it to the page.
 */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
  login: string | null = 'leader1',
): Promise<{ page: Page; context: BrowserContext; foreign: string[]; faults: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...options,
  });
  context.setDefaultTimeout(pageMs);
  const foreign: string[] = [];
  const faults: string[] = [];
  context.on('request', (request) => {
    const address = new URL(request.url());
    if (!['blob:', 'data:'].includes(address.protocol) && address.hostname !== '127.0.0.1') foreign.push(request.url());
  });
  const page = await context.newPage();
  if (login !== null) {
    const open = page.goto.bind(page);
    page.goto = async (address, ...given) => {
      page.goto = open;
      if (address.startsWith('http')) await signIn(context, address, login);
      return open(address, ...given);
    };
  }
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { page, context, foreign, faults };
}
