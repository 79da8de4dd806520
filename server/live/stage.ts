import type { Store } from '../db/open.ts';
import type { StageNotice } from './answer.ts';

type Listener = (notice: StageNotice) => void;
const listeners = new WeakMap<Store, Set<Listener>>();

/** Calls a listener with where a running meeting goes; gives how to stop it. */
export function onStage(store: Store, listener: Listener): () => void {
  const own = listeners.get(store) ?? new Set();
  listeners.set(store, own);
  own.add(listener);
  return () => own.delete(listener);
}

/** Tells everybody who follows where a meeting stands now; nothing of it is kept here. */
export function tellStage(store: Store, notice: StageNotice): void {
  for (const listener of listeners.get(store) ?? []) listener(notice);
}
