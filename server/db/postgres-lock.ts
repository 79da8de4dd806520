import { Client } from 'pg';
import { StartProblem } from './start-problem.ts';

/** Any constant will do; it is the same for every server of this product. */
const lockNumber = 99_271_104;
const againMs = 1_000;

/** The lock of a database for one server, on a connection kept for nothing else. */
export interface DatabaseLock {
  /** Whether it is held at this moment; without it nothing may be written. */
  held(): boolean;
  release(): Promise<void>;
}

/**
 * Takes the lock. When its connection breaks it is taken again as soon as the database answers; until then it is not held, and another server
 * may have it. Refuses `database-unreachable` and `folder-in-use`; `shown` is the address without its password.
 */
export async function lockDatabase(url: string, shown: string): Promise<DatabaseLock> {
  let holder: Client | null = null;
  let released = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = async (): Promise<boolean> => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
    const lose = () => {
      if (holder !== client) return;
      holder = null;
      if (!released) again();
    };
    client.on('error', lose);
    client.on('end', lose);
    await client.connect();
    const found = await client.query('select pg_try_advisory_lock($1) as held', [lockNumber]);
    if (found.rows[0]?.held === true) holder = client;
    else await client.end();
    return holder === client;
  };
  const again = () => {
    timer = setTimeout(() => {
      take()
        .catch(() => false)
        .then((taken) => {
          if (!taken && !released) again();
        });
    }, againMs);
    timer.unref();
  };
  const taken = await take().catch(() => {
    throw new StartProblem('database-unreachable', { database: shown });
  });
  if (!taken) throw new StartProblem('folder-in-use', { folder: shown, pid: '?' });
  return {
    held: () => holder !== null,
    release: async () => {
      released = true;
      clearTimeout(timer);
      await holder?.end();
    },
  };
}
