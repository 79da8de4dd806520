import type { TaskAnswer } from '../answer.ts';
import { type TaskState, taskStates } from '../rules.ts';

/** 筛选 — which tasks are meant; empty: all. */
export interface TaskFilter {
  /** Code of a town: its own tasks and those of its villages. */
  town: string;
  unit: string;
  /** A state, or `overdue` or `near`. */
  state: string;
  /** Id of a meeting, or `hand` for those given outside one. */
  meeting: string;
  /** `yes`: only what is the user’s own to answer. */
  mine?: string;
}

/** Figures of tasks; each is a filter. */
export const counted = ['all', 'overdue', 'near', 'assigned', 'remedied', 'verified', 'closed'] as const;

/** Whether a task is among those a state or lamp names. */
export function isIn(task: Pick<TaskAnswer, 'state' | 'lamp'>, state: string): boolean {
  if (state === '' || state === 'all') return true;
  return state === 'overdue' || state === 'near' ? task.lamp === state : task.state === (state as TaskState);
}

/** The tasks a filter leaves, but for its state: what the figures count. */
export function within(
  tasks: TaskAnswer[],
  { town, unit, meeting, mine = '' }: Omit<TaskFilter, 'state'>,
): TaskAnswer[] {
  return tasks.filter(
    (task) =>
      (mine === '' || task.mine) &&
      (town === '' || task.place.townCode === town) &&
      (unit === '' || task.unit === unit) &&
      (meeting === '' || (task.meetingId ?? 'hand') === meeting),
  );
}

/** 看板的列 — every state, or under a filter of state or lamp those it leaves tasks in: a column always has as many as its figure. */
export function columnsOf(tasks: readonly Pick<TaskAnswer, 'state'>[], only: string): readonly TaskState[] {
  if (only === '' || only === 'all') return taskStates;
  return taskStates.filter((state) => state === only || tasks.some((task) => task.state === state));
}
