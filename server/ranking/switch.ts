import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { reachOf } from '../rights/may-write.ts';
import type { Viewer } from '../rights/view.ts';
import { saveOnce } from '../save/save-once.ts';

const switchId = 'ranking';

/** Whether rankings are hidden now: of whatever day one asks, what is hidden now is not shown. */
export async function isRankingHidden({ db }: Pick<Store, 'db'>): Promise<boolean> {
  const found = await db
    .selectFrom('rankingSwitch')
    .where('id', '=', switchId)
    .where('until', 'is', null)
    .select('hidden')
    .executeTakeFirst();
  return found?.hidden === 1;
}

/** Refuses a ranking while rankings are hidden, as an address that there is not. Every answer that ranks goes through here. */
export async function refuseHidden(store: Pick<Store, 'db'>): Promise<void> {
  if (await isRankingHidden(store)) throw new Refusal('address-unknown');
}

/** The same for the page the office sets rankings on: it alone is let through; gives whether they are hidden from the others. */
export async function refuseHiddenFrom(store: Pick<Store, 'db'>, viewer: Viewer): Promise<boolean> {
  const hidden = await isRankingHidden(store);
  if (hidden && reachOf(viewer, 'set-ranking') === 'none') throw new Refusal('address-unknown');
  return hidden;
}

/** 排名开关 — PUT /api/ranking/switch: hides every ranking everywhere, or shows them again. */
export async function setRankingHidden(
  store: Store,
  viewer: Viewer,
  { id, hidden }: { id: string; hidden: boolean },
): Promise<{ seq: number; hidden: boolean }> {
  return saveOnce(store, viewer, id, async (tx) => {
    if ((await isRankingHidden(tx)) === hidden) return { seq: null, answer: { hidden } };
    const since = tx.change({
      ...{ action: hidden ? 'hide' : 'show', subject: 'ranking', subjectId: switchId, placeId: null },
    });
    await tx.insertVersions('rankingSwitch', [{ id: switchId, hidden: hidden ? 1 : 0, since, until: null }]);
    return { seq: since, answer: { hidden } };
  });
}
