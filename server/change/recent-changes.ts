import { type Epoch, epochOf } from '../db/epoch.ts';
import type { Store } from '../db/open.ts';
import { type CommittedChange, onCommitted } from './committed.ts';

const mostKept = 2000;
const kept = new WeakMap<Epoch, Map<number, CommittedChange>>();

/** Remembers the latest changes of a store from now on, so that what did not move need not be read again. */
function recentOf(store: Store): Map<number, CommittedChange> {
  const epoch = epochOf(store);
  const known = kept.get(epoch);
  if (known) return known;
  const recent = new Map<number, CommittedChange>();
  kept.set(epoch, recent);
  const stop = onCommitted(store, (changes) => {
    if (epoch !== epochOf(store)) return stop();
    for (const change of changes.slice(-mostKept)) recent.set(change.seq, change);
    for (const oldest of recent.keys()) {
      if (recent.size <= mostKept) break;
      recent.delete(oldest);
    }
  });
  return recent;
}

/** Every change after `from` up to `to`; null where not all of them are remembered or they are more than `most`. */
export function changesBetween(
  store: Store,
  { from, to, most }: { from: number; to: number; most: number },
): CommittedChange[] | null {
  const recent = recentOf(store);
  if (to - from > most) return null;
  const changes: CommittedChange[] = [];
  for (let seq = from + 1; seq <= to; seq++) {
    const change = recent.get(seq);
    if (!change) return null;
    changes.push(change);
  }
  return changes;
}
