import type { Text } from '../words/text.ts';
import type { AuditKind } from './audit-words.message.ts';

/**
 * GET /api/audit?from=&to=&actor=&kind=&place=&q=&before= — changes and events in one order of time, newest first, 50 at once: `before` names where to go
 * on from, `more` is that of the next ones, null where there are none. What is looked for is looked for in a part of the log at a time, so that few or
 * no rows may come with more to go on from.
 */
export interface AuditAnswer {
  /** Null where something is looked for and not all of it is here. */
  total: number | null;
  more: string | null;
  kinds: { id: AuditKind; title: Text }[];
  rows: AuditRow[];
}
export interface AuditRow {
  /** `c` a change, `e` an event, with its number. */
  id: string;
  /** When this store wrote it, UTC. */
  at: string;
  kind: AuditKind;
  /** Null: nobody known, or a program of the product. */
  actor: { id: string; name: string | null; post: string | null; login: string } | null;
  address: string | null;
  /** One sentence; of a change for an administrator only that there was one. */
  said: Text;
  place: { code: string; name: string } | null;
  source: string | null;
}
