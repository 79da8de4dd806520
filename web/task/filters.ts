import type { TaskAnswer } from '../../server/task/answer.ts';
import type { TaskState } from '../../server/task/rules.ts';

/** 筛选 — what of the tasks is shown; all of it is in the address. Empty: everything. */
export interface TaskFilters {
  town: string;
  unit: string;
  /** A state, or `overdue` or `near`. */
  state: string;
  /** Id of a meeting, or `hand` for those given outside one. */
  meeting: string;
  show: string;
}

export const filterNames = ['town', 'unit', 'state', 'meeting', 'show'] as const;

/** Figures over the board; each is a filter. */
export const counted = ['all', 'overdue', 'near', 'assigned', 'remedied', 'verified', 'closed'] as const;

/** Whether a task is among those a state or lamp names. */
export function isIn(task: Pick<TaskAnswer, 'state' | 'lamp'>, state: string): boolean {
  if (state === '' || state === 'all') return true;
  return state === 'overdue' || state === 'near' ? task.lamp === state : task.state === (state as TaskState);
}

/** The tasks a filter leaves, but for its state: what the figures count. */
export function within(tasks: TaskAnswer[], { town, unit, meeting }: TaskFilters): TaskAnswer[] {
  return tasks.filter(
    (task) =>
      (town === '' || task.place.townCode === town) &&
      (unit === '' || task.unit === unit) &&
      (meeting === '' || (task.meetingId ?? 'hand') === meeting),
  );
}
