import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { checkedAtOnceBytes, type Store } from './open.ts';
import { openSqlite } from './sqlite/sqlite.ts';
import { isDamage, isWhole } from './sqlite/sqlite-fault.ts';
import { foundDamaged } from './store-state.ts';

/** 校验文件 — checks a file too large to be checked at the start, in a thread of its own while the server answers. Gives whether it is whole. */
export async function checkBeside(store: Store): Promise<boolean> {
  const path = join(store.dataDir, 'county.sqlite');
  if (store.engine !== 'sqlite' || !existsSync(path) || statSync(path).size <= checkedAtOnceBytes) return true;
  return checkFile(store, path);
}

/** Checks a file of a store; one that is not whole takes no more writes, and says so. */
export async function checkFile(store: Store, path: string): Promise<boolean> {
  const worker = new Worker(new URL(import.meta.url), { workerData: path });
  worker.unref();
  const [whole] = (await once(worker, 'message')) as [boolean];
  if (!whole) foundDamaged(store);
  return whole;
}

function wholeFile(path: string): boolean {
  let database: DatabaseSync | null = null;
  try {
    database = openSqlite(path, { readOnly: true });
    return isWhole(database);
  } catch (problem) {
    if (isDamage(problem)) return false;
    throw problem;
  } finally {
    database?.close();
  }
}

if (!isMainThread && typeof workerData === 'string') parentPort?.postMessage(wholeFile(workerData));
