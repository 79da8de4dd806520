import { z } from '@hono/zod-openapi';
import { roles, subjects } from '../../rights/view.ts';
import { accountActs } from '../rules.ts';
import { loginText } from '../session/session-schemas.ts';

const name = z.string().trim().min(1).max(60);
const maybe = z.string().trim().max(60).nullable();
const role = z.enum(roles).exclude(['screen']);
const place = z.object({ code: z.string(), name: z.string() });

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

/** What comes of an act on an account. */
export const accountDoneSchema = z.object({
  id: z.string(),
  proposed: z.boolean(),
  link: z.object({ address: z.string(), until: z.string() }).nullable(),
});

const told = {
  login: z.string(),
  name: z.string().nullable(),
  post: z.string().nullable(),
  unit: z.string().nullable(),
  workPhone: z.string().nullable(),
  role: z.enum(roles),
  places: z.array(place),
  subjects: z.array(z.enum(subjects)),
};
const proposal = z.object({
  id: z.string(),
  what: z.enum(['make', 'change', 'enable']),
  at: z.string(),
  by: z.object({ name: z.string().nullable(), post: z.string().nullable() }),
  values: z.object(told).nullable(),
});

/** GET /api/accounts */
export const accountsSchema = z.object({
  accounts: z.array(
    z.object({
      ...told,
      id: z.string(),
      state: z.enum(['pending', 'invited', 'active', 'disabled']),
      teams: z.array(z.string()),
      createdAt: z.string(),
      seenAt: z.string().nullable(),
      sessions: z.number(),
      own: z.boolean(),
      may: z.partialRecord(z.enum(accountActs), z.enum(['does', 'proposes'])),
      proposal: proposal.nullable(),
      link: z.object({ state: z.enum(['awaited', 'out']), until: z.string().nullable() }).nullable(),
      passedOnAt: z.string().nullable(),
    }),
  ),
  places: z.array(place.extend({ town: z.string().nullable() })),
  teams: z.array(z.string()),
  roles: z.array(role),
});
