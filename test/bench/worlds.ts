import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/app.ts';
import { putAreas } from '../../server/area/area-actions.ts';
import { endOfDay } from '../../server/calendar/local-day.ts';
import { write } from '../../server/change/write.ts';
import { openStore, type Store } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { recordVisits, type VisitReport } from '../../server/inspection/visit-actions.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { area, clockAt, venue } from '../store/sample-records.ts';
import { median, type Row } from './row.ts';

const [villages, towns, plans, rounds, warmRounds] = [600, 24, 300, 250, 20];
const [first, today] = ['2026-08-17', '2026-10-30'];
const village = (at: number) => `area-${100 + (at % villages)}`;
/** What a screen of a town asks for, each by an answer that is not kept yet. */
const routes = [
  ...['/layers/venue-schedule/values', '/layers/inspection-coverage/values', '/layers/inspection-window/list'],
  ...['/summary', '/rankings?layer=inspection-coverage', '/places/100', '/places/100/history'],
  ...['/visits', '/tasks', '/search?q=100'],
];

const visit = (at: number, more: Partial<VisitReport>): VisitReport => ({
  ...{ number: `v${at}`, occurredOn: '2026-10-12', state: 'made', level: 'county', announced: true },
  ...{ team: '一组', leaderId: null, reportedOn: today, at: endOfDay(today) },
  places: [village(at), village(at * 7 + 1)].map((areaId) => ({ areaId, findings: [] })),
  ...more,
});
const planned = { occurredOn: '2026-11-03', state: 'planned', announced: false, team: '暗访组' } as const;
const clock = clockAt(today);

async function fill(store: Store, withPlans: boolean): Promise<void> {
  const at = { fromOn: first };
  await write(store, { actor: 'bench', clock }, async (tx) => {
    await writeSetting(tx, 'clock', today);
    const county = area(1, { kind: 'county', code: '990100', parentId: null, ...at });
    const own = Array.from({ length: towns }, (_, n) => area(2 + n, { kind: 'town', parentId: 'area-1', ...at }));
    const below = Array.from({ length: villages }, (_, n) => {
      return area(100 + n, { parentId: `area-${2 + (n % towns)}`, code: `${100 + n}`, ...at });
    });
    await putAreas(tx, [county, ...own, ...below], endOfDay(first));
    const reports = Array.from({ length: villages }, (_, n) => venue(village(n), { reportedOn: today }));
    await reportVenues(tx, reports);
    const made = Array.from({ length: 150 }, (_, n) => visit(n, {}));
    await recordVisits(tx, made);
  });
  if (withPlans) for (let n = 0; n < plans; n++) await plan(store, n);
  // What comes last is the same in both.
  await write(store, { actor: 'bench', clock }, (tx) =>
    reportVenues(tx, [venue(village(0), { subsidyPaidFen: 7, reportedOn: today })]),
  );
}

const plan = (store: Store, n: number) =>
  write(store, { actor: 'bench', clock }, (tx) => recordVisits(tx, [visit(1000 + n, planned)]));

/** Ids and instants, which no two stores share. */
const own = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z/g;

interface World {
  store: Store;
  /** Milliseconds by route. */
  took: Map<string, number[]>;
}

const places = ['area-2', ...Array.from({ length: villages / towns }, (_, n) => village(n * towns))].sort();
const town: Viewer = { ...openViewer, id: 'town', role: 'town', places };

/** A server just started: no answer is kept from before. */
function started({ store }: World) {
  const startedAt = new Date(Date.UTC(2026, 0, 1) + fresh++);
  return createApp({ store, distFolder: '.', startedAt, version: '1', whoAsks: async () => town });
}

/** Each route asked of both worlds one right after the other, each first as often as second; `between` is done before each round. */
async function sideBySide(withPlans: Store, without: Store, between: (round: number) => Promise<unknown>) {
  const worlds: [World, World] = [withPlans, without].map((store) => ({ store, took: new Map() })) as [World, World];
  for (let round = -warmRounds; round < rounds; round++) {
    if (round === 0) for (const { took } of worlds) took.clear();
    await between(round);
    const servers = worlds.map((world) => ({ app: started(world), took: world.took }));
    for (const { app } of servers) await (await app.request('http://county/api/areas')).text();
    for (const [at, path] of routes.entries()) {
      const said = new Set<string>();
      for (const { app, took } of (round + (round >> 1) + at) % 2 === 0 ? servers : servers.toReversed()) {
        const begun = performance.now();
        const answer = await app.request(`http://county/api${path}`);
        const body = await answer.text();
        took.set(path, [...(took.get(path) ?? []), performance.now() - begun]);
        if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
        said.add(body.replaceAll(own, ''));
      }
      if (said.size !== 1) throw new Error(`the two worlds are not told the same of ${path}`);
    }
  }
  return worlds;
}
let fresh = 0;

/** One : other, of the routes together and of the one farthest from even. */
function ratios(what: string, [one, other]: [World, World], aim: string | null): Row[] {
  const middles = routes.map(
    (path) => [one, other].map(({ took }) => median(took.get(path) ?? [])) as [number, number],
  );
  const sum = (of: 0 | 1) => middles.reduce((total, pair) => total + pair[of], 0);
  const each = middles.map(([a, b]) => a / b);
  const farthest = each.reduce((far, ratio) => (Math.abs(Math.log(ratio)) > Math.abs(Math.log(far)) ? ratio : far), 1);
  return [
    { what: `${what}, ${routes.length} routes of a town together`, value: sum(0) / sum(1), unit: '×', aim },
    {
      what: `… ${routes[each.indexOf(farthest)] ?? 'each route'}, the farthest from even`,
      value: farthest,
      unit: '×',
      aim: null,
    },
  ];
}

/**
 * 两个世界的快慢 — whether a town could tell by the time of answers that unannounced plans are there, or that one was just made; beside it a county
 * without any against another without any, which is the noise of the machine.
 */
export async function benchWorlds(): Promise<Row[]> {
  const folders = [0, 1, 2].map(() => mkdtempSync(join(tmpdir(), 'county-map-bench-worlds-')));
  const stores = await Promise.all(folders.map((dataDir) => openStore({ dataDir, databaseUrl: null })));
  const [withPlans, without, another] = stores as [Store, Store, Store];
  const aim = '0.9–1.1 ×';
  try {
    for (const store of stores) await fill(store, store === withPlans);
    const nothing = async () => undefined;
    const still = await sideBySide(withPlans, without, nothing);
    const noise = await sideBySide(another, without, nothing);
    const moving = await sideBySide(withPlans, without, (round) => plan(withPlans, plans + warmRounds + round));
    return [
      ...ratios(`${plans} unannounced plans : none`, still, aim),
      ...ratios('an unannounced plan made just before : none', moving, aim),
      ...ratios('none : none, the noise of the machine', noise, null),
    ];
  } finally {
    for (const store of stores) await store.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}
