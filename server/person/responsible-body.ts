import { z } from '@hono/zod-openapi';
import { saving, texts } from '../save/bodies.ts';

const named = z.strictObject({ name: texts, post: texts, unit: texts, workPhone: texts });
export const responsibleBody = saving(z.record(z.string().max(60), named.nullable()));
