import { readFileSync, rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fill } from '../words/fill.ts';
import type { Text } from '../words/text.ts';
import { backupFaults } from './backup.message.ts';
import { BackupProblem } from './backup-problem.ts';

/** How backups of a store went: the newest made, and the try since then that failed; null where there is none. */
export interface LastBackup {
  made: { at: string; bytes: number } | null;
  failed: { at: string; why: Text } | null;
}

const madeFile = (dataDir: string) => join(dataDir, 'backup.json');
const failedFile = (dataDir: string) => join(dataDir, 'backup-failed.json');

/** Notes beside the store what was made; one that failed before it is over. */
export async function noteMade<Made extends { at: string; bytes: number }>(dataDir: string, made: Made): Promise<void> {
  await writeFile(madeFile(dataDir), JSON.stringify(made)).catch(() => undefined);
  await rm(failedFile(dataDir), { force: true }).catch(() => undefined);
}

/** Notes why none was made; where even that cannot be written, the age of the last one tells. */
export async function noteFailed(dataDir: string, problem: unknown): Promise<void> {
  const { code, values } =
    problem instanceof BackupProblem ? problem : { code: 'failed' as const, values: { reason: String(problem) } };
  const why = { zh: fill(backupFaults[code].zh, values), en: fill(backupFaults[code].en, values) };
  const note = JSON.stringify({ at: new Date().toISOString(), why });
  await writeFile(failedFile(dataDir), note).catch(() => rmSync(failedFile(dataDir), { force: true }));
}

/** What the last backup left beside the store. */
export function lastBackup(dataDir: string): LastBackup {
  const made = readNote<{ at: string; bytes: number }>(madeFile(dataDir));
  return {
    made: made && { at: made.at, bytes: made.bytes },
    failed: readNote<{ at: string; why: Text }>(failedFile(dataDir)),
  };
}

function readNote<Note extends { at: string }>(file: string): Note | null {
  try {
    const note = JSON.parse(readFileSync(file, 'utf8')) as Note;
    return Number.isNaN(Date.parse(note.at)) ? null : note;
  } catch {
    return null;
  }
}
