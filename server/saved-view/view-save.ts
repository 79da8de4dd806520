import { viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { reachOf } from '../rights/may-write.ts';
import type { Viewer } from '../rights/view.ts';
import { textFaults } from '../save/rules.ts';
import { saveOnce } from '../save/save-once.ts';
import { refuseFaults } from '../save/settle.ts';
import type { SavedViewsAnswer } from './answer.ts';
import { viewLimits, viewSearch } from './rules.ts';
import { countOwn, ownSavedView, putSavedView, readSavedViews } from './view-store.ts';

/** GET /api/views */
export async function savedViewsAnswer(store: Store, viewer: Viewer): Promise<SavedViewsAnswer> {
  const views = await readSavedViews(store, await viewAt(store, viewer));
  const posts = new Map(
    (
      await store.db
        .selectFrom('account')
        .innerJoin('person', 'person.id', 'account.personId')
        .select(['account.id', 'person.unit', 'person.post'])
        .execute()
    ).map(({ id, unit, post }) => [id, [unit, post].filter((part) => part !== null).join(' ')]),
  );
  const answers = views.map(({ id, title, search, shared, owner }) => {
    const own = owner === viewer.id;
    return { id, title, search, shared, own, by: own ? null : (posts.get(owner) ?? null) };
  });
  return { views: answers.sort((a, b) => Number(b.own) - Number(a.own) || a.title.localeCompare(b.title, 'zh')) };
}

/** What a person sends of a view. */
export interface SavedViewSent {
  title: string;
  search: string;
  shared: boolean;
}

/**
 * PUT /api/views/{id} — keeps the view under a name, renames or shares it. Another person's is refused as one that is not there; sharing is the
 * county's: refused `not-allowed` to those who keep views of their own places only.
 */
export async function saveView(
  store: Store,
  viewer: Viewer,
  viewId: string,
  { id, ...sent }: SavedViewSent & { id: string },
): Promise<{ seq: number }> {
  if (sent.shared && reachOf(viewer, 'keep-views') !== 'county') throw new Refusal('not-allowed');
  return saveOnce(store, viewer, id, async (tx) => {
    const kept = await ownSavedView(tx, viewer, viewId);
    if (kept === 'foreign') throw new Refusal('view-unknown');
    const search = viewSearch(sent.search);
    refuseFaults([
      ...textFaults('title', sent.title, viewLimits.title, true),
      ...textFaults('search', search, viewLimits.search),
    ]);
    if (!kept && (await countOwn(tx, viewer)) >= viewLimits.each)
      throw new Refusal('views-full', { most: viewLimits.each });
    if (kept?.title === sent.title && kept.search === search && kept.shared === sent.shared)
      return { seq: null, answer: {} };
    const view = { id: viewId, owner: viewer.id, title: sent.title, search, shared: sent.shared };
    return { seq: await putSavedView(tx, view, kept && kept.shared !== sent.shared ? 'share' : 'save'), answer: {} };
  });
}

/** DELETE /api/views/{id} — one's own. */
export async function removeView(store: Store, viewer: Viewer, viewId: string, id: string): Promise<{ seq: number }> {
  return saveOnce(store, viewer, id, async (tx) => {
    const kept = await ownSavedView(tx, viewer, viewId);
    if (kept === 'foreign' || kept === null) throw new Refusal('view-unknown');
    const seq = tx.change({ action: 'end', subject: 'view', subjectId: viewId, placeId: null });
    await tx.endVersion('savedView', [viewId], seq);
    return { seq, answer: {} };
  });
}
