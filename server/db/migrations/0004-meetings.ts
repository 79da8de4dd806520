import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import { createTable, createVersioned } from './columns.ts';

/** Tasks, meetings, and where a running meeting stands. */
export async function addMeetings(db: Kysely<Tables>): Promise<void> {
  await createVersioned(
    db,
    'task',
    {
      ...{ id: 'text', areaId: 'text', about: 'text?', state: 'text', dueOn: 'text' },
      ...{ meetingId: 'text?', personId: 'text?', body: 'text' },
    },
    ['id'],
  );
  await createVersioned(db, 'meeting', { id: 'text', heldOn: 'text', state: 'text', body: 'text' }, ['id']);
  await createTable(db, 'meetingPosition', { meetingId: 'text', item: 'integer', at: 'text' }, ['meetingId']);
}
