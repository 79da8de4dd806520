import { z } from '@hono/zod-openapi';
import { versionedJson } from '../http/answer.ts';
import type { Served } from '../request/asked.ts';
import { askedView, ownVersionOf, readQuery } from '../request/asked.ts';
import { checkedApp, reading, writing } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { subjects } from '../rights/view.ts';
import { fresh } from '../save/bodies.ts';
import { tasksSchema } from './answer.ts';
import { taskStates } from './rules.ts';
import { takeBackDecision } from './take-back.ts';
import { moveTask, saveTask } from './task-save.ts';
import { tasksAnswer } from './tasks-answer.ts';

const saved = z.object({ seq: z.number() });
const day = z.string().max(20);
const code = z.string().max(40);
const task = z.uuid();

const limit = z.strictObject({ days: z.number(), kind: z.enum(['calendar', 'working']) });

/** What is sent of a new task. */
export const taskFields = {
  place: code,
  title: z.string().trim().max(400),
  unit: z.string().trim().max(200),
  personId: z.string().max(80).nullable(),
  dueOn: day,
  about: z.enum(subjects).nullable(),
  limit: limit.nullable().optional(),
};

/** 交办事项 — what is to be done, by whom, until when, and what became of it. */
export function taskRoutes(served: Served) {
  const { store } = served;
  return checkedApp()
    .openapi(
      reading({
        path: '/tasks',
        summary: 'Tasks, of one place or one meeting',
        action: 'see-tasks',
        query: { ...readQuery, place: code.optional(), town: code.optional(), meeting: z.string().max(80).optional() },
        params: {},
        answer: tasksSchema,
      }),
      async (c) => {
        const { asOf, place, town, meeting } = c.req.valid('query');
        const view = await askedView(served, c, asOf);
        return versionedJson(c, ownVersionOf(served, view), () => tasksAnswer(store, view, { place, town, meeting }));
      },
    )
    .openapi(
      writing({
        method: 'put',
        path: '/tasks/{task}',
        summary: 'Hand a task over',
        action: 'assign-task',
        params: { task },
        body: z.strictObject({ id: z.uuid(), ...taskFields }),
        answer: saved,
      }),
      async (c) =>
        c.json(await saveTask(store, viewerOf(c), c.req.valid('param').task, c.req.valid('json')), 200, fresh),
    )
    .openapi(
      writing({
        method: 'post',
        path: '/tasks/{task}/take-back',
        summary: 'Take back what a running meeting decided last about a task',
        action: 'assign-task',
        params: { task: z.string().max(80) },
        body: z.strictObject({ id: z.uuid(), meeting: z.string().max(80) }),
        answer: saved,
      }),
      async (c) =>
        c.json(await takeBackDecision(store, viewerOf(c), c.req.valid('param').task, c.req.valid('json')), 200, fresh),
    )
    .openapi(
      writing({
        method: 'post',
        path: '/tasks/{task}/move',
        summary: 'Report, verify, sign off or send back a task, or set its limit',
        action: 'see-tasks',
        params: { task: z.string().max(80) },
        body: z.strictObject({
          id: z.uuid(),
          to: z.enum(taskStates),
          note: z.string().trim().max(1000).nullable(),
          dueOn: day.nullable(),
          meeting: z.string().max(80).nullable(),
          limit: limit.nullable().optional(),
        }),
        answer: saved,
      }),
      async (c) =>
        c.json(await moveTask(store, viewerOf(c), c.req.valid('param').task, c.req.valid('json')), 200, fresh),
    );
}
