import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of a made county in a process of its own, which writes on command. */
export interface Measured {
  address: string;
  towns: string[];
  villages: string[];
  /** Reports of one village's venue: one change. */
  write(): void;
  /** Milliseconds each write took, so far. */
  written(): Promise<{ ms: number[]; faults: number }>;
  stop(): Promise<void>;
}

type Said = { address: string; towns: string[]; villages: string[] } | { ms: number[]; faults: number };

/** Starts it over `count` villages; the asker names themselves by the header `x-viewer`: nothing or `office` or the code of a town. */
export async function startMeasured(count: number): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'county-map-bench-'));
  const child = fork(join(import.meta.dirname, 'measured-child.ts'), [dataDir, String(count)], { stdio: 'inherit' });
  const started = await said(child);
  if (!('address' in started)) throw new Error('the server did not start');
  return {
    ...started,
    write: () => child.send('write'),
    written: async () => {
      child.send('written');
      const told = await said(child);
      return 'ms' in told ? told : { ms: [], faults: 1 };
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function said(child: ChildProcess): Promise<Said> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Said));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}
