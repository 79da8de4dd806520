import { readAreas } from '../area/area-store.ts';
import { readMerged } from '../area/merged-store.ts';
import { daysAfter } from '../calendar/rules.ts';
import { readInForce } from '../campaign/edition-store.ts';
import type { Store } from '../db/open.ts';
import { readPeople } from '../person/people.ts';
import { reachOf } from '../rights/may-write.ts';
import type { View, Viewer } from '../rights/view.ts';
import type { TaskAnswer, TasksAnswer } from './answer.ts';
import { isOwnTask } from './responsible.message.ts';
import { answeringOf, mayReport } from './responsible.ts';
import { lampOf, moveFault, overdueTaskDays, type Task, type TaskState, taskMoves } from './rules.ts';
import { readTasks } from './task-store.ts';

export interface TasksAsked {
  place?: string | undefined;
  meeting?: string | undefined;
  /** Code of a town: its own tasks and those of its villages. */
  town?: string | undefined;
}

/** GET /api/tasks — what the user sees: overdue first, then by limit; signed off last. */
export async function tasksAnswer(store: Store, view: View, asked: TasksAsked = {}): Promise<TasksAnswer> {
  const [tasks, areas, merged, people, posts, { taskNearDays }, answering] = await Promise.all([
    readTasks(store, view),
    readAreas(store, view),
    readMerged(store, view),
    readPeople(store, { ...view, user: { ...view.user, places: 'county' } }),
    postsOf(store),
    readInForce(store, view, 'thresholds'),
    answeringOf(store, view.user),
  ]);
  const byId = new Map(areas.map((area) => [area.id, area]));
  const answers = tasks.flatMap((task): TaskAnswer[] => {
    const former = merged.get(task.areaId);
    const area = byId.get(former?.heirId ?? task.areaId);
    if (!area || (asked.place !== undefined && area.code !== asked.place)) return [];
    const town = area.kind === 'town' ? area : byId.get(area.parentId ?? '');
    if (asked.town !== undefined && town?.code !== asked.town) return [];
    if (asked.meeting !== undefined && task.meetingId !== asked.meeting) return [];
    const { steps, areaId: _area, since: _since, ...shown } = task;
    const person = task.personId === null ? undefined : people.get(task.personId);
    return [
      {
        ...shown,
        place: {
          ...{ fid: area.fid, code: area.code, name: area.name, formerly: former?.name ?? null },
          town: area.kind === 'village' ? (town?.name ?? '') : '',
          townCode: town?.code ?? null,
        },
        person: person ? { name: person.name, post: person.post } : null,
        lamp: lampOf(task, view.on, daysAfter(view.on, taskNearDays)),
        overdueDays: overdueTaskDays(task, view.on),
        limit: task.limit ?? null,
        steps: steps.map(({ by, ...step }) => ({ ...step, by: posts.get(by) ?? null })),
        moves: movesOf(task, view.user, mayReport(view.user, task, answering)),
        mine: isOwnTask(task, answering),
      },
    ];
  });
  const place = ({ lamp }: TaskAnswer) => ['overdue', 'near', 'steady', 'good', 'done'].indexOf(lamp);
  return { on: view.on, tasks: answers.sort((a, b) => place(a) - place(b) || (a.dueOn < b.dueOn ? -1 : 1)) };
}

/** Moves a user may make: the unit reports, the office that gave it out decides the rest. */
function movesOf(task: Task, user: Viewer, reports: boolean): TaskState[] {
  return taskMoves[task.state].filter(
    (to) =>
      (to === 'remedied' ? reports : reachOf(user, 'assign-task') !== 'none') &&
      moveFault(task, { to, by: user.id, note: 'x' }) === null,
  );
}

/** The post behind each account, so that a step names a function and no person. */
async function postsOf({ db }: Store): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('account')
    .leftJoin('person', 'person.id', 'account.personId')
    .select(['account.id', 'account.role', 'person.unit', 'person.post'])
    .execute();
  return new Map(rows.map(({ id, unit, post }) => [id, [unit, post].filter((part) => part !== null).join(' ')]));
}
