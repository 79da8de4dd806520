import { z } from '@hono/zod-openapi';
import { cleanName } from '../../geodata/area/plain-name.ts';
import { base, day, list, text, uuid } from '../save/bodies.ts';
import { defaultThresholds } from './default-editions.message.ts';
import { measures } from './formula/rules.ts';

const title = z.string().max(200).transform(cleanName);
const words = z.strictObject({ zh: title, en: title });
const edition = <Body extends z.ZodType>(body: Body) =>
  z.strictObject({ id: uuid, base, fromOn: day, body, confirm: z.boolean().optional() });

/** 计分办法 as sent. */
export const formulaBody = z.strictObject({
  parts: list(
    z.strictObject({
      layer: z.string().max(60),
      measure: z.enum(measures),
      classes: list(z.string().max(60)),
      weight: z.number(),
      most: z.number().nullable(),
    }),
  ),
  external: z.strictObject({
    provinceCriticised: z.number(),
    cityCriticised: z.number(),
    provincePraised: z.number(),
    cityPraised: z.number(),
    lastInCity: z.number(),
  }),
  target: z.number().nullable(),
  lastTowns: z.number(),
  lastVillages: z.number(),
  belowZero: z.boolean().optional(),
});
export const editionBodies = {
  checklist: edition(
    list(z.strictObject({ key: z.string().max(60), group: z.enum(['rooms', 'connections', 'haves']), title: words })),
  ),
  thresholds: edition(
    z.strictObject({
      venueLateDays: z.number(),
      visitFreshDays: z.number(),
      visitDueDays: z.number(),
      visitWindowDays: z.number(),
      linkageVisitsPerMonth: z.number(),
      linkageNearDays: z.number().default(defaultThresholds.linkageNearDays),
      reportStaleDays: z.number().default(defaultThresholds.reportStaleDays),
      taskNearDays: z.number().default(defaultThresholds.taskNearDays),
    }),
  ),
  routeWeights: edition(
    z.strictObject({
      venueOverdue: z.number(),
      venueLate: z.number(),
      silent: z.number(),
      backward: z.number(),
      turnaroundOverdue: z.number(),
      neverVisited: z.number(),
      perMonth: z.number(),
      quotaDue: z.number(),
      perFinding: z.number(),
      serviceMin: z.number(),
      findingMin: z.number(),
    }),
  ),
  ranking: edition(formulaBody),
  campaign: edition(
    z.strictObject({
      title: words,
      firstOn: day,
      days: z.number(),
      nodes: list(
        z.strictObject({
          title: words,
          on: day,
          measure: z
            .strictObject({ layer: z.string().max(60), classes: list(z.string().max(60)) })
            .nullable()
            .optional(),
        }),
      ),
    }),
  ),
  bulletin: edition(
    z.strictObject({
      head: text,
      number: text,
      title: text,
      addressee: text,
      body: z.string().max(40_000),
      signature: text,
    }),
  ),
  holidays: edition(z.strictObject({ off: z.array(day).max(400), worked: z.array(day).max(400) })),
};
