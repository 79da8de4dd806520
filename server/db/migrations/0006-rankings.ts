import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import { createVersioned } from './columns.ts';

/** Results given by superiors, and the switch that hides every ranking. */
export async function addRankings(db: Kysely<Tables>): Promise<void> {
  await createVersioned(
    db,
    'externalResult',
    { id: 'text', areaId: 'text', kind: 'text', level: 'text', occurredOn: 'text', body: 'text' },
    ['id'],
  );
  await createVersioned(db, 'rankingSwitch', { id: 'text', hidden: 'integer' }, ['id']);
}
