import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { DatabaseAway, DatabaseStandby } from '../database-fault.ts';
import { newId } from '../id.ts';
import { migrate } from '../migrate.ts';
import type { Migration } from '../migrations.ts';
import type { Store } from '../open.ts';
import type { Tables } from '../schema.ts';
import { StartProblem } from '../start-problem.ts';
import { postgresAddress } from './postgres-address.ts';
import { takeLease } from './postgres-lease.ts';
import { WritablePool } from './postgres-pool.ts';

/** The store on PostgreSQL: one server writes a database, held by a lease that every write checks. */
export async function openPostgres(
  { url, dataDir }: { url: string; dataDir: string },
  steps: Migration[],
  unlock: () => void,
): Promise<Store> {
  const address = postgresAddress(url);
  const pool = new WritablePool(address);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const lease = await takeLease(db, { folder: nameOf(dataDir), shown: address.shown });
    try {
      await migrate(db, steps, (version) => copyTables(db, version));
    } catch (problem) {
      await lease.release();
      throw problem;
    }
    pool.nameStatements();
    return {
      db,
      engine: 'postgresql',
      dataDir,
      databaseUrl: url,
      sessions: pool.sessions,
      mayWrite: lease.held,
      fence: lease.check,
      close: async () => {
        await lease.release();
        await db.destroy();
        unlock();
      },
    };
  } catch (problem) {
    await db.destroy();
    throw saidAtStart(problem, address.shown);
  }
}

/** Why the database cannot be opened, in our words. */
function saidAtStart(problem: unknown, database: string): unknown {
  if (problem instanceof StartProblem) return problem;
  if (problem instanceof DatabaseStandby) return new StartProblem('database-standby', { database });
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  if (code === '25006') return new StartProblem('database-standby', { database });
  // 28: who may come in; 3D000: no such database; an address nothing can be made of.
  const unreachable =
    problem instanceof DatabaseAway || code.startsWith('28') || code === '3D000' || code === 'ERR_INVALID_URL';
  return unreachable ? new StartProblem('database-unreachable', { database }) : problem;
}

/** The name of a data folder, made once: only the process that holds the folder reads it. */
function nameOf(dataDir: string): string {
  const path = join(dataDir, 'server-name');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const name = newId();
  writeFileSync(path, name);
  return name;
}

/** Before a change of schema: every table is copied into a schema of its own, named by version and instant. */
async function copyTables(db: Kysely<Tables>, version: number): Promise<void> {
  const schema = `before_schema_${version + 1}_${Date.now()}`;
  await db.transaction().execute(async (tx) => {
    await sql`create schema ${sql.id(schema)}`.execute(tx);
    const tables = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = current_schema()`.execute(tx);
    for (const { name } of tables.rows)
      await sql`create table ${sql.id(schema, name)} as table ${sql.id(name)}`.execute(tx);
  });
}
