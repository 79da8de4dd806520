import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeBackup } from '../../server/backup/make-backup.ts';
import { restoreBackup } from '../../server/backup/read-backup.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import { told } from '../scope/told.ts';
import { fillWorld } from '../scope/worlds.ts';
import { type Cluster, startCluster } from '../store/postgres-cluster.ts';

const engines = ['sqlite', 'postgresql'] as const;
type Engine = (typeof engines)[number];
const key = Buffer.alloc(32, 5);
const office = { ...officeViewer, id: 'office' };
const folder = mkdtempSync(join(tmpdir(), 'county-map-restored-'));
const opened: Store[] = [];
let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(async () => {
  for (const store of opened) await store.close();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function placeOn(engine: Engine, name: string) {
  return { dataDir: join(folder, name), databaseUrl: engine === 'sqlite' ? null : await cluster.newDatabase() };
}

async function open(place: Parameters<typeof openStore>[0]): Promise<Store> {
  const store = await openStore(place);
  opened.push(store);
  return store;
}

describe.each(engines)('a county kept in %s, with meetings, tasks, routes and unannounced plans', (engine) => {
  let file: string;
  let before: string[];
  beforeAll(async () => {
    const kept = await placeOn(engine, engine);
    const store = await open(kept);
    await fillWorld(store, true);
    vi.useRealTimers();
    ({ file } = await makeBackup(kept, join(folder, `${engine}-backups`), key));
    before = await told(store, office);
  });

  test.each(engines)('answers every question the same, byte for byte, once restored into %s', async (other) => {
    const into = await placeOn(other, `${engine}-${other}`);
    await restoreBackup(file, key, into);
    expect(await told(await open(into), office)).toEqual(before);
  });
});
