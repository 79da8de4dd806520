import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Entry, packed } from '../../server/backup/entries.ts';
import { allTables, entriesOf } from '../../server/backup/entries-of.ts';
import { makeBackup } from '../../server/backup/make-backup.ts';
import { restoreBackup, verifyBackup } from '../../server/backup/read-backup.ts';
import { seal } from '../../server/backup/sealed-file.ts';
import { recordEvent } from '../../server/change/audit-event.ts';
import { write } from '../../server/change/write.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { clockAt, venue } from '../store/sample-records.ts';

const key = Buffer.alloc(32, 5);
const reports = 11_000;
const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'county-map-long-backup-'));
  folders.push(folder);
  return folder;
};

/** The whole of a store in the order of releases before: every table to its end, changes first. */
async function* formerEntries(store: Store): AsyncGenerator<Entry> {
  for (const table of allTables) {
    const rows: object[] = await store.db.selectFrom(table).selectAll().execute();
    yield { name: `tables/${table}`, content: rows.map((row) => Buffer.from(`${JSON.stringify(row)}\n`)) };
  }
  const folder = join(store.dataDir, 'files');
  for (const name of readdirSync(folder)) yield { name: `files/${name}`, content: [readFileSync(join(folder, name))] };
}

async function sealed(entries: AsyncIterable<Entry>, seq: number, schema: number): Promise<string> {
  const path = join(newFolder(), 'a.countymap');
  const file = await openFile(path, 'w');
  const head = { format: 'county-map-backup', version: 1, at: '2026-10-30T00:00:00.000Z', engine: 'sqlite' } as const;
  const plain = Readable.from(packed(entries)).pipe(createGzip());
  await seal(file, key, { ...head, schema, seq }, plain as AsyncIterable<Uint8Array>);
  await file.close();
  return path;
}

const rowsOf = async (store: Store) =>
  Object.fromEntries(
    await Promise.all(
      allTables.map(async (table) => {
        const rows: object[] = await store.db.selectFrom(table).selectAll().execute();
        return [table, rows.map((row) => JSON.stringify(row)).sort()];
      }),
    ),
  );

describe('a backup of many changes', () => {
  let store: Store;
  let seq: number;
  let schema: number;
  beforeAll(async () => {
    store = await openStore({ dataDir: newFolder(), databaseUrl: null });
    await fillCounty(store);
    await write(store, { actor: 'town', clock: clockAt(today) }, (tx) =>
      reportVenues(
        tx,
        Array.from({ length: reports }, (_, n) => venue(`area-${3 + (n % 3)}`, { subsidyPaidFen: n })),
      ),
    );
    const event = { actor: null, address: '', action: 'sign-in', detail: {} };
    for (let n = 0; n < 3; n++) await recordEvent(store, { ...event, subject: `person${n}` });
    seq = (await store.db.selectFrom('sequence').select('last').executeTakeFirstOrThrow()).last;
    const { rows } = await sql<{ version: number }>`select max(version) as version from "schemaVersion"`.execute(
      store.db,
    );
    schema = rows[0]?.version ?? 0;
  });
  afterAll(async () => {
    await store.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  test('has the versions right after their changes, so that nobody who reads it keeps all', async () => {
    const spans: { changes: number; last: number }[] = [];
    for await (const { name, content } of entriesOf(store.db, store.dataDir)) {
      if (!name.startsWith('tables/')) continue;
      const rows: { seq?: number; since?: number }[] = [];
      for await (const part of content)
        for (const line of Buffer.from(part).toString().split('\n').filter(Boolean)) rows.push(JSON.parse(line));
      if (name === 'tables/change') spans.push({ changes: rows.length, last: rows.at(-1)?.seq ?? 0 });
      const [from, to] = [spans.at(-2)?.last ?? 0, spans.at(-1)?.last ?? 0];
      if (name === 'tables/venue') expect(rows.filter(({ since = 0 }) => since <= from || since > to)).toEqual([]);
    }
    expect(spans.map(({ changes }) => changes)).toEqual([5_000, 5_000, seq - 10_000]);
  });

  test('is whole, and becomes a store with every row', async () => {
    const { file } = await makeBackup({ dataDir: store.dataDir, databaseUrl: null }, newFolder(), key);
    expect(await verifyBackup(file, key)).toMatchObject({ seq });
    const dataDir = join(newFolder(), 'restored');
    await restoreBackup(file, key, { dataDir, databaseUrl: null });
    const restored = await openStore({ dataDir, databaseUrl: null });
    expect(await rowsOf(restored)).toEqual(await rowsOf(store));
    await restored.close();
  });

  test('made by a release before, all changes first, is read as well, and a version altered in it is found', async () => {
    const path = await sealed(formerEntries(store), seq, schema);
    expect(await verifyBackup(path, key)).toMatchObject({ seq });
    await sql`update venue set "subsidyFen" = 1 where since = ${seq - 5}`.execute(store.db);
    const altered = await sealed(formerEntries(store), seq, schema);
    await sql`update venue set "subsidyFen" = 5000000 where since = ${seq - 5}`.execute(store.db);
    await expect(verifyBackup(altered, key)).rejects.toMatchObject({ code: 'chain-broken', values: { seq: seq - 5 } });
  });

  test.each([
    ['a version of the first changes altered', 'update venue set "subsidyFen" = 1 where since = 4000', 4000],
    ['a version after many changes altered', 'update venue set "subsidyFen" = 1 where since = 9000', 9000],
    ['a version taken out', 'delete from venue where since = 10500', 10500],
    ['a version put under another change', 'update venue set since = 10700 where since = 10701', 10700],
    ['a change altered', "update change set actor = 'x' where seq = 7000", 7000],
    ['an event altered', `update "auditEvent" set subject = 'x' where number = 2`, 2],
  ])('tells %s, by its number', async (_, tampering, number) => {
    const broken = { code: 'chain-broken', values: { seq: number } };
    await store.db
      .transaction()
      .execute(async (tx) => {
        await sql.raw(tampering).execute(tx);
        await expect(verifyBackup(await sealed(entriesOf(tx, store.dataDir), seq, schema), key)).rejects.toMatchObject(
          broken,
        );
        throw new Error('taken back');
      })
      .catch((problem: Error) => expect(problem.message).toBe('taken back'));
  });

  test('whose versions come after other changes than theirs is told as well', async () => {
    async function* swapped(): AsyncGenerator<Entry> {
      const late: Entry[] = [];
      let changes = 0;
      for await (const entry of entriesOf(store.db, store.dataDir)) {
        if (entry.name === 'tables/change') changes++;
        if (entry.name === 'tables/venue' && changes === 1) late.push(entry);
        else yield entry;
      }
      yield* late;
    }
    await expect(verifyBackup(await sealed(swapped(), seq, schema), key)).rejects.toMatchObject({
      code: 'chain-broken',
    });
  });
});
