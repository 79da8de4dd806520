import type { ExpressionBuilder } from 'kysely';
import { clockOf } from '../db/clock.ts';
import type { Store } from '../db/open.ts';
import type { Tables } from '../db/schema.ts';
import type { LocalDate, View, Viewer } from '../rights/view.ts';
import { visibleTeams } from './change-days.ts';
import { newestKnown } from './newest.ts';
import { placesBelow } from './places-below.ts';

/** The newest `seq`, sealed or not; 0 in an empty store. It stays inside the server. */
export async function lastSeq(store: Store): Promise<number> {
  return (await store.db.selectFrom('sequence').select('last').executeTakeFirst())?.last ?? 0;
}

/** Only changes the user may know of: those sealed for teams out of sight are not there. */
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
  if (on !== undefined && on < today) return seen(store, user, await lastKnownOn(store, user, on), on);
  const { seq, shown, sealedChanges } = await newestKnown(store, user);
  const day = on ?? today;
  return { user: await placedOn(store, user, day), seq, on: day, ...asShown(user, { seq, shown, sealedChanges }) };
}

/** The newest change a user may know of that was known at the end of a day. The order is that of the sequence: what lies before something known is known. */
async function lastKnownOn(store: Store, user: Viewer, on: LocalDate): Promise<{ seq: number; shown: number }> {
  const teams = visibleTeams(user);
  const found = await store.db
    .selectFrom('changeDay')
    .select(['lastSeq as seq', 'lastShown as shown'])
    .where('day', '<=', on)
    .where((where) => (teams === null ? where.and([]) : where('team', 'in', teams)))
    .orderBy('lastSeq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? { seq: 0, shown: 0 };
}

/** A view at a change known to the user, with the places the user had on the day. */
export async function seen(
  store: Store,
  viewer: Viewer,
  { seq, shown }: { seq: number; shown: number },
  on: LocalDate,
): Promise<View> {
  const user = await placedOn(store, viewer, on);
  if (user.sealed === 'all' || user.sealed.length === 0)
    return { user, seq, on, ...asShown(user, { seq, shown, sealedChanges: 0 }) };
  const { count } = await store.db
    .selectFrom('change')
    .where('change.sealed', 'in', [...user.sealed])
    .where('seq', '<=', seq)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { user, seq, on, ...asShown(user, { seq, shown, sealedChanges: Number(count) }) };
}

/** What a view is called outside, and its mark. */
function asShown(
  { sealed }: Viewer,
  { seq, shown, sealedChanges }: { seq: number; shown: number; sealedChanges: number },
): Pick<View, 'shown' | 'mark'> {
  if (sealed === 'all') return { shown: seq, mark: `s${seq}` };
  return { shown, mark: sealed.length === 0 ? `${shown}` : `${shown}+${sealedChanges}` };
}

/** A viewer with the places below those of the account on a day. */
export async function placedOn(store: Store, viewer: Viewer, on: LocalDate): Promise<Viewer> {
  const { root } = viewer;
  if (root === undefined || root.on === on) return viewer;
  return { ...viewer, places: await placesBelow(store, root.places, on), root: { ...root, on } };
}

/** What a `seq` is called outside, for a view. */
async function shownAt(store: Store, { user }: View, seq: number): Promise<number> {
  return user.sealed === 'all' ? seq : shownOf(store, seq);
}

/** The count everybody may know a `seq` by; 0 before the first change. */
export async function shownOf(store: Store, seq: number): Promise<number> {
  if (seq === 0) return 0;
  const found = await store.db.selectFrom('change').select('shown').where('seq', '=', seq).executeTakeFirst();
  return found?.shown ?? 0;
}

/** What a view is called on what goes from hand to hand: the number everybody may know, whatever its user knows besides. */
export const openSeq = (store: Store, view: View): Promise<number> =>
  shownAt(store, { ...view, user: { ...view.user, sealed: [] } }, view.seq);

/** When the newest thing a view sees became known (数据截至); null when it sees nothing. */
export async function knownUntil(store: Store, view: View): Promise<string | null> {
  const found = await store.db.selectFrom('change').select('knownAt').where('seq', '=', view.seq).executeTakeFirst();
  return found?.knownAt ?? null;
}
