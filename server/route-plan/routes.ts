import { z } from '@hono/zod-openapi';
import { viewAt } from '../change/view-at.ts';
import { write } from '../change/write.ts';
import { clockOf } from '../db/clock.ts';
import { writeSetting } from '../db/setting.ts';
import type { Served } from '../request/asked.ts';
import { daySchema } from '../request/asked.ts';
import { checkedApp, reading, streaming, writing } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { fresh } from '../save/bodies.ts';
import { choicesSchema, pathsSchema, planSavedSchema, planSchema, plansSchema, travelSchema } from './answer.ts';
import {
  navigationBody,
  outcomeBody,
  pathsBody,
  planBody,
  solveBody,
  submission,
  teamBody,
  travelBody,
} from './bodies.ts';
import { choicesAnswer } from './choices.ts';
import { planAnswer, plansAnswer } from './plan-answer.ts';
import { recordOutcome, removeTeam, savePlan, saveTeam, withdrawPlan } from './plan-save.ts';
import { countyRoads } from './roads/county-roads.ts';
import { travelBetween } from './roads/travel.ts';
import { solveStream } from './solve-stream.ts';

const lang = z.enum(['zh', 'en']).optional();
const id = z.string().regex(/^[0-9a-z-]{1,80}$/i);
const plan = { action: 'plan-routes', params: {} } as const;
const see = { action: 'see-routes', query: { lang }, params: {} } as const;

/** 督查路线 — teams, choices, travel times, the search, plans and what became of them. */
export function routePlanRoutes(served: Served) {
  const { store } = served;
  return checkedApp()
    .openapi(
      reading({
        ...plan,
        path: '/route-plans/choices',
        summary: 'Villages with what a visit is worth, teams and offices',
        query: { lang, on: daySchema.optional() },
        answer: choicesSchema,
      }),
      async (c) => {
        const view = await viewAt(store, viewerOf(c));
        return c.json(await choicesAnswer(store, { ...view, on: c.req.valid('query').on ?? view.on }), 200, fresh);
      },
    )
    .openapi(
      writing({
        ...plan,
        method: 'post',
        path: '/route-plans/travel',
        summary: 'Travel times between points',
        body: travelBody,
        answer: travelSchema,
      }),
      async (c) => {
        const { seconds, ...found } = await travelBetween(store, c.req.valid('json').points);
        const bytes = Buffer.from(Float32Array.from(seconds).buffer);
        return c.json({ ...found, seconds: bytes.toString('base64') }, 200, fresh);
      },
    )
    .openapi(
      writing({
        action: 'see-routes',
        params: {},
        method: 'post',
        path: '/route-plans/paths',
        summary: 'The ways of legs along the roads',
        body: pathsBody,
        answer: pathsSchema,
      }),
      async (c) => {
        const roads = await countyRoads(store);
        const { legs } = c.req.valid('json');
        return c.json({ paths: await Promise.all(legs.map(([from, to]) => roads.times.path(from, to))) }, 200, fresh);
      },
    )
    .openapi(
      streaming({
        ...plan,
        method: 'post',
        path: '/route-plans/solve',
        summary: 'Search routes; server-sent events `progress` and `found`',
        body: solveBody,
        events: z.string(),
      }),
      async (c) => solveStream(store, viewerOf(c), c.req.valid('json'), c.req.raw.signal),
    )
    .openapi(
      writing({
        ...plan,
        method: 'put',
        path: '/route-plans/navigation',
        summary: 'Whether sheets link to the navigation of online maps',
        body: navigationBody,
        answer: z.object({ allowed: z.boolean() }),
      }),
      async (c) => {
        const { allowed } = c.req.valid('json');
        const { id: actor } = viewerOf(c);
        await write(store, { actor, clock: await clockOf(store) }, async (tx) => {
          await writeSetting(tx, 'navigation', allowed ? 'yes' : 'no');
          tx.change({
            action: allowed ? 'allow' : 'forbid',
            subject: 'navigation',
            subjectId: 'navigation',
            placeId: null,
          });
        });
        return c.json({ allowed }, 200, fresh);
      },
    )
    .openapi(reading({ ...see, path: '/route-plans', summary: 'The plans one sees', answer: plansSchema }), async (c) =>
      c.json(await plansAnswer(store, viewerOf(c)), 200, fresh),
    )
    .openapi(
      reading({ ...see, path: '/route-plans/{plan}', summary: 'One plan', params: { plan: id }, answer: planSchema }),
      async (c) => c.json(await planAnswer(store, viewerOf(c), c.req.valid('param').plan), 200, fresh),
    )
    .openapi(
      writing({
        ...plan,
        method: 'put',
        path: '/route-plans/{plan}',
        summary: 'Keep a plan',
        params: { plan: z.uuid() },
        body: planBody,
        answer: planSavedSchema,
      }),
      async (c) =>
        c.json(await savePlan(store, viewerOf(c), c.req.valid('param').plan, c.req.valid('json')), 200, fresh),
    )
    .openapi(
      writing({
        ...plan,
        method: 'delete',
        path: '/route-plans/{plan}',
        summary: 'Withdraw a plan with its planned visits',
        params: { plan: id },
        body: submission,
        answer: planSavedSchema,
      }),
      async (c) =>
        c.json(await withdrawPlan(store, viewerOf(c), c.req.valid('param').plan, c.req.valid('json').id), 200, fresh),
    )
    .openapi(
      writing({
        action: 'record-visit',
        method: 'post',
        path: '/route-plans/{plan}/outcomes',
        summary: 'A village on a plan was visited, or not and why',
        params: { plan: id },
        body: outcomeBody,
        answer: planSavedSchema,
      }),
      async (c) =>
        c.json(await recordOutcome(store, viewerOf(c), c.req.valid('param').plan, c.req.valid('json')), 200, fresh),
    )
    .openapi(
      writing({
        ...plan,
        method: 'put',
        path: '/teams/{team}',
        summary: 'Put a team down',
        params: { team: z.uuid() },
        body: teamBody,
        answer: planSavedSchema,
      }),
      async (c) =>
        c.json(await saveTeam(store, viewerOf(c), c.req.valid('param').team, c.req.valid('json')), 200, fresh),
    )
    .openapi(
      writing({
        ...plan,
        method: 'delete',
        path: '/teams/{team}',
        summary: 'End a team',
        params: { team: z.uuid() },
        body: submission,
        answer: planSavedSchema,
      }),
      async (c) =>
        c.json(await removeTeam(store, viewerOf(c), c.req.valid('param').team, c.req.valid('json').id), 200, fresh),
    );
}
