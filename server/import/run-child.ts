import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Note } from '../../geodata/note.ts';
import type { Job, JobResult } from './jobs.ts';
import type { Limits } from './limits.ts';

/** A job worked off, or the note that says which bound which file broke. */
export type ChildOutcome<J extends Job> = { result: JobResult<J>; peakMb: number } | { refused: Note };

type End = { exit: number | null; signal: NodeJS.Signals | null; broke: 'wall' | 'resident' | null; said: string };

const pageBytes = 4096;

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
    const { end, peakMb } = await watch(child, limits);
    if (end.exit === 0 && existsSync(resultPath)) return { result: deserialize(readFileSync(resultPath)), peakMb };
    const at = { file: existsSync(stepPath) ? readFileSync(stepPath, 'utf8') : file };
    return { refused: noteOf(end, limits, at) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function watch(child: ChildProcess, limits: Limits): Promise<{ end: End; peakMb: number }> {
  return new Promise((resolve, reject) => {
    let broke: End['broke'] = null;
    let said = '';
    let peakMb = 0;
    const stop = (why: End['broke']) => {
      broke ??= why;
      child.kill('SIGKILL');
    };
    const wall = setTimeout(() => stop('wall'), limits.wallS * 1000);
    const resident = setInterval(() => {
      peakMb = Math.max(peakMb, residentMb(child.pid));
      if (peakMb > limits.residentMb) stop('resident');
    }, 50);
    child.stderr?.on('data', (bytes: Buffer) => (said = (said + bytes.toString()).slice(-8192)));
    child.once('error', reject);
    child.once('close', (exit, signal) => {
      clearTimeout(wall);
      clearInterval(resident);
      resolve({ end: { exit, signal, broke, said }, peakMb });
    });
  });
}

/** Resident memory as Linux counts it, MB; 0 where there is no /proc. */
function residentMb(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return (pages * pageBytes) / 1024 / 1024;
  } catch {
    return 0;
  }
}

function noteOf(end: End, limits: Limits, at: Note['at']): Note {
  if (end.broke === 'wall') return { code: 'limit-time', severity: 'refused', at, values: { seconds: limits.wallS } };
  if (end.broke === 'resident') {
    return { code: 'limit-memory', severity: 'refused', at, values: { megabytes: limits.residentMb } };
  }
  if (end.signal === 'SIGABRT' || end.exit === 134 || /heap (out of memory|limit)/i.test(end.said)) {
    return { code: 'limit-memory', severity: 'refused', at, values: { megabytes: limits.heapMb } };
  }
  return { code: 'reading-failed', severity: 'refused', at };
}
