import { z } from '@hono/zod-openapi';
import { count, day, maybe, text } from '../http/schema-parts.ts';
import type { ListAnswer, SummaryAnswer, VisitsAnswer } from '../layer/answer.ts';

const better = z.enum(['more', 'less']);

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
