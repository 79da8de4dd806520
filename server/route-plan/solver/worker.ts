import { parentPort } from 'node:worker_threads';
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
export type Searched = Plan;

parentPort?.on('message', ({ problem, locks, budget, start, cooling, flag }: Search) => {
  const stopped = () => Atomics.load(flag, 0) !== 0;
  parentPort?.postMessage(solve(problem, locks, budget, { start: start ?? undefined, cooling, stopped }));
});
