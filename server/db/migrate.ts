import { type Kysely, sql } from 'kysely';
import type { Migration } from './migrations.ts';
import type { Tables } from './schema.ts';
import { StartProblem } from './start-problem.ts';

/**
 * Brings the schema to this product's version, each step in a transaction with its version number; `backUp` runs before the first
 * step when the store already holds something. Refuses `store-newer` for a store of a newer product.
 */
export async function migrate(
  db: Kysely<Tables>,
  migrations: Migration[],
  backUp: (version: number) => Promise<void>,
): Promise<void> {
  const schemaVersion = Math.max(...migrations.map(({ version }) => version));
  await sql`create table if not exists "schemaVersion" (version integer primary key)`.execute(db);
  const present = await versionOf(db);
  if (present > schemaVersion) throw new StartProblem('store-newer', { found: present, known: schemaVersion });
  const steps = migrations.filter(({ version }) => version > present).sort((a, b) => a.version - b.version);
  if (steps.length > 0 && present > 0) await backUp(present);
  for (const step of steps) {
    await db.transaction().execute(async (tx) => {
      await step.up(tx);
      await sql`insert into "schemaVersion" (version) values (${sql.lit(step.version)})`.execute(tx);
    });
  }
}

async function versionOf(db: Kysely<Tables>): Promise<number> {
  const found = await sql<{ version: number | null }>`select max(version) as version from "schemaVersion"`.execute(db);
  return found.rows[0]?.version ?? 0;
}
