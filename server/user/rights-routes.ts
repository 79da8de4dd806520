import { z } from '@hono/zod-openapi';
import { text } from '../http/schema-parts.ts';
import { checkedApp, reading } from '../request/described.ts';
import { rights, roleTitles } from '../rights/rights.message.ts';
import { roles } from '../rights/view.ts';
import { reachSchema } from './answer.ts';

const rightsSchema = z.object({
  roles: z.array(z.object({ role: z.enum(roles), title: text })),
  actions: z.array(z.object({ action: z.string(), title: text, reach: z.array(reachSchema) })),
});
type RightsAnswer = z.infer<typeof rightsSchema>;

/** GET /api/rights — the table of role × action the server goes by, `reach` in the order of `roles`. */
export function rightsRoutes() {
  const route = reading({
    path: '/rights',
    summary: 'What each role may do, and how far',
    action: 'self',
    query: { lang: z.enum(['zh', 'en']).optional() },
    params: {},
    answer: rightsSchema,
  });
  const answer: RightsAnswer = {
    roles: roles.map((role) => ({ role, title: roleTitles[role] })),
    actions: Object.entries(rights).map(([action, { title, reach: of }]) => ({
      action,
      title,
      reach: roles.map((role) => of[role]),
    })),
  };
  return checkedApp().openapi(route, (c) => c.json(answer, 200));
}
