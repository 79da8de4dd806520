import { z } from '@hono/zod-openapi';
import { count, day, maybe, text } from '../http/schema-parts.ts';
import type { LayersAnswer, ValuesAnswer } from './answer.ts';

const better = z.enum(['more', 'less']);
const level = z.enum(['village', 'town']);

const layerClass = z.object({
  id: z.string(),
  title: text,
  lamp: z.enum([
    'done',
    'good',
    'steady',
    'near',
    'late',
    'overdue',
    'none',
    'silent',
    'outside',
    'scale-1',
    'scale-2',
    'scale-3',
    'scale-4',
    'scale-5',
  ]),
  hatch: z.enum(['none', 'rising', 'falling', 'cross', 'dots', 'level']),
  unmeasured: z.literal(true).optional(),
  letter: text,
});
const kpi = z.object({ id: z.string(), title: text, classes: z.array(z.string()), better });

export const layersSchema: z.ZodType<LayersAnswer> = z
  .object({
    themes: z.array(z.object({ id: z.string(), key: count, title: text })),
    layers: z.array(
      z.object({
        id: z.string(),
        theme: z.string(),
        parent: maybe(z.string()),
        level,
        title: text,
        definition: text,
        source: text,
        unit: maybe(text),
        classes: z.array(layerClass),
        former: z.record(z.string(), z.array(z.string())).optional(),
        rollUp: z.object({
          title: text,
          classes: z.array(z.string()),
          outside: z.array(z.string()),
          target: maybe(z.number()),
          better,
        }),
        kpis: z.array(kpi),
      }),
    ),
    visitWindowDays: count,
  })
  .openapi('Layers');

const rollUp = z.object({ fid: count, counts: z.array(count), share: maybe(z.number()) }).openapi('RollUp');

export const valuesSchema: z.ZodType<ValuesAnswer> = z
  .object({
    layer: z.string(),
    seq: count,
    areasSeq: count,
    on: day,
    dataAt: maybe(z.string()),
    classes: z.string(),
    values: z.array(maybe(z.number())),
    towns: z.array(rollUp),
    county: rollUp,
  })
  .openapi('Values');
