import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ranOutOfHeap, watchChild } from '../../child/watch-child.ts';
import type { Said, Work } from './job.ts';

/** 导出上限 — V8 heap and resident memory in MB, wall clock in seconds, of one paper being made. */
const paperLimits = { heapMb: 400, residentMb: 500, wallS: 180 };

/** How making a paper ended; `failed` holds what the process said last, for the log. */
export type PaperEnd =
  | Extract<Said, { said: 'made' | 'refused' }>
  | { said: 'stopped' }
  | { said: 'over-limit' }
  | { said: 'failed'; why: string };

/**
 * Makes a paper in a process of its own, so that drawing never holds up a request; it is ended beyond its limits and when `signal` is aborted. What it
 * has compiled it leaves in the data folder, so that the next one begins to draw in half the time.
 */
export async function runPaper(
  work: Work,
  signal: AbortSignal,
  onStep: (done: number, of: number) => void,
): Promise<{ end: PaperEnd; peakMb: number }> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${paperLimits.heapMb}`,
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'child.ts'),
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env: { NODE_COMPILE_CACHE: join(work.place.dataDir, 'compiled') } },
  );
  let last: Extract<Said, { said: 'made' | 'refused' }> | null = null;
  child.on('message', (said: Said) => {
    if (said.said === 'step') onStep(said.done, said.of);
    else last = said;
  });
  child.send(work, () => undefined);
  const { end, peakMb } = await watchChild(child, paperLimits, signal);
  const ended = (): PaperEnd => {
    if (end.broke === 'stopped') return { said: 'stopped' };
    if (last !== null && end.exit === 0) return last;
    if (end.broke !== null || ranOutOfHeap(end)) return { said: 'over-limit' };
    return { said: 'failed', why: end.said };
  };
  return { end: ended(), peakMb };
}
