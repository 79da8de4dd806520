import { z } from '@hono/zod-openapi';
import { cleanName } from '../../geodata/area/plain-name.ts';
import { defaultThresholds } from '../campaign/default-editions.message.ts';
import { visitLevels } from '../inspection/rules.ts';
import { measures } from '../ranking/rules.ts';
import { milestoneKeys, stages } from '../venue/rules.ts';
import { visitMoves } from './form-answers.ts';

const text = z.string().max(2000);
const texts = text.nullable();
/** A day as typed: whether it exists is said field by field. */
const day = z.string().max(20);
const days = day.nullable();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(1000);
export const uuid = z.uuid();
export const base = z.string().regex(/^[0-9a-f]{0,64}$/);

/** Never kept: a form is asked anew whenever it opens. */
export const fresh = { 'cache-control': 'private, no-store' };

/** What a save answers. */
export const saved = z
  .object({
    seq: z.number(),
    base: z.string().nullable(),
    merged: z.array(z.string()),
    proposed: z.array(z.string()).optional(),
  })
  .openapi('Saved');

const saving = <Values extends z.ZodType>(values: Values) =>
  z.strictObject({
    ...{ id: uuid, base, values, before: values.optional(), confirm: z.boolean().optional() },
    reason: text.optional(),
  });

const venueValues = z.strictObject({
  stage: z.enum(stages).nullable(),
  reportedOn: days.default(null),
  items: z.record(z.string().max(60), z.boolean().nullable()).transform((items) => items as Record<string, boolean>),
  milestones: list(z.strictObject({ key: z.enum(milestoneKeys), plannedOn: days, doneOn: days })),
  organisationAcceptedOn: days,
  financeAcceptedOn: days,
  subsidyFen: z.number().nullable(),
  subsidyPaidFen: z.number().nullable(),
});
export const venueBody = saving(venueValues);

const problem = z.strictObject({ text, measure: texts, dueOn: days, doneOn: days });
const turnaround = z.strictObject({
  namedBy: z.enum(['city', 'county']),
  namedOn: days,
  problems: list(problem),
  leaderId: texts,
  groupHeadId: texts,
  groupUnits: list(text),
  guidingUnit: texts,
  stationedOn: days,
  signedOffOn: days,
});
export const organisationBody = saving(
  z.strictObject({
    name: text,
    field: text,
    screenedOn: days,
    reportedOn: days.default(null),
    turnaround: turnaround.nullable(),
  }),
);

const named = z.strictObject({ name: texts, post: texts, unit: texts, workPhone: texts });
export const responsibleBody = saving(z.record(z.string().max(60), named.nullable()));

const finding = z.strictObject({ text, closedOn: days });
const visitValues = z.strictObject({
  state: z.enum(visitMoves),
  occurredOn: day,
  level: z.enum(visitLevels),
  announced: z.boolean(),
  team: texts,
  leaderId: texts,
  places: list(z.strictObject({ code: z.string().max(40), findings: list(finding) })),
});
export const newVisitBody = z.strictObject({ id: uuid, values: visitValues, confirm: z.boolean().optional() });
export const visitBody = saving(visitValues);

const code = z.string().max(60);
const newCode = code.nullable();
/** A name as it is kept: what one cannot see does not come in with it. */
const name = text.transform(cleanName);
const changeOf = { id: uuid, on: day, confirm: z.boolean().optional() };
export const areaChangeBody = z.discriminatedUnion('kind', [
  z.strictObject({ ...changeOf, kind: z.literal('rename'), code, name, newCode }),
  z.strictObject({ ...changeOf, kind: z.literal('merge'), code, into: code, name: name.nullable(), newCode }),
  z.strictObject({ ...changeOf, kind: z.literal('split'), code, name, newCode: code }),
  z.strictObject({ ...changeOf, kind: z.literal('move'), code, town: code, newCode }),
]);

export const areaWithdrawalBody = z.strictObject({ id: uuid, reason: text });

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
