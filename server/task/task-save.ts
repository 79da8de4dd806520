import { readAreas } from '../area/area-store.ts';
import { dueAfter, type Holidays, type Limit, mostLimitDays } from '../calendar/rules.ts';
import { readHolidays } from '../campaign/edition-store.ts';
import { viewAt } from '../change/view-at.ts';
import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { mayWrite, reachOf } from '../rights/may-write.ts';
import type { LocalDate, Subject, Viewer } from '../rights/view.ts';
import { type Fault, isRealDay, textFaults } from '../save/rules.ts';
import { saveOnce } from '../save/save-once.ts';
import { refuseFaults } from '../save/settle.ts';
import { meetingState } from './meeting-state.ts';
import { answeringOf, mayReport } from './responsible.ts';
import { moveFault, type Task, type TaskBasis, type TaskState } from './rules.ts';
import { currentTask, putTask } from './task-store.ts';

/** What a person sends of a new task. */
export interface TaskSent {
  place: string;
  title: string;
  unit: string;
  personId: string | null;
  dueOn: LocalDate;
  about: Subject | null;
  /** The limit in days; then `dueOn` is worked out from it. Null or left out: `dueOn` is the limit. */
  limit?: Limit | null | undefined;
}

/** The meeting a task is decided in; null: by hand. */
export interface DecidedIn {
  meetingId: string;
  basis: TaskBasis;
}

/** Makes a task inside a transaction and gives its `seq`. */
export async function assignTask(
  tx: Transaction,
  task: { id: string; areaId: string } & Omit<TaskSent, 'place'>,
  given: { by: string; today: LocalDate; decidedIn: DecidedIn | null },
): Promise<number> {
  const { limit = null, ...sent } = task;
  if (await isTaken(tx, task.id)) throw new Refusal('task-exists');
  const dueOn = limit === null ? task.dueOn : dueOf(limit, given.today, await readHolidays(tx));
  refuseFaults(await taskFaults(tx, { ...sent, dueOn: dueOn ?? given.today, limit }, given.today));
  return putTask(
    tx,
    {
      ...sent,
      dueOn: dueOn ?? given.today,
      limit,
      state: 'assigned',
      assignedOn: given.today,
      meetingId: given.decidedIn?.meetingId ?? null,
      basis: given.decidedIn?.basis ?? null,
      steps: [
        { on: given.today, to: 'assigned', by: given.by, note: null, meeting: given.decidedIn?.meetingId ?? null },
      ],
      since: 0,
    },
    'assigned',
  );
}

/** PUT /api/tasks/{id} — hands a task over; the same again gives the same answer and writes nothing. */
export async function saveTask(
  store: Store,
  viewer: Viewer,
  taskId: string,
  { id, ...sent }: TaskSent & { id: string },
): Promise<{ seq: number }> {
  const areaId = await areaIdOf(store, viewer, sent.place);
  mayWrite(viewer, 'assign-task', areaId);
  const { place: _place, ...task } = sent;
  return saveOnce(store, viewer, id, async (tx, today) => ({
    seq: await assignTask(tx, { ...task, id: taskId, areaId }, { by: viewer.id, today, decidedIn: null }),
    answer: {},
  }));
}

/** What a person says of a task: where it goes, why, and by when now. */
export interface MoveSent {
  to: TaskState;
  note: string | null;
  /** A new limit; null: as it is. */
  dueOn: LocalDate | null;
  /** The new limit in days; then `dueOn` is worked out from it. */
  limit?: Limit | null | undefined;
  /** The meeting it is decided in; null outside one. */
  meeting: string | null;
}

/** POST /api/tasks/{id}/move — 整改 / 复核 / 销号 / 退回, or with the state it has a new limit (限期). */
export async function moveTask(
  store: Store,
  viewer: Viewer,
  taskId: string,
  { id, ...move }: MoveSent & { id: string },
): Promise<{ seq: number }> {
  return saveOnce(store, viewer, id, async (tx, today) => {
    const view = await viewAt(store, viewer);
    const task = await currentTask(tx, view, taskId);
    if (!task) throw new Refusal('task-unknown');
    // Who reports does not set the limit.
    const setsLimit = move.dueOn !== null || (move.limit ?? null) !== null;
    const reports = move.to === 'remedied' && !setsLimit;
    mayWrite(viewer, reports ? 'report-task' : 'assign-task', task.areaId);
    if (reports && !mayReport(viewer, task, await answeringOf(tx, viewer)))
      throw new Refusal('task-of-others', { unit: task.unit });
    // A meeting somebody may not follow counts as none.
    const follows = reachOf(viewer, 'see-meetings') !== 'none';
    const held = move.meeting === null || !follows ? null : await meetingState(tx, move.meeting);
    if (move.meeting !== null && !held) throw new Refusal('meeting-unknown');
    // What a meeting decided stands in its papers: once it is over, nothing is added.
    if (held && held !== 'running') throw new Refusal('meeting-over');
    return { seq: await movedTask(tx, task, move, { by: viewer.id, today }), answer: {} };
  });
}

/** Moves a task inside a transaction and gives its `seq`. */
async function movedTask(
  tx: Transaction,
  task: Task,
  { to, note, dueOn: sentDueOn, meeting, limit = null }: MoveSent,
  { by, today }: { by: string; today: LocalDate },
): Promise<number> {
  const dueOn = limit === null ? sentDueOn : dueOf(limit, today, await readHolidays(tx));
  const onlyLimit = to === task.state && to !== 'closed' && dueOn !== null && dueOn !== task.dueOn;
  const unmoved = to === task.state && dueOn !== null && dueOn === task.dueOn;
  if (unmoved) refuseFaults([{ field: 'dueOn', code: 'nothing-changed' }]);
  const fault = onlyLimit ? null : moveFault(task, { to, by, note });
  refuseFaults([
    ...(fault === null ? [] : [{ field: fault === 'missing' ? 'note' : 'to', code: fault }]),
    ...textFaults('note', note, 500),
    ...daysFaults(limit),
    ...(dueOn === null ? [] : limitFaults(dueOn, today)),
  ]);
  return putTask(
    tx,
    {
      ...task,
      state: to,
      dueOn: dueOn ?? task.dueOn,
      limit: dueOn === null ? (task.limit ?? null) : limit,
      steps: [...task.steps, { on: today, to, by, note: note || null, meeting }],
    },
    to,
  );
}

async function taskFaults(
  { db }: Transaction,
  { title, unit, dueOn, personId, limit = null }: Omit<TaskSent, 'place' | 'about'>,
  today: LocalDate,
): Promise<Fault[]> {
  const known =
    personId === null || (await db.selectFrom('person').where('id', '=', personId).select('id').executeTakeFirst());
  return [
    ...textFaults('title', title, 200, true),
    ...textFaults('unit', unit, 60, true),
    ...daysFaults(limit),
    ...limitFaults(dueOn, today),
    ...(known ? [] : [{ field: 'personId', code: 'person-unknown' } as const]),
  ];
}

/** The day a limit ends; null where so many days are none. */
function dueOf(limit: Limit, today: LocalDate, holidays: Holidays): LocalDate | null {
  return daysFaults(limit).length > 0 ? null : dueAfter(today, limit, holidays);
}

const daysFaults = (limit: Limit | null): Fault[] =>
  limit === null || (Number.isInteger(limit.days) && limit.days >= 1 && limit.days <= mostLimitDays)
    ? []
    : [{ field: 'limit', code: 'number-out', value: `1–${mostLimitDays}` }];

/** Whether a task of that id was ever given: a new one never takes the place of another. */
async function isTaken({ db }: Transaction, id: string): Promise<boolean> {
  return (await db.selectFrom('task').where('id', '=', id).select('id').executeTakeFirst()) !== undefined;
}

const limitFaults = (dueOn: string, today: LocalDate): Fault[] =>
  !isRealDay(dueOn)
    ? [{ field: 'dueOn', code: 'day-not-real' }]
    : dueOn < today
      ? [{ field: 'dueOn', code: 'day-past', value: today }]
      : [];

/** Area id of a place's code; a place that is not there, or not for the user, is refused alike. */
export async function areaIdOf(store: Store, viewer: Viewer, code: string): Promise<string> {
  const areas = await readAreas(store, await viewAt(store, viewer));
  const found = areas.find((area) => area.code === code);
  if (!found) throw new Refusal('place-unknown', { value: code });
  return found.id;
}
