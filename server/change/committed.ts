import type { Store } from '../db/open.ts';
import type { ChangeTable } from '../db/schema.ts';

/** A stored change, as listeners get it after the commit. */
export type CommittedChange = ChangeTable;

type Listener = (changes: readonly CommittedChange[]) => void;
const listeners = new WeakMap<Store, Set<Listener>>();

/** Calls a listener with the changes of each write once it is committed; gives how to stop it. */
export function onCommitted(store: Store, listener: Listener): () => void {
  const own = listeners.get(store) ?? new Set();
  listeners.set(store, own);
  own.add(listener);
  return () => own.delete(listener);
}

/** Tells the listeners of a store what was committed; a write of nothing is nothing to tell. */
export function tellCommitted(store: Store, changes: readonly CommittedChange[]): void {
  if (changes.length > 0) for (const listener of listeners.get(store) ?? []) listener(changes);
}
