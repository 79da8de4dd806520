import { z } from '@hono/zod-openapi';
import { movedView } from '../area/areas-seq.ts';
import { versionedJson } from '../http/answer.ts';
import { askedView, readQuery, type Served, versionOf } from '../request/asked.ts';
import { checkedApp, reading } from '../request/described.ts';
import { searchSchema } from './answer.ts';
import { searchAnswer } from './search-answer.ts';

/** 搜索 — places by what they are or were called. */
export function searchRoutes(served: Served) {
  const { store } = served;
  return checkedApp().openapi(
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
      return versionedJson(c, version, () => searchAnswer(store, view, q));
    },
  );
}
