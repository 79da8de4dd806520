import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import { createVersioned } from './columns.ts';

/** Changes asked for that wait for the office, and reasons given for what was asked about. */
export async function addProposals(db: Kysely<Tables>): Promise<void> {
  await createVersioned(
    db,
    'proposal',
    {
      ...{ id: 'text', areaId: 'text', form: 'text', state: 'text', cells: 'text' },
      ...{ proposedOn: 'text', decidedOn: 'text?', answer: 'text?' },
    },
    ['id'],
  );
  await db.schema.createIndex('proposal_area').on('proposal').columns(['areaId', 'until']).execute();
  await createVersioned(
    db,
    'confirmation',
    { id: 'text', areaId: 'text', form: 'text', codes: 'text', reason: 'text' },
    ['id'],
  );
  await db.schema.createIndex('confirmation_area').on('confirmation').columns(['areaId', 'until']).execute();
}
