import { z } from '@hono/zod-openapi';
import { count, day, maybe, text } from '../http/schema-parts.ts';
import { rollUpSchema } from '../layer/answer.ts';
import { ways } from './rules.ts';

export const daysSchema = z
  .object({ firstOn: maybe(day), lastOn: day, days: z.array(z.object({ on: day, changes: count })) })
  .openapi('Days');
/** GET /api/days — the days on which something became known to the viewer, with how many changes; `lastOn` is today. `firstOn` null: nothing is known. */
export type DaysAnswer = z.infer<typeof daysSchema>;

const layerDay = z.object({
  on: day,
  /** The day its ranking is compared with: that of the last meeting held before it, else a week before. */
  since: day,
  dataAt: maybe(z.string()),
  /** Index into `places`. */
  places: count,
  classes: z.string(),
  values: z.array(maybe(z.number())).optional(),
  county: rollUpSchema,
  towns: z.array(rollUpSchema),
});
export type LayerDay = z.infer<typeof layerDay>;

export const layerDaysSchema = z
  .object({
    layer: z.string(),
    seq: count,
    from: day,
    to: day,
    /** The different sets of places known on these days: fids, ascending. */
    places: z.array(z.array(count)),
    days: z.array(layerDay),
  })
  .openapi('LayerDays');
/**
 * GET /api/layers/:id/days?from=&to= — the status column of a layer for every day, each as known at its end. `classes` and `values` run as in
 * ValuesAnswer, beside the fids of `places[day.places]`; `values` is left out where the layer's value is not shown.
 */
export type LayerDaysAnswer = z.infer<typeof layerDaysSchema>;

export const compareSchema = z
  .object({
    layer: z.string(),
    seq: count,
    from: day,
    to: day,
    better: count,
    worse: count,
    /** Class moved although nothing was recorded of the place. */
    aged: count,
    same: count,
    /** Not there, or not counted, on one of the days. */
    unknown: count,
    fids: z.array(count),
    classesFrom: z.string(),
    classesTo: z.string(),
    countyFrom: rollUpSchema,
    countyTo: rollUpSchema,
    /** Every place whose class is another, worst first: what got worse, what aged, what cannot be compared, what got better. */
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
/**
 * GET /api/compare?layer=&from=&to= — what moved between two days: a place moved when its class moved. `fids` are the places known on either day,
 * ascending; `classesFrom`, `classesTo` have one base-36 digit for each, `-` where it was not known. The five counts add up to the places.
 */
export type CompareAnswer = z.infer<typeof compareSchema>;

const said = maybe(z.union([text, z.string()]));

const entry = z.object({
  id: z.string(),
  at: z.string(),
  on: day,
  recordedAt: z.string(),
  /** Null: an import. A name is null where it was erased. */
  actor: maybe(z.object({ name: maybe(z.string()), post: maybe(z.string()) })),
  title: text,
  subject: z.string(),
  /** File, or file and sheet; null: a form. */
  source: maybe(z.string()),
  /** The entry it corrects: the version of the same record before. */
  corrects: maybe(z.string()),
  fields: z.array(z.object({ title: text, before: said, after: said })),
});
export type HistoryEntry = z.infer<typeof entry>;

export const historySchema = z
  .object({
    entries: z.array(entry),
    more: maybe(z.string()),
  })
  .openapi('History');
/** GET /api/places/:code/history — who changed what, newest first, 50 at once: `?before=` an entry the ones before it, `more` the entry to name for those before these, null where there are none. */
export type HistoryAnswer = z.infer<typeof historySchema>;
