import { z } from '@hono/zod-openapi';
import { count, day, maybe, text } from '../http/schema-parts.ts';
import { subjects } from '../rights/view.ts';
import { taskLamps, taskStates } from './rules.ts';

const state = z.enum(taskStates);
const limit = z.object({ days: count, kind: z.enum(['calendar', 'working']) });

export const taskSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    unit: z.string(),
    assignedOn: day,
    basis: maybe(z.object({ meeting: z.string(), title: z.string(), item: z.string() })),
    limit: maybe(limit).optional(),
    about: maybe(z.enum(subjects)),
    state,
    dueOn: day,
    meetingId: maybe(z.string()),
    personId: maybe(z.string()),
    /** `town` is empty and `townCode` its own where the place is a town. `formerly`: the name of a place since merged into this one, where the task was given there. */
    place: z.object({
      fid: count,
      code: z.string(),
      name: z.string(),
      formerly: maybe(z.string()),
      town: z.string(),
      townCode: maybe(z.string()),
    }),
    person: maybe(z.object({ name: maybe(z.string()), post: maybe(z.string()) })),
    lamp: z.enum(taskLamps),
    /** Days past its limit; 0 when it is not. */
    overdueDays: count,
    /** `by` the post of who took the step, null where it is not for the user to know. */
    steps: z.array(
      z.object({ on: day, to: state, by: maybe(z.string()), note: maybe(z.string()), meeting: maybe(z.string()) }),
    ),
    /** Those the user may make. */
    moves: z.array(state),
    /** Whether the user answers for it: given to the user’s unit or by name. */
    mine: z.boolean(),
    /** When this was written, on a stage only. */
    recordedAt: z.string().optional(),
  })
  .openapi('Task');
/** 交办事项 — a task as shown. */
export type TaskAnswer = z.infer<typeof taskSchema>;

export const taskChoicesSchema = z
  .object({
    /** 责任单位 — the town's office first, then villages' and county units known. */
    units: z.array(z.string()),
    /** Office-holders who answer for the place, in their function, the first first; then those of its town. */
    people: z.array(z.object({ id: z.string(), name: maybe(z.string()), post: maybe(z.string()), function: text })),
    /** For working out a limit in working days as the server does. */
    holidays: z.object({ off: z.array(day), worked: z.array(day) }),
    on: day,
  })
  .openapi('TaskChoices');
/** GET /api/tasks/choices/{code} — what a new task of a place begins with. */
export type TaskChoices = z.infer<typeof taskChoicesSchema>;

export const tasksSchema = z.object({ on: day, tasks: z.array(taskSchema) }).openapi('Tasks');
/** GET /api/tasks?place=CODE&meeting=ID&asOf= */
export type TasksAnswer = z.infer<typeof tasksSchema>;
