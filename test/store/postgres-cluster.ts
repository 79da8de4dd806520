import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

interface Standby {
  address(database: string): string;
  start(): Promise<void>;
  promote(): void;
}

/** A throw-away PostgreSQL of Debian's packages, for one test file; every store gets a database of its own. */
export interface Cluster {
  newDatabase(): Promise<string>;
  /** Runs a statement as the superuser of the cluster. */
  query(text: string): Promise<void>;
  /** Ends the server: `fast` breaks off what runs, `immediate` is a crash. */
  halt(how: 'fast' | 'immediate'): Promise<void>;
  /** Starts the server that was halted. */
  go(): Promise<void>;
  /** A copy of the whole cluster as it is now, to be started as its standby and promoted. */
  copyAsStandby(): Promise<Standby>;
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
  const primary = new Server(folder, 'data', await unusedPort(), options);
  primary.start();
  let admin = await connected(primary.address('postgres'));
  let standby: Server | null = null;
  let made = 0;
  return {
    async newDatabase() {
      const name = `county_${++made}`;
      await admin.query(`create database ${name}`);
      return primary.address(name);
    },
    async query(text) {
      await admin.query(text);
    },
    async halt(how) {
      await admin.end().catch(() => undefined);
      await primary.end(how);
    },
    async go() {
      primary.start();
      admin = await connected(primary.address('postgres'));
    },
    async copyAsStandby() {
      const copy = new Server(folder, 'standby', await unusedPort(), options);
      const from = ['-h', '127.0.0.1', '-p', String(primary.port), '-U', 'county', '-D', join(folder, 'standby')];
      execFileSync(join(programFolder(), 'pg_basebackup'), [...from, '-R', '-X', 'stream', '-c', 'fast', '--no-sync'], {
        ...options,
        stdio: 'ignore',
      });
      standby = copy;
      return {
        address: copy.address,
        async start() {
          copy.start();
          await (await connected(copy.address('postgres'))).end();
        },
        promote: () => copy.promote(),
      };
    },
    async stop() {
      await admin.end().catch(() => undefined);
      await primary.end('fast');
      await standby?.end('fast');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One PostgreSQL process on a folder of its own. */
class Server {
  readonly #folder: string;
  readonly #data: string;
  readonly port: number;
  readonly #options: { cwd: string };
  #process: ChildProcess | null = null;

  constructor(folder: string, data: string, port: number, options: { cwd: string }) {
    this.#folder = folder;
    this.#data = join(folder, data);
    this.port = port;
    this.#options = options;
  }

  readonly address = (database: string) => `postgresql://county@127.0.0.1:${this.port}/${database}`;

  start(): void {
    const settings = ['listen_addresses=127.0.0.1', 'fsync=off', 'max_connections=200', `port=${this.port}`];
    this.#process = spawn(
      join(programFolder(), 'postgres'),
      ['-D', this.#data, '-k', this.#folder, ...settings.flatMap((setting) => ['-c', setting])],
      { ...this.#options, stdio: 'ignore' },
    );
  }

  promote(): void {
    execFileSync(join(programFolder(), 'pg_ctl'), ['promote', '-w', '-D', this.#data], {
      ...this.#options,
      stdio: 'ignore',
    });
  }

  async end(how: 'fast' | 'immediate'): Promise<void> {
    const ending = this.#process;
    this.#process = null;
    if (!ending || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await ended;
  }
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
