import { z } from '@hono/zod-openapi';
import type { Served } from '../request/asked.ts';
import { checkedApp, reading, writing } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { fresh } from '../save/bodies.ts';
import { savedViewsSchema } from './answer.ts';
import { removeView, savedViewsAnswer, saveView } from './view-save.ts';

const lang = z.enum(['zh', 'en']).optional();
const params = { view: z.uuid() };
const seq = z.object({ seq: z.number() });

/** 常用视图 — views of the map kept under a name, one's own or shared with the county. */
export function savedViewRoutes({ store }: Served) {
  return checkedApp()
    .openapi(
      reading({
        path: '/views',
        summary: 'Saved views: one’s own, and those shared with the county',
        action: 'look',
        query: { lang },
        params: {},
        answer: savedViewsSchema,
      }),
      async (c) => c.json(await savedViewsAnswer(store, viewerOf(c)), 200, fresh),
    )
    .openapi(
      writing({
        method: 'put',
        path: '/views/{view}',
        summary: 'Keep a view under a name, rename or share it',
        action: 'keep-views',
        params,
        body: z.strictObject({
          id: z.uuid(),
          title: z.string().trim().max(200),
          search: z.string().max(2000),
          shared: z.boolean(),
        }),
        answer: seq,
      }),
      async (c) =>
        c.json(await saveView(store, viewerOf(c), c.req.valid('param').view, c.req.valid('json')), 200, fresh),
    )
    .openapi(
      writing({
        method: 'delete',
        path: '/views/{view}',
        summary: 'Remove a saved view',
        action: 'keep-views',
        params,
        body: z.strictObject({ id: z.uuid() }),
        answer: seq,
      }),
      async (c) =>
        c.json(await removeView(store, viewerOf(c), c.req.valid('param').view, c.req.valid('json').id), 200, fresh),
    );
}
