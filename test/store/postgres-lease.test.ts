import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putAreas } from '../../server/area/area-actions.ts';
import { write } from '../../server/change/write.ts';
import { systemClock } from '../../server/db/clock.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { leaseTimes } from '../../server/db/postgres/postgres-lease.ts';
import { newFolder } from './engines.ts';
import { type Cluster, startCluster } from './postgres-cluster.ts';
import { fewAreas } from './sample-records.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
}, 180_000);
afterAll(() => cluster?.stop());

const put = (store: Store) => write(store, { actor: 'test', clock: systemClock }, (tx) => putAreas(tx, fewAreas));
/** As if the server that has the database had not been heard of for so long. */
const silent = (store: Store, ms: number) =>
  sql`update "serverBeat" set at = clock_timestamp() - make_interval(secs => ${ms / 1000})`.execute(store.db);

describe('who writes a database', () => {
  test('one server at a time: a second one is refused while the first is heard of', async () => {
    const databaseUrl = await cluster.newDatabase();
    const store = await openStore({ dataDir: newFolder(), databaseUrl });
    await expect(openStore({ dataDir: newFolder(), databaseUrl })).rejects.toMatchObject({ code: 'database-in-use' });
    await put(store);
    await store.close();
  });

  test('a server that ended gives the database on at once', async () => {
    const databaseUrl = await cluster.newDatabase();
    await (await openStore({ dataDir: newFolder(), databaseUrl })).close();
    const next = await openStore({ dataDir: newFolder(), databaseUrl });
    await put(next);
    await next.close();
  });

  test('a server not heard of is replaced, and writes nothing more although all its sessions last', async () => {
    const databaseUrl = await cluster.newDatabase();
    const store = await openStore({ dataDir: newFolder(), databaseUrl });
    await put(store);
    await silent(store, leaseTimes.silentMs + 1);
    const next = await openStore({ dataDir: newFolder(), databaseUrl });
    await expect(put(store)).rejects.toMatchObject({ code: 'store-taken' });
    expect(store.mayWrite?.()).toBe(false);
    await put(next);
    await store.close();
    await put(next);
    await next.close();
  });

  test('of two servers the one that was replaced takes it again only after the other ended', async () => {
    const databaseUrl = await cluster.newDatabase();
    const store = await openStore({ dataDir: newFolder(), databaseUrl });
    await silent(store, leaseTimes.silentMs + 1);
    const next = await openStore({ dataDir: newFolder(), databaseUrl });
    await expect(put(store)).rejects.toMatchObject({ code: 'store-taken' });
    await next.close();
    await expect.poll(() => store.mayWrite?.(), { timeout: 4 * leaseTimes.beatMs }).toBe(true);
    await put(store);
    await store.close();
  });

  test('sessions that are cut off between two writes change nothing', async () => {
    const databaseUrl = await cluster.newDatabase();
    const store = await openStore({ dataDir: newFolder(), databaseUrl });
    await put(store);
    await cluster.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${databaseUrl.split('/').at(-1)}'`,
    );
    await expect.poll(() => put(store).then(() => 'written', String)).toBe('written');
    await store.close();
  });

  test('a server of a former release that holds its session lock is not written beside', async () => {
    const databaseUrl = await cluster.newDatabase();
    const former = await openStore({ dataDir: newFolder(), databaseUrl });
    await former.db.connection().execute(async (session) => {
      await sql`select pg_advisory_lock(99271104)`.execute(session);
      await silent(former, leaseTimes.silentMs + 1);
      await expect(openStore({ dataDir: newFolder(), databaseUrl })).rejects.toMatchObject({ code: 'database-in-use' });
    });
    await former.close();
  });
});

describe('the address of a database', () => {
  test('may name several hosts: the one that answers is used', async () => {
    const databaseUrl = await cluster.newDatabase();
    const host = new URL(databaseUrl).host;
    const store = await openStore({
      dataDir: newFolder(),
      databaseUrl: databaseUrl.replace(host, `127.0.0.1:1,${host}`),
    });
    await put(store);
    await store.close();
  });
  test('may say that a pooler stands before it: then no statement keeps a name', async () => {
    const databaseUrl = await cluster.newDatabase();
    const store = await openStore({ dataDir: newFolder(), databaseUrl: `${databaseUrl}?pooler=transaction` });
    await put(store);
    const named = async (of: Store) =>
      of.db.connection().execute(async (session) => {
        await session.selectFrom('sequence').select('last').execute();
        return (await sql`select name from pg_prepared_statements where name <> ''`.execute(session)).rows.length;
      });
    expect(await named(store)).toBe(0);
    await store.close();
    const direct = await openStore({ dataDir: newFolder(), databaseUrl });
    expect(await named(direct)).toBeGreaterThan(0);
    await direct.close();
  });
  test('that nobody answers at is a sentence', async () => {
    await expect(
      openStore({ dataDir: newFolder(), databaseUrl: 'postgresql://county@127.0.0.1:1/none' }),
    ).rejects.toMatchObject({ code: 'database-unreachable' });
  });
});
