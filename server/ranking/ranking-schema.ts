import { z } from '@hono/zod-openapi';
import { count, day, maybe, text } from '../http/schema-parts.ts';
import type { RankingAnswer } from '../layer/answer.ts';

export const rankingSchema: z.ZodType<RankingAnswer> = z
  .object({
    layer: z.string(),
    seq: count,
    on: day,
    since: day,
    scope: text,
    title: text,
    target: maybe(z.number()),
    silent: z.boolean(),
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
