import { type Kysely, sql } from 'kysely';
import { Fenced } from '../database-fault.ts';
import { newId } from '../id.ts';
import type { Tables } from '../schema.ts';
import { StartProblem } from '../start-problem.ts';

/** How often a server says that it is there, and after what silence another may take the database. */
export const leaseTimes = { beatMs: 2_000, silentMs: 15_000 };

/** The session lock by which releases before this one held the database. */
const formerLock = 99_271_104;

/** A database held by one server, by a row that every write reads again: no session has to last for it. */
export interface Lease {
  /** Whether nothing is known of another server that took it. */
  held(): boolean;
  /** Fails with {@link Fenced} inside a write whose server no longer holds the database; until the write ends nobody else can take it. */
  check(db: Kysely<Tables>): Promise<void>;
  release(): Promise<void>;
}

interface Given {
  /** Name of the data folder, by which a server that starts again after a crash is known. */
  folder: string;
  shown: string;
  /** Done with every beat that reached the database; what it fails with is as if the beat had failed. */
  beat?: () => Promise<void>;
}

/** Takes the database for this server. Refuses `database-in-use` while another one is heard of. */
export async function takeLease(db: Kysely<Tables>, { folder, shown, beat }: Given): Promise<Lease> {
  await makeTables(db);
  const server = `${folder}/${newId()}`;
  const first = await take(db, (holder) => holder.startsWith(`${folder}/`), server);
  if (first === null || (await formerHolds(db))) throw new StartProblem('database-in-use', { database: shown });
  let epoch: number | null = first;
  let ended = false;
  const turn = async () => {
    const found = await sql`update "serverBeat" set at = clock_timestamp()
      where exists (select 1 from "serverLease" where epoch = ${epoch} and server = ${server}) returning 1`.execute(db);
    if (found.rows.length === 0) epoch = await take(db, (holder) => holder === server, server);
    await beat?.();
  };
  let timer = setTimeout(function next() {
    turn()
      .catch(() => undefined)
      .finally(() => {
        if (!ended) timer = setTimeout(next, leaseTimes.beatMs).unref();
      });
  }, leaseTimes.beatMs).unref();
  return {
    held: () => epoch !== null,
    async check(tx) {
      const { rows } = await sql<{
        epoch: number;
        server: string;
      }>`select epoch, server from "serverLease" for share`.execute(tx);
      // Two databases of which one was promoted count on from the same number, each for a server of its own.
      if (epoch !== null && rows[0]?.epoch === epoch && rows[0].server === server) return;
      epoch = null;
      throw new Fenced('another server has taken the database');
    },
    async release() {
      ended = true;
      clearTimeout(timer);
      await sql`update "serverLease" set server = '' where epoch = ${epoch} and server = ${server}`
        .execute(db)
        .catch(() => undefined);
    },
  };
}

/** Beside the steps of the schema, which only who holds the database may take. */
async function makeTables(db: Kysely<Tables>): Promise<void> {
  await sql`create table if not exists "serverLease" (one integer primary key, epoch integer not null, server text not null)`.execute(
    db,
  );
  await sql`create table if not exists "serverBeat" (one integer primary key, at timestamptz not null)`.execute(db);
  await sql`insert into "serverLease" values (1, 0, '') on conflict do nothing`.execute(db);
  await sql`insert into "serverBeat" values (1, 'epoch') on conflict do nothing`.execute(db);
}

/** The number of a new hold; null while another server is heard of. Writes under way of the one before end first. */
function take(db: Kysely<Tables>, own: (holder: string) => boolean, server: string): Promise<number | null> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ epoch: number; server: string }>`
      select epoch, server from "serverLease" for update`.execute(tx);
    const beat = await sql<{ silent: number }>`
      select extract(epoch from clock_timestamp() - at)::float8 * 1000 as silent from "serverBeat"`.execute(tx);
    const holder = rows[0] ?? { epoch: 0, server: '' };
    const silent = beat.rows[0]?.silent ?? Number.POSITIVE_INFINITY;
    // A beat that lies ahead was given by a clock that has been put right since.
    const heard = silent >= -leaseTimes.silentMs && silent < leaseTimes.silentMs;
    if (holder.server !== '' && !own(holder.server) && heard) return null;
    const epoch = holder.epoch + 1;
    await sql`update "serverLease" set epoch = ${epoch}, server = ${server}`.execute(tx);
    await sql`update "serverBeat" set at = clock_timestamp()`.execute(tx);
    return epoch;
  });
}

async function formerHolds(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_locks where locktype = 'advisory' and objid = ${sql.lit(formerLock)}
    and granted and database = (select oid from pg_database where datname = current_database())`.execute(db);
  return rows.length > 0;
}
