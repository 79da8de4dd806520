import type { ExpressionBuilder, Selectable } from 'kysely';
import { heldAt, inPlaces } from '../change/scope.ts';
import type { Transaction } from '../change/write.ts';
import type { TaskTable } from '../db/meeting-schema.ts';
import type { Store } from '../db/open.ts';
import type { Tables } from '../db/schema.ts';
import { type Subject, seesTasks, type View, type Viewer } from '../rights/view.ts';
import type { Task, TaskBody, TaskState } from './rules.ts';

/** A department sees tasks about its items; a viewer of all items sees those about none as well. */
function aboutTasks(viewer: Viewer) {
  return (where: ExpressionBuilder<Tables, 'task'>) => {
    const { subjects } = viewer;
    if (!seesTasks(viewer)) return where.or([]);
    if (subjects === 'all') return where.and([]);
    return subjects.length === 0 ? where.or([]) : where.and([where('task.about', 'in', [...subjects])]);
  };
}

/** Tasks the user sees, the most urgent first. */
export async function readTasks({ db }: Pick<Store, 'db'>, view: View): Promise<Task[]> {
  const rows = await db
    .selectFrom('task')
    .where(heldAt('task', view))
    .where(inPlaces('task.areaId', view))
    .where(aboutTasks(view.user))
    .orderBy('dueOn')
    .orderBy('id')
    .selectAll()
    .execute();
  return rows.map(taskOf);
}

/** One task the user sees as it stands; null when there is none in sight. */
export async function currentTask({ db }: Pick<Store, 'db'>, view: View, id: string): Promise<Task | null> {
  const row = await db
    .selectFrom('task')
    .where('id', '=', id)
    .where('until', 'is', null)
    .where(inPlaces('task.areaId', view))
    .where(aboutTasks(view.user))
    .selectAll()
    .executeTakeFirst();
  return row ? taskOf(row) : null;
}

function taskOf({ body, state, about, until: _until, ...row }: Selectable<TaskTable>): Task {
  return { ...row, ...(JSON.parse(body) as TaskBody), state: state as TaskState, about: about as Subject | null };
}

/** The version of a task before the one that stands; null where there is none. */
export async function taskBefore({ db }: Pick<Store, 'db'>, { id, since }: Task): Promise<Task | null> {
  const row = await db
    .selectFrom('task')
    .where('id', '=', id)
    .where('until', '=', since)
    .selectAll()
    .executeTakeFirst();
  return row ? taskOf(row) : null;
}

/** When the versions of tasks that stand were written, by their ids: instants of the machine's clock. */
export async function recordedTimes({ db }: Pick<Store, 'db'>, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('task')
    .innerJoin('change', 'change.seq', 'task.since')
    .where('task.id', 'in', ids)
    .where('task.until', 'is', null)
    .select(['task.id', 'change.recordedAt'])
    .execute();
  return new Map(rows.map(({ id, recordedAt }) => [id, recordedAt]));
}

/** Keeps a version of a task and gives its `seq`. */
export async function putTask(
  tx: Transaction,
  { since: _since, ...task }: Task,
  action: TaskState | 'take-back',
): Promise<number> {
  const { id, areaId, about, state, dueOn, meetingId, personId, ...body } = task;
  const since = tx.change({ action, subject: 'task', subjectId: id, placeId: areaId });
  await tx.insertVersions('task', [
    {
      id,
      areaId,
      about,
      state,
      dueOn,
      meetingId,
      personId,
      body: JSON.stringify(body satisfies TaskBody),
      since,
      until: null,
    },
  ]);
  return since;
}
