import type { Kysely } from 'kysely';
import type { Transaction } from '../../change/write.ts';
import { newId } from '../../db/id.ts';
import type { Tables } from '../../db/schema.ts';
import type { AccountNotice } from '../answer.ts';

/** Notes what was done to an account, for its person to read at the next sign-in. */
export async function noticeAccount(
  tx: Transaction,
  { accountId, actor, action }: { accountId: string; actor: string; action: string },
): Promise<void> {
  await tx.db
    .insertInto('accountNotice')
    .values({ id: newId(), accountId, at: new Date().toISOString(), actor, action })
    .execute();
}

/** What the person of an account has yet to read, oldest first; who did it by function and name. */
export async function noticesOf({ db }: { db: Kysely<Tables> }, accountId: string): Promise<AccountNotice[]> {
  return db
    .selectFrom('accountNotice')
    .leftJoin('account', 'account.id', 'accountNotice.actor')
    .leftJoin('person', 'person.id', 'account.personId')
    .where('accountNotice.accountId', '=', accountId)
    .orderBy('accountNotice.at')
    .orderBy('accountNotice.id')
    .select(['accountNotice.id', 'accountNotice.at', 'action', 'person.name', 'person.post', 'person.unit'])
    .execute();
}

/** Its person has read these. */
export async function noticesRead({ db }: { db: Kysely<Tables> }, accountId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.deleteFrom('accountNotice').where('accountId', '=', accountId).where('id', 'in', ids).execute();
}
