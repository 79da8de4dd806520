import { type Kysely, sql } from 'kysely';
import { chainHash, firstHash, rowText, type VersionedTable, versionTexts } from '../chain.ts';
import type { Tables } from '../schema.ts';
import { createTable } from './columns.ts';

/** Accounts, sessions, screens, the log of what is no change, submissions; and each change sealed or not, counted and chained. */
export async function addPeople(db: Kysely<Tables>): Promise<void> {
  await createTable(
    db,
    'account',
    {
      id: 'text',
      login: 'text',
      personId: 'text',
      role: 'text',
      state: 'text',
      places: 'text',
      subjects: 'text',
      teams: 'text',
      passwordHash: 'text?',
      passwordAt: 'text?',
      mustChange: 'integer',
      createdAt: 'text',
    },
    ['id'],
  );
  await db.schema.createIndex('account_login').on('account').column('login').unique().execute();
  await createTable(db, 'formerPassword', { accountId: 'text', at: 'text', hash: 'text' }, ['accountId', 'at']);
  await createTable(
    db,
    'session',
    { tokenHash: 'text', accountId: 'text', createdAt: 'text', seenAt: 'text', address: 'text', agent: 'text' },
    ['tokenHash'],
  );
  await db.schema.createIndex('session_account').on('session').column('accountId').execute();
  await createTable(
    db,
    'screenToken',
    {
      id: 'text',
      tokenHash: 'text',
      title: 'text',
      view: 'text',
      createdAt: 'text',
      createdBy: 'text',
      revokedAt: 'text?',
      seenAt: 'text?',
    },
    ['id'],
  );
  await createTable(
    db,
    'auditEvent',
    {
      number: 'integer',
      at: 'text',
      actor: 'text?',
      address: 'text',
      action: 'text',
      subject: 'text',
      detail: 'text',
      hash: 'text',
    },
    ['number'],
  );
  await createTable(db, 'submission', { id: 'text', actor: 'text', at: 'text', seq: 'integer', answer: 'text' }, [
    'id',
  ]);
  await chainChanges(db);
}

/** The versioned tables of schema 1; later ones do not exist yet when this step runs. */
const versionedThen: VersionedTable[] = [
  ...(['area', 'areaShape', 'mapEdition', 'venue', 'organisation'] as const),
  ...(['visit', 'visitPlace', 'linkage', 'responsibility', 'edition'] as const),
];

async function chainChanges(db: Kysely<Tables>): Promise<void> {
  await sql`alter table "change" add column "sealed" text`.execute(db);
  await sql`alter table "change" add column "shown" integer not null default 0`.execute(db);
  await sql`alter table "change" add column "hash" text not null default ''`.execute(db);
  await sql`update "change" set "sealed" = (
      select coalesce("visit"."team", '') from "visit"
      where "visit"."id" = "change"."subjectId" and "visit"."since" = "change"."seq"
        and "visit"."announced" = 0 and "visit"."state" = 'planned')
    where "subject" = 'visit'`.execute(db);
  const texts = await versionTexts(db, versionedThen);
  const changes = await db.selectFrom('change').selectAll().orderBy('seq').execute();
  let hash = firstHash;
  let shown = 0;
  for (const { hash: _none, ...change } of changes) {
    if (change.sealed === null) shown += 1;
    const row = { ...change, shown };
    hash = chainHash(hash, rowText(row), texts.get(change.seq) ?? []);
    await db.updateTable('change').set({ shown, hash }).where('seq', '=', change.seq).execute();
  }
  await db.schema.createIndex('change_shown').on('change').columns(['sealed', 'seq']).execute();
}
