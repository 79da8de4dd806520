import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema.ts';

/** A folder that holds changes began with the first release of the default editions; a new one says so itself when it is begun. */
export async function markFirstDefaults(db: Kysely<Tables>): Promise<void> {
  await sql`insert into setting (name, value) select 'defaults', '1' from sequence where last > 0`.execute(db);
}
