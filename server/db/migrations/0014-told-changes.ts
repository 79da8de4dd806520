import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema.ts';

/** The changes that the audit log tells by their events can be counted without going through all. */
export async function indexToldChanges(db: Kysely<Tables>): Promise<void> {
  await sql`create index change_told on change (subject) where subject in ('account', 'screen')`.execute(db);
}
