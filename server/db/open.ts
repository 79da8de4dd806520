import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backup, type DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { lockFolder } from './lock.ts';
import { migrate } from './migrate.ts';
import { type Migration, migrations } from './migrations.ts';
import { openPostgres } from './postgres/postgres.ts';
import type { Tables } from './schema.ts';
import { openSqlite, sqliteDialect } from './sqlite/sqlite.ts';
import { isBusy, isDamage, isWhole } from './sqlite/sqlite-fault.ts';
import { StartProblem } from './start-problem.ts';

/** 数据库 — the county's store: its tables, the folder with its files, and which engine carries the tables. */
export interface Store {
  db: Kysely<Tables>;
  engine: 'sqlite' | 'postgresql';
  dataDir: string;
  /** Where the tables are when they are not in the folder; null for SQLite. */
  databaseUrl: string | null;
  /** False while this process has lost its hold on the store; left out where it cannot be lost. */
  mayWrite?(): boolean;
  /** How many sessions the database has given so far, of which each may meet another state of it; left out for one file. */
  sessions?(): number;
  /** Fails inside a write when another process has taken the store since; left out where that cannot be. */
  fence?(db: Kysely<Tables>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the store of a data folder, checks it, brings its schema up to date and holds the folder until `close`.
 * `databaseUrl` puts the tables on PostgreSQL; files stay in the folder. Refuses with {@link StartProblem}.
 */
export async function openStore(
  place: { dataDir: string; databaseUrl: string | null },
  steps: Migration[] = migrations,
): Promise<Store> {
  makeWritable(place.dataDir);
  const unlock = lockFolder(place.dataDir);
  try {
    return place.databaseUrl === null
      ? await openOnSqlite(place.dataDir, steps, unlock)
      : await openPostgres({ url: place.databaseUrl, dataDir: place.dataDir }, steps, unlock);
  } catch (problem) {
    unlock();
    throw problem;
  }
}

function makeWritable(dataDir: string): void {
  try {
    mkdirSync(join(dataDir, 'files'), { recursive: true });
    accessSync(dataDir, constants.W_OK);
    const probe = join(dataDir, `.writable-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch {
    throw new StartProblem('folder-not-writable', { folder: dataDir });
  }
}

async function openOnSqlite(dataDir: string, steps: Migration[], unlock: () => void): Promise<Store> {
  const path = join(dataDir, 'county.sqlite');
  const database = checked(path, dataDir);
  const reader = openSqlite(path, { readOnly: true });
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database, reader) });
  try {
    await migrate(db, steps, (version) => backUp(database, dataDir, version));
  } catch (problem) {
    reader.close();
    database.close();
    throw problem;
  }
  return {
    db,
    engine: 'sqlite',
    dataDir,
    databaseUrl: null,
    close: async () => {
      await db.destroy();
      unlock();
    },
  };
}

/** Files up to this size are checked before anything is served: well under a second. */
export const checkedAtOnceBytes = 32 * 1024 * 1024;

/** The opened and checked database. A file emptied beside files the store kept is damaged too: it would pass for a new store. */
function checked(path: string, dataDir: string): DatabaseSync {
  const damaged = new StartProblem('store-damaged', { folder: dataDir, file: 'county.sqlite' });
  if (existsSync(path) && statSync(path).size === 0 && readdirSync(join(dataDir, 'files')).length > 0) throw damaged;
  let database: DatabaseSync | null = null;
  try {
    database = openSqlite(path);
    // A large file is checked beside the running server (check-file.ts): its first answer does not wait for ten years of changes.
    if (statSync(path).size > checkedAtOnceBytes) {
      database.prepare('select count(*) from sqlite_schema').get();
      return database;
    }
    if (isWhole(database)) return database;
  } catch (problem) {
    database?.close();
    if (isDamage(problem)) throw damaged;
    if (isBusy(problem)) throw new StartProblem('folder-in-use', { folder: dataDir, pid: '?' });
    throw new StartProblem('folder-not-writable', { folder: dataDir });
  }
  database.close();
  throw damaged;
}

/** A whole copy made while nobody writes, through SQLite's own backup. */
async function backUp(database: DatabaseSync, dataDir: string, version: number): Promise<void> {
  const folder = join(dataDir, 'backups');
  mkdirSync(folder, { recursive: true });
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  await backup(database, join(folder, `before-schema-${version + 1}-${stamp}.sqlite`));
}
