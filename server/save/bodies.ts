import { z } from '@hono/zod-openapi';

export const text = z.string().max(2000);
export const texts = text.nullable();
/** A day as typed: whether it exists is said field by field. */
export const day = z.string().max(20);
export const days = day.nullable();
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(1000);
export const uuid = z.uuid();
export const base = z.string().regex(/^[0-9a-f]{0,64}$/);

/** Never kept: a form is asked anew whenever it opens. */
export const fresh = { 'cache-control': 'private, no-store' };

/** What a save answers. */
export const saved = z
  .object({
    seq: z.number(),
    base: z.string().nullable(),
    merged: z.array(z.string()),
    proposed: z.array(z.string()).optional(),
  })
  .openapi('Saved');

export const saving = <Values extends z.ZodType>(values: Values) =>
  z.strictObject({
    ...{ id: uuid, base, values, before: values.optional(), confirm: z.boolean().optional() },
    reason: text.optional(),
  });
