import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/app.ts';
import { type AreaGiven, putAreas } from '../../server/area/area-actions.ts';
import { verifyChains } from '../../server/audit/verify.ts';
import { endOfDay } from '../../server/calendar/local-day.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { daysAnswer } from '../../server/history/days.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { rankingAnswer } from '../../server/ranking/ranking.ts';
import { searchAnswer } from '../../server/search/search-answer.ts';
import { reportVenues, type VenueReport } from '../../server/venue/venue-actions.ts';
import { keptAnswers } from './kept-answers.ts';
import { median, type Row } from './row.ts';

const today = '2026-10-30';
const clock = { now: () => new Date(endOfDay(today)), today: () => today };
const sizes = [600, 3_000, 8_000];
const villagesOfTown = 24;

const place = (fid: number, given: Partial<AreaGiven>): AreaGiven => ({
  ...{ id: `area-${fid}`, fid, kind: 'village', code: String(990100000000 + fid), name: `村${fid}` },
  ...{ officialName: null, type: null, parentId: null, position: fid, fromOn: '2026-08-17', toOn: null },
  ...given,
});
const report = (areaId: string, paid: number): VenueReport => ({
  ...{ areaId, stage: 'structure-underway', items: { hall: true }, reportedOn: today },
  milestones: [{ key: 'built', plannedOn: '2026-10-20', doneOn: null }],
  ...{ organisationAcceptedOn: null, financeAcceptedOn: null, subsidyFen: 5_000_000, subsidyPaidFen: paid },
});

/** A county of so many villages, without shapes. */
async function countyOf(count: number, dataDir: string): Promise<{ store: Store; villages: string[] }> {
  const store = await openStore({ dataDir, databaseUrl: null });
  const towns = Array.from({ length: Math.ceil(count / villagesOfTown) }, (_, at) =>
    place(at + 2, { kind: 'town', code: String(990100100 + at), name: `镇${at}`, parentId: 'area-1' }),
  );
  const villages = Array.from({ length: count }, (_, at) =>
    place(at + 2 + towns.length, { parentId: `area-${2 + Math.floor(at / villagesOfTown)}` }),
  );
  await write(store, { actor: 'office', clock }, async (tx) => {
    await writeSetting(tx, 'clock', today);
    await putAreas(tx, [place(1, { kind: 'county', code: '990100', name: '县' }), ...towns, ...villages]);
    await reportVenues(
      tx,
      villages.map(({ id }) => report(id, 0)),
    );
  });
  return { store, villages: villages.map(({ id }) => id) };
}

/** The middle of many runs. Milliseconds of the process's own time. */
async function cpuMs(runs: number, run: (at: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let at = 0; at < runs; at++) {
    const begun = process.cpuUsage();
    await run(at);
    const { user, system } = process.cpuUsage(begun);
    taken.push((user + system) / 1000);
  }
  return median(taken);
}

/** 随规模增长 — what a write costs and what is read after it, by the size of the county; and a kept answer beside a bare route. */
export async function benchGrowth(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of sizes) {
    const dataDir = mkdtempSync(join(tmpdir(), 'county-map-growth-'));
    const { store, villages } = await countyOf(count, dataDir);
    let paid = 0;
    const save = () =>
      write(store, { actor: 'office', clock }, (tx) => {
        paid += 1;
        return reportVenues(tx, [report(villages[(paid * 7) % villages.length] ?? '', paid)]);
      });
    const after = (read: () => Promise<unknown>) => async () => {
      await save();
      const begun = process.cpuUsage();
      await read();
      const { user, system } = process.cpuUsage(begun);
      return (user + system) / 1000;
    };
    const middle = async (run: () => Promise<number>) => {
      const taken: number[] = [];
      for (let at = 0; at < 20; at++) taken.push(await run());
      return median(taken);
    };
    const ranking = after(async () =>
      rankingAnswer(store, await viewAt(store, openViewer), { layer: 'venue-schedule', since: undefined }),
    );
    const search = after(async () => searchAnswer(store, await viewAt(store, openViewer), '村1'));
    const days = after(async () => daysAnswer(store, await viewAt(store, openViewer)));
    const app = appOf(store);
    const known = async (path: string) => (await app.request(`http://county${path}`)).headers.get('etag') ?? '';
    const places = await known('/api/areas');
    const again = (path: string, etag: string) =>
      after(async () => {
        const answer = await app.request(`http://county${path}`, { headers: { 'if-none-match': etag } });
        if (answer.status !== 304) throw new Error(`${path} was sent again: ${answer.status}`);
      });
    const placesAgain = again('/api/areas', places);
    const found = encodeURI('/api/search?q=村1');
    const foundAgain = again(found, await known(found));
    const of = (what: string) => `${what}, ${count} villages`;
    await middle(ranking);
    await middle(search);
    rows.push({ what: of('CPU of a write'), value: await cpuMs(60, save), unit: 'ms', aim: 'the same at every size' });
    rows.push({
      what: of('ranking after a write'),
      value: await middle(ranking),
      unit: 'ms',
      aim: 'grows as the towns do',
    });
    rows.push({
      what: of('search nobody asked for before, after a write'),
      value: await middle(search),
      unit: 'ms',
      aim: 'no index built anew',
    });
    rows.push({
      what: of('search asked for again after a write'),
      value: await middle(foundAgain),
      unit: 'ms',
      aim: 'the same at every size',
    });
    rows.push({ what: of('days after a write'), value: await middle(days), unit: 'ms', aim: 'the same at every size' });
    rows.push({
      what: of('places asked for again after a write'),
      value: await middle(placesAgain),
      unit: 'ms',
      aim: 'the same at every size',
    });
    rows.push({
      what: of('check of the chains'),
      value: await cpuMs(1, () => verifyChains(store.db)),
      unit: 'ms',
      aim: null,
    });
    if (count === sizes[0]) rows.push(...(await keptAnswers(store)));
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return rows;
}

const appOf = (store: Store) =>
  createApp({ store, distFolder: '.', startedAt: new Date(), version: 'bench', whoAsks: async () => openViewer });
