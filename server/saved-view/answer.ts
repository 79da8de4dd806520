import { z } from '@hono/zod-openapi';
import { maybe } from '../http/schema-parts.ts';

const view = z.object({
  id: z.string(),
  title: z.string(),
  search: z.string(),
  shared: z.boolean(),
  /** Whether it is the user's own, to rename, share or remove. */
  own: z.boolean(),
  /** Post of who keeps it; null for one's own. */
  by: maybe(z.string()),
});
/** A saved view as listed. */
export type SavedViewAnswer = z.infer<typeof view>;

export const savedViewsSchema = z.object({ views: z.array(view) }).openapi('SavedViews');
/** GET /api/views — the user's own by name, then those shared with the county. */
export type SavedViewsAnswer = z.infer<typeof savedViewsSchema>;
