import { existsSync } from 'node:fs';
import { readOrMakeKey } from './key-file.ts';
import { dropHalves, makeBackup } from './make-backup.ts';

/** When a night's backup begins, by the machine's clock; offices are empty then. */
const hour = 2;

/** How the last backup of this server went; `fault` is a code for the log. */
export interface Nightly {
  stop(): void;
}

/** 夜间备份 — removes what a killed backup left; each night one backup, read back to its end; a failed one is said in the log and tried again the next night. */
export function backUpNightly(
  place: { dataDir: string; databaseUrl: string | null },
  { to, key: keyFile }: { to: string; key: string },
): Nightly {
  let timer: ReturnType<typeof setTimeout>;
  const next = () => {
    timer = setTimeout(() => void night(), untilNextMs(new Date()));
    timer.unref();
  };
  const night = async () => {
    try {
      const { key } = readOrMakeKey(keyFile);
      await makeBackup(place, to, key);
    } catch (problem) {
      console.error('backup', problem);
    }
    next();
  };
  if (existsSync(to)) dropHalves(to);
  next();
  return { stop: () => clearTimeout(timer) };
}

/** Milliseconds until the hour comes next. */
export function untilNextMs(now: Date): number {
  const then = new Date(now);
  then.setHours(hour, 0, 0, 0);
  if (then <= now) then.setDate(then.getDate() + 1);
  return then.getTime() - now.getTime();
}
