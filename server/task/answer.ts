import type { LocalDate } from '../view.ts';
import type { Task, TaskLamp, TaskState } from './rules.ts';

/** One step of a task as shown; `by` the post of who took it, null where it is not for the user to know. */
export interface StepAnswer {
  on: LocalDate;
  to: TaskState;
  by: string | null;
  note: string | null;
  meeting: string | null;
}

/** A task as shown. `moves` are those the user may make. */
export interface TaskAnswer extends Omit<Task, 'steps' | 'areaId' | 'since'> {
  place: { fid: number; code: string; name: string; town: string };
  person: { name: string | null; post: string | null } | null;
  lamp: TaskLamp;
  /** Days past its limit; 0 when it is not. */
  overdueDays: number;
  steps: StepAnswer[];
  moves: TaskState[];
}

/** GET /api/tasks?place=CODE&meeting=ID&asOf= */
export interface TasksAnswer {
  on: LocalDate;
  tasks: TaskAnswer[];
}
