import { z } from '@hono/zod-openapi';
import { dossierAnswer } from '../dossier/dossier.ts';
import { versionedJson } from '../http/answer.ts';
import { areasSchema, searchSchema, visitsSchema } from '../layer/answer-schemas.ts';
import { dossierSchema } from '../layer/dossier-schema.ts';
import { visitsAnswer } from '../list/visits-answer.ts';
import { askedView, readQuery, type Served, versionOf } from '../request/asked.ts';
import { checkedApp, reading } from '../request/described.ts';
import { searchAnswer } from '../search/search-answer.ts';
import { areasAnswer } from './areas-answer.ts';
import { movedView } from './areas-seq.ts';

const code = z
  .string()
  .regex(/^[\p{L}\p{N}_-]{1,40}$/u)
  .openapi({ example: '990127100001' });
const days = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)
  .pipe(z.number().max(400))
  .optional()
  .openapi({ type: 'integer', minimum: 1, maximum: 400, default: 30 });

/** Places: all of them, one dossier, search, and visits as points. */
export function areaRoutes(served: Served) {
  const { store } = served;
  return checkedApp()
    .openapi(
      reading({
        path: '/areas',
        summary: 'County, towns and villages, and the files that draw them',
        action: 'look',
        query: readQuery,
        params: {},
        answer: areasSchema,
      }),
      async (c) => {
        const view = await askedView(served, c, c.req.valid('query').asOf);
        const version = versionOf(served, await movedView(store, view));
        return versionedJson(c, version, () => areasAnswer(store, view)) as never;
      },
    )
    .openapi(
      reading({
        path: '/places/{code}',
        summary: 'Everything known of one place',
        action: 'look',
        query: readQuery,
        params: { code },
        answer: dossierSchema,
      }),
      async (c) => {
        const view = await askedView(served, c, c.req.valid('query').asOf);
        return versionedJson(c, versionOf(served, view), () =>
          dossierAnswer(store, view, c.req.valid('param').code),
        ) as never;
      },
    )
    .openapi(
      reading({
        path: '/search',
        summary: 'Places by name, pinyin, initials, old name or code',
        action: 'look',
        query: { ...readQuery, q: z.string().max(60) },
        params: {},
        answer: searchSchema,
      }),
      async (c) => {
        const { asOf, q } = c.req.valid('query');
        const view = await askedView(served, c, asOf);
        const version = versionOf(served, await movedView(store, view));
        return versionedJson(c, version, () => searchAnswer(store, view, q)) as never;
      },
    )
    .openapi(
      reading({
        path: '/visits',
        summary: 'Visits made lately, as points of their villages',
        action: 'look',
        query: { ...readQuery, days },
        params: {},
        answer: visitsSchema,
      }),
      async (c) => {
        const { asOf, days: back } = c.req.valid('query');
        const view = await askedView(served, c, asOf);
        return versionedJson(c, versionOf(served, view), () => visitsAnswer(store, view, back)) as never;
      },
    );
}
