import { openSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putAreas } from '../../server/area/area-actions.ts';
import { readAreas, readFormerNames } from '../../server/area/area-store.ts';
import { endOfDay } from '../../server/calendar/local-day.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { type Transaction, write } from '../../server/change/write.ts';
import { saveFile } from '../../server/db/files.ts';
import { migrate } from '../../server/db/migrate.ts';
import { type Migration, migrations } from '../../server/db/migrations.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { openSqlite } from '../../server/db/sqlite/sqlite.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import type { View } from '../../server/rights/view.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { readVenues, venueHistory } from '../../server/venue/venue-store.ts';
import { eachEngine, newFolder } from './engines.ts';
import { type Cluster, startCluster } from './postgres-cluster.ts';
import { area, clockAt, fewAreas, venue } from './sample-records.ts';

const writer = { actor: 'office', clock: clockAt('2026-10-30') };
const seqs = async (store: Store) =>
  (await store.db.selectFrom('change').select('seq').orderBy('seq').execute()).map(({ seq }) => seq);
const openView = (store: Store, on?: string): Promise<View> => viewAt(store, openViewer, on);

const newest = Math.max(...migrations.map(({ version }) => version));
const laterStep: Migration = {
  version: newest + 1,
  up: (db) => db.schema.createTable('later').addColumn('a', 'text').execute(),
};

eachEngine('the store', (open) => {
  test('a write keeps records and their changes together, numbered without gaps', async () => {
    const store = await open();
    await write(store, writer, (tx) => putAreas(tx, fewAreas));
    expect(await seqs(store)).toEqual([1, 2, 3, 4, 5]);
    expect((await readAreas(store, await openView(store))).map(({ fid }) => fid)).toEqual([1, 2, 3, 4, 5]);
  });

  test('a write that fails leaves nothing, not even a gap', async () => {
    const store = await open();
    await write(store, writer, (tx) => putAreas(tx, fewAreas));
    const failing = write(store, writer, async (tx) => {
      await reportVenues(tx, [venue('area-3')]);
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    await write(store, writer, (tx) => reportVenues(tx, [venue('area-4')]));
    expect(await seqs(store)).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await readVenues(store, await openView(store))).map(({ areaId }) => areaId)).toEqual(['area-4']);
  });

  test('fifty writers at once: every number once, none missing', async () => {
    const store = await open();
    await write(store, writer, (tx) => putAreas(tx, fewAreas));
    const stages = ['not-started', 'structure-underway', 'structure-done', 'fitting-out', 'built'] as const;
    await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        write(store, writer, (tx) => reportVenues(tx, [venue('area-3', { stage: stages[at % 5], subsidyFen: at })])),
      ),
    );
    expect(await seqs(store)).toEqual(Array.from({ length: 55 }, (_, at) => at + 1));
    const history = await venueHistory(store, await openView(store), 'area-3');
    expect(history).toHaveLength(50);
    expect((await readVenues(store, await openView(store))).map(({ since }) => since)).toEqual([55]);
  });

  test('a report that says nothing new writes nothing', async () => {
    const store = await open();
    await write(store, writer, (tx) => reportVenues(tx, [venue('area-3')]));
    const again = venue('area-3', { items: { clinic: false, hall: true } });
    expect(await write(store, writer, (tx) => reportVenues(tx, [again]))).toBe(0);
    expect(await seqs(store)).toEqual([1]);
  });

  test('the past is seen as it was known at the end of that day', async () => {
    const store = await open();
    await write(store, writer, async (tx) => {
      await writeSetting(tx, 'clock', '2026-10-30');
      await reportVenues(tx, [
        venue('area-3', { reportedOn: '2026-09-01', at: endOfDay('2026-09-01') }),
        venue('area-3', { reportedOn: '2026-09-08', stage: 'built', at: endOfDay('2026-09-08') }),
      ]);
    });
    const stageOn = async (on?: string) =>
      (await readVenues(store, await openView(store, on))).map(({ stage }) => stage);
    expect(await stageOn('2026-08-31')).toEqual([]);
    expect(await stageOn('2026-09-01')).toEqual(['structure-underway']);
    expect(await stageOn('2026-09-07')).toEqual(['structure-underway']);
    expect(await stageOn('2026-09-08')).toEqual(['built']);
    expect(await stageOn()).toEqual(['built']);
  });

  test('what was known never runs backwards along the sequence', async () => {
    const store = await open();
    const change = (tx: Transaction, at: string) =>
      tx.change({ action: 'report', subject: 'venue', subjectId: 'x', placeId: null, at });
    await write(store, writer, async (tx) => {
      change(tx, endOfDay('2026-09-08'));
      change(tx, endOfDay('2026-09-01'));
    });
    const rows = await store.db.selectFrom('change').select('at').orderBy('seq').execute();
    expect(rows[1]?.at).toBe(rows[0]?.at);
  });

  test('a user of one place sees its records and no other', async () => {
    const store = await open();
    await write(store, writer, async (tx) => {
      await putAreas(tx, fewAreas);
      await reportVenues(tx, [venue('area-3'), venue('area-4')]);
    });
    const view = await viewAt(store, { ...openViewer, id: 'town', role: 'town', places: ['area-4'] });
    expect((await readAreas(store, view)).map(({ id }) => id)).toEqual(['area-1', 'area-2', 'area-4']);
    expect((await readVenues(store, view)).map(({ areaId }) => areaId)).toEqual(['area-4']);
    expect(await venueHistory(store, view, 'area-3')).toEqual([]);
    const nowhere = await viewAt(store, { ...openViewer, id: 'nobody', role: 'town', places: [] });
    expect((await readAreas(store, nowhere)).map(({ kind }) => kind)).toEqual(['county', 'town']);
    const administrator = await viewAt(store, { ...openViewer, id: 'admin', role: 'administrator', places: [] });
    expect(await readAreas(store, administrator)).toEqual([]);
  });

  test('a renamed place keeps its number, and its old name is found from that day on', async () => {
    const store = await open();
    await write(store, writer, (tx) => putAreas(tx, fewAreas));
    await write(store, writer, (tx) =>
      putAreas(tx, [area(3, { toOn: '2026-10-01' }), area(3, { name: '新村', fromOn: '2026-10-01' })]),
    );
    const nameOn = async (on: string) => {
      const view = { user: openViewer, seq: 99, on, shown: 99, mark: '99' };
      return (await readAreas(store, view)).filter(({ fid }) => fid === 3).map(({ name }) => name);
    };
    expect(await nameOn('2026-09-30')).toEqual(['村3']);
    expect(await nameOn('2026-10-01')).toEqual(['新村']);
    const former = await readFormerNames(store, { user: openViewer, seq: 99, on: '2026-10-01', shown: 99, mark: '99' });
    expect(former.map(({ name, untilOn }) => [name, untilOn])).toEqual([['村3', '2026-10-01']]);
  });

  test('who reads waits for nobody, and sees nothing of a write under way', async () => {
    const store = await open();
    await write(store, writer, async (tx) => {
      await putAreas(tx, fewAreas);
      expect(await readAreas(store, { user: openViewer, seq: 99, on: '2026-10-30', shown: 99, mark: '99' })).toEqual(
        [],
      );
    });
    expect(await readAreas(store, await openView(store))).toHaveLength(5);
  });

  test('a write the engine turned away because of another is done again', async () => {
    const store = await open();
    let runs = 0;
    await write(store, writer, async (tx) => {
      await putAreas(tx, fewAreas);
      runs++;
      if (runs === 1) throw Object.assign(new Error('turned away'), { errcode: 5, code: '40001' });
    });
    expect(runs).toBe(2);
    expect(await seqs(store)).toEqual([1, 2, 3, 4, 5]);
  });

  test('a store of a newer schema is refused', async () => {
    const store = await open();
    await sql`insert into "schemaVersion" (version) values (9999)`.execute(store.db);
    await expect(migrate(store.db, migrations, async () => undefined)).rejects.toMatchObject({ code: 'store-newer' });
  });
});

describe('a database on PostgreSQL', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  }, 60_000);
  afterAll(() => cluster.stop());

  test('one server at a time; free again when it closes', async () => {
    const databaseUrl = await cluster.newDatabase();
    const first = await openStore({ dataDir: newFolder(), databaseUrl });
    await expect(openStore({ dataDir: newFolder(), databaseUrl })).rejects.toMatchObject({ code: 'database-in-use' });
    await first.close();
    await (await openStore({ dataDir: newFolder(), databaseUrl })).close();
  });

  test('every table is copied before a schema changes', async () => {
    const place = { dataDir: newFolder(), databaseUrl: await cluster.newDatabase() };
    const store = await openStore(place);
    await write(store, writer, (tx) => putAreas(tx, fewAreas));
    await store.close();
    const later = await openStore(place, [...migrations, laterStep]);
    const [schema, ...rest] = (
      await sql<{ name: string }>`select nspname as name from pg_namespace where nspname like 'before%'`.execute(
        later.db,
      )
    ).rows;
    expect(rest).toEqual([]);
    const kept = await sql<{ n: number }>`select count(*) as n from ${sql.id(schema?.name ?? '', 'area')}`.execute(
      later.db,
    );
    expect(kept.rows).toEqual([{ n: 5 }]);
    await later.close();
  });
});

describe('the data folder', () => {
  const openFolder = (dataDir: string) => openStore({ dataDir, databaseUrl: null });

  test('commits are forced to disk and written ahead', async () => {
    const path = join(newFolder(), 'county.sqlite');
    for (const readOnly of [false, true]) {
      const database = openSqlite(path, { readOnly });
      const pragma = (name: string) => Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0];
      expect(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map(pragma)).toEqual(['wal', 2, 1, 5000]);
      database.close();
    }
  });

  test('one process at a time; free again when it closes', async () => {
    const folder = newFolder();
    const first = await openFolder(folder);
    await expect(openFolder(folder)).rejects.toMatchObject({ code: 'folder-in-use' });
    await first.close();
    await (await openFolder(folder)).close();
  });

  test('a file where the folder should be', async () => {
    const path = join(newFolder(), 'county');
    writeFileSync(path, '');
    await expect(openFolder(path)).rejects.toMatchObject({ code: 'folder-not-writable' });
  });

  test.each([
    ['overwritten pages', (path: string) => scribble(path)],
    ['no SQLite at all', (path: string) => writeFileSync(path, 'not a store '.repeat(900))],
  ])('a damaged store is refused and left as it is: %s', async (_, damage) => {
    const folder = newFolder();
    const store = await openFolder(folder);
    await write(store, writer, (tx) =>
      putAreas(
        tx,
        Array.from({ length: 300 }, (_, at) => area(at + 1)),
      ),
    );
    await store.close();
    damage(join(folder, 'county.sqlite'));
    await expect(openFolder(folder)).rejects.toMatchObject({ code: 'store-damaged' });
  });

  test('a store emptied beside its files is damaged, not new', async () => {
    const folder = newFolder();
    await (await openFolder(folder)).close();
    saveFile(folder, new Uint8Array([1]), 'json');
    writeFileSync(join(folder, 'county.sqlite'), '');
    await expect(openFolder(folder)).rejects.toMatchObject({ code: 'store-damaged' });
  });

  test('a store another program is writing to is in use, not damaged', { timeout: 20_000 }, async () => {
    const folder = newFolder();
    await (await openFolder(folder)).close();
    const other = new DatabaseSync(join(folder, 'county.sqlite'));
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    await expect(openFolder(folder)).rejects.toMatchObject({ code: 'folder-in-use' });
    other.close();
    await (await openFolder(folder)).close();
  });

  test('an unreachable database is said to be so', async () => {
    const place = { dataDir: newFolder(), databaseUrl: 'postgresql://county:secret@127.0.0.1:9/county' };
    const refusal = openStore(place);
    await expect(refusal).rejects.toMatchObject({
      code: 'database-unreachable',
      values: { database: 'postgresql://127.0.0.1:9/county' },
    });
  });

  test('a backup is taken before a schema changes', async () => {
    const folder = newFolder();
    const store = await openFolder(folder);
    await write(store, writer, (tx) => putAreas(tx, fewAreas));
    await store.close();
    await (await openStore({ dataDir: folder, databaseUrl: null }, [...migrations, laterStep])).close();
    const [copy, ...rest] = readdirSync(join(folder, 'backups'));
    expect(rest).toEqual([]);
    const database = new DatabaseSync(join(folder, 'backups', copy ?? ''), { readOnly: true });
    expect(database.prepare('select count(*) as n from area').get()).toEqual({ n: 5 });
    expect(database.prepare('select max(version) as v from schemaVersion').get()).toEqual({ v: newest });
    database.close();
    await expect(openFolder(folder)).rejects.toMatchObject({ code: 'store-newer' });
  });
});

/** Writes over the middle of every page after the first two. */
function scribble(path: string): void {
  const handle = openSync(path, 'r+');
  for (let at = 8192; at < statSync(path).size; at += 4096) writeSync(handle, Buffer.alloc(512, 0x5a), 0, 512, at);
}
