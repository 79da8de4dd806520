import { recordEventIn } from '../change/audit-event.ts';
import { write } from '../change/write.ts';
import { clockOf } from '../db/clock.ts';
import type { Store } from '../db/open.ts';
import { awaitLink, handOutLink } from './account/account-links.ts';
import { noticeAccount } from './account/account-notices.ts';
import { readAccount } from './account/account-store.ts';
import type { AccountLink } from './answer.ts';

/** Who acts where somebody at the server itself does. */
const atServer = 'start';

/**
 * 找回组织部账号 — a one-time link for an office account whose password is lost, for the one who runs the server: no password, former link or sign-in of it
 * holds any more; the log records it and its person gets a notice. Null where no office account in use has the login.
 */
export function linkForOffice(store: Store, login: string): Promise<AccountLink | null> {
  return clockOf(store).then((clock) =>
    write(store, { actor: atServer, clock }, async (tx) => {
      const account = await readAccount(tx, { login });
      if (account?.role !== 'office' || account.state === 'disabled' || account.state === 'pending') return null;
      const { id } = account;
      await awaitLink(tx, id);
      const link = await handOutLink(tx, id);
      await tx.db.deleteFrom('session').where('accountId', '=', id).execute();
      tx.change({ action: 'reset-password', subject: 'account', subjectId: id, placeId: null });
      await noticeAccount(tx, { accountId: id, actor: atServer, action: 'reset-password' });
      const event = { actor: null, address: '', action: 'office-link', subject: account.login, detail: {} };
      await recordEventIn(tx.db, event);
      return link;
    }),
  );
}
