import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { verifyChains } from '../../server/audit/verify.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { migrations } from '../../server/db/migrations.ts';
import { openStore } from '../../server/db/open.ts';
import { valuesAnswer } from '../../server/layer/answers.ts';
import { listAnswer } from '../../server/list/list.ts';
import { meetingsAnswer } from '../../server/meeting/meetings-answer.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import { readExternals } from '../../server/ranking/external-store.ts';
import { isRankingHidden } from '../../server/ranking/switch.ts';
import { plansAnswer } from '../../server/route-plan/plan-answer.ts';
import { savedViewsAnswer } from '../../server/saved-view/view-save.ts';
import { tasksAnswer } from '../../server/task/tasks-answer.ts';
import { fillCounty } from '../api/small-county.ts';
import { office } from '../form/county-forms.ts';
import { newFolder } from './engines.ts';

type Row = Record<string, unknown>;

const released = join(import.meta.dirname, 'released');
const schemaOf = (name: string) => Number(/\d+/.exec(name)?.[0]);
const newest = Math.max(...migrations.map(({ version }) => version));

/** A data folder as a released product left it, and every row of its tables. */
function folderOf(name: string): { dataDir: string; tables: Map<string, Row[]> } {
  const dataDir = newFolder();
  const path = join(dataDir, 'county.sqlite');
  writeFileSync(path, gunzipSync(readFileSync(join(released, name))));
  mkdirSync(join(dataDir, 'files'), { recursive: true });
  const file = new DatabaseSync(path, { readOnly: true });
  const names = file.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
  const tables = new Map(names.map((one) => [one.name, file.prepare(`select * from "${one.name}"`).all() as Row[]]));
  file.close();
  return { dataDir, tables };
}

describe.each(readdirSync(released).sort())('a data folder released with %s', (name) => {
  test('is brought up to date: a copy kept, chains whole, every row there with all it said', async () => {
    const { dataDir, tables } = folderOf(name);
    const store = await openStore({ dataDir, databaseUrl: null });
    const copies = readdirSync(dataDir).includes('backups') ? readdirSync(join(dataDir, 'backups')) : [];
    expect(copies).toHaveLength(schemaOf(name) < newest ? 1 : 0);
    expect((await verifyChains(store.db)).breaks).toEqual([]);
    for (const [table, rows] of tables) {
      const now = (await sql<Row>`select * from ${sql.table(table)}`.execute(store.db)).rows;
      const said = now.map((row) => JSON.stringify(row, Object.keys(rows[0] ?? {})));
      expect(said, table).toEqual(expect.arrayContaining(rows.map((row) => JSON.stringify(row))));
    }
    await store.close();
  });

  if (schemaOf(name) < 5)
    test('keeps sealed plans sealed and answers as a new store does', async () => {
      const old = await openStore({ dataDir: folderOf(name).dataDir, databaseUrl: null });
      const fresh = await openStore({ dataDir: newFolder(), databaseUrl: null });
      await fillCounty(fresh);
      const list = { layer: 'venue-schedule', classes: undefined, town: undefined, lang: 'zh' } as const;
      for (const viewer of [openViewer, officeViewer]) {
        const [before, after] = [await viewAt(old, viewer), await viewAt(fresh, viewer)];
        expect([before.shown, before.mark]).toEqual([after.shown, after.mark]);
        for (const layer of ['venue-schedule', 'inspection-coverage', 'inspection-window'])
          expect(await valuesAnswer(old, before, layer)).toEqual(await valuesAnswer(fresh, after, layer));
        expect((await listAnswer(old, before, list)).answer).toEqual((await listAnswer(fresh, after, list)).answer);
      }
      await old.close();
      await fresh.close();
    });
  // Folders from schema 5 on hold a record of each kind beside the small county.
  else
    test('answers what was kept: views, meetings, tasks, plans and, from schema 6, results of superiors', async () => {
      const store = await openStore({ dataDir: folderOf(name).dataDir, databaseUrl: null });
      const [own, open] = [await savedViewsAnswer(store, office), await savedViewsAnswer(store, openViewer)];
      expect(own.views.map(({ title, shared }) => [title, shared])).toEqual([
        ['全县周例会', true],
        ['望岭未开工', false],
      ]);
      expect(open.views.map(({ title }) => title)).toEqual(['全县周例会']);
      expect((await meetingsAnswer(store, office)).meetings.map(({ title }) => title)).toEqual(['调度会']);
      const view = await viewAt(store, office);
      expect((await tasksAnswer(store, view)).tasks).toMatchObject([{ title: '限期建成', state: 'remedied' }]);
      expect((await plansAnswer(store, office)).plans.map(({ title }) => title)).toEqual(['明日路线']);
      const results = (await readExternals(store, view)).map(({ document }) => document);
      expect(results).toEqual(schemaOf(name) < 6 ? [] : ['市督〔2026〕9号']);
      expect(await isRankingHidden(store)).toBe(schemaOf(name) >= 6);
      await store.close();
    });
});
