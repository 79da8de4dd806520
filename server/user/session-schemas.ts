import { z } from '@hono/zod-openapi';
import { roles, subjects } from '../view.ts';

const text = z.object({ zh: z.string(), en: z.string() });
const place = z.object({ code: z.string(), name: z.string() });
const reach = z.enum(['county', 'own', 'none']);

export const sessionSchema = z.object({
  viewer: z
    .object({
      id: z.string(),
      key: z.string().openapi({ description: 'To be sent as header `Signed-In-As` with whatever writes.' }),
      role: z.enum(roles),
      roleTitle: text,
      name: z.string().nullable(),
      post: z.string().nullable(),
      unit: z.string().nullable(),
      login: z.string(),
      places: z.array(place),
      rights: z.record(z.string(), reach),
      mustChange: z.boolean(),
      endsAt: z.string(),
    })
    .nullable(),
  sample: z.boolean(),
  people: z
    .array(
      z.object({
        login: z.string(),
        name: z.string(),
        post: z.string(),
        role: z.enum(roles),
        roleTitle: text,
        place: z.string().nullable(),
        unit: z.string().nullable(),
      }),
    )
    .nullable(),
  setUp: z.boolean(),
  secure: z.boolean(),
  policy: z.object({
    profile: z.enum(['classified', 'asvs']),
    minLength: z.number(),
    classes: z.number(),
    maxAgeDays: z.number().nullable(),
    remembered: z.number(),
  }),
});

export const passwordText = z.string().max(1000);
export const loginText = z.string().max(100);
const name = z.string().trim().min(1).max(60);
const maybe = z.string().trim().max(60).nullable();

/** POST and PUT of accounts. */
export const accountGivenSchema = z.strictObject({
  login: loginText,
  name,
  post: name,
  unit: maybe,
  workPhone: maybe,
  role: z.enum(['leader', 'office', 'department', 'town', 'village', 'inspector', 'administrator']),
  state: z.enum(['active', 'disabled']),
  places: z.array(z.string().max(40)).max(20),
  subjects: z.array(z.enum(subjects)),
  teams: z.array(z.string().max(60)).max(20),
});
export const firstPasswordSchema = z.object({ id: z.string(), password: z.string() });
export const accountsSchema = z.object({
  accounts: z.array(
    z.object({
      id: z.string(),
      login: z.string(),
      name: z.string().nullable(),
      post: z.string().nullable(),
      unit: z.string().nullable(),
      workPhone: z.string().nullable(),
      role: z.enum(roles),
      state: z.enum(['invited', 'active', 'disabled']),
      places: z.array(place),
      subjects: z.array(z.enum(subjects)),
      teams: z.array(z.string()),
      createdAt: z.string(),
      seenAt: z.string().nullable(),
    }),
  ),
  places: z.array(place.extend({ town: z.string().nullable() })),
  teams: z.array(z.string()),
});
export const screensSchema = z.object({
  screens: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      view: z.string(),
      createdAt: z.string(),
      revokedAt: z.string().nullable(),
      seenAt: z.string().nullable(),
    }),
  ),
});
export const doneSchema = z.object({ done: z.boolean() });
