import { about, heldAt, inPlaces } from '../change/scope.ts';
import type { Store } from '../db/open.ts';
import type { View } from '../rights/view.ts';
import type { Linkage } from './rules.ts';

/** 联系包抓 — the linkages of towns the user sees that began by the view's day, those that are over too, in the order they began. */
export async function readLinkages(store: Store, view: View): Promise<Linkage[]> {
  return store.db
    .selectFrom('linkage')
    .where(inPlaces('linkage.townId', view))
    .where(about('inspection', view.user))
    .where(heldAt('linkage', view))
    .where('fromOn', '<=', view.on)
    .select(['id', 'leaderId', 'townId', 'fromOn', 'toOn'])
    .orderBy('fromOn')
    .orderBy('id')
    .execute();
}

/** Every linkage of every town as it stands, past ones and those to come. */
export function standingLinkages({ db }: Pick<Store, 'db'>): Promise<Linkage[]> {
  const columns = ['id', 'leaderId', 'townId', 'fromOn', 'toOn'] as const;
  return db.selectFrom('linkage').where('until', 'is', null).select(columns).orderBy('fromOn').orderBy('id').execute();
}
