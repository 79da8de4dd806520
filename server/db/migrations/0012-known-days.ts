import { type Kysely, sql } from 'kysely';
import { countAllChanges } from '../change-days.ts';
import type { Tables } from '../schema.ts';
import { createTable, createVersioned } from './columns.ts';

/** The tables of versions there are at this step: found by the change they were written under, as the check of the chain goes along. */
const versioned = [
  ...['area', 'areaShape', 'mapEdition', 'venue', 'organisation', 'visit', 'visitPlace', 'linkage', 'responsibility'],
  ...['edition', 'team', 'routePlan', 'task', 'meeting', 'savedView', 'externalResult', 'rankingSwitch'],
  ...['proposal', 'confirmation', 'mapDay', 'confirmedDay'],
];

/** Since when a change is known, which a confirmed day may put right; changes counted by day; the audit log in the order of its pages. */
export async function addKnownDays(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('change').addColumn('knownAt', 'text').execute();
  await sql`update change set "knownAt" = at`.execute(db);
  await db.schema.createIndex('change_known').on('change').columns(['knownAt', 'seq']).execute();
  await db.schema.createIndex('change_recorded').on('change').columns(['recordedAt', 'seq']).execute();
  await db.schema.createIndex('auditEvent_at').on('auditEvent').columns(['at', 'number']).execute();
  await createVersioned(db, 'confirmedDay', { id: 'text', at: 'text' }, ['id']);
  await createTable(
    db,
    'changeDay',
    { day: 'text', team: 'text', changes: 'integer', lastSeq: 'integer', lastShown: 'integer' },
    ['day', 'team'],
  );
  for (const table of versioned) await db.schema.createIndex(`${table}_since`).on(table).column('since').execute();
  await countAllChanges(db);
}
