import { z } from '@hono/zod-openapi';
import type { Served } from '../request/asked.ts';
import { checkedApp, reading, writing } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { fresh } from '../save/bodies.ts';
import { clashesSchema, planSavedSchema, tellingSchema } from './answer.ts';
import { meetingBody, telling } from './bodies.ts';
import { publish } from './plan-save.ts';
import { clashesAnswer, tellingAnswer } from './telling.ts';

const lang = z.enum(['zh', 'en']).optional();
const id = z.string().regex(/^[0-9a-z-]{1,80}$/i);
const plan = { action: 'plan-routes', params: {} } as const;

/** 下达 — what a plan meets, who learns of it, and telling it. */
export function tellingRoutes({ store }: Served) {
  return checkedApp()
    .openapi(
      writing({
        ...plan,
        method: 'post',
        path: '/route-plans/{plan}/publish',
        summary: 'Tell a plan to its teams: visits are planned from it',
        params: { plan: id },
        body: telling,
        answer: planSavedSchema,
      }),
      async (c) =>
        c.json(await publish(store, viewerOf(c), c.req.valid('param').plan, c.req.valid('json')), 200, fresh),
    )
    .openapi(
      reading({
        ...plan,
        path: '/route-plans/{plan}/telling',
        summary: 'Who learns of a plan once it is issued, and what it meets',
        query: { lang },
        params: { plan: id },
        answer: tellingSchema,
      }),
      async (c) => c.json(await tellingAnswer(store, viewerOf(c), c.req.valid('param').plan), 200, fresh),
    )
    .openapi(
      writing({
        ...plan,
        method: 'post',
        path: '/route-plans/{plan}/clashes',
        summary: 'What the teams and villages of a plan have on its days already',
        params: { plan: id },
        body: meetingBody,
        answer: clashesSchema,
      }),
      async (c) => {
        const { plan: planId } = c.req.valid('param');
        return c.json(await clashesAnswer(store, viewerOf(c), planId, c.req.valid('json')), 200, fresh);
      },
    );
}
