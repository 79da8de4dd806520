import { z } from '@hono/zod-openapi';
import { viewAt } from '../change/view-at.ts';
import { languageOf } from '../http/answer.ts';
import type { Served } from '../request/asked.ts';
import { checkedApp, reading, writing } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { fresh } from '../save/bodies.ts';
import { taskFields } from '../task/routes.ts';
import {
  changesSchema,
  groundSchema,
  keptSchema,
  meetingSchema,
  meetingsSchema,
  runningSchema,
  stepSchema,
  stoodSchema,
} from './answer.ts';
import { changesSince } from './changes.ts';
import { decide, moveMeeting, removeMeeting, saveMeeting, saveNote, standAt } from './meeting-save.ts';
import { groundAnswer, meetingAnswer, meetingsAnswer, runningAnswer } from './meetings-answer.ts';
import { itemKinds } from './rules.ts';
import { stepAnswer } from './step-answer.ts';

const lang = z.enum(['zh', 'en']).optional();
const id = z.string().regex(/^[0-9a-z-]{1,80}$/i);
const params = { meeting: id };
const code = z.string().max(40);
const item = z.strictObject({
  id: z.uuid(),
  kind: z.enum(itemKinds),
  title: z.string().max(400),
  layer: z.string().max(60).nullable(),
  place: code.nullable(),
  text: z.string().max(4000).nullable(),
  minutes: z.number().min(0).max(600),
  search: z.string().max(2000).nullable().optional(),
  picture: z.string().max(80).nullable().optional(),
});
const submission = { id: z.uuid() };
const see = { action: 'see-meetings', query: { lang } } as const;
const run = { action: 'run-meeting', params, answer: keptSchema } as const;

/** 会议 — agendas, a meeting item by item on frozen figures, and its decisions. */
export function meetingRoutes({ store }: Served) {
  return checkedApp()
    .openapi(
      reading({ ...see, path: '/meetings', summary: 'Meetings, the latest first', params: {}, answer: meetingsSchema }),
      async (c) => c.json(await meetingsAnswer(store, viewerOf(c)), 200, fresh),
    )
    .openapi(
      reading({
        ...see,
        path: '/meetings/changes',
        summary: 'What changed since the last meeting',
        params: {},
        answer: changesSchema,
      }),
      async (c) => c.json(await changesSince(store, await viewAt(store, viewerOf(c))), 200, fresh),
    )
    .openapi(
      reading({
        ...see,
        path: '/meetings/running',
        summary: 'The meeting being held now',
        params: {},
        answer: runningSchema,
      }),
      async (c) => c.json(await runningAnswer(store), 200, fresh),
    )
    .openapi(
      reading({
        ...see,
        path: '/meetings/{meeting}/ground',
        summary: 'Places and layers as the frozen figures know them',
        params,
        answer: groundSchema,
      }),
      async (c) => c.json(await groundAnswer(store, viewerOf(c), c.req.valid('param').meeting), 200, fresh),
    )
    .openapi(
      reading({ ...see, path: '/meetings/{meeting}', summary: 'One meeting', params, answer: meetingSchema }),
      async (c) => c.json(await meetingAnswer(store, viewerOf(c), c.req.valid('param').meeting), 200, fresh),
    )
    .openapi(
      reading({
        ...see,
        path: '/meetings/{meeting}/items/{number}',
        summary: 'All one step shows, from the frozen figures',
        params: { ...params, number: z.coerce.number().int().min(0).max(1000) },
        answer: stepSchema,
      }),
      async (c) => {
        const { meeting, number } = c.req.valid('param');
        return c.json(await stepAnswer(store, viewerOf(c), { meeting, number, lang: languageOf(c) }), 200, fresh);
      },
    )
    .openapi(
      writing({
        ...run,
        method: 'put',
        path: '/meetings/{meeting}',
        summary: 'Keep an agenda',
        params: { meeting: z.uuid() },
        body: z.strictObject({
          ...submission,
          base: z.string().regex(/^[0-9a-f]{0,64}$/),
          body: z.strictObject({
            title: z.string().max(400),
            heldOn: z.string().max(20),
            items: z.array(item).max(1000),
            lengthMin: z.number().int().min(0).max(10_000).nullable().optional(),
          }),
        }),
      }),
      async (c) =>
        c.json(await saveMeeting(store, viewerOf(c), c.req.valid('param').meeting, c.req.valid('json')), 200, fresh),
    )
    .openapi(
      writing({
        ...run,
        method: 'delete',
        path: '/meetings/{meeting}',
        summary: 'Take back a meeting that was not held',
        body: z.strictObject(submission),
      }),
      async (c) =>
        c.json(
          await removeMeeting(store, viewerOf(c), c.req.valid('param').meeting, c.req.valid('json').id),
          200,
          fresh,
        ),
    )
    .openapi(
      writing({
        ...run,
        method: 'post',
        path: '/meetings/{meeting}/move',
        summary: 'Begin a meeting, take newer figures over, or end it',
        body: z.strictObject({ ...submission, move: z.enum(['begin', 'refresh', 'end']) }),
      }),
      async (c) =>
        c.json(await moveMeeting(store, viewerOf(c), c.req.valid('param').meeting, c.req.valid('json')), 200, fresh),
    )
    .openapi(
      writing({
        ...run,
        method: 'post',
        path: '/meetings/{meeting}/at',
        answer: stoodSchema,
        summary: 'Where a running meeting stands',
        body: z.strictObject({
          item: z.number().int().min(0).max(1000),
          black: z.boolean().optional(),
          by: z.string().max(40).optional(),
        }),
      }),
      async (c) => {
        const { meeting } = c.req.valid('param');
        return c.json(await standAt(store, meeting, c.req.valid('json')), 200, fresh);
      },
    )
    .openapi(
      writing({
        ...run,
        method: 'post',
        path: '/meetings/{meeting}/note',
        summary: 'Note what was said at an item',
        body: z.strictObject({ ...submission, item: z.uuid(), note: z.string().max(4000) }),
      }),
      async (c) =>
        c.json(await saveNote(store, viewerOf(c), c.req.valid('param').meeting, c.req.valid('json')), 200, fresh),
    )
    .openapi(
      writing({
        ...run,
        action: 'assign-task',
        method: 'post',
        path: '/meetings/{meeting}/decisions',
        answer: z.object({ seq: z.number() }),
        summary: 'Hand a task over at an item',
        body: z.strictObject({ ...submission, task: z.uuid(), item: z.uuid(), ...taskFields }),
      }),
      async (c) =>
        c.json(await decide(store, viewerOf(c), c.req.valid('param').meeting, c.req.valid('json')), 200, fresh),
    );
}
