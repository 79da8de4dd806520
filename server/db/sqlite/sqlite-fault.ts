import type { DatabaseSync } from 'node:sqlite';

/** SQLite's own numbers of what went wrong. Source: sqlite.org/rescode.html */
const busy = [5, 6];
const damaged = [11, 26];

/** Another process has the file; it is well. */
export function isBusy(problem: unknown): boolean {
  return busy.includes(numberOf(problem));
}

/** The file's content is not what SQLite wrote (corrupt, not a database). */
export function isDamage(problem: unknown): boolean {
  return damaged.includes(numberOf(problem));
}

/** Whether every page and index of a file agrees. */
export function isWhole(database: DatabaseSync): boolean {
  return database.prepare('PRAGMA integrity_check(1)').get()?.integrity_check === 'ok';
}

function numberOf(problem: unknown): number {
  if (typeof problem !== 'object' || problem === null || !('errcode' in problem)) return 0;
  return typeof problem.errcode === 'number' ? problem.errcode & 0xff : 0;
}
