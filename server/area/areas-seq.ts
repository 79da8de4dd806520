import { changesBetween } from '../change/recent-changes.ts';
import { shownOf } from '../change/view-at.ts';
import { type Epoch, epochOf } from '../db/epoch.ts';
import type { Store } from '../db/open.ts';
import type { View } from '../rights/view.ts';
import { readAreasSeq } from './area-store.ts';

/** Kinds of change by which places, names or boundaries move. */
const moving = new Set(['area', 'map', 'boundary', 'import']);
const mostBetween = 2000;

/** When places last moved: the `seq`, and the count everybody may know it by; 0 and 0 when there are none. */
interface Moved {
  seq: number;
  shown: number;
}
/** Up to which change it is known when places last moved. */
interface Known extends Moved {
  upTo: number;
}
const kept = new WeakMap<Epoch, Known>();

/** When places, names or boundaries last changed before the view. Asked of the store only where the changes since are not remembered. */
async function lastMoved(store: Store, view: Pick<View, 'seq'>): Promise<Moved> {
  const epoch = epochOf(store);
  const known = kept.get(epoch);
  if (known?.upTo === view.seq) return known;
  const between =
    known && view.seq > known.upTo
      ? changesBetween(store, { from: known.upTo, to: view.seq, most: mostBetween })
      : null;
  if (known && between && !between.some(({ subject }) => moving.has(subject))) {
    kept.set(epoch, { ...known, upTo: view.seq });
    return known;
  }
  const seq = await readAreasSeq(store, view);
  const moved = { seq, shown: await shownOf(store, seq) };
  if (view.seq >= (kept.get(epoch)?.upTo ?? 0)) kept.set(epoch, { ...moved, upTo: view.seq });
  return moved;
}

/** The `seq` at which places, names or boundaries last changed before the view; 0 when there are none. It stays inside the server. */
export const areasSeq = async (store: Store, view: Pick<View, 'seq'>): Promise<number> =>
  (await lastMoved(store, view)).seq;

/** The same as it is called outside, for a view. */
export async function shownAreasSeq(store: Store, view: View): Promise<number> {
  const { seq, shown } = await lastMoved(store, view);
  return view.user.sealed === 'all' ? seq : shown;
}

/** A view named by when its places last moved: what is reported of them leaves such an answer as it was. */
export const movedView = async (store: Store, view: View): Promise<View> => ({
  ...view,
  mark: `a${await shownAreasSeq(store, view)}`,
});
