import { z } from '@hono/zod-openapi';
import type { Served } from '../request/asked.ts';
import { checkedApp, reading, writing } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { fresh, uuid } from '../save/bodies.ts';
import { openVisitsSchema, visitFormSchema, visitSavedSchema } from './answer.ts';
import { newVisitBody, visitBody } from './visit-body.ts';
import { addVisit, saveVisitForm } from './visit-form.ts';
import { newVisitForm, openVisits, visitForm } from './visits-open.ts';

const lang = z.enum(['zh', 'en']).optional();
const common = { action: 'record-visit', query: { lang } } as const;

/** 督查填报 — visits planned, made, closed and withdrawn. */
export function visitRoutes({ store }: Served) {
  return checkedApp()
    .openapi(
      reading({
        ...common,
        path: '/visits/open',
        summary: 'Plans, and visits with findings still open',
        params: {},
        answer: openVisitsSchema,
      }),
      async (c) => c.json(await openVisits(store, viewerOf(c)), 200, fresh),
    )
    .openapi(
      reading({
        ...common,
        path: '/visits/new',
        summary: 'The form of a new visit',
        params: {},
        answer: visitFormSchema,
      }),
      async (c) => c.json(await newVisitForm(store, viewerOf(c)), 200, fresh),
    )
    .openapi(
      reading({
        ...common,
        path: '/visits/{id}',
        summary: 'The form of a visit',
        params: { id: uuid },
        answer: visitFormSchema,
      }),
      async (c) => c.json(await visitForm(store, viewerOf(c), c.req.valid('param').id), 200, fresh),
    )
    .openapi(
      writing({
        method: 'post',
        path: '/visits',
        summary: 'Plan a visit, or record one made',
        action: 'record-visit',
        params: {},
        body: newVisitBody,
        answer: visitSavedSchema,
      }),
      async (c) => c.json(await addVisit(store, viewerOf(c), c.req.valid('json')), 200, fresh),
    )
    .openapi(
      writing({
        method: 'put',
        path: '/visits/{id}',
        summary: 'Change, make, close or withdraw a visit',
        action: 'record-visit',
        params: { id: uuid },
        body: visitBody,
        answer: visitSavedSchema,
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await saveVisitForm(store, viewerOf(c), id, c.req.valid('json')), 200, fresh);
      },
    );
}
