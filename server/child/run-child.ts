import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Note } from '../../geodata/note.ts';
import type { Job, JobResult } from './jobs.ts';
import type { Limits } from './limits.ts';
import { type ChildEnd, ranOutOfHeap, watchChild } from './watch-child.ts';

/** A job worked off, or the note that says which bound which file broke. */
export type ChildOutcome<J extends Job> = { result: JobResult<J>; peakMb: number } | { refused: Note };

/**
 * Works a job off in a child process under `limits`. The child is ended when it runs beyond the wall clock or the memory; whatever
 * happens in it, this process only reads the result it left. `file` is blamed when the child said nothing of where it was.
 */
export async function runChild<J extends Job>(job: J, limits: Limits, file: string): Promise<ChildOutcome<J>> {
  const folder = mkdtempSync(join(tmpdir(), 'county-map-child-'));
  const [jobPath, resultPath, stepPath] = ['job', 'result', 'step'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  try {
    writeFileSync(jobPath, serialize(job));
    const child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${limits.heapMb}`,
        '--disable-warning=ExperimentalWarning',
        join(import.meta.dirname, 'child.ts'),
        jobPath,
        resultPath,
        stepPath,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'], env: {} },
    );
    const { end, peakMb } = await watchChild(child, limits);
    if (end.exit === 0 && existsSync(resultPath)) return { result: deserialize(readFileSync(resultPath)), peakMb };
    const at = { file: existsSync(stepPath) ? readFileSync(stepPath, 'utf8') : file };
    return { refused: noteOf(end, limits, at) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function noteOf(end: ChildEnd, limits: Limits, at: Note['at']): Note {
  if (end.broke === 'wall') return { code: 'limit-time', severity: 'refused', at, values: { seconds: limits.wallS } };
  if (end.broke === 'resident') {
    return { code: 'limit-memory', severity: 'refused', at, values: { megabytes: limits.residentMb } };
  }
  if (ranOutOfHeap(end)) {
    return { code: 'limit-memory', severity: 'refused', at, values: { megabytes: limits.heapMb } };
  }
  return { code: 'reading-failed', severity: 'refused', at };
}
