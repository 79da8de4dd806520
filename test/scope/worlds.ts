import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { PlainMap } from '../../geodata/build/county-files.ts';
import { endOfDay } from '../../server/calendar/local-day.ts';
import { viewAt } from '../../server/change/view-at.ts';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import { recordVisits, type VisitReport } from '../../server/inspection/visit-actions.ts';
import { proposedAgenda } from '../../server/meeting/agenda.ts';
import { decide, moveMeeting, saveMeeting, saveNote } from '../../server/meeting/meeting-save.ts';
import { officeViewer, openViewer } from '../../server/person/open-viewer.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { putPlan } from '../../server/route-plan/plan-actions.ts';
import type { PlanBody } from '../../server/route-plan/rules.ts';
import { moveTask, saveTask } from '../../server/task/task-save.ts';
import { reportVenues } from '../../server/venue/venue-actions.ts';
import { fillCounty, today } from '../api/small-county.ts';
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
/** A plan of routes: saved and unannounced, issued and unannounced, or announced and not issued yet. */
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

const leader: Viewer = { ...openViewer, id: 'leader' };
const town: Viewer = {
  ...openViewer,
  id: 'town',
  role: 'town',
  places: ['area-2', 'area-3', 'area-4', 'area-5'],
};
let sent = 0;
/** The time of day is the same in both worlds. */
export const standStill = () => vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-30T10:00:00Z') });
export const idOf = (group: number, at: number) => `01989999-9999-7${group}99-8999-${String(at).padStart(12, '0')}`;
const submission = () => {
  sent += 1;
  return { id: idOf(1, sent) };
};
export const meeting = idOf(2, 1);
/** A drawing of no place, for the papers. */
const plainMap: PlainMap = { width: 1, height: 1, bounds: [107, 33, 108, 34], villages: [], borders: [], towns: [] };
const day = { dueOn: '2026-11-09', personId: null, unit: '望岭镇' };
const tasks = {
  own: { ...day, unit: '城关镇党委', place: '990100000004', title: '补齐台账', about: 'venue' as const },
  foreign: { ...day, place: '990100000007', title: '整改到位', about: 'organisation' as const },
};

/** The office's agenda as proposed, its meeting, and tasks for both towns; `between` is done between the steps. Gives what those who do it are answered. */
async function meet(store: Store, between: () => Promise<void>): Promise<unknown[]> {
  const office = { ...officeViewer, id: 'office' };
  const view = await viewAt(store, office);
  const proposed = await proposedAgenda(store, view, { template: 'weekly', town: null, lang: 'zh' });
  const items = proposed.map((item, at) => ({ ...item, id: `item-${at}` }));
  const body = { title: '调度会', heldOn: today, items };
  await saveMeeting(store, office, meeting, { ...submission(), base: '', body });
  await between();
  await moveMeeting(store, office, meeting, { ...submission(), move: 'begin' });
  await saveNote(store, office, meeting, { ...submission(), item: 'item-0', note: '抓紧' });
  await between();
  const decided = { ...submission(), task: idOf(3, 1), item: 'item-0', ...tasks.own };
  await decide(store, office, meeting, decided);
  await between();
  const answers = [await saveTask(store, leader, idOf(3, 2), { ...submission(), ...tasks.foreign })];
  await between();
  const remedied = { ...submission(), to: 'remedied' as const, note: '已补齐', dueOn: null, meeting: null };
  answers.push(await moveTask(store, town, idOf(3, 1), remedied));
  await moveMeeting(store, office, meeting, { ...submission(), move: 'end' });
  await between();
  return answers;
}

/** The same script; `withPlans` also makes, changes and takes back unannounced plans between its steps. Gives what those who write are answered. */
export async function fillWorld(store: Store, withPlans: boolean): Promise<unknown[]> {
  sent = 0;
  standStill();
  writeFileSync(join(store.dataDir, 'files', 'p.json'), JSON.stringify(plainMap));
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
  let more = 0;
  return meet(store, async () => {
    more += 1;
    await sealed([plan(`M${more}`, 'area-4'), plan(`N${more}`, 'area-7')]);
    await routes({ published: true, title: `改名${more}` });
  });
}
