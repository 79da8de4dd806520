import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types } from 'pg';
import { migrate } from './migrate.ts';
import type { Migration } from './migrations.ts';
import type { Store } from './open.ts';
import { lockDatabase } from './postgres-lock.ts';
import type { Tables } from './schema.ts';

/** The store on PostgreSQL: one server a database, held by an advisory lock of a connection kept for nothing else. */
export async function openPostgres(
  { url, dataDir }: { url: string; dataDir: string },
  steps: Migration[],
  unlock: () => void,
): Promise<Store> {
  types.setTypeParser(20, Number);
  const lock = await lockDatabase(url, withoutPassword(url));
  const pool = new Pool({ connectionString: url, max: 8 });
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const close = async () => {
    await db.destroy();
    await lock.release();
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
    databaseUrl: url,
    mayWrite: lock.held,
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
