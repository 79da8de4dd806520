import { z } from '@hono/zod-openapi';

/** Schema of `PaperAnswer`. */
export const paperSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    before: z.number().int(),
    done: z.number().int(),
    of: z.number().int(),
    askedAt: z.string(),
    seq: z.number().int().nullable(),
    on: z.string().nullable(),
    bytes: z.number().int().nullable(),
    keptUntil: z.string().nullable(),
    fault: z.string().nullable(),
  })
  .openapi('Paper');
