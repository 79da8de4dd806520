import { z } from '@hono/zod-openapi';

export const paperSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    /** What it becomes, in the language asked for: the file's name once it is made. */
    title: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    /** How many are before it while it waits. */
    before: z.number().int(),
    /** Steps done, of how many; 0 of 0 before that is known. */
    done: z.number().int(),
    of: z.number().int(),
    askedAt: z.string(),
    /** What its figures are as of, once it has begun. */
    seq: z.number().int().nullable(),
    on: z.string().nullable(),
    /** Once it is made: its size, and until when it is kept. */
    bytes: z.number().int().nullable(),
    keptUntil: z.string().nullable(),
    /** Why it failed, and what to do. */
    fault: z.string().nullable(),
  })
  .openapi('Paper');
/** GET /api/papers/{paper} — one export of one's own. */
export type PaperAnswer = z.infer<typeof paperSchema>;
