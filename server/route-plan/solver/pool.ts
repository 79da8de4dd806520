import { Worker } from 'node:worker_threads';
import { betters, type Progress } from './anneal.ts';
import type { Budget, Locks, Plan, Problem } from './problem.ts';
import type { Said, Search } from './worker.ts';

/** Two cores search; more would starve the server on the machines counties have. */
const cores = 2;
const idle: Worker[] = [];
const waiting: ((worker: Worker) => void)[] = [];
let made = 0;

export interface PoolGiven {
  start?: readonly (readonly number[])[] | undefined;
  signal?: AbortSignal;
  /** Hears the best so far, again and again until it is found. */
  onProgress?: (so: Progress) => void;
}

/**
 * 两核求解 — two seeds search side by side; at half time both go on from the better. An aborted signal ends the search with what was found so far.
 * The workers are kept for the next search; more searches at once wait their turn.
 */
export async function solveInPool(
  problem: Problem,
  locks: Locks | null,
  budget: Budget,
  { start, signal, onProgress }: PoolGiven = {},
): Promise<Plan> {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const stop = () => Atomics.store(flag, 0, 1);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  const half: Budget = {
    seed: budget.seed,
    ...(budget.iterations === undefined
      ? { ms: (budget.ms ?? 1000) / 2 }
      : { iterations: Math.ceil(budget.iterations / 2) }),
  };
  let leading: Progress | null = null;
  const progress = (so: Progress) => {
    if (leading && !betters(so, leading)) return;
    leading = so;
    onProgress?.(so);
  };
  const round = async (from: Plan | null, cooling: readonly [number, number]): Promise<Plan> => {
    const found = await Promise.all(
      Array.from({ length: cores }, (_, core) =>
        searched(
          {
            ...{ problem, locks, cooling, flag, start: from?.routes ?? start ?? null },
            budget: { ...half, seed: budget.seed + core + (from ? cores : 0) },
          },
          progress,
        ),
      ),
    );
    const best = found.reduce((one, other) => (betters(resultOf(other), resultOf(one)) ? other : one));
    const before = from && !betters(resultOf(best), resultOf(from)) ? from : best;
    return { ...before, iterations: found.reduce((sum, { iterations }) => sum + iterations, from?.iterations ?? 0) };
  };
  try {
    const first = await round(null, [0, 0.5]);
    progress({ ...resultOf(first), taken: first.routes.flat().length, iterations: first.iterations });
    return await round(first, [0.5, 1]);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

const resultOf = ({ missing, score, cost }: Plan) => ({ missing: missing.length, score, cost });

/** Ends the workers, at the end of the process or of a test. */
export async function closePool(): Promise<void> {
  made -= idle.length;
  await Promise.all(idle.splice(0).map((worker) => worker.terminate()));
}

async function searched(search: Search, progress: (so: Progress) => void): Promise<Plan> {
  const worker = await taken();
  try {
    const plan = await answered(worker, search, progress);
    worker.unref();
    give(worker);
    return plan;
  } catch (problem) {
    // A worker that failed is gone; the next in line gets a new one.
    void worker.terminate();
    made--;
    const next = waiting.shift();
    if (next) next(grown());
    throw problem;
  }
}

function answered(worker: Worker, search: Search, progress: (so: Progress) => void): Promise<Plan> {
  return new Promise<Plan>((resolve, reject) => {
    const end = (done: () => void) => {
      worker.off('message', heard);
      worker.off('error', failed);
      worker.off('messageerror', failed);
      worker.off('exit', ended);
      done();
    };
    const heard = (said: Said) => ('progress' in said ? progress(said.progress) : end(() => resolve(said.plan)));
    const failed = (problem: Error) => end(() => reject(problem));
    const ended = (code: number) => end(() => reject(new Error(`a search ended by itself: ${code}`)));
    worker.on('message', heard);
    worker.once('error', failed);
    worker.once('messageerror', failed);
    worker.once('exit', ended);
    // It keeps the process alive only while it searches.
    worker.ref();
    worker.postMessage(search);
  });
}

function taken(): Promise<Worker> {
  const free = idle.pop();
  if (free) return Promise.resolve(free);
  if (made >= cores) return new Promise((resolve) => waiting.push(resolve));
  return Promise.resolve(grown());
}

function grown(): Worker {
  made++;
  return new Worker(new URL('./worker.ts', import.meta.url));
}

function give(worker: Worker): void {
  const next = waiting.shift();
  if (next) next(worker);
  else idle.push(worker);
}
