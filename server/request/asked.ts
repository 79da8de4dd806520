import { hash } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { viewAt } from '../change/view-at.ts';
import { clockOf } from '../db/clock.ts';
import { epochOf } from '../db/epoch.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { audienceKey, type View, type Viewer } from '../rights/view.ts';
import { viewerOf } from './who.ts';

/** A calendar day that exists. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((day) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false)
  .openapi({ format: 'date', example: '2026-10-30' });

/** Parameters every read takes: the day as known then, and the language of refusals. */
export const readQuery = {
  asOf: daySchema
    .optional()
    .openapi({ description: 'As known at the end of this day (Asia/Shanghai); now when left out.' }),
  lang: z.enum(['zh', 'en']).optional(),
};

/** What every route needs. `build` tells one start of the product from another in cache keys. */
export interface Served {
  store: Store;
  build: string;
}

/** The view asked for; a day to come is refused. */
export async function askedView({ store }: Served, c: Context, asOf: string | undefined): Promise<View> {
  if (asOf !== undefined) {
    const today = (await clockOf(store)).today();
    if (asOf > today) throw new Refusal('day-in-future', { day: asOf, today }, 'asOf');
  }
  return viewAt(store, viewerOf(c), asOf);
}

const digests = new WeakMap<Viewer, string>();
const digestOf = (what: string) => hash('sha256', what, 'hex').slice(0, 16);

/** Tells audiences apart in keys; worked out once for a viewer, who is the same from request to request. */
function audienceOf(user: Viewer): string {
  const known = digests.get(user) ?? digestOf(audienceKey(user));
  digests.set(user, known);
  return known;
}

/** What an answer's body depends on besides its address. */
export const versionOf = ({ build, store }: Served, { user, mark, on }: View) =>
  `${build}.${epochOf(store).token}.${audienceOf(user)}.${mark}.${on}`;

type Checked =
  | { success: true }
  | { success: false; error: { issues: { code: string; path: PropertyKey[]; keys?: string[] }[] } };

/** What an answer's body depends on that is one person's own: what may be done with a task, say. */
export const ownVersionOf = (served: Served, view: View) => `${versionOf(served, view)}.${digestOf(view.user.id)}`;

/** Turns a failed check of parameters into a refusal that names the first bad one. */
export function refuseUnchecked(result: Checked, _c: Context): undefined {
  if (result.success) return undefined;
  const [issue] = result.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys?.[0] : undefined;
  if (unknown !== undefined) throw new Refusal('parameter-unknown', {}, unknown);
  throw new Refusal('parameter-malformed', {}, String(issue?.path[0] ?? ''));
}
