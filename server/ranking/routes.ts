import { z } from '@hono/zod-openapi';
import { readAreas } from '../area/area-store.ts';
import { fullNamesOf, withFullName } from '../area/full-names.ts';
import { formulaBody } from '../campaign/edition-bodies.ts';
import { rankingFaults } from '../campaign/formula/rules.ts';
import { recordEvent } from '../change/audit-event.ts';
import { viewAt } from '../change/view-at.ts';
import { addressOf } from '../http/address.ts';
import { languageOf, versionedJson } from '../http/answer.ts';
import { download } from '../http/download.ts';
import { Refusal } from '../http/refusal.ts';
import { countyFacts } from '../layer/facts.ts';
import { unknownParts } from '../layer/unknown-parts.ts';
import { askedView, daySchema, readQuery, type Served, versionOf } from '../request/asked.ts';
import { checkedApp, reading, sending, writing } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { reachOf } from '../rights/may-write.ts';
import { fresh, saved, uuid } from '../save/bodies.ts';
import { refuseFaults } from '../save/settle.ts';
import { placeRankSchema, previewSchema, rankHistorySchema, rankingSchema, scoresSchema } from './answer.ts';
import { saveExternal, withdrawExternal } from './external-save.ts';
import { rankHistoryAnswer } from './rank-history.ts';
import { rankingAnswer } from './ranking.ts';
import { externalKinds, externalLevels } from './rules.ts';
import { placeRankAnswer, previewAnswer, scoresAnswer } from './scores-answer.ts';
import { refuseHidden, refuseHiddenFrom, setRankingHidden } from './switch.ts';

const layerId = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .openapi({ example: 'venue-schedule' });
const code = z
  .string()
  .regex(/^[\p{L}\p{N}_-]{1,40}$/u)
  .openapi({ example: '990127100001' });
const external = { external: uuid };
const workbookMedia = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const lines = z.string().trim().max(2000).nullable();
const values = z.strictObject({
  place: z.string().max(40),
  kind: z.enum(externalKinds),
  level: z.enum(externalLevels),
  occurredOn: z.string().max(20),
  source: z.string().trim().max(2000),
  document: lines,
  note: lines,
  rank: z.number().nullable(),
  of: z.number().nullable(),
});

/** 排名与问责 — scores, their history and workbook, other formulas tried, results of superiors, and the switch that hides it all. */
export function rankingRoutes(served: Served) {
  const { store } = served;
  const see = { action: 'see-ranking', params: {} } as const;
  const set = { action: 'set-ranking', answer: saved } as const;
  return checkedApp()
    .openapi(
      reading({
        ...see,
        path: '/ranking',
        summary: 'Towns and villages by score, against an earlier day, with the formula',
        query: { ...readQuery, since: daySchema.optional() },
        answer: scoresSchema,
      }),
      async (c) => {
        const { asOf, since } = c.req.valid('query');
        const hidden = await refuseHiddenFrom(store, viewerOf(c));
        const view = await askedView(served, c, asOf);
        const version = `${versionOf(served, view)}.${hidden}`;
        return versionedJson(c, version, () => scoresAnswer(store, view, { since, hidden }));
      },
    )
    .openapi(
      reading({
        ...see,
        path: '/ranking/history',
        summary: 'The towns’ ranks day by day',
        query: readQuery,
        answer: rankHistorySchema,
      }),
      async (c) => {
        await refuseHiddenFrom(store, viewerOf(c));
        const view = await askedView(served, c, c.req.valid('query').asOf);
        return versionedJson(c, versionOf(served, view), () => rankHistoryAnswer(store, view), 'in turn');
      },
    )
    .openapi(
      sending({
        path: '/ranking.xlsx',
        summary: 'The ranking as a workbook that counts its scores itself',
        action: 'export',
        query: { ...readQuery, since: daySchema.optional() },
        params: {},
        media: workbookMedia,
        long: true,
      }),
      async (c) => {
        await refuseHidden(store);
        if (reachOf(viewerOf(c), 'see-ranking') === 'none') throw new Refusal('address-unknown');
        const { asOf, since } = c.req.valid('query');
        const view = await askedView(served, c, asOf);
        const lang = languageOf(c);
        const answer = await scoresAnswer(store, view, { since, hidden: false });
        const { rankingWorkbook } = await import('./ranking-workbook.ts');
        const full = fullNamesOf(await readAreas(store, view));
        const villages = answer.villages.map((row) => withFullName(row, full));
        const { bytes, title } = await rankingWorkbook({ ...answer, villages }, lang);
        await recordEvent(store, {
          ...{ actor: view.user.id, address: addressOf(c), action: 'export-ranking', subject: title },
          detail: { rows: answer.towns.length + answer.villages.length, on: view.on },
        });
        const name = `${title}.xlsx`;
        return download(bytes, { media: workbookMedia, name, plain: 'ranking.xlsx', vary: 'accept-language' });
      },
    )
    .openapi(
      reading({
        ...see,
        path: '/places/{code}/rank',
        summary: 'Where a place stands, and what superiors said of it',
        query: readQuery,
        params: { code },
        answer: placeRankSchema,
      }),
      async (c) => {
        const view = await askedView(served, c, c.req.valid('query').asOf);
        return c.json(await placeRankAnswer(store, view, c.req.valid('param').code), 200, fresh);
      },
    )
    .openapi(
      writing({
        method: 'post',
        path: '/ranking/preview',
        summary: 'The ranking another formula would give, beside today’s',
        action: 'set-ranking',
        params: {},
        body: formulaBody,
        answer: previewSchema,
      }),
      async (c) => {
        const view = await viewAt(store, viewerOf(c));
        const formula = c.req.valid('json');
        refuseFaults([...rankingFaults(formula), ...unknownParts(formula, (await countyFacts(store, view)).layers)]);
        return c.json(await previewAnswer(store, view, formula), 200, fresh);
      },
    )
    .openapi(
      writing({
        ...set,
        method: 'put',
        path: '/ranking/switch',
        summary: 'Hide every ranking from everybody, or show them again',
        params: {},
        body: z.strictObject({ id: uuid, hidden: z.boolean() }),
        answer: z.object({ seq: z.number(), hidden: z.boolean() }),
      }),
      async (c) => c.json(await setRankingHidden(store, viewerOf(c), c.req.valid('json')), 200, fresh),
    )
    .openapi(
      writing({
        ...set,
        method: 'put',
        path: '/ranking/external/{external}',
        summary: 'Enter a result of a superior, or correct it as a new version',
        params: external,
        body: z.strictObject({
          id: uuid,
          base: z.string().regex(/^[0-9a-f]{0,64}$/),
          values,
          before: values.optional(),
        }),
      }),
      async (c) =>
        c.json(await saveExternal(store, viewerOf(c), c.req.valid('param').external, c.req.valid('json')), 200, fresh),
    )
    .openapi(
      writing({
        ...set,
        method: 'post',
        path: '/ranking/external/{external}/withdraw',
        summary: 'Take back a result entered by mistake',
        params: external,
        body: z.strictObject({ id: uuid }),
      }),
      async (c) =>
        c.json(
          await withdrawExternal(store, viewerOf(c), c.req.valid('param').external, c.req.valid('json').id),
          200,
          fresh,
        ),
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
        return versionedJson(c, versionOf(served, view), () => rankingAnswer(store, view, { layer, since }));
      },
    );
}
