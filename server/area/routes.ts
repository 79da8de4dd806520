import { versionedJson } from '../http/answer.ts';
import { askedView, readQuery, type Served, versionOf } from '../request/asked.ts';
import { checkedApp, reading } from '../request/described.ts';
import { areasSchema } from './answer.ts';
import { areasAnswer } from './areas-answer.ts';
import { movedView } from './areas-seq.ts';

/** 地点 — all places and the files that draw them. */
export function areaRoutes(served: Served) {
  const { store } = served;
  return checkedApp().openapi(
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
      return versionedJson(c, version, () => areasAnswer(store, view));
    },
  );
}
