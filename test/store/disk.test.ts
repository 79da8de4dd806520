import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { recordEvent } from '../../server/change/audit-event.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import { checkFile } from '../../server/db/check-file.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { storeState } from '../../server/db/store-state.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { readVenues } from '../../server/venue/venue-store.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { addAccount, served } from '../user/signed-in.ts';
import { newFolder } from './engines.ts';
import { clockAt, venue } from './sample-records.ts';

const writer = { actor: 'office', clock: clockAt(today) };
const report = (store: Store, paid: number) =>
  write(store, writer, (tx) => reportVenues(tx, [venue('area-5', { subsidyPaidFen: paid })]));
const paidIn = async (store: Store) =>
  (await readVenues(store, await viewAt(store, openViewer))).find(({ areaId }) => areaId === 'area-5')?.subsidyPaidFen;

describe('a store that takes no more writes', () => {
  test('says the disk is full, keeps what was acknowledged, reads on, and is well again with room', async () => {
    const store = await openStore({ dataDir: newFolder(), databaseUrl: null });
    await fillCounty(store);
    await report(store, 1);
    await addAccount(store, { login: 'leader', role: 'leader' });
    // The writer's own connection learns that the file may not grow: SQLite then says what it says of a full disk.
    await sql`pragma max_page_count = 1`.execute(store.db);
    let written = 1;
    let refused: unknown = null;
    for (let paid = 2; paid < 5000 && refused === null; paid++)
      await report(store, paid).then(
        () => (written = paid),
        (problem: unknown) => (refused = problem),
      );
    expect(refused).toMatchObject({ code: 'store-disk-full' });
    expect(storeState(store)).toBe('disk-full');
    expect(await paidIn(store)).toBe(written);
    // Signing in and exporting write the security log: they say the same, and reading goes on.
    const { app, browser } = served(store);
    const full = { status: 507, type: '/problems/store-disk-full' };
    const said = async (answer: Response) => ({
      status: answer.status,
      type: ((await answer.json()) as { type?: string }).type,
    });
    const event = { actor: null, address: '', action: 'test', subject: '', detail: {} };
    let room = true;
    for (let n = 0; n < 5000 && room; n++)
      room = await recordEvent(store, event).then(
        () => true,
        () => false,
      );
    expect(await said(await browser().signIn('leader'))).toEqual(full);
    const office = createApp({
      ...{ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks: async () => officeViewer },
    });
    expect(await said(await office.request('http://county/api/layers/venue-schedule/list.xlsx'))).toEqual(full);
    expect((await office.request('http://county/api/layers/venue-schedule/list')).status).toBe(200);
    expect((await app.request('http://county/api/health')).status).toBe(200);
    await sql`pragma max_page_count = 1000000`.execute(store.db);
    await report(store, 9999);
    expect([await paidIn(store), storeState(store)]).toEqual([9999, 'ready']);
    await store.close();
  });

  test('says it is read-only, and reads on', async () => {
    const store = await openStore({ dataDir: newFolder(), databaseUrl: null });
    await fillCounty(store);
    await report(store, 1);
    await sql`pragma query_only = 1`.execute(store.db);
    await expect(report(store, 2)).rejects.toMatchObject({ code: 'store-read-only' });
    expect([await paidIn(store), storeState(store)]).toEqual([1, 'read-only']);
    await sql`pragma query_only = 0`.execute(store.db);
    await report(store, 3);
    expect(storeState(store)).toBe('ready');
    await store.close();
  });

  test('damage found by the check beside the running server stops writing; reading goes on', async () => {
    const store = await openStore({ dataDir: newFolder(), databaseUrl: null });
    await fillCounty(store);
    await report(store, 1);
    const copy = join(store.dataDir, 'copy.sqlite');
    await sql`vacuum into ${sql.lit(copy)}`.execute(store.db);
    const whole = new DatabaseSync(copy);
    whole.exec('PRAGMA journal_mode = WAL');
    whole.close();
    expect(await checkFile(store, copy)).toBe(true);
    await report(store, 2);
    const handle = openSync(copy, 'r+');
    for (let at = 4096 * 3; at + 4096 < statSync(copy).size; at += 4096 * 2)
      writeSync(handle, Buffer.alloc(512, 0xa5), 0, 512, at);
    closeSync(handle);
    expect(await checkFile(store, copy)).toBe(false);
    await expect(report(store, 3)).rejects.toMatchObject({ code: 'store-damaged' });
    expect([await paidIn(store), storeState(store)]).toEqual([2, 'damaged']);
    await store.close();
  });

  test('a damaged page is found at the start, before anything is served', async () => {
    const dataDir = newFolder();
    const store = await openStore({ dataDir, databaseUrl: null });
    await fillCounty(store);
    await store.close();
    const path = join(dataDir, 'county.sqlite');
    new DatabaseSync(path).exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const handle = openSync(path, 'r+');
    for (let at = 4096 * 3; at + 4096 < statSync(path).size; at += 4096 * 2)
      writeSync(handle, Buffer.alloc(512, 0xa5), 0, 512, at);
    closeSync(handle);
    await expect(openStore({ dataDir, databaseUrl: null })).rejects.toMatchObject({ code: 'store-damaged' });
  });
});
