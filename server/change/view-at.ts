import type { ExpressionBuilder } from 'kysely';
import { clockOf, endOfDay } from '../clock.ts';
import type { Store } from '../db/open.ts';
import type { Tables } from '../db/schema.ts';
import type { LocalDate, View, Viewer } from '../view.ts';
import { placesBelow } from './places-below.ts';

/** The newest `seq`, sealed or not; 0 in an empty store. It stays inside the server. */
export async function lastSeq(store: Store): Promise<number> {
  return (await store.db.selectFrom('sequence').select('last').executeTakeFirst())?.last ?? 0;
}

/** Only changes the user may know of: those sealed for teams of which he sees nothing are not there for him. */
export function known(user: Viewer) {
  return (where: ExpressionBuilder<Tables, 'change'>) => {
    if (user.sealed === 'all') return where.and([]);
    const open = where('change.sealed', 'is', null);
    return user.sealed.length === 0 ? open : where.or([open, where('change.sealed', 'in', [...user.sealed])]);
  };
}

/**
 * 截至 — what a user sees as known at the end of a local day, or now. For a day before the first change nothing is known: `seq` is 0.
 */
export async function viewAt(store: Store, user: Viewer, on?: LocalDate): Promise<View> {
  const today = (await clockOf(store)).today();
  const past = on !== undefined && on < today;
  const found = await store.db
    .selectFrom('change')
    .select(['seq', 'shown'])
    .where(known(user))
    .where((where) => (past ? where('at', '<=', endOfDay(on)) : where.and([])))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return seen(store, user, found ?? { seq: 0, shown: 0 }, on ?? today);
}

/** A view at a change known to the user, who sees the places that were his on the day. */
export async function seen(
  store: Store,
  viewer: Viewer,
  { seq, shown }: { seq: number; shown: number },
  on: LocalDate,
): Promise<View> {
  const user = await placedOn(store, viewer, on);
  if (user.sealed === 'all') return { user, seq, on, shown: seq, mark: `s${seq}` };
  if (user.sealed.length === 0) return { user, seq, on, shown, mark: `${shown}` };
  const { count } = await store.db
    .selectFrom('change')
    .where('change.sealed', 'in', [...user.sealed])
    .where('seq', '<=', seq)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { user, seq, on, shown, mark: `${shown}+${Number(count)}` };
}

/** A viewer with the places that are below his on a day. */
export async function placedOn(store: Store, viewer: Viewer, on: LocalDate): Promise<Viewer> {
  const { root } = viewer;
  if (root === undefined || root.on === on) return viewer;
  return { ...viewer, places: await placesBelow(store, root.places, on), root: { ...root, on } };
}

/** What a `seq` is called outside, for a view. */
export async function shownAt(store: Store, { user }: View, seq: number): Promise<number> {
  if (user.sealed === 'all' || seq === 0) return seq;
  const found = await store.db.selectFrom('change').select('shown').where('seq', '=', seq).executeTakeFirst();
  return found?.shown ?? 0;
}

/** What a view is called on what goes from hand to hand: the number everybody may know, whatever its user knows besides. */
export const openSeq = (store: Store, view: View): Promise<number> =>
  shownAt(store, { ...view, user: { ...view.user, sealed: [] } }, view.seq);

/** When the newest thing a view sees became known (数据截至); null when it sees nothing. */
export async function knownUntil(store: Store, view: View): Promise<string | null> {
  const found = await store.db.selectFrom('change').select('at').where('seq', '=', view.seq).executeTakeFirst();
  return found?.at ?? null;
}
