import { z } from '@hono/zod-openapi';
import { storeStates } from '../db/store-state.ts';
import type {
  AreasAnswer,
  HealthAnswer,
  LayersAnswer,
  ListAnswer,
  PlaceAnswer,
  ProblemAnswer,
  RankingAnswer,
  SearchAnswer,
  SummaryAnswer,
  ValuesAnswer,
  VisitsAnswer,
} from './answer.ts';

export const text = z.object({ zh: z.string(), en: z.string() }).openapi('Text');
export const day = z.string().openapi({ format: 'date' });
export const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullable();
const bounds = z.tuple([z.number(), z.number(), z.number(), z.number()]).openapi('Bounds');
export const count = z.number().int();
const better = z.enum(['more', 'less']);
const level = z.enum(['village', 'town']);

export const place: z.ZodType<PlaceAnswer> = z
  .object({
    fid: count,
    code: z.string(),
    name: z.string(),
    officialName: maybe(z.string()),
    type: maybe(z.string()),
    town: count,
    areaKm2: maybe(z.number()),
    label: maybe(z.tuple([z.number(), z.number()])),
    bounds: maybe(bounds),
  })
  .openapi('Place');

const map = z.object({
  tiles: z.string(),
  plain: z.string(),
  bounds,
  groundImage: maybe(z.string()),
  groundBounds: maybe(bounds),
  groundTiles: maybe(z.string()),
  groundPlain: maybe(z.string()),
});

export const areasSchema: z.ZodType<AreasAnswer> = z
  .object({
    seq: count,
    county: maybe(place),
    towns: z.array(place),
    villages: z.array(place),
    map: maybe(map),
    sample: z.boolean(),
  })
  .openapi('Areas');

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

export const listSchema: z.ZodType<ListAnswer> = z
  .object({
    layer: z.string(),
    seq: count,
    on: day,
    columns: z.array(z.object({ key: z.string(), title: text })),
    rows: z.array(
      z.object({
        fid: count,
        code: z.string(),
        name: z.string(),
        town: z.string(),
        class: z.string(),
        value: maybe(z.number()),
        why: text,
        cells: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      }),
    ),
  })
  .openapi('List');

export const rankingSchema: z.ZodType<RankingAnswer> = z
  .object({
    layer: z.string(),
    seq: count,
    on: day,
    since: day,
    scope: text,
    title: text,
    target: maybe(z.number()),
    rows: z.array(
      z.object({
        fid: count,
        code: z.string(),
        name: z.string(),
        share: maybe(z.number()),
        counted: count,
        of: count,
        rank: count,
        tied: z.boolean(),
        shareBefore: maybe(z.number()),
        rankBefore: maybe(count),
      }),
    ),
  })
  .openapi('Ranking');

const metBy = z.object({ count, of: count });
const campaign = z.object({
  title: text,
  firstOn: day,
  days: count,
  state: z.enum(['ahead', 'running', 'last', 'over']),
  day: count,
  daysLeft: count,
  daysTo: count,
  daysSince: count,
  nodes: z.array(
    z.object({
      title: text,
      on: day,
      met: maybe(z.object({ layer: z.string(), unmet: z.array(z.string()), onDay: metBy, now: metBy })),
    }),
  ),
});

export const summarySchema: z.ZodType<SummaryAnswer> = z
  .object({
    seq: count,
    on: day,
    dataAt: maybe(z.string()),
    sample: z.boolean(),
    campaign: maybe(campaign),
    lastMeetingOn: maybe(day),
    scope: z.object({ town: maybe(z.string()), title: text, villages: count, totals: z.boolean() }),
    kpis: z.array(
      z.object({
        id: z.string(),
        layer: z.string(),
        classes: z.array(z.string()),
        title: text,
        silent: z.boolean(),
        value: count,
        of: count,
        before: maybe(count),
        better,
      }),
    ),
  })
  .openapi('Summary');

export const searchSchema: z.ZodType<SearchAnswer> = z
  .object({
    hits: z.array(
      z.object({
        fid: count,
        code: z.string(),
        name: z.string(),
        kind: z.enum(['county', 'town', 'village']),
        town: maybe(z.string()),
        matched: z.string(),
        how: z.enum(['name', 'pinyin', 'initials', 'former', 'near', 'code']),
      }),
    ),
  })
  .openapi('Search');

export const visitsSchema: z.ZodType<VisitsAnswer> = z
  .object({
    seq: count,
    visits: z.array(
      z.object({
        id: z.string(),
        on: day,
        level: z.string(),
        announced: z.boolean(),
        team: maybe(z.string()),
        fids: z.array(count),
        open: count,
      }),
    ),
  })
  .openapi('Visits');

export const healthSchema: z.ZodType<HealthAnswer> = z
  .object({
    state: z.enum(storeStates),
    version: z.string(),
    engine: z.enum(['sqlite', 'postgresql']),
    seq: count,
    on: z.string(),
    startedAt: z.string(),
  })
  .openapi('Health');

export const problemSchema: z.ZodType<ProblemAnswer> = z
  .object({ type: z.string(), title: z.string(), status: count, detail: z.string(), parameter: z.string().optional() })
  .openapi('Problem');
