import { z } from '@hono/zod-openapi';
import { versionedJson } from '../http/answer.ts';
import { organisationBody } from '../organisation/organisation-body.ts';
import { organisationForm, saveOrganisationForm } from '../organisation/organisation-form.ts';
import { responsibleBody } from '../person/responsible-body.ts';
import { responsibleForm, saveResponsibleForm } from '../person/responsible-form.ts';
import type { Served } from '../request/asked.ts';
import { checkedApp, reading, writing } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { fresh, saved } from '../save/bodies.ts';
import { faultTexts } from '../save/faults.message.ts';
import { venueBody } from '../venue/venue-body.ts';
import { saveVenueForm, venueForm } from '../venue/venue-form.ts';
import { organisationFormSchema, responsibleFormSchema, venueFormSchema } from './form-answers.ts';
import { officeRoutes } from './office-routes.ts';

const code = z
  .string()
  .regex(/^[\p{L}\p{N}_-]{1,40}$/u)
  .openapi({ example: '990127100001' });
const lang = z.enum(['zh', 'en']).optional();
/** 填报 — the forms of a place: opened with what is known, saved as one change. */
export function formRoutes(served: Served) {
  const { store } = served;
  const opening = { query: { lang }, params: { code } } as const;
  return checkedApp()
    .openapi(
      reading({
        path: '/forms/sentences',
        summary: 'What can be wrong with a field, in words',
        action: 'self',
        query: { lang },
        params: {},
        answer: z.record(z.string(), z.object({ zh: z.string(), en: z.string() })),
      }),
      (c) => versionedJson(c, served.build, async () => faultTexts),
    )
    .openapi(
      reading({
        ...opening,
        path: '/places/{code}/forms/venue',
        summary: 'The form of a venue',
        action: 'fill-venue',
        answer: venueFormSchema,
      }),
      async (c) => c.json(await venueForm(store, viewerOf(c), c.req.valid('param').code), 200, fresh),
    )
    .openapi(
      writing({
        method: 'put',
        path: '/places/{code}/forms/venue',
        summary: 'Save the form of a venue',
        action: 'fill-venue',
        params: { code },
        body: venueBody,
        answer: saved,
      }),
      async (c) =>
        c.json(await saveVenueForm(store, viewerOf(c), c.req.valid('param').code, c.req.valid('json')), 200, fresh),
    )
    .openapi(
      reading({
        ...opening,
        path: '/places/{code}/forms/organisation',
        summary: 'The form of a turnaround',
        action: 'report-organisation',
        answer: organisationFormSchema,
      }),
      async (c) => c.json(await organisationForm(store, viewerOf(c), c.req.valid('param').code), 200, fresh),
    )
    .openapi(
      writing({
        method: 'put',
        path: '/places/{code}/forms/organisation',
        summary: 'Save the form of a turnaround',
        action: 'report-organisation',
        params: { code },
        body: organisationBody,
        answer: saved,
      }),
      async (c) =>
        c.json(
          await saveOrganisationForm(store, viewerOf(c), c.req.valid('param').code, c.req.valid('json')),
          200,
          fresh,
        ),
    )
    .openapi(
      reading({
        ...opening,
        path: '/places/{code}/forms/responsible',
        summary: 'The form of who answers for a place',
        action: 'set-responsible',
        answer: responsibleFormSchema,
      }),
      async (c) => c.json(await responsibleForm(store, viewerOf(c), c.req.valid('param').code), 200, fresh),
    )
    .openapi(
      writing({
        method: 'put',
        path: '/places/{code}/forms/responsible',
        summary: 'Save who answers for a place',
        action: 'set-responsible',
        params: { code },
        body: responsibleBody,
        answer: saved,
      }),
      async (c) =>
        c.json(
          await saveResponsibleForm(store, viewerOf(c), c.req.valid('param').code, c.req.valid('json')),
          200,
          fresh,
        ),
    )
    .route('/', officeRoutes(served));
}
