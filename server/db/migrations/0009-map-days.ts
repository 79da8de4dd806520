import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import { createVersioned } from './columns.ts';

/** Maps drawn anew where places were merged or moved, each from its day on; and changes of places taken back. */
export async function addMapDays(db: Kysely<Tables>): Promise<void> {
  await createVersioned(
    db,
    'mapDay',
    {
      ...{ id: 'text', base: 'text', tiles: 'text', plain: 'text', boundaries: 'text', shapes: 'text' },
      ...{ west: 'real', south: 'real', east: 'real', north: 'real' },
    },
    ['id'],
  );
  await createVersioned(db, 'areaWithdrawal', { id: 'text', areaId: 'text', reason: 'text' }, ['id']);
}
