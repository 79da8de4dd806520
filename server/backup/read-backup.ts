import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { saveFile } from '../db/files.ts';
import { migrations } from '../db/migrations.ts';
import { openStore, type Store } from '../db/open.ts';
import type { Tables } from '../db/schema.ts';
import { BackupProblem } from './backup-problem.ts';
import { ChainCheck } from './chain-check.ts';
import { unpacked } from './entries.ts';
import { type BackupHead, readHead, unseal } from './sealed-file.ts';

type Row = Record<string, string | number | null>;

/** What comes out of a backup, in the order it stands there. */
interface Reader {
  rows(table: keyof Tables, rows: Row[]): Promise<void>;
  file(name: string, bytes: Uint8Array): void;
}

async function readAll(handle: FileHandle, key: Uint8Array, reader: Reader): Promise<void> {
  const zipped = Readable.from(unseal(handle, key));
  const plain = zipped.pipe(createGunzip());
  zipped.on('error', (problem) => plain.destroy(problem));
  let name = '';
  let parts: Uint8Array[] = [];
  const done = async () => {
    if (!name.startsWith('files/')) return;
    const bytes = Buffer.concat(parts);
    const file = name.slice('files/'.length);
    if (createHash('sha256').update(bytes).digest('hex') !== file.split('.')[0]) throw new BackupProblem('changed');
    reader.file(file, bytes);
  };
  for await (const { name: of, part } of unpacked(plain as AsyncIterable<Uint8Array>)) {
    if (part === null) {
      await done();
      name = of;
      parts = [];
    } else if (name.startsWith('tables/')) {
      const lines = Buffer.from(part).toString().split('\n').filter(Boolean);
      await reader.rows(
        name.slice('tables/'.length) as keyof Tables,
        lines.map((line) => JSON.parse(line) as Row),
      );
    } else parts.push(part);
  }
  await done();
}

export interface CheckedBackup extends BackupHead {
  rows: number;
  files: number;
}

/** 校验 — reads a backup to its end: every frame, every file's hash, every named file, and the chains of changes with their versions and of the security log. */
export async function verifyBackup(path: string, key: Uint8Array): Promise<CheckedBackup> {
  const handle = await open(path).catch(() => {
    throw new BackupProblem('none-found', { folder: path });
  });
  const files = new Set<string>();
  const named = new Set<string>();
  let rows = 0;
  let last = 0;
  try {
    const { head } = await readHead(handle);
    // The first releases made no chain.
    const chains = head.schema >= 2 ? new ChainCheck() : null;
    await readAll(handle, key, {
      rows: async (table, found) => {
        rows += found.length;
        if (table === 'change') last = Number(found.at(-1)?.seq ?? last);
        if (table === 'mapEdition' || table === 'mapDay')
          for (const row of found)
            for (const value of Object.values(row))
              if (/^[0-9a-f]{64}\.\w+$/.test(String(value))) named.add(String(value));
        chains?.take(table, found);
      },
      file: (name) => files.add(name),
    });
    chains?.end();
    for (const name of named) if (!files.has(name)) throw new BackupProblem('incomplete');
    if (last !== head.seq) throw new BackupProblem('incomplete');
    return { ...head, rows, files: files.size };
  } finally {
    await handle.close();
  }
}

/**
 * 恢复 — a backup as a new store in a new or empty folder (and an empty database with `databaseUrl`), brought up to this product's schema. What
 * was read first is checked whole; a restore that fails leaves the folder as it was.
 */
export async function restoreBackup(
  path: string,
  key: Uint8Array,
  place: { dataDir: string; databaseUrl: string | null },
): Promise<CheckedBackup> {
  const checked = await verifyBackup(path, key);
  if (checked.schema > Math.max(...migrations.map(({ version }) => version)))
    throw new BackupProblem('newer', { found: checked.schema });
  if (existsSync(place.dataDir) && readdirSync(place.dataDir).length > 0)
    throw new BackupProblem('folder-not-empty', { folder: place.dataDir });
  mkdirSync(place.dataDir, { recursive: true });
  try {
    const store = await openStore(
      place,
      migrations.filter(({ version }) => version <= checked.schema),
    );
    try {
      await fill(store, path, key);
    } finally {
      await store.close();
    }
    await (await openStore(place)).close();
  } catch (problem) {
    for (const name of readdirSync(place.dataDir)) rmSync(join(place.dataDir, name), { recursive: true, force: true });
    throw problem;
  }
  return checked;
}

async function fill(store: Store, path: string, key: Uint8Array): Promise<void> {
  const handle = await open(path);
  try {
    await store.db.transaction().execute(async (db) => {
      if ((await db.selectFrom('change').select('seq').limit(1).execute()).length > 0)
        throw new BackupProblem('folder-not-empty', { folder: store.dataDir });
      await db.deleteFrom('sequence').execute();
      await readAll(handle, key, {
        rows: async (table, rows) => {
          // Sign-ins of then do not come back.
          if (table === 'session') return;
          for (let from = 0; from < rows.length; from += 500)
            await db
              .insertInto(table)
              .values(rows.slice(from, from + 500))
              .execute();
        },
        file: (name, bytes) => {
          saveFile(store.dataDir, bytes, name.split('.')[1] ?? '');
        },
      });
    });
  } finally {
    await handle.close();
  }
}
