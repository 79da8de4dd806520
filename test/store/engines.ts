import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore, type Store } from '../../server/db/open.ts';
import { type Cluster, startCluster } from './postgres-cluster.ts';

export type OpenStore = () => Promise<Store>;

/** A new, empty data folder. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'county-map-store-'));

/** Both, unless PostgreSQL is absent and `npm test -- --no-install` goes on without it. */
const engines = (['sqlite', 'postgresql'] as const).filter((engine) =>
  (process.env.TEST_ENGINES ?? 'sqlite,postgresql').split(',').includes(engine),
);

/** Runs a suite on both engines; `open` gives a new, empty store, closed by itself when the suite ends. */
export function eachEngine(name: string, suite: (open: OpenStore, engine: Store['engine']) => void): void {
  describe.each(engines)(`${name} · %s`, (engine) => {
    let cluster: Cluster | null = null;
    const opened: Store[] = [];
    beforeAll(async () => {
      if (engine === 'postgresql') cluster = await startCluster();
    }, 60_000);
    afterAll(async () => {
      for (const store of opened) await store.close().catch(() => undefined);
      await cluster?.stop();
    });
    suite(async () => {
      const databaseUrl = cluster ? await cluster.newDatabase() : null;
      const store = await openStore({ dataDir: newFolder(), databaseUrl });
      opened.push(store);
      return store;
    }, engine);
  });
}
