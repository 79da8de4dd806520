import { z } from '@hono/zod-openapi';
import { clockOf } from '../calendar/clock.ts';
import { recordEvent } from '../change/audit-event.ts';
import { addressOf } from '../http/address.ts';
import { languageOf, versionedJson } from '../http/answer.ts';
import { download } from '../http/download.ts';
import { listAnswer } from '../list/list.ts';
import { ledgerFoot } from '../list/problem-ledger.message.ts';
import { problemRows } from '../list/problem-ledger.ts';
import { summaryAnswer } from '../list/summary.ts';
import { instantText } from '../paper/paper.message.ts';
import { functionOf } from '../person/exporter.ts';
import { readResponsibilities } from '../person/responsibility.ts';
import { rankingAnswer } from '../ranking/ranking.ts';
import { refuseHidden } from '../ranking/switch.ts';
import { askedView, daySchema, readQuery, type Served, versionOf } from '../request/asked.ts';
import { checkedApp, reading } from '../request/described.ts';
import { layersSchema, listSchema, rankingSchema, summarySchema, valuesSchema } from './answer-schemas.ts';
import { layersAnswer, valuesAnswer } from './answers.ts';
import { countyFacts } from './facts.ts';

const workbookMedia = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const layerId = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .openapi({ example: 'venue-schedule' });
const listQuery = {
  ...readQuery,
  class: z
    .string()
    .regex(/^[a-z0-9-]+(,[a-z0-9-]+)*$/)
    .optional()
    .openapi({ description: 'Classes of the layer, joined by commas; all when left out.' }),
  town: z
    .string()
    .regex(/^[\w-]{1,32}$/)
    .optional()
    .openapi({ description: 'Code of a town.' }),
};

/** Layers, their values, the list behind a number, rankings and the summary. */
export function layerRoutes(served: Served) {
  const { store } = served;
  return checkedApp()
    .openapi(
      reading({
        path: '/layers',
        summary: 'Every layer: title, definition, classes, figures',
        action: 'look',
        query: readQuery,
        params: {},
        answer: layersSchema,
      }),
      async (c) => {
        const view = await askedView(served, c, c.req.valid('query').asOf);
        return versionedJson(c, versionOf(served, view), () => layersAnswer(store, view)) as never;
      },
    )
    .openapi(
      reading({
        path: '/layers/{id}/values',
        summary: 'The class of every place of a layer',
        action: 'look',
        query: readQuery,
        params: { id: layerId },
        answer: valuesSchema,
      }),
      async (c) => {
        const view = await askedView(served, c, c.req.valid('query').asOf);
        return versionedJson(c, versionOf(served, view), () =>
          valuesAnswer(store, view, c.req.valid('param').id),
        ) as never;
      },
    )
    .openapi(
      reading({
        path: '/layers/{id}/list',
        summary: 'The places a number counts, worst first',
        action: 'look',
        query: listQuery,
        params: { id: layerId },
        answer: listSchema,
      }),
      async (c) => {
        const { asOf, class: classes, town, lang = 'zh' } = c.req.valid('query');
        const view = await askedView(served, c, asOf);
        const asked = { layer: c.req.valid('param').id, classes: classes?.split(','), town, lang };
        return versionedJson(
          c,
          versionOf(served, view),
          async () => (await listAnswer(store, view, asked)).answer,
        ) as never;
      },
    )
    .openapi(
      reading({
        path: '/layers/{id}/list.xlsx',
        summary: 'The same list as a workbook',
        action: 'export',
        query: listQuery,
        params: { id: layerId },
        answer: z.string().openapi({ format: 'binary' }),
        media: workbookMedia,
        long: true,
      }),
      async (c) => {
        const { asOf, class: classes, town } = c.req.valid('query');
        const view = await askedView(served, c, asOf);
        const lang = languageOf(c);
        const asked = { layer: c.req.valid('param').id, classes: classes?.split(','), town, lang };
        const list = await listAnswer(store, view, asked);
        await recordEvent(store, {
          actor: view.user.id,
          address: addressOf(c),
          action: 'export-list',
          subject: list.layer.title.zh,
          detail: { rows: list.answer.rows.length, on: view.on },
        });
        const { listWorkbook } = await import('../list/list-workbook.ts');
        const [facts, duties, by] = await Promise.all([
          countyFacts(store, view),
          readResponsibilities(store, view),
          functionOf(store, view.user, lang),
        ]);
        const fids = list.answer.rows.map(({ fid }) => fid);
        const problems = problemRows({ facts, duties, lang }, list.layer.theme, fids);
        const at = instantText((await clockOf(store)).now())[lang];
        const bytes = await listWorkbook({ ...list, problems }, lang, ledgerFoot({ by, at })[lang]);
        const name = `${list.layer.title[lang]} ${view.on}.xlsx`;
        return download(bytes, { media: workbookMedia, name, plain: 'list.xlsx', vary: 'accept-language' }) as never;
      },
    )
    .openapi(
      reading({
        path: '/rankings',
        summary: 'Towns ranked by a layer, against an earlier day',
        action: 'look',
        query: { ...readQuery, layer: layerId, since: daySchema.optional() },
        params: {},
        answer: rankingSchema,
      }),
      async (c) => {
        const { asOf, layer, since } = c.req.valid('query');
        await refuseHidden(store);
        const view = await askedView(served, c, asOf);
        return versionedJson(c, versionOf(served, view), () => rankingAnswer(store, view, { layer, since })) as never;
      },
    )
    .openapi(
      reading({
        path: '/summary',
        summary: 'Campaign, countdown and figures, of the county or a town',
        action: 'look',
        query: { ...readQuery, town: listQuery.town },
        params: {},
        answer: summarySchema,
      }),
      async (c) => {
        const { asOf, town } = c.req.valid('query');
        const view = await askedView(served, c, asOf);
        return versionedJson(c, versionOf(served, view), () => summaryAnswer(store, view, town)) as never;
      },
    );
}
