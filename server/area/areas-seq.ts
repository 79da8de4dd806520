import { changesBetween } from '../change/recent-changes.ts';
import { type Epoch, epochOf } from '../db/epoch.ts';
import type { Store } from '../db/open.ts';
import type { View } from '../rights/view.ts';
import { readAreasSeq } from './area-store.ts';

/** Kinds of change by which places, names or boundaries move. */
const moving = new Set(['area', 'map', 'boundary', 'import']);
const mostBetween = 2000;

/** Up to which change it is known when places last moved. */
interface Known {
  upTo: number;
  since: number;
}
const kept = new WeakMap<Epoch, Known>();

/** The `seq` at which places, names or boundaries last changed before the view; 0 when there are none. Asked of the store only where the changes since are not remembered. */
export async function areasSeq(store: Store, view: Pick<View, 'seq'>): Promise<number> {
  const epoch = epochOf(store);
  const known = kept.get(epoch);
  const between =
    known && view.seq >= known.upTo
      ? changesBetween(store, { from: known.upTo, to: view.seq, most: mostBetween })
      : null;
  if (known && between && !between.some(({ subject }) => moving.has(subject))) {
    kept.set(epoch, { upTo: view.seq, since: known.since });
    return known.since;
  }
  const since = await readAreasSeq(store, view);
  if (view.seq >= (kept.get(epoch)?.upTo ?? 0)) kept.set(epoch, { upTo: view.seq, since });
  return since;
}
