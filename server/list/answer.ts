import { z } from '@hono/zod-openapi';
import { count, day, maybe, text } from '../http/schema-parts.ts';

const better = z.enum(['more', 'less']);

const row = z.object({
  fid: count,
  code: z.string(),
  name: z.string(),
  town: z.string(),
  class: z.string(),
  value: maybe(z.number()),
  why: text,
  /** Further cells by column key, ready to show. */
  cells: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type ListRow = z.infer<typeof row>;

export const listSchema = z
  .object({
    layer: z.string(),
    seq: count,
    on: day,
    columns: z.array(z.object({ key: z.string(), title: text })),
    rows: z.array(row),
  })
  .openapi('List');
/** GET /api/layers/:id/list?asOf=&class=a,b&town=CODE — the ledger behind a number; also `/list.xlsx`. Worst first. */
export type ListAnswer = z.infer<typeof listSchema>;

const metBy = z.object({ count, of: count });
const node = z.object({
  title: text,
  on: day,
  met: maybe(z.object({ layer: z.string(), unmet: z.array(z.string()), onDay: metBy, now: metBy })),
});
/**
 * 时间节点 — a key date. `met`: how many places met it as known on its day and on the view's, and the classes of those that did not; null for one to come
 * or that nothing measures.
 */
export type NodeAnswer = z.infer<typeof node>;

export const campaignStates = ['ahead', 'running', 'last', 'over'] as const;
const campaign = z.object({
  title: text,
  firstOn: day,
  days: count,
  state: z.enum(campaignStates),
  day: count,
  daysLeft: count,
  daysTo: count,
  daysSince: count,
  nodes: z.array(node),
});

const scope = z.object({
  /** Code of the town asked for; null: none was. */
  town: maybe(z.string()),
  title: text,
  villages: count,
  totals: z.boolean(),
});
/**
 * 层级 — what figures are of, named: the county, a town, or the villages the viewer sees. `totals`: of a town none of whose villages are in sight, so that no
 * list opens behind them.
 */
export type ScopeAnswer = z.infer<typeof scope>;

export const summarySchema = z
  .object({
    seq: count,
    on: day,
    dataAt: maybe(z.string()),
    sample: z.boolean(),
    campaign: maybe(campaign),
    /** Day of the figures of the last meeting held before; null without one, or where meetings are out of sight. */
    lastMeetingOn: maybe(day),
    scope,
    kpis: z.array(
      z.object({
        id: z.string(),
        layer: z.string(),
        classes: z.array(z.string()),
        title: text,
        /** Nothing at all was reported: no figure stands for it. */
        silent: z.boolean(),
        value: count,
        of: count,
        before: maybe(count),
        better,
      }),
    ),
  })
  .openapi('Summary');
/** GET /api/summary?asOf=&town= — campaign, countdown and the KPI strip of the county or a town; each KPI names the list behind it. */
export type SummaryAnswer = z.infer<typeof summarySchema>;

export const visitsSchema = z
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
/** GET /api/visits?asOf=&days= — visits made, for the points on the map; newest first. */
export type VisitsAnswer = z.infer<typeof visitsSchema>;
