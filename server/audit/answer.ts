import { z } from '@hono/zod-openapi';
import { count, maybe, text } from '../http/schema-parts.ts';
import { type AuditKind, auditKinds } from './audit-words.message.ts';

export const auditKindSchema = z.enum(Object.keys(auditKinds) as [AuditKind, ...AuditKind[]]);
const row = z.object({
  /** `c` a change, `e` an event, with its number. */
  id: z.string(),
  /** When this store wrote it, UTC. */
  at: z.string(),
  kind: auditKindSchema,
  /** Null: nobody known, or a program of the product. */
  actor: maybe(z.object({ id: z.string(), name: maybe(z.string()), post: maybe(z.string()), login: z.string() })),
  address: maybe(z.string()),
  /** One sentence; of a change for an administrator only that there was one. */
  said: text,
  place: maybe(z.object({ code: z.string(), name: z.string() })),
  source: maybe(z.string()),
});
export type AuditRow = z.infer<typeof row>;

export const auditSchema = z
  .object({
    /** Null where something is looked for and not all of it is here. */
    total: maybe(count),
    more: maybe(z.string()),
    kinds: z.array(z.object({ id: auditKindSchema, title: text })),
    rows: z.array(row),
  })
  .openapi('Audit');
/**
 * GET /api/audit?from=&to=&actor=&kind=&place=&q=&before= — changes and events in one order of time, newest first, 50 at once: `before` names where to go
 * on from, `more` is that of the next ones, null where there are none. What is looked for is looked for in a part of the log at a time, so that few or
 * no rows may come with more to go on from.
 */
export type AuditAnswer = z.infer<typeof auditSchema>;
