import { z } from '@hono/zod-openapi';
import { roles } from '../../rights/view.ts';

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
      notices: z.array(
        z.object({
          id: z.string(),
          at: z.string(),
          action: z.string(),
          name: z.string().nullable(),
          post: z.string().nullable(),
          unit: z.string().nullable(),
        }),
      ),
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

/** POST /api/session/link */
export const linkSchema = z.object({ login: z.string(), name: z.string().nullable(), roleTitle: text });

/** GET /api/sessions */
export const sessionsSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      device: text,
      address: z.string(),
      since: z.string(),
      seenAt: z.string(),
      current: z.boolean(),
    }),
  ),
});
