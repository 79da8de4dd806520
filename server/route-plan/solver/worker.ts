import { parentPort } from 'node:worker_threads';
import type { Progress } from './anneal.ts';
import type { Budget, Locks, Plan, Problem } from './problem.ts';
import { solve } from './solve.ts';

/** One search a worker is given; `flag[0]` not 0 stops it. */
export interface Search {
  problem: Problem;
  locks: Locks | null;
  budget: Budget;
  start: readonly (readonly number[])[] | null;
  cooling: readonly [number, number];
  flag: Int32Array;
}
/** What a worker says: how it goes, as often as it likes, and at the end the plan. */
export type Said = { progress: Progress } | { plan: Plan };

const say = (said: Said) => parentPort?.postMessage(said);

parentPort?.on('message', ({ problem, locks, budget, start, cooling, flag }: Search) => {
  const stopped = () => Atomics.load(flag, 0) !== 0;
  const progress = (so: Progress) => say({ progress: so });
  say({ plan: solve(problem, locks, budget, { start: start ?? undefined, cooling, stopped, progress }) });
});
