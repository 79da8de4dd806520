import { readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import { readBeside } from '../audit/open-reading.ts';
import { BackupProblem } from './backup-problem.ts';
import { backupEnding, backupName, backupsIn } from './backups-in.ts';
import { packed } from './entries.ts';
import { entriesOf } from './entries-of.ts';
import { toForget } from './keep-rule.ts';
import { noteFailed, noteMade } from './last-backup.ts';
import { verifyBackup } from './read-backup.ts';
import { seal } from './sealed-file.ts';

export interface MadeBackup {
  file: string;
  at: string;
  bytes: number;
  seq: number;
  forgotten: number;
}

/**
 * 备份 — one consistent state of a store with its files, sealed into one file, also beside a running server. It has its name only when all of
 * it is on the disk; then those the rule does not keep are removed. Refuses with {@link BackupProblem}.
 */
export async function makeBackup(
  place: { dataDir: string; databaseUrl: string | null },
  to: string,
  key: Uint8Array,
): Promise<MadeBackup> {
  await mkdir(to, { recursive: true }).catch(() => {
    throw new BackupProblem('not-writable', { folder: to });
  });
  dropHalves(to);
  const at = new Date().toISOString();
  const path = join(to, backupName(at));
  const half = `${path}${ofProcess(process.pid)}.half`;
  beingWritten.add(half);
  try {
    const { bytes, seq } = await readBeside(place, async (db) => {
      const seq = (await db.selectFrom('sequence').select('last').executeTakeFirst())?.last ?? 0;
      const { version } = (
        await sql<{ version: number }>`select max(version) as version from "schemaVersion"`.execute(db)
      ).rows[0] ?? { version: 0 };
      const file = await open(half, 'w', 0o600);
      try {
        const head = {
          format: 'county-map-backup',
          version: 1,
          at,
          engine: place.databaseUrl === null ? 'sqlite' : 'postgresql',
          schema: Number(version),
          seq,
          order: Math.max(0, ...backupsIn(to, at).map(({ order }) => order)) + 1,
        } as const;
        const gzip = createGzip({ level: 6 });
        // The reader hears of it as well; unheard, a failure would end the process.
        gzip.on('error', () => undefined);
        // A read that fails has to end the run, or the backup would wait for its rest for ever.
        const entries = Readable.from(packed(entriesOf(db, place.dataDir))).on('error', (fault) => gzip.destroy(fault));
        const bytes = await seal(file, key, head, entries.pipe(gzip) as AsyncIterable<Uint8Array>);
        await file.sync();
        return { bytes, seq };
      } finally {
        await file.close();
      }
    });
    // Old ones go only after this one has been read to its end.
    await verifyBackup(half, key);
    await rename(half, path);
    await syncFolder(to);
    const old = toForget(
      backupsIn(to, at).map((backup) => backup.at),
      at,
    );
    for (const one of old) await rm(join(to, backupName(one)), { force: true });
    const made: MadeBackup = { file: path, at, bytes, seq, forgotten: old.length };
    await noteMade(place.dataDir, made);
    return made;
  } catch (problem) {
    rmSync(half, { force: true });
    const said = saidOf(problem, to);
    await noteFailed(place.dataDir, said);
    throw said;
  } finally {
    beingWritten.delete(half);
  }
}

/** What the operating system refused, in our words; anything else as it is. */
function saidOf(problem: unknown, folder: string): unknown {
  const code = problem instanceof Error && 'code' in problem ? problem.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BackupProblem('disk-full', { folder });
  return code === 'EACCES' || code === 'EROFS' ? new BackupProblem('not-writable', { folder }) : problem;
}

/** Hours after which a half backup whose process cannot be asked for is taken for killed. */
const halfHours = 24;
const beingWritten = new Set<string>();
const machine = hostname()
  .replace(/[^A-Za-z0-9-]/g, '')
  .slice(0, 40);
const ofProcess = (pid: number) => `.${machine}_${pid}`;

/** Removes what killed backups left in a folder; a half that another process is writing stays, and one of another machine for a day. */
export function dropHalves(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.half') && one.includes(backupEnding))) {
    const path = join(folder, name);
    const pid = new RegExp(`\\.${machine}_(\\d+)\\.half$`).exec(name)?.[1];
    const ageMs = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    const killed = pid !== undefined && !(Number(pid) === process.pid ? beingWritten.has(path) : isAlive(Number(pid)));
    if (killed || ageMs > halfHours * 3_600_000) rmSync(path, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM';
  }
}

/** A name is on the disk only with its folder; systems that cannot sync a folder keep it themselves. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r').catch(() => null);
  await opened?.sync().catch(() => undefined);
  await opened?.close();
}
