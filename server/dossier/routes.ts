import { z } from '@hono/zod-openapi';
import { versionedJson } from '../http/answer.ts';
import { askedView, readQuery, type Served, versionOf } from '../request/asked.ts';
import { checkedApp, reading } from '../request/described.ts';
import { dossierSchema } from './answer.ts';
import { dossierAnswer } from './dossier.ts';

const code = z
  .string()
  .regex(/^[\p{L}\p{N}_-]{1,40}$/u)
  .openapi({ example: '990127100001' });
/** 档案 — everything known of one place. */
export function dossierRoutes(served: Served) {
  const { store } = served;
  return checkedApp().openapi(
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
      return versionedJson(c, versionOf(served, view), () => dossierAnswer(store, view, c.req.valid('param').code));
    },
  );
}
