import type { Store } from './open.ts';

/**
 * 纪元 — one unbroken course of a store's changes as this process has seen it. When the database comes back with another course (a standby that
 * lagged was promoted), a number no longer means what it did: a new epoch begins, and whatever was kept under the old one is gone with it.
 */
export interface Epoch {
  readonly store: Store;
  /** Tells it in cache keys and ETags. */
  readonly token: string;
}

const epochs = new WeakMap<Store, Epoch>();
const listeners = new WeakMap<Store, Set<() => void>>();

/** The epoch a store is in: the key under which to keep what was read of it. */
export function epochOf(store: Store): Epoch {
  const known = epochs.get(store);
  if (known) return known;
  const first: Epoch = { store, token: '0' };
  epochs.set(store, first);
  return first;
}

/** Begins another epoch and tells those who hold something open. */
export function beginEpoch(store: Store): void {
  epochs.set(store, { store, token: String(Number(epochOf(store).token) + 1) });
  for (const listener of listeners.get(store) ?? []) listener();
}

/** Calls a listener with each new epoch; gives how to stop it. */
export function onNewEpoch(store: Store, listener: () => void): () => void {
  const own = listeners.get(store) ?? new Set();
  listeners.set(store, own);
  own.add(listener);
  return () => own.delete(listener);
}
