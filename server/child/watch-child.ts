import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How a child ended; `broke` is the bound it was ended for, `stopped` when nobody wanted its work any more. */
export interface ChildEnd {
  exit: number | null;
  signal: NodeJS.Signals | null;
  broke: 'wall' | 'resident' | 'stopped' | null;
  /** The last of what it wrote to its error output. */
  said: string;
}

const pageBytes = 4096;

/** Waits for a child and ends it beyond `wallS` seconds, beyond `residentMb` megabytes (Linux only), or when `signal` is aborted. */
export function watchChild(
  child: ChildProcess,
  limits: { wallS: number; residentMb: number },
  signal?: AbortSignal,
): Promise<{ end: ChildEnd; peakMb: number }> {
  return new Promise((resolve, reject) => {
    let broke: ChildEnd['broke'] = null;
    let said = '';
    let peakMb = 0;
    const stop = (why: ChildEnd['broke']) => {
      broke ??= why;
      child.kill('SIGKILL');
    };
    const unwanted = () => stop('stopped');
    if (signal?.aborted) unwanted();
    signal?.addEventListener('abort', unwanted, { once: true });
    const wall = setTimeout(() => stop('wall'), limits.wallS * 1000);
    const resident = setInterval(() => {
      peakMb = Math.max(peakMb, residentMb(child.pid));
      if (peakMb > limits.residentMb) stop('resident');
    }, 50);
    child.stderr?.on('data', (bytes: Buffer) => {
      said = (said + bytes.toString()).slice(-8192);
    });
    child.once('error', reject);
    child.once('close', (exit, killed) => {
      clearTimeout(wall);
      clearInterval(resident);
      signal?.removeEventListener('abort', unwanted);
      resolve({ end: { exit, signal: killed, broke, said }, peakMb });
    });
  });
}

/** Whether a child ended because V8 had no memory left. */
export const ranOutOfHeap = ({ signal, exit, said }: ChildEnd): boolean =>
  signal === 'SIGABRT' || exit === 134 || /heap (out of memory|limit)/i.test(said);

/** Resident memory as Linux counts it, MB; 0 where there is no /proc. */
function residentMb(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return (pages * pageBytes) / 1024 / 1024;
  } catch {
    return 0;
  }
}
