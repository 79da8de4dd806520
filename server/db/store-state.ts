import { DatabaseAway, DatabaseStandby, Fenced } from './database-fault.ts';
import type { Store } from './open.ts';

/** How a store is: well, or why it takes no more writes. Reads go on where they can; `away`: the database does not answer. */
export const storeStates = ['ready', 'read-only', 'damaged', 'disk-full', 'away', 'taken'] as const;
export type StoreState = (typeof storeStates)[number];

const states = new WeakMap<Store, StoreState>();
const damaged = new WeakSet<Store>();

/** Whether a check found the store damaged. */
export const isFoundDamaged = (store: Store): boolean => damaged.has(store);

/** A check found the store damaged: nothing more is written to it, however well a single write would go. */
export function foundDamaged(store: Store): void {
  damaged.add(store);
}

/** How the store was when it was last written or failed to be. */
export function storeState(store: Store): StoreState {
  return damaged.has(store) ? 'damaged' : (states.get(store) ?? 'ready');
}

/** A write went well, or the database answers again: whatever was wrong is over. */
export function wroteWell(store: Store): void {
  states.delete(store);
}

/** What a failed write says of the store; null when it was the write’s own fault. */
export function noteFault(store: Store, problem: unknown): Exclude<StoreState, 'ready'> | null {
  const state = faultOf(problem);
  if (state) states.set(store, state);
  return state;
}

/** What a failure says of the store; null when it says nothing of it. SQLite's numbers (sqlite.org/rescode.html): 8 read-only, 10 I/O, 11 corrupt, 13 full, 26 no database. PostgreSQL's: 53100 disk full, 25006 read-only, XX001 damaged. */
export function faultOf(problem: unknown): Exclude<StoreState, 'ready'> | null {
  if (typeof problem !== 'object' || problem === null) return null;
  if (problem instanceof Fenced) return 'taken';
  if (problem instanceof DatabaseStandby) return 'read-only';
  if (problem instanceof DatabaseAway) return 'away';
  const { errcode, code } = problem as { errcode?: unknown; code?: unknown };
  const number = typeof errcode === 'number' ? errcode & 0xff : 0;
  if (number === 13 || code === '53100' || code === 'ENOSPC') return 'disk-full';
  if (number === 8 || number === 10 || code === '25006' || code === 'EROFS') return 'read-only';
  return number === 11 || number === 26 || code === 'XX001' || code === 'XX002' ? 'damaged' : null;
}
