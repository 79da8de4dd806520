import { about, heldAt, inPlaces } from '../change/scope.ts';
import type { Store } from '../db/open.ts';
import type { View } from '../view.ts';
import type { Linkage } from './rules.ts';

/** 联系包抓 — the linkages of towns the user sees that are in force on the view's day. */
export async function readLinkages(store: Store, view: View): Promise<Linkage[]> {
  return store.db
    .selectFrom('linkage')
    .where(inPlaces('linkage.townId', view))
    .where(about('inspection', view.user))
    .where(heldAt('linkage', view))
    .where('fromOn', '<=', view.on)
    .where((where) => where.or([where('toOn', 'is', null), where('toOn', '>', view.on)]))
    .select(['id', 'leaderId', 'townId', 'fromOn', 'toOn'])
    .orderBy('fromOn')
    .execute();
}
