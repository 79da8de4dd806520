import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** A throw-away PostgreSQL of Debian's packages, for one test file; every store gets a database of its own. */
export interface Cluster {
  newDatabase(): Promise<string>;
  /** Ends the server and removes its files. */
  stop(): Promise<void>;
}

const versions = '/usr/lib/postgresql';

function programFolder(): string {
  const version = existsSync(versions) ? readdirSync(versions).sort().at(-1) : undefined;
  if (version === undefined)
    throw new Error('PostgreSQL is absent: apt-get install postgresql (npm test does it as root)');
  return join(versions, version, 'bin');
}

/** PostgreSQL refuses to run as root: then the user of Debian's package runs it. */
function userOfPackage(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('postgres:'));
  const [, , uid, gid] = (entry ?? '').split(':');
  if (uid === undefined) throw new Error('the user postgres of the PostgreSQL package is absent');
  return { uid: Number(uid), gid: Number(gid) };
}

function unusedPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() => resolve(typeof at === 'object' && at ? at.port : 0));
    });
  });
}

export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'county-map-pg-'));
  const user = userOfPackage();
  if ('uid' in user) chownSync(folder, user.uid ?? 0, user.gid ?? 0);
  const options = { ...user, cwd: folder };
  execFileSync(
    join(programFolder(), 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'county', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...options, stdio: 'ignore' },
  );
  const port = await unusedPort();
  const server = spawn(
    join(programFolder(), 'postgres'),
    [
      '-D',
      join(folder, 'data'),
      '-p',
      String(port),
      '-k',
      folder,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'fsync=off',
      '-c',
      'max_connections=200',
    ],
    { ...options, stdio: 'ignore' },
  );
  const address = (database: string) => `postgresql://county@127.0.0.1:${port}/${database}`;
  const admin = await connected(address('postgres'));
  let made = 0;
  return {
    async newDatabase() {
      const name = `county_${++made}`;
      await admin.query(`create database ${name}`);
      return address(name);
    },
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      await admin.end().catch(() => undefined);
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function connected(url: string): Promise<Client> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    const reached = await client.connect().then(
      () => true,
      () => false,
    );
    if (reached) return client;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('PostgreSQL did not start');
}
