import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isBusy } from './sqlite/sqlite-fault.ts';
import { StartProblem } from './start-problem.ts';

/**
 * Takes the data folder for this process. The lock is the operating system's, on a file of its own, so that it ends with the process
 * however the process ends. Gives what lets it go. Refuses with `folder-in-use`, naming the process that has it.
 */
export function lockFolder(dataDir: string): () => void {
  const owner = join(dataDir, 'owner.json');
  let lock: DatabaseSync | null = null;
  try {
    lock = new DatabaseSync(join(dataDir, 'lock.sqlite'));
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (problem) {
    lock?.close();
    if (!isBusy(problem)) throw new StartProblem('folder-not-writable', { folder: dataDir });
    throw new StartProblem('folder-in-use', { folder: dataDir, pid: pidIn(owner) });
  }
  const held = lock;
  writeFileSync(owner, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }));
  return () => held.close();
}

function pidIn(path: string): string {
  try {
    const owner: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof owner === 'object' && owner !== null && 'pid' in owner ? String(owner.pid) : '?';
  } catch {
    return '?';
  }
}
