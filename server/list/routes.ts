import { z } from '@hono/zod-openapi';
import { fullNamesOf, withFullName } from '../area/full-names.ts';
import { recordEvent } from '../change/audit-event.ts';
import { viewAt } from '../change/view-at.ts';
import { clockOf } from '../db/clock.ts';
import { addressOf } from '../http/address.ts';
import { languageOf, versionedJson } from '../http/answer.ts';
import { download } from '../http/download.ts';
import { layersSchema, valuesSchema } from '../layer/answer.ts';
import { layersAnswer, valuesAnswer } from '../layer/answers.ts';
import { countyFacts } from '../layer/facts.ts';
import { functionOf } from '../person/exporter.ts';
import { readResponsibilities } from '../person/responsibility.ts';
import { askedView, readQuery, type Served, versionOf } from '../request/asked.ts';
import { checkedApp, reading, sending } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { fresh } from '../save/bodies.ts';
import { taskChoicesSchema } from '../task/answer.ts';
import { instantText } from '../words/phrase.message.ts';
import { listSchema, summarySchema, visitsSchema } from './answer.ts';
import { listAnswer } from './list.ts';
import { ledgerFoot } from './problem-ledger.message.ts';
import { problemRows } from './problem-ledger.ts';
import { summaryAnswer } from './summary.ts';
import { taskChoices } from './task-choices.ts';
import { visitsAnswer } from './visits-answer.ts';

const workbookMedia = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const layerId = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .openapi({ example: 'venue-schedule' });
const days = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)
  .pipe(z.number().max(400))
  .optional()
  .openapi({ type: 'integer', minimum: 1, maximum: 400, default: 30 });

const placeCode = z.string().max(40);
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

/** Layers, their values, the list behind a number, the summary, and visits as points. */
export function listRoutes(served: Served) {
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
        return versionedJson(c, versionOf(served, view), () => layersAnswer(store, view));
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
        return versionedJson(c, versionOf(served, view), () => valuesAnswer(store, view, c.req.valid('param').id));
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
        return versionedJson(c, versionOf(served, view), async () => (await listAnswer(store, view, asked)).answer);
      },
    )
    .openapi(
      sending({
        path: '/layers/{id}/list.xlsx',
        summary: 'The same list as a workbook',
        action: 'export',
        query: listQuery,
        params: { id: layerId },
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
        const { listWorkbook } = await import('./list-workbook.ts');
        const [facts, duties, by] = await Promise.all([
          countyFacts(store, view),
          readResponsibilities(store, view),
          functionOf(store, view.user, lang),
        ]);
        const fids = list.answer.rows.map(({ fid }) => fid);
        const full = fullNamesOf(facts.areas);
        const problems = problemRows({ facts, duties, full, lang }, list.layer.theme, fids);
        const rows = list.answer.rows.map((row) => withFullName(row, full));
        const at = instantText((await clockOf(store)).now())[lang];
        const bytes = await listWorkbook(
          { ...list, answer: { ...list.answer, rows }, problems },
          lang,
          ledgerFoot({ by, at })[lang],
        );
        const name = `${list.layer.title[lang]} ${view.on}.xlsx`;
        return download(bytes, { media: workbookMedia, name, plain: 'list.xlsx', vary: 'accept-language' });
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
        return versionedJson(c, versionOf(served, view), () => summaryAnswer(store, view, town));
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
        return versionedJson(c, versionOf(served, view), () => visitsAnswer(store, view, back));
      },
    )
    .openapi(
      reading({
        path: '/tasks/choices/{code}',
        summary: 'What a new task of a place begins with: its units, people in their functions, holidays',
        action: 'assign-task',
        query: { lang: readQuery.lang },
        params: { code: placeCode },
        answer: taskChoicesSchema,
      }),
      async (c) => {
        const view = await viewAt(store, viewerOf(c));
        return c.json(
          await taskChoices(store, view, { code: c.req.valid('param').code, lang: languageOf(c) }),
          200,
          fresh,
        );
      },
    );
}
