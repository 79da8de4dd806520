import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { verifyChains } from '../../server/audit/verify.ts';
import { write } from '../../server/change/write.ts';
import { newId } from '../../server/db/id.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { newFolder } from './engines.ts';
import { type Cluster, startCluster } from './postgres-cluster.ts';
import { clockAt } from './sample-records.ts';

let cluster: Cluster;
let store: Store;
let database: string;
beforeAll(async () => {
  cluster = await startCluster();
  const databaseUrl = await cluster.newDatabase();
  database = databaseUrl.split('/').at(-1) ?? '';
  store = await openStore({ dataDir: newFolder(), databaseUrl });
  await fillCounty(store);
}, 180_000);
afterAll(async () => {
  await store?.close();
  await cluster?.stop();
});

const say = async (id: string) => {
  await write(store, { actor: 'test', clock: clockAt(today) }, async (tx) => {
    tx.change({ action: 'say', subject: 'test', subjectId: id, placeId: null });
  });
  return id;
};

/** Five people who save while something happens: what each save came to. */
async function whileSaving(happens: () => Promise<void>) {
  let going = true;
  const acknowledged: string[] = [];
  const refused = new Set<string>();
  const people = Array.from({ length: 5 }, async () => {
    while (going)
      await say(newId()).then(
        (id) => acknowledged.push(id),
        (problem: { code?: string }) => refused.add(problem.code ?? String(problem)),
      );
  });
  await happens();
  going = false;
  await Promise.all(people);
  return { acknowledged, refused: [...refused] };
}

const sentences = ['store-away', 'outcome-unknown'];
const cut = () => cluster.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`);
const again = () => expect.poll(() => say(newId()).then(() => 'saved', String), { timeout: 20_000 }).toBe('saved');

describe('a database that goes away in the middle of writes', () => {
  const cases: [string, () => Promise<void>][] = [
    [
      'sessions cut off',
      async () => {
        for (let n = 0; n < 20; n++) {
          await cut();
          await say(newId()).catch(() => undefined);
        }
      },
    ],
    [
      'a restart that breaks off what runs',
      async () => {
        await cluster.halt('fast');
        await cluster.go();
      },
    ],
    [
      'a crash',
      async () => {
        await cluster.halt('immediate');
        await cluster.go();
      },
    ],
  ];
  test.each(cases)(
    '%s: the server lives, says so, loses nothing it acknowledged, and writes again by itself',
    async (_, happens) => {
      const { acknowledged, refused } = await whileSaving(happens);
      expect(refused.filter((code) => !sentences.includes(code))).toEqual([]);
      await again();
      const rows = await store.db.selectFrom('change').where('subject', '=', 'test').select('subjectId').execute();
      const stored = new Set(rows.map(({ subjectId }) => subjectId));
      expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
      expect((await verifyChains(store.db)).breaks).toEqual([]);
    },
    60_000,
  );

  test('health and reads answer 503 with a sentence while it is away, 200 after', async () => {
    const app = createApp({
      store,
      distFolder: '.',
      startedAt: new Date(),
      version: '1',
      whoAsks: async () => openViewer,
    });
    const asked = async (path: string) => {
      const answer = await app.request(`http://county/api${path}`);
      return {
        status: answer.status,
        ...((await answer.json()) as { type?: string; state?: string; detail?: string }),
      };
    };
    expect(await asked('/health')).toMatchObject({ status: 200, state: 'ready' });
    await cluster.halt('fast');
    const away = { status: 503, type: '/problems/store-away', state: 'away', detail: expect.stringMatching(/数据库/) };
    expect(await asked('/health')).toMatchObject(away);
    const read = await asked('/tasks');
    expect(read).toMatchObject({ status: 503, type: '/problems/store-away' });
    // Nothing was to be saved: the sentence does not say that it was not.
    expect(read.detail).not.toMatch(/保存|已填/);
    await cluster.go();
    await expect.poll(() => asked('/health'), { timeout: 20_000 }).toMatchObject({ status: 200, state: 'ready' });
    expect((await asked('/areas')).status).toBe(200);
  }, 60_000);
});
