import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

/** What a save's id stands for, so that it is not taken for another. */
export async function addSaveHashes(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('submission').addColumn('hash', 'text').execute();
}
