import type { Selectable } from 'kysely';
import { heldAt } from '../change/scope.ts';
import type { Transaction } from '../change/write.ts';
import type { SavedViewTable } from '../db/meeting-schema.ts';
import type { Store } from '../db/open.ts';
import type { View, Viewer } from '../rights/view.ts';
import type { SavedViewBody } from './rules.ts';

export interface SavedView extends SavedViewBody {
  id: string;
  owner: string;
  shared: boolean;
}

/** The user's own views, and those shared with the county. */
export async function readSavedViews({ db }: Pick<Store, 'db'>, view: View): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('savedView')
    .where(heldAt('savedView', view))
    .where((where) => where.or([where('owner', '=', view.user.id), where('shared', '=', 1)]))
    .orderBy('id')
    .selectAll()
    .execute();
  return rows.map(viewOf);
}

/** One's own view as it stands, whatever became of it: null where there is none of this id, `foreign` where another has it. */
export async function ownSavedView(
  { db }: Pick<Store, 'db'>,
  viewer: Viewer,
  id: string,
): Promise<SavedView | 'foreign' | null> {
  const rows = await db.selectFrom('savedView').where('id', '=', id).selectAll().execute();
  if (rows.some(({ owner }) => owner !== viewer.id)) return 'foreign';
  const held = rows.find(({ until }) => until === null);
  return held ? viewOf(held) : null;
}

/** How many views somebody keeps. */
export async function countOwn({ db }: Pick<Store, 'db'>, viewer: Viewer): Promise<number> {
  const rows = await db
    .selectFrom('savedView')
    .where('owner', '=', viewer.id)
    .where('until', 'is', null)
    .select('id')
    .execute();
  return rows.length;
}

const viewOf = ({ id, owner, shared, body }: Selectable<SavedViewTable>): SavedView => ({
  ...{ id, owner, shared: shared === 1 },
  ...(JSON.parse(body) as SavedViewBody),
});

/** Keeps a version of a view and gives its `seq`. */
export async function putSavedView(
  tx: Transaction,
  { id, owner, shared, ...body }: SavedView,
  action: 'save' | 'share',
): Promise<number> {
  const since = tx.change({ action, subject: 'view', subjectId: id, placeId: null });
  const row = { id, owner, shared: shared ? 1 : 0, body: JSON.stringify(body satisfies SavedViewBody) };
  await tx.insertVersions('savedView', [{ ...row, since, until: null }]);
  return since;
}
