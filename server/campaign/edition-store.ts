import { heldAt } from '../change/scope.ts';
import type { Store } from '../db/open.ts';
import type { View } from '../view.ts';
import type { EditionBodies, EditionKind } from './rules.ts';

/** 版本 — the edition of a kind in force on the view's day; null when none is. */
export async function readEdition<Kind extends EditionKind>(
  store: Store,
  view: View,
  kind: Kind,
): Promise<EditionBodies[Kind] | null> {
  const row = await store.db
    .selectFrom('edition')
    .where(heldAt('edition', view))
    .where('kind', '=', kind)
    .where('fromOn', '<=', view.on)
    .orderBy('fromOn', 'desc')
    .select('body')
    .executeTakeFirst();
  return row ? (JSON.parse(row.body) as EditionBodies[Kind]) : null;
}
