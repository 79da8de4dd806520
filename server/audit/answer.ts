import type { Text } from '../words/text.ts';
import type { AuditKind } from './audit-words.message.ts';

/** GET /api/audit?from=&to=&actor=&kind=&place=&q=&page= — changes and events in one order of time, newest first, a page at a time. */
export interface AuditAnswer {
  page: number;
  pages: number;
  total: number;
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
