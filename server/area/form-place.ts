import type { AreaKind } from '../../geodata/area/area.ts';
import { inPlaces } from '../change/scope.ts';
import { viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { mayWrite } from '../rights/may-write.ts';
import type { Action } from '../rights/rights.message.ts';
import type { View, Viewer } from '../rights/view.ts';

/** The place a form is about, as it is called on the view's day. */
export interface FormPlace {
  id: string;
  code: string;
  name: string;
  kind: AreaKind;
  parentId: string | null;
}

/** Whether somebody may do this at a place. */
export function isMine(viewer: Viewer, action: Action, areaId: string): boolean {
  try {
    mayWrite(viewer, action, areaId);
    return true;
  } catch (problem) {
    if (problem instanceof Refusal) return false;
    throw problem;
  }
}

interface PlaceOfForm {
  code: string;
  actions: Action[];
  kinds: AreaKind[];
  toWrite: boolean;
}

/**
 * The place of a code that somebody may do one of `actions` at. To read: one out of sight is `place-unknown` like one there is not. To write: one
 * out of sight is refused like any foreign one; only a viewer of the whole county learns that there is none.
 */
export async function formPlace(
  store: Store,
  viewer: Viewer,
  wanted: PlaceOfForm,
): Promise<{ view: View; place: FormPlace }> {
  const view = await viewAt(store, viewer);
  return { view, place: await formPlaceAt(store, view, { ...wanted, viewer }) };
}

/** The same in a view of the viewer that is there already. */
export async function formPlaceAt(
  store: Store,
  view: View,
  { viewer, code, actions, kinds, toWrite }: PlaceOfForm & { viewer: Viewer },
): Promise<FormPlace> {
  const place = await placeOfCode(store, view, code);
  if (!place && toWrite && viewer.places !== 'county') throw new Refusal('not-allowed');
  if (!place) throw new Refusal('place-unknown', { value: code });
  if (!actions.some((action) => isMine(viewer, action, place.id))) throw new Refusal('not-allowed');
  if (!kinds.includes(place.kind)) throw new Refusal('place-unknown', { value: code });
  return place;
}

/** The place that has a code on the view's day, among those the user sees. */
export async function placeOfCode(store: Pick<Store, 'db'>, view: View, code: string): Promise<FormPlace | null> {
  const found = await areasOfCode(store, view, code)
    .select(['id', 'code', 'name', 'kind', 'parentId'])
    .executeTakeFirst();
  return found ? { ...found, kind: found.kind as AreaKind } : null;
}

/** The same inside a statement: for what is read of a place beside it. */
export const areasOfCode = ({ db }: Pick<Store, 'db'>, view: View, code: string) =>
  db
    .selectFrom('area')
    .where(inPlaces('area.id', view))
    .where('area.code', '=', code)
    .where('area.until', 'is', null)
    .where('area.fromOn', '<=', view.on)
    .where((where) => where.or([where('area.toOn', 'is', null), where('area.toOn', '>', view.on)]));

/** Codes and names of places by their ids, on a day; those that no longer hold keep their last. */
export async function placesOfIds(
  { db }: Pick<Store, 'db'>,
  ids: string[],
): Promise<Map<string, { code: string; name: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('area')
    .where('id', 'in', ids)
    .where('until', 'is', null)
    .select(['id', 'code', 'name'])
    .orderBy('fromOn')
    .execute();
  return new Map(rows.map(({ id, code, name }) => [id, { code, name }]));
}
