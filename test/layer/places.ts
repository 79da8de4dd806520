import { daysAfter } from '../../server/calendar/rules.ts';
import { defaultChecklist, defaultThresholds } from '../../server/campaign/default-editions.message.ts';
import type { Visit } from '../../server/inspection/rules.ts';
import type { PlaceFacts, Standard } from '../../server/layer/layer.ts';
import type { Turnaround } from '../../server/organisation/rules.ts';
import type { Task, TaskState } from '../../server/task/rules.ts';
import { stages, type Venue } from '../../server/venue/rules.ts';

export const on = '2026-10-30';
export const standard: Standard = {
  on,
  thresholds: defaultThresholds,
  checklist: defaultChecklist,
  personName: (id) => (id === 'leader' ? '周明远' : null),
};

const place = (given: Partial<PlaceFacts>): PlaceFacts => ({
  id: 'a',
  fid: 3,
  name: '谢家村',
  kind: 'village',
  townId: 't',
  venue: null,
  organisation: null,
  visits: [],
  linkage: null,
  tasks: [],
  ...given,
});

const items = (count: number) => Object.fromEntries(defaultChecklist.map(({ key }, at) => [key, at < count]));
const venue = (given: Partial<Venue>): Venue => ({
  id: 'v',
  areaId: 'a',
  stage: 'structure-done',
  items: {},
  milestones: [],
  organisationAcceptedOn: null,
  financeAcceptedOn: null,
  subsidyFen: null,
  subsidyPaidFen: null,
  reportedOn: '2026-10-25',
  since: 1,
  ...given,
});
const due = (days: number) => ({
  milestones: [{ key: 'fitting' as const, plannedOn: daysAfter(on, -days), doneOn: null }],
});

const acceptance = (days: number) => ({
  stage: 'built' as const,
  milestones: [{ key: 'acceptance' as const, plannedOn: daysAfter(on, -days), doneOn: null }],
});

const venues: Partial<Venue>[] = [
  ...stages.map((stage) => ({ stage })),
  ...[-3, 0, 1, 7, 8, 40].map(due),
  ...[-1, 0, 1, 7, 8].map(acceptance),
  ...[0, 3, 4, 9, 10, 15, 16, 18, 19].map((count) => ({ items: items(count) })),
  { reportedOn: daysAfter(on, -8) },
  { stage: 'built', items: items(19) },
  { milestones: [{ key: 'start', plannedOn: null, doneOn: '2026-09-10', formerDoneOn: '2026-09-20' }] },
  { organisationAcceptedOn: '2026-10-20', stage: 'built' },
  { financeAcceptedOn: '2026-10-21', stage: 'built' },
  { organisationAcceptedOn: '2026-10-20', financeAcceptedOn: '2026-10-21', stage: 'accepted' },
  ...[null, 0, 2_000_000, 5_000_000].map((subsidyPaidFen) => ({ subsidyFen: 5_000_000, subsidyPaidFen })),
];

const turnaround = (given: Partial<Turnaround>): Turnaround => ({
  namedBy: 'county',
  namedOn: '2026-08-20',
  problems: [],
  leaderId: 'leader',
  groupHeadId: 'head',
  groupUnits: ['县民政局'],
  guidingUnit: null,
  stationedOn: null,
  signedOffOn: null,
  ...given,
});
const turnarounds: (Turnaround | null)[] = [
  null,
  turnaround({}),
  turnaround({ namedBy: 'city', namedOn: null }),
  turnaround({ signedOffOn: '2026-10-20' }),
  turnaround({ leaderId: null }),
  turnaround({ groupHeadId: null, groupUnits: [] }),
  turnaround({ problems: [{ text: '班子不健全', measure: null, dueOn: '2026-10-20', doneOn: null }] }),
];

const visit = (days: number, given: Partial<Visit> = {}): Visit => ({
  id: `${days}`,
  number: `${days}`,
  occurredOn: daysAfter(on, -days),
  state: 'made',
  level: 'county',
  announced: true,
  team: '督查一组',
  leaderId: 'leader',
  places: [{ areaId: 'a', findings: [] }],
  reportedOn: daysAfter(on, -days),
  since: 1,
  ...given,
});
const found = (open: number) =>
  visit(3, {
    level: 'city',
    places: [
      { areaId: 'a', findings: Array.from({ length: open }, (_, at) => ({ text: `问题${at}`, closedOn: null })) },
    ],
  });
const visits: Visit[][] = [
  ...[0, 7, 8, 15, 16, 30, 31, 80].map((days) => [visit(days)]),
  [visit(-2)],
  [visit(3, { state: 'planned' })],
  [visit(1), visit(2)],
  [visit(1), visit(2), visit(3)],
  ...[1, 2, 3].map((open) => [found(open)]),
];

const task = (state: TaskState, due = 30): Task => ({
  ...{ id: `${state}${due}`, areaId: 'a', about: null, state, dueOn: daysAfter(on, due), meetingId: null },
  ...{ personId: null, title: '补齐公开栏', unit: '岫阳镇党委', assignedOn: on, basis: null, steps: [], since: 1 },
});
const tasks: Task[][] = [
  ...[30, 4, 3, 0, -1, -40].map((due) => [task('assigned', due)]),
  ...(['remedied', 'verified', 'closed'] as const).map((state) => [task(state, -2)]),
  [task('closed'), task('remedied'), task('assigned'), task('assigned', -5)],
];

/** Villages and towns in every state that the rules tell apart. */
export const places: PlaceFacts[] = [
  place({}),
  ...venues.map((given) => place({ venue: venue(given) })),
  ...turnarounds.map((one) =>
    place({
      organisation: {
        id: 'o',
        areaId: 'a',
        name: '谢家村党支部',
        field: 'village',
        screenedOn: '2026-08-25',
        turnaround: one,
        reportedOn: '2026-10-29',
        since: 1,
      },
    }),
  ),
  place({
    organisation: {
      ...{ id: 'o', areaId: 'a', name: '谢家村党支部', field: 'village', screenedOn: '2026-08-25', since: 1 },
      ...{ turnaround: turnaround({}), reportedOn: daysAfter(on, -8) },
    },
  }),
  ...visits.map((made) => place({ visits: made })),
  ...tasks.map((given) => place({ tasks: given })),
];
const linkage = { id: 'l', leaderId: 'leader', townId: 't', fromOn: '2026-08-17', toOn: null };
export const towns: PlaceFacts[] = [
  place({ kind: 'town', id: 't' }),
  ...visits.map((made) => place({ kind: 'town', id: 't', linkage, linkages: [linkage], visits: made })),
  place({ kind: 'town', id: 't', linkage: { ...linkage, fromOn: '2026-09-02' }, visits: [visit(1)] }),
];
