import { z } from '@hono/zod-openapi';
import { count, day, maybe, text } from '../http/schema-parts.ts';
import type { CompareAnswer, DaysAnswer, HistoryAnswer, LayerDaysAnswer } from './answer.ts';
import { ways } from './rules.ts';

const rollUp = z.object({ fid: count, counts: z.array(count), share: maybe(z.number()) });

export const daysSchema: z.ZodType<DaysAnswer> = z
  .object({ firstOn: maybe(day), lastOn: day, days: z.array(z.object({ on: day, changes: count })) })
  .openapi('Days');

export const layerDaysSchema: z.ZodType<LayerDaysAnswer> = z
  .object({
    layer: z.string(),
    seq: count,
    from: day,
    to: day,
    places: z.array(z.array(count)),
    days: z.array(
      z.object({
        on: day,
        since: day,
        dataAt: maybe(z.string()),
        places: count,
        classes: z.string(),
        values: z.array(maybe(z.number())).optional(),
        county: rollUp,
        towns: z.array(rollUp),
      }),
    ),
  })
  .openapi('LayerDays');

export const compareSchema: z.ZodType<CompareAnswer> = z
  .object({
    layer: z.string(),
    seq: count,
    from: day,
    to: day,
    better: count,
    worse: count,
    aged: count,
    same: count,
    unknown: count,
    fids: z.array(count),
    classesFrom: z.string(),
    classesTo: z.string(),
    countyFrom: rollUp,
    countyTo: rollUp,
    changed: z.array(
      z.object({
        fid: count,
        code: z.string(),
        name: z.string(),
        town: z.string(),
        from: maybe(z.string()),
        to: maybe(z.string()),
        way: z.enum(ways),
        valueFrom: maybe(z.number()),
        valueTo: maybe(z.number()),
      }),
    ),
  })
  .openapi('Compare');

const said = maybe(z.union([text, z.string()]));

export const historySchema: z.ZodType<HistoryAnswer> = z
  .object({
    entries: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        on: day,
        recordedAt: z.string(),
        actor: maybe(z.object({ name: maybe(z.string()), post: maybe(z.string()) })),
        title: text,
        subject: z.string(),
        source: maybe(z.string()),
        corrects: maybe(z.string()),
        fields: z.array(z.object({ title: text, before: said, after: said })),
      }),
    ),
    more: maybe(z.string()),
  })
  .openapi('History');
