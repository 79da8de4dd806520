import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { headBytes, headIn } from './sealed-file.ts';

/** A backup of a folder: the instant its name says, and which of the folder it is; 0 where a former release counted none. */
export interface FoundBackup {
  file: string;
  at: string;
  order: number;
}

/** What the name of a backup ends in. */
export const backupEnding = '.countymap';

/** The name of a backup made at an instant. */
export const backupName = (at: string) => `county-map-${at.replace(/[:.]/g, '-')}${backupEnding}`;

/**
 * The backups of a folder, newest first: in the order they were made, which they say themselves. Those of former releases are the oldest, by
 * their instants, one with a day to come the oldest of all: the clock that named it was ahead, and when it was made nobody knows.
 */
export function backupsIn(folder: string, now = new Date().toISOString()): FoundBackup[] {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder).flatMap((name) => {
    const parts = /^county-map-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.countymap$/.exec(name);
    if (!parts) return [];
    const [, day, hour, minute, second, ms] = parts;
    const file = join(folder, name);
    return [{ file, at: `${day}T${hour}:${minute}:${second}.${ms}Z`, order: orderOf(file) }];
  });
  const known = found.flatMap(({ order, ...one }) => (order === null ? [] : [{ ...one, order }]));
  return found
    .map(({ order, ...one }) => ({ ...one, order: order ?? orderBy(one.at, known) }))
    .sort((a, b) => b.order - a.order || Number(a.at > now) - Number(b.at > now) || (a.at < b.at ? 1 : -1));
}

/** Null where the head cannot be read. */
function orderOf(file: string): number | null {
  const opened = openSync(file, 'r');
  try {
    const start = Buffer.alloc(headBytes);
    return headIn(start.subarray(0, readSync(opened, start, 0, start.length, 0))).head.order ?? 0;
  } catch {
    return null;
  } finally {
    closeSync(opened);
  }
}

/** A damaged one keeps its place by its instant, so that who checks the newest is not led past it. */
const orderBy = (at: string, known: FoundBackup[]) =>
  Math.max(0, ...known.filter((one) => one.at <= at).map(({ order }) => order));
