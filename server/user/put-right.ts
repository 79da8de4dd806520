import { sql } from 'kysely';
import { presentClockFault } from '../change/clock-watch.ts';
import { onCommitted } from '../change/committed.ts';
import type { Store } from '../db/open.ts';
import { linkMs } from './account/account-links.ts';
import type { Sessions } from './session/session-store.ts';

/** Instants by which something ends or counts as the newest, and how far ahead of the clock each may lie. Milliseconds. */
const instants = [
  ['session', 'createdAt', 0],
  ['session', 'seenAt', 0],
  ['account', 'linkUntil', linkMs],
  ['account', 'passwordAt', 0],
  ['knownDevice', 'seenAt', 0],
  ['screenToken', 'seenAt', 0],
  ['meetingPosition', 'at', 0],
] as const;

/**
 * 时钟改正 — what was stored while the clock was ahead ends no later than if it were of this moment: sessions, one-time links, passwords grown old, a
 * meeting being held. Nobody is signed out by it. While the clock is doubted nothing is altered.
 */
export async function endInTime(store: Store, sessions: Sessions): Promise<void> {
  if ((await presentClockFault(store)) !== null) return;
  const now = Date.now();
  sessions.noneAhead(now);
  for (const [table, column, ahead] of instants) {
    const latest = new Date(now + ahead).toISOString();
    const [from, at] = [sql.table(table), sql.ref(column)];
    const found = await store.db
      .selectFrom(table)
      .where(sql<boolean>`${at} > ${latest}`)
      .select(sql`1`.as('one'))
      .limit(1)
      .executeTakeFirst();
    if (found) await sql`update ${from} set ${at} = ${latest} where ${at} > ${latest}`.execute(store.db);
  }
}

/** Does so once the day of the clock was confirmed. */
export function endInTimeOnceConfirmed(store: Store, sessions: Sessions): void {
  onCommitted(store, (changes) => {
    if (changes.some(({ action }) => action === 'confirm-day')) endInTime(store, sessions).catch(() => undefined);
  });
}
