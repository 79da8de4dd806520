import { z } from '@hono/zod-openapi';
import { storeStates } from '../db/store-state.ts';
import { count } from './schema-parts.ts';

/** GET /api/health */
export const healthSchema = z
  .object({
    state: z.enum(storeStates),
    version: z.string(),
    engine: z.enum(['sqlite', 'postgresql']),
    seq: count,
    /** Today, as the county reckons. */
    on: z.string(),
    startedAt: z.string(),
  })
  .openapi('Health');

export type HealthAnswer = z.infer<typeof healthSchema>;
