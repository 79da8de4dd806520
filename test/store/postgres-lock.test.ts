import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putAreas } from '../../server/area/area-actions.ts';
import { write } from '../../server/change/write.ts';
import { systemClock } from '../../server/clock.ts';
import { openStore } from '../../server/db/open.ts';
import { newFolder } from './engines.ts';
import { type Cluster, startCluster } from './postgres-cluster.ts';
import { fewAreas } from './sample-records.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
}, 180_000);
afterAll(() => cluster?.stop());

test('a server whose lock connection broke writes nothing until it holds the lock again', async () => {
  const databaseUrl = await cluster.newDatabase();
  const store = await openStore({ dataDir: newFolder(), databaseUrl });
  const put = () => write(store, { actor: 'test', clock: systemClock }, (tx) => putAreas(tx, fewAreas));
  expect(store.mayWrite?.()).toBe(true);
  await sql`select pg_terminate_backend(pid) from pg_locks
    where locktype = 'advisory' and objid = 99271104 and database = (select oid from pg_database where datname = current_database())`.execute(
    store.db,
  );
  await expect.poll(() => store.mayWrite?.()).toBe(false);
  await expect(put()).rejects.toMatchObject({ code: 'store-read-only' });
  await expect.poll(() => store.mayWrite?.(), { timeout: 10_000 }).toBe(true);
  await put();
  expect((await store.db.selectFrom('area').select('id').execute()).length).toBeGreaterThan(0);
  await store.close();
});

test('a second server on the same database is refused', async () => {
  const databaseUrl = await cluster.newDatabase();
  const store = await openStore({ dataDir: newFolder(), databaseUrl });
  await expect(openStore({ dataDir: newFolder(), databaseUrl })).rejects.toMatchObject({ code: 'folder-in-use' });
  await store.close();
});
