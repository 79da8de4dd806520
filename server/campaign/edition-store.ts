import { heldAt } from '../change/scope.ts';
import type { Store } from '../db/open.ts';
import type { LocalDate, View } from '../view.ts';
import type { EditionBodies, EditionKind } from './rules.ts';

/** 版本 — the edition of a kind in force on the view's day; null when none is. */
export async function readEdition<Kind extends EditionKind>(
  store: Store,
  view: View,
  kind: Kind,
): Promise<EditionBodies[Kind] | null> {
  return (await readDatedEdition(store, view, kind))?.body ?? null;
}

/** The same with the day it is in force from. */
export async function readDatedEdition<Kind extends EditionKind>(
  store: Store,
  view: View,
  kind: Kind,
): Promise<{ fromOn: LocalDate; body: EditionBodies[Kind] } | null> {
  const row = await store.db
    .selectFrom('edition')
    .where(heldAt('edition', view))
    .where('kind', '=', kind)
    .where('fromOn', '<=', view.on)
    .orderBy('fromOn', 'desc')
    .select(['fromOn', 'body'])
    .executeTakeFirst();
  return row ? { fromOn: row.fromOn, body: JSON.parse(row.body) as EditionBodies[Kind] } : null;
}
