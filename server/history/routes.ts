import { z } from '@hono/zod-openapi';
import { viewAt } from '../change/view-at.ts';
import { clockOf } from '../db/clock.ts';
import { versionedJson } from '../http/answer.ts';
import { Refusal } from '../http/refusal.ts';
import { askedView, daySchema, readQuery, type Served, versionOf } from '../request/asked.ts';
import { checkedApp, reading } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { compareSchema, daysSchema, historySchema, layerDaysSchema } from './answer.ts';
import { compareAnswer } from './compare.ts';
import { daysAnswer, layerDaysAnswer } from './days.ts';
import { historyAnswer } from './place-history.ts';

const layerId = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .openapi({ example: 'venue-schedule' });
const code = z
  .string()
  .regex(/^[\p{L}\p{N}_-]{1,40}$/u)
  .openapi({ example: '990127100001' });
const before = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,9})?$/)
  .optional()
  .openapi({ description: 'The entry to go on from; the newest when left out.' });
const { lang } = readQuery;
const span = { from: daySchema.optional(), to: daySchema.optional() };

/** Days, the same day by day, two days compared, and who changed what. */
export function historyRoutes(served: Served) {
  const { store } = served;
  return checkedApp()
    .openapi(
      reading({
        path: '/days',
        summary: 'The days on which something became known',
        action: 'look',
        query: { lang },
        params: {},
        answer: daysSchema,
      }),
      async (c) => {
        const view = await askedView(served, c, undefined);
        return versionedJson(c, versionOf(served, view), () => daysAnswer(store, view));
      },
    )
    .openapi(
      reading({
        path: '/layers/{id}/days',
        summary: 'A layer day by day, each as known then',
        action: 'look',
        query: { lang, ...span },
        params: { id: layerId },
        answer: layerDaysSchema,
      }),
      async (c) => {
        const { from, to } = c.req.valid('query');
        await notToCome(served, { from, to });
        const view = await askedView(served, c, undefined);
        const asked = { layer: c.req.valid('param').id, from, to };
        return versionedJson(c, versionOf(served, view), () => layerDaysAnswer(store, view, asked), 'in turn');
      },
    )
    .openapi(
      reading({
        path: '/compare',
        summary: 'A layer on two days: what became better, what worse, and what only changed with time',
        action: 'look',
        query: { lang, layer: layerId, from: daySchema, to: daySchema.optional() },
        params: {},
        answer: compareSchema,
      }),
      async (c) => {
        const { from, to, layer } = c.req.valid('query');
        await notToCome(served, { from, to });
        const later = await askedView(served, c, to);
        if (from > later.on) throw new Refusal('parameter-malformed', {}, 'from');
        const views = { from: await viewAt(store, viewerOf(c), from), to: later };
        return versionedJson(c, versionOf(served, later), () => compareAnswer(store, views, layer), 'in turn');
      },
    )
    .openapi(
      reading({
        path: '/places/{code}/history',
        summary: 'Who changed what at a place: when, from which file or form, before and after',
        action: 'history',
        query: { ...readQuery, before },
        params: { code },
        answer: historySchema,
      }),
      async (c) => {
        const { asOf, before: entry } = c.req.valid('query');
        const view = await askedView(served, c, asOf);
        return versionedJson(c, versionOf(served, view), () =>
          historyAnswer(store, view, c.req.valid('param').code, entry),
        );
      },
    );
}

async function notToCome({ store }: Served, days: Record<string, string | undefined>): Promise<void> {
  const today = (await clockOf(store)).today();
  for (const [name, day] of Object.entries(days))
    if (day !== undefined && day > today) throw new Refusal('day-in-future', { day, today }, name);
}
