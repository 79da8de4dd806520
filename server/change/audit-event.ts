import type { Kysely } from 'kysely';
import { chainHash, firstHash, rowText } from '../db/chain.ts';
import type { Store } from '../db/open.ts';
import type { Tables } from '../db/schema.ts';

/** 安全日志 — what happened that is no change of a record: a sign-in, a refusal, an export. `subject` and `detail` hold no secrets. */
export interface AuditGiven {
  actor: string | null;
  address: string;
  action: string;
  subject: string;
  detail: Record<string, string | number | null>;
}

const queues = new WeakMap<Store, Promise<unknown>>();

/** Appends one event, numbered without gaps and chained to the one before; events of one store take turns, so that the chain never forks. */
export function recordEvent(store: Store, given: AuditGiven): Promise<void> {
  const turn = (queues.get(store) ?? Promise.resolve()).then(() => append(store, given));
  queues.set(
    store,
    turn.catch(() => undefined),
  );
  return turn;
}

function append(store: Store, given: AuditGiven): Promise<void> {
  return store.db.transaction().execute(async (db) => {
    await store.fence?.(db);
    await db
      .updateTable('sequence')
      .set((set) => ({ last: set.ref('last') }))
      .execute();
    await recordEventIn(db, given);
  });
}

/** Appends one event inside a transaction that holds the row of the sequence, as every write does: the event stands or falls with it. */
export async function recordEventIn(db: Kysely<Tables>, { detail, ...given }: AuditGiven): Promise<void> {
  const last = await db
    .selectFrom('auditEvent')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const row = {
    ...given,
    number: (last?.number ?? 0) + 1,
    at: new Date().toISOString(),
    detail: JSON.stringify(detail),
  };
  await db
    .insertInto('auditEvent')
    .values({ ...row, hash: chainHash(last?.hash ?? firstHash, rowText(row), []) })
    .execute();
}
