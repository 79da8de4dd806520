import type { Transaction } from '../../change/write.ts';
import type { Store } from '../../db/open.ts';
import type { AccountLink } from '../answer.ts';
import { newToken, tokenHash } from '../token.ts';
import { type Account, readAccount } from './account-store.ts';

/** How long a one-time link may be used. Milliseconds. */
export const linkMs = 7 * 86_400_000;

/** From now on only a one-time link lets the account's person in: no password is taken, no link handed out before works, no device is known. */
export async function awaitLink(tx: Transaction, id: string): Promise<void> {
  await tx.db
    .updateTable('account')
    .set({ awaitsLink: 1, linkHash: null, linkUntil: null })
    .where('id', '=', id)
    .execute();
  await tx.db.deleteFrom('knownDevice').where('accountId', '=', id).execute();
}

/** 一次性链接 — a new link for an account that waits for one, shown once; one handed out before works no more. */
export async function handOutLink(tx: Transaction, id: string): Promise<AccountLink> {
  const token = newToken();
  const until = new Date(Date.now() + linkMs).toISOString();
  await tx.db
    .updateTable('account')
    .set({ awaitsLink: 1, linkHash: tokenHash(token), linkUntil: until })
    .where('id', '=', id)
    .execute();
  return { address: `/account#${token}`, until };
}

/** The account a link was made for; null for one used, replaced, too old, or of an account that is not open. */
export async function accountOfLink(store: Pick<Store, 'db'>, token: string): Promise<Account | null> {
  const row = await store.db
    .selectFrom('account')
    .where('linkHash', '=', tokenHash(token))
    .where('awaitsLink', '=', 1)
    .select(['id', 'linkUntil'])
    .executeTakeFirst();
  if (!row || (row.linkUntil ?? '') < new Date().toISOString()) return null;
  const account = await readAccount(store, { id: row.id });
  return account && account.state !== 'disabled' && account.state !== 'pending' ? account : null;
}
