// The server that `startMeasured` starts: argv is the data folder and how many villages.
import { serve } from '@hono/node-server';
import { createApp } from '../../server/app.ts';
import { type AreaGiven, putAreas } from '../../server/area/area-actions.ts';
import { endOfDay } from '../../server/calendar/local-day.ts';
import { write } from '../../server/change/write.ts';
import { openStore } from '../../server/db/open.ts';
import { writeSetting } from '../../server/db/setting.ts';
import { connectionLimits } from '../../server/http/limits.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { reportVenues, type VenueReport } from '../../server/venue/venue-actions.ts';
import { manyVillages } from './many-villages.ts';

const [dataDir = '', count = '600'] = process.argv.slice(2);
const today = '2026-10-30';
const firstOn = '2026-08-17';
const clock = { now: () => new Date(endOfDay(today)), today: () => today };
const store = await openStore({ dataDir, databaseUrl: null });
const features = manyVillages(Number(count));
const towns = [...new Map(features.map((one) => [one.townCode ?? '', one.townName ?? ''])).entries()];
const area = (fid: number, given: Partial<AreaGiven>): AreaGiven => ({
  id: `area-${fid}`,
  fid,
  kind: 'village',
  code: '990100',
  name: '',
  officialName: null,
  type: null,
  parentId: null,
  position: fid,
  fromOn: firstOn,
  toOn: null,
  ...given,
});
const townIds = new Map(towns.map(([code], at) => [code, `area-${at + 2}`]));
const villages = features.map(({ code, name, townCode }, at) =>
  area(at + 2 + towns.length, { code: code ?? '', name: name ?? '', parentId: townIds.get(townCode ?? '') ?? null }),
);
const report = (areaId: string, paid: number): VenueReport => ({
  areaId,
  stage: 'structure-underway',
  items: { hall: true, clinic: paid % 2 === 0 },
  milestones: [
    { key: 'start', plannedOn: '2026-08-20', doneOn: '2026-08-19' },
    { key: 'built', plannedOn: '2026-10-20', doneOn: null },
  ],
  organisationAcceptedOn: null,
  financeAcceptedOn: null,
  subsidyFen: 5_000_000,
  subsidyPaidFen: paid,
  reportedOn: paid === 0 ? firstOn : today,
});
await write(store, { actor: 'office', clock }, async (tx) => {
  await writeSetting(tx, 'clock', today);
  const county = area(1, { kind: 'county', name: 'county' });
  const all = towns.map(([code, name], at) => area(at + 2, { kind: 'town', code, name, parentId: 'area-1' }));
  await putAreas(tx, [county, ...all, ...villages], endOfDay(firstOn));
  await reportVenues(
    tx,
    villages.map(({ id }) => ({ ...report(id, 0), at: endOfDay(firstOn) })),
  );
});

const viewers = new Map<string, Viewer>([['office', officeViewer]]);
for (const [code, id] of townIds) {
  const own = villages.filter(({ parentId }) => parentId === id).map((village) => village.id);
  viewers.set(code, { ...openViewer, id: code, role: 'town', places: [id, ...own].sort() });
}
let streams = 0;
const app = createApp({
  store,
  distFolder: new URL('../../dist', import.meta.url).pathname,
  startedAt: new Date(),
  version: 'bench',
  whoAsks: async (c) => {
    if (c.req.path === '/api/live') return { ...openViewer, id: `screen:${streams++}` };
    return viewers.get(c.req.header('x-viewer') ?? '') ?? openViewer;
  },
});
const ms: number[] = [];
let faults = 0;
let paid = 0;
process.on('message', (asked) => {
  if (asked === 'written') {
    process.send?.({ ms, faults });
    return;
  }
  paid += 1;
  const id = villages[(paid * 7) % villages.length]?.id ?? '';
  const begun = performance.now();
  write(store, { actor: 'office', clock }, (tx) => reportVenues(tx, [report(id, paid)])).then(
    () => ms.push(performance.now() - begun),
    (problem: unknown) => {
      faults += 1;
      console.error(problem);
    },
  );
});
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1', serverOptions: connectionLimits });
server.once('listening', () => {
  const at = server.address();
  const port = typeof at === 'object' && at ? at.port : 0;
  process.send?.({
    address: `http://127.0.0.1:${port}`,
    towns: towns.map(([code]) => code),
    villages: villages.map(({ code }) => code),
  });
});
