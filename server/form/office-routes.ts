import { z } from '@hono/zod-openapi';
import { areaChangeBody, areaWithdrawalBody } from '../area/change/area-body.ts';
import { changeAreas } from '../area/change/area-change.ts';
import { areaChangesAnswer } from '../area/change/area-changes-answer.ts';
import { withdrawAreaChange } from '../area/change/area-withdraw.ts';
import { editionBodies } from '../campaign/edition-bodies.ts';
import { unknownMeasures } from '../campaign/rules.ts';
import { viewAt } from '../change/view-at.ts';
import { languageOf } from '../http/answer.ts';
import { countyFacts } from '../layer/facts.ts';
import { unknownParts } from '../layer/unknown-parts.ts';
import type { Served } from '../request/asked.ts';
import { checkedApp, reading, writing } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import { fresh, saved } from '../save/bodies.ts';
import { refuseFaults } from '../save/settle.ts';
import { editionAnswer, saveEdition } from './edition-form.ts';
import { areaChangedSchema, areaChangesSchema, editionSchema } from './form-answers.ts';

const lang = z.enum(['zh', 'en']).optional();
const kinds = ['checklist', 'thresholds', 'campaign', 'routeWeights', 'ranking', 'holidays', 'bulletin'] as const;
/** What the office sets: places and editions. */
export function officeRoutes({ store }: Served) {
  const app = checkedApp()
    .openapi(
      writing({
        method: 'post',
        path: '/areas/changes',
        summary: 'Rename, merge, split or move places from a day on',
        action: 'change-areas',
        params: {},
        body: areaChangeBody,
        answer: areaChangedSchema,
      }),
      async (c) => c.json(await changeAreas(store, viewerOf(c), c.req.valid('json')), 200, fresh),
    )
    .openapi(
      reading({
        path: '/areas/changes',
        summary: 'The latest changes of places, and which may be withdrawn',
        action: 'change-areas',
        query: {},
        params: {},
        answer: areaChangesSchema,
      }),
      async (c) => c.json(await areaChangesAnswer(store, viewerOf(c)), 200, fresh),
    )
    .openapi(
      writing({
        method: 'post',
        path: '/areas/changes/{change}/withdraw',
        summary: 'Take back a change of places nothing builds on, with a reason',
        action: 'change-areas',
        params: {
          change: z
            .string()
            .regex(/^[1-9]\d{0,14}$/)
            .openapi({ example: '1' }),
        },
        body: areaWithdrawalBody,
        answer: areaChangedSchema,
      }),
      async (c) => {
        const change = Number(c.req.valid('param').change);
        return c.json(await withdrawAreaChange(store, viewerOf(c), change, c.req.valid('json')), 200, fresh);
      },
    )
    .openapi(
      reading({
        path: '/editions/{kind}',
        summary: 'Checklist, limits or campaign in force today, and those of other days',
        action: 'set-editions',
        query: { lang },
        params: { kind: z.enum(kinds) },
        answer: editionSchema,
      }),
      async (c) => c.json(await editionAnswer(store, c.req.valid('param').kind, languageOf(c)), 200, fresh),
    );
  const putting = <Kind extends (typeof kinds)[number], Body extends z.ZodType>(kind: Kind, body: Body) =>
    writing({
      method: 'put',
      path: `/editions/${kind}`,
      summary: `Put a ${kind} in force from a day on`,
      action: 'set-editions',
      params: {},
      body,
      answer: saved,
    });
  return app
    .openapi(putting('checklist', editionBodies.checklist), async (c) =>
      c.json(await saveEdition(store, viewerOf(c), 'checklist', c.req.valid('json')), 200, fresh),
    )
    .openapi(putting('thresholds', editionBodies.thresholds), async (c) =>
      c.json(await saveEdition(store, viewerOf(c), 'thresholds', c.req.valid('json')), 200, fresh),
    )
    .openapi(putting('routeWeights', editionBodies.routeWeights), async (c) =>
      c.json(await saveEdition(store, viewerOf(c), 'routeWeights', c.req.valid('json')), 200, fresh),
    )
    .openapi(putting('ranking', editionBodies.ranking), async (c) => {
      const sent = c.req.valid('json');
      const { layers } = await countyFacts(store, await viewAt(store, viewerOf(c)));
      refuseFaults(unknownParts(sent.body, layers));
      return c.json(await saveEdition(store, viewerOf(c), 'ranking', sent), 200, fresh);
    })
    .openapi(putting('campaign', editionBodies.campaign), async (c) => {
      const sent = c.req.valid('json');
      const { layers } = await countyFacts(store, await viewAt(store, viewerOf(c)));
      refuseFaults(unknownMeasures(sent.body.nodes, layers));
      return c.json(await saveEdition(store, viewerOf(c), 'campaign', sent), 200, fresh);
    })
    .openapi(putting('bulletin', editionBodies.bulletin), async (c) =>
      c.json(await saveEdition(store, viewerOf(c), 'bulletin', c.req.valid('json')), 200, fresh),
    )
    .openapi(putting('holidays', editionBodies.holidays), async (c) =>
      c.json(await saveEdition(store, viewerOf(c), 'holidays', c.req.valid('json')), 200, fresh),
    );
}
