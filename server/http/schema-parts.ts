import { z } from '@hono/zod-openapi';

export const text = z.object({ zh: z.string(), en: z.string() }).openapi('Text');
export const day = z.string().openapi({ format: 'date' });
export const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullable();
export const bounds = z.tuple([z.number(), z.number(), z.number(), z.number()]).openapi('Bounds');
export const count = z.number().int();

/** RFC 9457 problem details; `detail` is for the person, in the language asked for. `parameter` names the bad one. */
export const problemSchema = z
  .object({ type: z.string(), title: z.string(), status: count, detail: z.string(), parameter: z.string().optional() })
  .openapi('Problem');
export type ProblemAnswer = z.infer<typeof problemSchema>;
