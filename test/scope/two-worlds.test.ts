import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../server/app.ts';
import { write } from '../../server/change/write.ts';
import { endOfDay } from '../../server/clock.ts';
import type { Store } from '../../server/db/open.ts';
import { recordVisits, type VisitReport } from '../../server/inspection/visit-actions.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { putPlan } from '../../server/route-plan/plan-actions.ts';
import type { PlanBody } from '../../server/route-plan/rules.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import type { Viewer } from '../../server/view.ts';
import { fillCounty, today } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt, venue } from '../store/sample-records.ts';

const plan = (number: string, areaId: string, more: Partial<VisitReport> = {}): VisitReport => ({
  number,
  occurredOn: '2026-11-03',
  state: 'planned',
  level: 'county',
  announced: false,
  team: '暗访组',
  leaderId: null,
  reportedOn: '2026-10-30',
  at: endOfDay('2026-10-30'),
  places: [{ areaId, findings: [] }],
  ...more,
});

const spot = { name: '县委组织部', lon: 86.6, lat: 13.9 };
/** A plan of routes: kept and unannounced, told and unannounced, or announced and not told yet. */
const routePlan = (more: Partial<PlanBody>): PlanBody => ({
  ...{ title: '暗访路线', announced: false, goal: 'worth', dates: ['2026-11-03'], seed: 1, travel: null },
  teams: [{ id: 'a', name: '暗访组', start: spot, end: spot, fromMin: 510, untilMin: 1050, rest: null }],
  villages: [
    { code: '990100000004', need: 'must', score: null, serviceMin: 30, windows: [], teams: null, dates: null },
  ],
  routes: [{ team: 'a', on: '2026-11-03', stops: ['990100000004'], fixed: 0, whole: false }],
  ...{ published: false, visits: {} },
  ...more,
});

const viewers: Viewer[] = [
  { ...openViewer, id: 'town', role: 'town', places: ['area-2', 'area-3', 'area-4', 'area-5'] },
  { ...openViewer, id: 'village', role: 'village', places: ['area-4'] },
  { ...openViewer, id: 'finance', role: 'department', subjects: ['venue'] },
  { ...openViewer, id: 'civil', role: 'department', subjects: ['inspection'] },
  { ...openViewer, id: 'leader' },
  { ...openViewer, id: 'screen', role: 'screen' },
  { ...openViewer, id: 'other', role: 'inspector', places: ['area-3'], sealed: ['另一组'] },
];

/** The same script; `withPlans` also makes, changes and takes back unannounced plans between its steps. */
async function fill(store: Store, withPlans: boolean): Promise<void> {
  await fillCounty(store);
  const writer = { actor: 'office', clock: clockAt(today) };
  const sealed = async (reports: VisitReport[]) => {
    if (withPlans) await write(store, writer, (tx) => recordVisits(tx, reports));
  };
  await sealed([plan('S1', 'area-4'), plan('S2', 'area-5')]);
  await write(store, writer, (tx) =>
    reportVenues(tx, [venue('area-5', { stage: 'built', reportedOn: '2026-10-30', at: endOfDay('2026-10-30') })]),
  );
  const routes = async (more: Partial<PlanBody>) => {
    if (withPlans) await write(store, writer, async (tx) => void (await putPlan(tx, 'plan-1', routePlan(more))));
  };
  await routes({});
  await routes({ published: true });
  await sealed([plan('S1', 'area-3', { occurredOn: '2026-11-05' })]);
  await write(store, writer, (tx) => recordVisits(tx, [plan('7', 'area-3', { announced: true, team: '一组' })]));
  await sealed([plan('S3', 'area-4', { team: null })]);
  await routes({ published: true, title: '改名' });
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** A text with its ids called by the order they come in. */
function named(text: string): string {
  const ids = new Map<string, string>();
  return text.replace(uuid, (id) => ids.get(id) ?? ids.set(id, `id-${ids.size}`).get(id) ?? '');
}

/** Everything a viewer can be told: statuses, headers, bodies; ids by the order they come in. */
async function told(store: Store, viewer: Viewer): Promise<string[]> {
  const startedAt = new Date('2026-10-30T00:00:00Z');
  const app = createApp({ store, distFolder: '.', startedAt, version: '1', whoAsks: async () => viewer });
  const { paths = {} } = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } });
  const layers = [
    'venue-schedule',
    'inspection-coverage',
    'inspection-window',
    'inspection-linkage',
    'organisation-turnaround',
  ];
  const addresses = Object.entries(paths)
    .map(([path, item]) => [path.replace('{plan}', 'plan-1').replace('{kind}', 'gpx'), item] as const)
    .filter(([path, item]) => item && 'get' in item && !path.includes('/live') && !path.includes('/session'))
    .flatMap(([path]) => {
      const queries =
        path === '/api/search'
          ? ['?q=村']
          : path === '/api/rankings'
            ? layers.map((id) => `?layer=${id}`)
            : ['', '?asOf=2026-10-29'];
      if (path.includes('{id}')) return layers.map((id) => path.replace('{id}', id));
      if (path.includes('{code}'))
        return ['990100000003', '990100000004', '990100000005', '990100100'].map((code) =>
          path.replace('{code}', code),
        );
      return queries.map((query) => path + query);
    });
  const answers: string[] = [];
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-30T10:00:00Z') });
  for (const address of addresses) {
    const answer = await app.request(encodeURI(address));
    const body = /xlsx/.test(address)
      ? Buffer.from(await answer.arrayBuffer()).toString('base64')
      : named(await answer.text());
    answers.push(`${address} ${answer.status} ${JSON.stringify([...answer.headers])} ${body}`);
  }
  vi.useRealTimers();
  return answers;
}

eachEngine('a world with unannounced plans and one without', (open) => {
  let withPlans: Store;
  let without: Store;
  beforeAll(async () => {
    withPlans = await open();
    without = await open();
    await fill(withPlans, true);
    await fill(without, false);
  });

  describe.each(viewers)('$id', (viewer) => {
    test('is told the same, byte for byte', async () => {
      const [one, other] = [await told(withPlans, viewer), await told(without, viewer)];
      expect(one.length).toBeGreaterThan(15);
      expect(one).toEqual(other);
    });
  });

  test('the team on the plan and the office are told of it', async () => {
    const team: Viewer = { ...openViewer, id: 'team', role: 'inspector', places: ['area-3'], sealed: ['暗访组'] };
    expect(await told(withPlans, team)).not.toEqual(await told(without, team));
    const office: Viewer = { ...openViewer, id: 'office', role: 'office', sealed: 'all' };
    expect(await told(withPlans, office)).not.toEqual(await told(without, office));
  });
});
