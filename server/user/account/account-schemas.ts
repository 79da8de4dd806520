import { z } from '@hono/zod-openapi';
import { roles, subjects } from '../../rights/view.ts';
import { loginText } from '../session/session-schemas.ts';

const name = z.string().trim().min(1).max(60);
const maybe = z.string().trim().max(60).nullable();
const role = z.enum(roles).exclude(['screen']);

/** Who holds an account. */
export const personGivenSchema = z.strictObject({ name, post: name, unit: maybe, workPhone: maybe });

/** POST and PUT of accounts. */
export const accountGivenSchema = personGivenSchema.extend({
  login: loginText,
  role,
  state: z.enum(['active', 'disabled']),
  places: z.array(z.string().max(40)).max(20),
  subjects: z.array(z.enum(subjects)),
  teams: z.array(z.string().max(60)).max(20),
});
/** What is sent of an account; `places` are codes of a town or village, empty for roles that need none. */
export type AccountGiven = z.infer<typeof accountGivenSchema>;
