import { daysBetween, type Limit } from '../calendar/rules.ts';
import type { LocalDate, Subject } from '../rights/view.ts';

/** 事项状态 — handed over, put right (the unit says so), verified, signed off. */
export const taskStates = ['assigned', 'remedied', 'verified', 'closed'] as const;
export type TaskState = (typeof taskStates)[number];

/** 流转 — where a task may go from each state. Back to `assigned` is a task sent back (退回) or opened again, with a reason. */
export const taskMoves = {
  assigned: ['remedied', 'closed'],
  remedied: ['verified', 'assigned'],
  verified: ['closed', 'assigned'],
  closed: ['assigned'],
} as const satisfies Record<TaskState, readonly TaskState[]>;

/** One step of a task: when, to which state, by whose account, and what was said. */
interface TaskStep {
  on: LocalDate;
  to: TaskState;
  by: string;
  note: string | null;
  /** The meeting it was decided in; null outside one. */
  meeting: string | null;
}

/** 交办依据 — the meeting and the item of its agenda; null where it was given by hand. */
export interface TaskBasis {
  meeting: string;
  title: string;
  item: string;
}

/** What is kept of a task. Overdue is not a state: it is `isOverdue(task, today)`. */
export interface TaskBody {
  title: string;
  unit: string;
  assignedOn: LocalDate;
  basis: TaskBasis | null;
  /** 时限的算法 — the limit as it was given, where it was given in days; null or left out: as a date. */
  limit?: Limit | null;
  steps: TaskStep[];
}

/** 交办事项 — a task for one place: what, which unit and person by function, until when. */
export interface Task extends TaskBody {
  id: string;
  areaId: string;
  about: Subject | null;
  state: TaskState;
  dueOn: LocalDate;
  meetingId: string | null;
  personId: string | null;
  since: number;
}

/** 是否超期 — past its limit and not put right yet. */
export const isOverdue = ({ state, dueOn }: Pick<Task, 'state' | 'dueOn'>, today: LocalDate): boolean =>
  state === 'assigned' && dueOn < today;

/** Days a task is past its limit; 0 when it is not. */
export const overdueTaskDays = (task: Pick<Task, 'state' | 'dueOn'>, today: LocalDate): number =>
  isOverdue(task, today) ? daysBetween(task.dueOn, today) : 0;

/** Tasks not signed off, the nearest limit first. */
export const openTasks = (tasks: readonly Task[]): Task[] =>
  tasks.filter(({ state }) => state !== 'closed').sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));

/** 灯 — the colour of a task: signed off, waiting for the verdict, within its limit, near it, past it. */
export const taskLamps = ['done', 'good', 'steady', 'near', 'overdue'] as const;
export type TaskLamp = (typeof taskLamps)[number];
export function lampOf(task: Pick<Task, 'state' | 'dueOn'>, today: LocalDate, soon: LocalDate): TaskLamp {
  if (task.state === 'closed') return 'done';
  if (task.state !== 'assigned') return 'good';
  if (isOverdue(task, today)) return 'overdue';
  return task.dueOn <= soon ? 'near' : 'steady';
}

/** Whether a move needs a reason: back, and signed off while nobody has reported on it. */
export const needsReason = (from: TaskState, to: TaskState): boolean =>
  to === 'assigned' || (from === 'assigned' && to === 'closed');

/** Whether a task may go there: a move there is; one that needs a reason only with it; nobody verifies their own report. */
export function moveFault(
  { state, steps }: Pick<Task, 'state' | 'steps'>,
  move: { to: TaskState; by: string; note: string | null },
): 'move-not-possible' | 'missing' | 'own-report' | null {
  if (!(taskMoves[state] as readonly TaskState[]).includes(move.to)) return 'move-not-possible';
  if (needsReason(state, move.to) && !move.note?.trim()) return 'missing';
  // A new limit on a task that is put right says the state again; who sets it has reported nothing.
  const reported = steps.findLast(({ to }, at) => to === 'remedied' && steps[at - 1]?.to !== 'remedied');
  return move.to === 'verified' && reported?.by === move.by ? 'own-report' : null;
}
