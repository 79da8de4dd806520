import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import { createVersioned } from './columns.ts';

/** Views of the map that people keep under a name. */
export async function addSavedViews(db: Kysely<Tables>): Promise<void> {
  await createVersioned(db, 'savedView', { id: 'text', owner: 'text', shared: 'integer', body: 'text' }, ['id']);
}
