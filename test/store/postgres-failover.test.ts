import type { OpenAPIHono } from '@hono/zod-openapi';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { createApp } from '../../server/app.ts';
import { verifyChains } from '../../server/audit/verify.ts';
import { write } from '../../server/change/write.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { leaseTimes } from '../../server/db/postgres/postgres-lease.ts';
import { LiveHub } from '../../server/live/hub.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { codeOf } from '../form/county-forms.ts';
import { newFolder } from './engines.ts';
import { type Cluster, startCluster } from './postgres-cluster.ts';
import { clockAt, venue } from './sample-records.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
}, 180_000);
afterAll(() => cluster?.stop());

const startedAt = new Date();
const appOf = (store: Store, live?: LiveHub) =>
  createApp({
    store,
    distFolder: '.',
    startedAt,
    version: '1',
    whoAsks: async () => openViewer,
    ...(live ? { live } : {}),
  });
const paths = [
  ...['/areas', '/summary', '/days', '/ranking', '/layers/venue-stage/values', '/layers/venue-schedule/list'],
  ...['/layers/venue-stage/days', `/places/${codeOf(5)}`, `/places/${codeOf(5)}/history`, '/search?q=村', '/tasks'],
];
const answers = async (app: OpenAPIHono) => {
  const found: [string, number, string, string | null][] = [];
  for (const path of paths) {
    const answer = await app.request(`http://county/api${path}`);
    found.push([path, answer.status, await answer.text(), answer.headers.get('etag')]);
  }
  return found;
};
const said = (found: [string, number, string, string | null][]) =>
  found.map(([path, status, body]) => [path, status, body.replace(/"seq":\d+/, '')]);
const report = (store: Store, paid: number, areaId = 'area-5') =>
  write(store, { actor: 'town', clock: clockAt(today) }, (tx) =>
    reportVenues(tx, [venue(areaId, { subsidyPaidFen: paid, stage: paid % 2 === 0 ? 'built' : 'not-started' })]),
  );

test('after a standby that lagged took over, every answer is the database’s, no ETag of before holds, streams are closed', async () => {
  const databaseUrl = await cluster.newDatabase();
  const store = await openStore({ dataDir: newFolder(), databaseUrl: databaseUrl });
  await fillCounty(store);
  await report(store, 2);
  const { pathname, host } = new URL(databaseUrl);
  const standby = await cluster.copyAsStandby();
  const both = databaseUrl.replace(host, `${host},${new URL(standby.address('x')).host}`);
  await store.close();

  const survivor = await openStore({ dataDir: store.dataDir, databaseUrl: both });
  const live = new LiveHub(survivor);
  const app = appOf(survivor, live);
  // What the standby has not got: acknowledged, read and kept.
  for (const paid of [3, 5, 7]) await report(survivor, paid);
  const before = await answers(app);
  await live.open({ viewer: openViewer, owner: 'a', session: null, lastId: null, cut: null, alive: async () => true });
  expect(live.count).toBe(1);

  await cluster.halt('immediate');
  await standby.start();
  standby.promote();
  await expect
    .poll(() => report(survivor, 4, 'area-4').then(() => 'written', String), { timeout: 30_000 })
    .toBe('written');
  expect(live.count).toBe(0);
  const after = await answers(app);
  for (const [path, , , etag] of before) {
    if (etag === null) continue;
    const again = await app.request(`http://county/api${path}`, { headers: { 'if-none-match': etag } });
    expect([path, again.status]).toEqual([path, 200]);
  }
  expect((await verifyChains(survivor.db)).breaks).toEqual([]);
  live.close();
  await survivor.close();

  const fresh = await openStore({ dataDir: newFolder(), databaseUrl: standby.address(pathname.slice(1)) });
  expect(said(after)).toEqual(said(await answers(appOf(fresh))));
  await fresh.close();
}, 120_000);

test('a server cut off with the old primary writes nothing to the new one, though both took the same number', async () => {
  const own = await startCluster();
  const databaseUrl = await own.newDatabase();
  const { pathname, host } = new URL(databaseUrl);
  const first = await openStore({ dataDir: newFolder(), databaseUrl });
  await fillCounty(first);
  await first.close();
  const standby = await own.copyAsStandby();
  const address = standby.address(pathname.slice(1));
  await standby.start();
  standby.promote();
  const { beatMs } = leaseTimes;
  // What it writes comes before its next beat.
  leaseTimes.beatMs = 600_000;
  onTestFinished(() => void Object.assign(leaseTimes, { beatMs }));
  const old = await openStore({
    dataDir: newFolder(),
    databaseUrl: databaseUrl.replace(host, `${host},${new URL(standby.address('x')).host}`),
  });
  const opened = () => openStore({ dataDir: newFolder(), databaseUrl: address }).catch(() => null);
  const next = await vi.waitUntil(opened, { timeout: 30_000, interval: 200 });
  await report(next, 3);
  // Who still reaches the old primary is written down there: no lease of the new one can know.
  await report(old, 5);
  await own.halt('immediate');
  await expect
    .poll(
      () =>
        report(old, 7).then(
          () => 'written',
          ({ code }) => code,
        ),
      { timeout: 30_000 },
    )
    .toBe('store-taken');
  expect(old.mayWrite?.()).toBe(false);
  await report(next, 9);
  expect((await verifyChains(next.db)).breaks).toEqual([]);
  await old.close();
  await next.close();
  await own.stop();
}, 120_000);

test('a server pointed at a standby says so and does not start', async () => {
  const own = await startCluster();
  const databaseUrl = await own.newDatabase();
  const standby = await own.copyAsStandby();
  await standby.start();
  const address = standby.address(new URL(databaseUrl).pathname.slice(1));
  await expect(openStore({ dataDir: newFolder(), databaseUrl: address })).rejects.toMatchObject({
    code: 'database-standby',
  });
  await own.stop();
}, 120_000);
