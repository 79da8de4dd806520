import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import { createVersioned } from './columns.ts';

/** Teams and route plans. */
export async function addRoutes(db: Kysely<Tables>): Promise<void> {
  await createVersioned(db, 'team', { id: 'text', name: 'text', body: 'text' }, ['id']);
  await createVersioned(
    db,
    'routePlan',
    {
      id: 'text',
      title: 'text',
      firstOn: 'text',
      announced: 'integer',
      published: 'integer',
      teams: 'text',
      body: 'text',
    },
    ['id'],
  );
}
