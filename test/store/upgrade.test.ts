import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { verifyChains } from '../../server/audit/verify.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { newId } from '../../server/db/id.ts';
import { migrations } from '../../server/db/migrations.ts';
import { openStore } from '../../server/db/open.ts';
import type { DossierAnswer } from '../../server/dossier/answer.ts';
import { valuesAnswer } from '../../server/layer/answers.ts';
import { listAnswer } from '../../server/list/list.ts';
import { meetingsAnswer } from '../../server/meeting/meetings-answer.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import { proposalsAnswer } from '../../server/proposal/proposals-answer.ts';
import { readExternals } from '../../server/ranking/external-store.ts';
import { isRankingHidden } from '../../server/ranking/switch.ts';
import { plansAnswer } from '../../server/route-plan/plan-answer.ts';
import { savedViewsAnswer } from '../../server/saved-view/view-save.ts';
import { tasksAnswer } from '../../server/task/tasks-answer.ts';
import { fillCounty } from '../api/small-county.ts';
import { type Answered, codeOf, office } from '../form/county-forms.ts';
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

describe('a plan of a village centre', () => {
  const upgraded = async (name: string) => {
    const store = await openStore({ dataDir: folderOf(name).dataDir, databaseUrl: null });
    const whoAsks = async () => office;
    const app = createApp({ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks });
    const path = `http://county/api/places/${codeOf(4)}`;
    const dossier = async (asOf = '') => (await (await app.request(`${path}${asOf}`)).json()) as DossierAnswer;
    const built = async (asOf?: string) => {
      const milestone = (await dossier(asOf)).venue?.milestones.find(({ key }) => key === 'built');
      return [milestone?.plannedOn, milestone?.firstPlannedOn, milestone?.moves];
    };
    const plan = async (plannedOn: string) => {
      const form = (await (await app.request(`${path}/forms/venue`)).json()) as Answered['body'];
      const milestones = [{ key: 'built', plannedOn, doneOn: null }];
      const values = { ...form.values, milestones };
      const text = JSON.stringify({ id: newId(), base: form.base, values, confirm: true, reason: '雨季' });
      const headers = { origin: 'http://county', host: 'county', 'content-type': 'application/json' };
      const length = { 'content-length': String(Buffer.byteLength(text)) };
      return app.request(`${path}/forms/venue`, { method: 'PUT', headers: { ...headers, ...length }, body: text });
    };
    return { store, dossier, built, plan };
  };

  test('moved before moves were counted begins with the one that stood at the upgrade', async () => {
    const { store, built, plan } = await upgraded('schema-6-moved-plan.sqlite.gz');
    expect(await built('?asOf=2026-10-29')).toEqual(['2026-10-25', '2026-10-25', 0]);
    expect(await built()).toEqual(['2026-11-20', '2026-11-20', 0]);
    expect((await plan('2026-11-22')).status).toBe(200);
    expect(await built()).toEqual(['2026-11-22', '2026-11-20', 1]);
    await store.close();
  });
  test('moved since keeps its first one, and what was asked for waits', async () => {
    const { store, built, dossier, plan } = await upgraded('schema-13.sqlite.gz');
    expect(await built()).toEqual(['2026-11-05', '2026-10-25', 1]);
    // A day taken back before such days were asked about is as it was.
    expect((await dossier()).venue?.marks).toEqual([]);
    expect((await dossier()).organisation?.turnaround).toMatchObject({
      problems: [{ doneOn: '2026-10-19' }],
      marks: [],
    });
    const { proposals } = await proposalsAnswer(store, office, {});
    expect(proposals.map(({ state, cells }) => [state, cells.map(({ to }) => to.zh)])).toEqual([
      ['waiting', ['2026年11月20日']],
    ]);
    expect((await plan('2026-11-25')).status).toBe(200);
    expect(await built()).toEqual(['2026-11-25', '2026-10-25', 2]);
    await store.close();
  });
});
