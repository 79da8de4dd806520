import { z } from '@hono/zod-openapi';
import { count, day, maybe, text } from '../http/schema-parts.ts';

const better = z.enum(['more', 'less']);
const level = z.enum(['village', 'town']);

/** Colour roles of classes, as the lamps of the product are. */
export const lampSchema = z.enum([
  ...(['done', 'good', 'steady', 'near', 'late', 'overdue', 'none', 'silent', 'outside'] as const),
  ...(['scale-1', 'scale-2', 'scale-3', 'scale-4', 'scale-5'] as const),
]);
const layerClass = z.object({
  id: z.string(),
  title: text,
  lamp: lampSchema,
  hatch: z.enum(['none', 'rising', 'falling', 'cross', 'dots', 'level']),
  unmeasured: z.literal(true).optional(),
  letter: text,
});
const kpi = z.object({ id: z.string(), title: text, classes: z.array(z.string()), better });

const layer = z.object({
  id: z.string(),
  theme: z.string(),
  parent: maybe(z.string()),
  level,
  title: text,
  definition: text,
  source: text,
  unit: maybe(text),
  classes: z.array(layerClass),
  /** Class ids of before, with those that stand for them now. */
  former: z.record(z.string(), z.array(z.string())).optional(),
  rollUp: z.object({
    title: text,
    classes: z.array(z.string()),
    outside: z.array(z.string()),
    target: maybe(z.number()),
    better,
  }),
  kpis: z.array(kpi),
});
export type LayerAnswer = z.infer<typeof layer>;

export const layersSchema = z
  .object({
    themes: z.array(z.object({ id: z.string(), key: count, title: text })),
    layers: z.array(layer),
    /** n天内 — the window of visits in days, as the editions in force set it. */
    visitWindowDays: count,
  })
  .openapi('Layers');
/** GET /api/layers — everything the screen needs to show a layer. `key` is the theme key 1–9 of main layers. */
export type LayersAnswer = z.infer<typeof layersSchema>;

/** Counts by class in the layer's order; `share` 0–1 or null when nothing counts. For a town-level layer `towns` is empty. */
export const rollUpSchema = z
  .object({ fid: count, counts: z.array(count), share: maybe(z.number()) })
  .openapi('RollUp');

export const valuesSchema = z
  .object({
    layer: z.string(),
    seq: count,
    areasSeq: count,
    /** The day judged on, and the instant of the newest change seen (数据截至). */
    on: day,
    dataAt: maybe(z.string()),
    classes: z.string(),
    values: z.array(maybe(z.number())),
    towns: z.array(rollUpSchema),
    county: rollUpSchema,
  })
  .openapi('Values');
/**
 * GET /api/layers/:id/values?asOf= — the compact status column. `classes` has one base-36 digit (index into the layer's classes) for each
 * place of the layer's level in ascending fid, `-` for a town the viewer does not see; `values` runs beside it. `areasSeq` tells whether the places known are still these.
 */
export type ValuesAnswer = z.infer<typeof valuesSchema>;
