import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import { createTable } from './columns.ts';

/**
 * What is proposed of an account until the office agrees, the one-time link by which its person comes in, to whom it was passed on, what its person has
 * yet to read, the devices it signed in from, and how long wrong tries still have to wait.
 */
export async function addAdministrators(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('account').addColumn('proposal', 'text').execute();
  await db.schema
    .alterTable('account')
    .addColumn('awaitsLink', 'integer', (made) => made.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('account').addColumn('linkHash', 'text').execute();
  await db.schema.alterTable('account').addColumn('linkUntil', 'text').execute();
  await db.schema.alterTable('account').addColumn('successorId', 'text').execute();
  await db.schema.alterTable('account').addColumn('passedOnAt', 'text').execute();
  await createTable(db, 'accountNotice', { id: 'text', accountId: 'text', at: 'text', actor: 'text', action: 'text' }, [
    'id',
  ]);
  await db.schema.createIndex('accountNotice_account').on('accountNotice').column('accountId').execute();
  await createTable(db, 'knownDevice', { tokenHash: 'text', accountId: 'text', seenAt: 'text' }, [
    'tokenHash',
    'accountId',
  ]);
  await createTable(
    db,
    'signInFailure',
    { key: 'text', count: 'integer', waitMs: 'integer', windowMs: 'integer', keptMs: 'integer' },
    ['key'],
  );
}
