import { z } from '@hono/zod-openapi';
import { bulletinNames, bulletinTables } from '../../campaign/bulletin/rules.ts';
import { languageOf } from '../../http/answer.ts';
import { text } from '../../http/schema-parts.ts';
import { askedView, readQuery, type Served } from '../../request/asked.ts';
import { checkedApp, reading } from '../../request/described.ts';
import { fill } from '../../words/fill.ts';
import { bulletinWords, placeholderTitles } from './bulletin.message.ts';
import { bulletinFigures } from './figures.ts';

const schema = z
  .object({ placeholders: z.array(z.object({ name: z.string(), title: text, table: z.boolean(), value: z.string() })) })
  .openapi('Placeholders');

/** GET /api/bulletin/placeholders — what a bulletin’s template may name, and what each would say now. */
export type PlaceholdersAnswer = z.infer<typeof schema>;

/** 通报 — what its template may name. */
export function bulletinRoutes(served: Served) {
  return checkedApp().openapi(
    reading({
      path: '/bulletin/placeholders',
      summary: 'What the template of a bulletin may name, and what each says now',
      action: 'set-editions',
      query: readQuery,
      params: {},
      answer: schema,
    }),
    async (c) => {
      const lang = languageOf(c);
      const view = await askedView(served, c, c.req.valid('query').asOf);
      const { values, tables } = await bulletinFigures(served.store, view, lang);
      const words = bulletinWords[lang];
      const answer: PlaceholdersAnswer = {
        placeholders: [
          ...bulletinNames.map((name) => ({ name, title: placeholderTitles[name], table: false, value: values[name] })),
          ...bulletinTables.map((name) => {
            const { rows } = tables[name];
            const value = rows === null ? words.hidden : fill(words.rows, { count: rows.length });
            return { name, title: placeholderTitles[name], table: true, value };
          }),
        ],
      };
      return c.json(answer, 200, { 'cache-control': 'private, no-store' });
    },
  );
}
