import { z } from '@hono/zod-openapi';
import { day, maybe, text } from '../http/schema-parts.ts';
import { roles } from '../rights/view.ts';

const words = z.string();
/** A word to choose, under the key the record keeps it by. */
export const titledSchema = z.object({ key: z.string(), title: text });
export type Titled = z.infer<typeof titledSchema>;
const saver = z.object({ name: maybe(words), post: maybe(words) });
export type Saver = z.infer<typeof saver>;
export const savedBySchema = z.object({ at: z.string(), by: maybe(saver) });

/** GET of a form: the record as it stands. */
export const formOf = <Values extends z.ZodType, Options extends z.ZodType>(values: Values, options: Options) =>
  z.object({
    /** Hash of `values`: the first 32 hex digits of SHA-256. Send it back with the save. */
    base: z.string(),
    today: day,
    values,
    options,
    /** Top fields the person may change here; the others are shown only. */
    writable: z.array(z.string()),
    /** The role whose rights by field hold (rights/field-rights/rules.ts): of what it may only ask for, the form says so. */
    role: z.enum(roles).optional(),
    /** Who last saved it and when; null when nothing was reported, or nobody is named. */
    saved: maybe(savedBySchema),
  });

export const namedSchema = z.object({
  name: maybe(words),
  post: maybe(words),
  unit: maybe(words),
  workPhone: maybe(words),
});
export const personSchema = namedSchema.extend({ id: z.string() });
export type PersonOption = z.infer<typeof personSchema>;
