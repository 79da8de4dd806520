import { z } from '@hono/zod-openapi';
import { viewAt } from '../change/view-at.ts';
import { languageOf } from '../http/answer.ts';
import { Refusal } from '../http/refusal.ts';
import type { Served } from '../request/asked.ts';
import { checkedApp, reading } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { fresh } from '../save/bodies.ts';
import { proposedAgenda, templates } from './agenda.ts';
import { copiedItems, itemsOf } from './agenda-places.ts';
import { copiedItemsSchema, foundItemsSchema, proposedSchema, versionSchema, versionsSchema } from './answer.ts';
import { currentMeeting } from './meeting-store.ts';
import { versionAnswer, versionsAnswer } from './versions.ts';

const lang = z.enum(['zh', 'en']).optional();
const code = z.string().max(40);
const params = { meeting: z.string().regex(/^[0-9a-z-]{1,80}$/i) };
const run = { action: 'run-meeting' } as const;

/** 议程 — what agendas are made from: proposals, queries, old agendas and their versions. */
export function agendaRoutes({ store }: Served) {
  return checkedApp()
    .openapi(
      reading({
        ...run,
        path: '/meetings/proposed',
        summary: 'An agenda made from what is worst and what changed',
        query: { lang, template: z.enum(templates), town: code.optional() },
        params: {},
        answer: proposedSchema,
      }),
      async (c) => {
        const { template, town = null } = c.req.valid('query');
        const view = await viewAt(store, viewerOf(c));
        const items = await proposedAgenda(store, view, { template, town, lang: languageOf(c) });
        return c.json({ items }, 200, fresh);
      },
    )
    .openapi(
      reading({
        ...run,
        path: '/meetings/items',
        summary: 'An item for each place of a layer in some of its classes, and how many there are',
        query: {
          lang,
          layer: z.string().max(60),
          class: z.string().max(300),
          town: code.optional(),
          most: z.coerce.number().int().min(1).max(200).optional(),
          above: z.coerce.number().min(0).max(1_000_000).optional(),
          order: z.enum(['worst', 'town']).optional(),
        },
        params: {},
        answer: foundItemsSchema,
      }),
      async (c) => {
        const { class: classes, town = null, most = 40, above = null, ...query } = c.req.valid('query');
        const { layer, order = 'worst' } = query;
        const view = await viewAt(store, viewerOf(c));
        const asked = { layer, classes: classes.split(','), town, most, above, order, lang: languageOf(c) };
        return c.json(await itemsOf(store, view, asked), 200, fresh);
      },
    )
    .openapi(
      reading({
        ...run,
        path: '/meetings/{meeting}/copied',
        summary: 'The items of an old agenda with the state their places are in today',
        query: { lang },
        params,
        answer: copiedItemsSchema,
      }),
      async (c) => {
        const meeting = await currentMeeting(store, c.req.valid('param').meeting);
        if (!meeting) throw new Refusal('meeting-unknown');
        const view = await viewAt(store, viewerOf(c));
        const { items } = meeting.body;
        return c.json(await copiedItems(store, view, items), 200, fresh);
      },
    )
    .openapi(
      reading({
        ...run,
        path: '/meetings/{meeting}/versions',
        summary: 'The agendas a meeting had, newest first',
        query: { lang },
        params,
        answer: versionsSchema,
      }),
      async (c) => c.json(await versionsAnswer(store, c.req.valid('param').meeting), 200, fresh),
    )
    .openapi(
      reading({
        ...run,
        path: '/meetings/{meeting}/versions/{number}',
        summary: 'One of the agendas a meeting had',
        query: { lang },
        params: { ...params, number: z.coerce.number().int().min(1).max(100_000) },
        answer: versionSchema,
      }),
      async (c) => {
        const { meeting, number } = c.req.valid('param');
        return c.json(await versionAnswer(store, meeting, number), 200, fresh);
      },
    );
}
