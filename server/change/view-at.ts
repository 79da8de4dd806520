import { clockOf, endOfDay } from '../clock.ts';
import type { Store } from '../db/open.ts';
import type { LocalDate, View, Viewer } from '../view.ts';

/** The newest `seq`; 0 in an empty store. */
export async function lastSeq(store: Store): Promise<number> {
  return (await store.db.selectFrom('sequence').select('last').executeTakeFirst())?.last ?? 0;
}

/**
 * 截至 — what a user sees as known at the end of a local day, or now. For a day before the first change nothing is known: `seq` is 0.
 */
export async function viewAt(store: Store, user: Viewer, on?: LocalDate): Promise<View> {
  const today = (await clockOf(store)).today();
  if (on === undefined || on >= today) return { user, seq: await lastSeq(store), on: on ?? today };
  const found = await store.db
    .selectFrom('change')
    .select('seq')
    .where('at', '<=', endOfDay(on))
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { user, seq: found?.seq ?? 0, on };
}

/** When the newest thing a view sees became known (数据截至); null when it sees nothing. */
export async function knownUntil(store: Store, view: View): Promise<string | null> {
  const found = await store.db.selectFrom('change').select('at').where('seq', '=', view.seq).executeTakeFirst();
  return found?.at ?? null;
}
