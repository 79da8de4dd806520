import type { Store } from '../db/open.ts';
import type { LocalDate } from '../rights/view.ts';
import { onCommitted } from './committed.ts';
import { lastBy, readTree, type TreePlace } from './place-tree.ts';

const trees = new WeakMap<Store, { rows: Promise<TreePlace[]> | null }>();

/**
 * 辖区 — the places named with all that lie below them on a day, as the tree is known today: a village belongs to the town it lay in last by
 * that day, one merged away to the place it was merged into. Sorted.
 */
export async function placesBelow(store: Store, roots: readonly string[], on: LocalDate): Promise<string[]> {
  if (roots.length === 0) return [];
  const latest = lastBy(await treeOf(store), on);
  const known = new Set(roots);
  const heads = new Map([...latest.values()].map((row) => [row.id, headOf(row, on)]));
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (const [id, head] of heads) if (head !== null && known.has(head)) known.add(id);
  }
  return [...known].sort();
}

/** What a place is seen with: its successor once it is merged away, else its parent. */
const headOf = ({ parentId, toOn, into }: TreePlace, on: LocalDate) =>
  into !== null && toOn !== null && toOn <= on ? into : parentId;

/** Versions of all places as known now, oldest day first; read once between two writes of places. */
function treeOf(store: Store): Promise<TreePlace[]> {
  const kept = trees.get(store) ?? { rows: null };
  if (!trees.has(store)) {
    trees.set(store, kept);
    onCommitted(store, (changes) => {
      if (changes.some(({ subject }) => subject === 'area')) kept.rows = null;
    });
  }
  if (kept.rows) return kept.rows;
  const reading = readTree(store.db);
  kept.rows = reading;
  reading.catch(() => {
    kept.rows = null;
  });
  return reading;
}
