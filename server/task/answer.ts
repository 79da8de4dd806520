import type { Holidays } from '../calendar/rules.ts';
import type { LocalDate } from '../rights/view.ts';
import type { Text } from '../words/text.ts';
import type { Task, TaskLamp, TaskState } from './rules.ts';

/** One step of a task as shown; `by` the post of who took it, null where it is not for the user to know. */
interface StepAnswer {
  on: LocalDate;
  to: TaskState;
  by: string | null;
  note: string | null;
  meeting: string | null;
}

/** A task as shown. `moves` are those the user may make. */
export interface TaskAnswer extends Omit<Task, 'steps' | 'areaId' | 'since'> {
  /** `town` is empty and `townCode` its own where the place is a town. `formerly`: the name of a place since merged into this one, where the task was given there. */
  place: { fid: number; code: string; name: string; formerly: string | null; town: string; townCode: string | null };
  person: { name: string | null; post: string | null } | null;
  lamp: TaskLamp;
  /** Days past its limit; 0 when it is not. */
  overdueDays: number;
  steps: StepAnswer[];
  moves: TaskState[];
  /** Whether the user answers for it: given to the user’s unit or by name. */
  mine: boolean;
  /** When this was written, on a stage only. */
  recordedAt?: string;
}

/** GET /api/tasks/choices/{code} — what a new task of a place begins with. */
export interface TaskChoices {
  /** 责任单位 — the town's office first, then villages' and county units known. */
  units: string[];
  /** Office-holders who answer for the place, in their function, the first first; then those of its town. */
  people: { id: string; name: string | null; post: string | null; function: Text }[];
  /** For working out a limit in working days as the server does. */
  holidays: Holidays;
  on: LocalDate;
}

/** GET /api/tasks?place=CODE&meeting=ID&asOf= */
export interface TasksAnswer {
  on: LocalDate;
  tasks: TaskAnswer[];
}
