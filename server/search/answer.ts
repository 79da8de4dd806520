import { z } from '@hono/zod-openapi';
import { count, maybe } from '../http/schema-parts.ts';

export const searchSchema = z
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
/** GET /api/search?q=&asOf= */
export type SearchAnswer = z.infer<typeof searchSchema>;
