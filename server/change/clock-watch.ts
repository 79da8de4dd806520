import type { Kysely } from 'kysely';
import { type Clock, clockOf } from '../db/clock.ts';
import type { Store } from '../db/open.ts';
import type { ChangeTable, Tables } from '../db/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { type ClockFault, clockFault, clockLimits } from './clock.rules.ts';

type Last = Pick<ChangeTable, 'knownAt' | 'recordedAt'>;

/** A moment at which the machine's clock was right, as its clock and the time it has been running. */
const right = new WeakMap<Store, { wallMs: number; ranMs: number }>();

/** What is wrong with the clock a store is written by, seen from its newest change; null when nothing is. */
async function clockFaultOf(
  store: Store,
  db: Kysely<Tables>,
  clock: Clock,
  last: Last | null,
): Promise<ClockFault | null> {
  const nowMs = clock.now().getTime();
  const ranMs = clock.ranMs?.();
  const since = right.get(store);
  const fault = clockFault({
    nowMs,
    newestMs: last === null ? null : Date.parse(last.knownAt),
    lastSignMs: ranMs === undefined || last === null ? null : await lastSign(db, nowMs, last),
    jumpedMs: since && ranMs !== undefined ? nowMs - since.wallMs - (ranMs - since.ranMs) : 0,
  });
  if (fault === null && ranMs !== undefined && !since) clockIsRight(store, clock);
  return fault;
}

/** What is wrong with the clock of a store at this moment. */
export async function presentClockFault(store: Store): Promise<ClockFault | null> {
  const last = await store.db
    .selectFrom('change')
    .select(['knownAt', 'recordedAt'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return clockFaultOf(store, store.db, await clockOf(store), last ?? null);
}

/** From now on the clock is measured from this moment. */
export function clockIsRight(store: Store, clock: Clock): void {
  const ranMs = clock.ranMs?.();
  if (ranMs !== undefined) right.set(store, { wallMs: clock.now().getTime(), ranMs });
}

/** Refuses `clock-behind` and `clock-ahead`: what would be written would stand under a wrong day. */
export async function refuseWrongClock(store: Store, db: Kysely<Tables>, clock: Clock, last: Last | null) {
  const fault = await clockFaultOf(store, db, clock, last);
  if (!fault?.refused) return;
  throw new Refusal(`clock-${fault.is}`, {
    today: clock.today(),
    days: Math.floor(fault.byMs / clockLimits.refusedMs),
  });
}

/** The newest thing this machine recorded; events are asked for only where the changes are not enough. */
async function lastSign(db: Kysely<Tables>, nowMs: number, { recordedAt }: Last): Promise<number> {
  const change = Date.parse(recordedAt);
  if (nowMs - change <= clockLimits.silentMs) return change;
  const event = await db.selectFrom('auditEvent').select('at').orderBy('number', 'desc').limit(1).executeTakeFirst();
  return Math.max(change, event === undefined ? 0 : Date.parse(event.at));
}
