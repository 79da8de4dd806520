/** 导出排队 — papers made at once on the whole server; an account's own that are not done; all that wait; and how long a made one is kept. */
export const queueLimits = { atOnce: 2, perAccount: 4, waiting: 100, keptMs: 10 * 60_000, keptPerAccount: 10 };

/** What is known of a job where the next is chosen. */
export interface Queued {
  account: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** When it was taken up, as a growing number; null while it waits. */
  turn: number | null;
}

/**
 * Which job is next, as its index; null when none waits. Who has the fewest under way comes first, then who was served longest ago, then who asked first.
 * `jobs` are in the order they were asked for.
 */
export function nextOf(jobs: readonly Queued[]): number | null {
  const turns = new Map<string, { running: number; served: number }>();
  for (const { account, state, turn } of jobs) {
    const known = turns.get(account) ?? { running: 0, served: -1 };
    turns.set(account, {
      running: known.running + (state === 'running' ? 1 : 0),
      served: Math.max(known.served, turn ?? -1),
    });
  }
  let best: number | null = null;
  const worth = (at: number) => turns.get(jobs[at]?.account ?? '') ?? { running: 0, served: -1 };
  for (const [at, { state }] of jobs.entries()) {
    if (state !== 'waiting') continue;
    if (best === null) best = at;
    else {
      const [one, other] = [worth(at), worth(best)];
      if (one.running < other.running || (one.running === other.running && one.served < other.served)) best = at;
    }
  }
  return best;
}
