import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { postgresAddress } from '../db/postgres/postgres-address.ts';
import type { Tables } from '../db/schema.ts';
import { openSqlite, sqliteDialect } from '../db/sqlite/sqlite.ts';
import { StartProblem } from '../db/start-problem.ts';

/**
 * Reads one state of a store beside a running server, which may go on writing: nothing is locked and nothing written. Refuses with
 * {@link StartProblem} where there is no store or it cannot be read.
 */
export async function readBeside<Result>(
  { dataDir, databaseUrl }: { dataDir: string; databaseUrl: string | null },
  read: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  return databaseUrl === null ? onSqlite(dataDir, read) : onPostgres(databaseUrl, read);
}

async function onSqlite<Result>(dataDir: string, read: (db: Kysely<Tables>) => Promise<Result>): Promise<Result> {
  const path = join(dataDir, 'county.sqlite');
  if (!existsSync(path)) throw new StartProblem('store-missing', { folder: dataDir });
  const [reader, idle] = [openSqlite(path, { readOnly: true }), openSqlite(path, { readOnly: true })];
  const db = new Kysely<Tables>({ dialect: sqliteDialect(idle, reader) });
  try {
    reader.exec('BEGIN');
    return await read(db);
  } finally {
    await db.destroy();
  }
}

async function onPostgres<Result>(url: string, read: (db: Kysely<Tables>) => Promise<Result>): Promise<Result> {
  // Most read SQLite, and would load all of this for nothing.
  const { WritablePool } = await import('../db/postgres/postgres-pool.ts');
  const address = postgresAddress(url);
  const pool = new WritablePool(address, { max: 1, standbyToo: true });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await sql`select 1`.execute(db).catch(() => {
      throw new StartProblem('database-unreachable', { database: address.shown });
    });
    return await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
  } finally {
    await db.destroy();
  }
}
