import { Kysely, PostgresDialect, sql } from 'kysely';
import { Client, Pool, types } from 'pg';
import { migrate } from './migrate.ts';
import type { Migration } from './migrations.ts';
import type { Store } from './open.ts';
import type { Tables } from './schema.ts';
import { StartProblem } from './start-problem.ts';

/** Any constant will do; it is the same for every server of this product. */
const lockNumber = 99_271_104;

/** The store on PostgreSQL: one server a database, held by an advisory lock of a connection kept for nothing else. */
export async function openPostgres(
  { url, dataDir }: { url: string; dataDir: string },
  steps: Migration[],
  unlock: () => void,
): Promise<Store> {
  types.setTypeParser(20, Number);
  const holder = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  holder.on('error', () => undefined);
  await holder.connect().catch(() => {
    throw new StartProblem('database-unreachable', { database: withoutPassword(url) });
  });
  const locked = await holder.query('select pg_try_advisory_lock($1) as held', [lockNumber]);
  if (locked.rows[0]?.held !== true) {
    await holder.end();
    throw new StartProblem('folder-in-use', { folder: withoutPassword(url), pid: '?' });
  }
  const pool = new Pool({ connectionString: url, max: 8 });
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const close = async () => {
    await db.destroy();
    await holder.end();
  };
  try {
    await migrate(db, steps, (version) => copyTables(db, version));
  } catch (problem) {
    await close();
    throw problem;
  }
  return {
    db,
    engine: 'postgresql',
    dataDir,
    close: async () => {
      await close();
      unlock();
    },
  };
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

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//');
}
