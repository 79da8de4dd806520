import { type ExpressionBuilder, sql } from 'kysely';
import { clockOf } from '../db/clock.ts';
import { type Epoch, epochOf } from '../db/epoch.ts';
import type { Store } from '../db/open.ts';
import type { Tables } from '../db/schema.ts';
import type { LocalDate, Viewer } from '../rights/view.ts';

/** What the detail of an event about an unannounced plan begins with: the plan's last day. */
const front = '{"sealedUntil":"';
const sealedUntil = sql<string>`substr(detail, ${sql.lit(front.length + 1)}, 10)`;

/** The detail of an event that is sealed until a day is over; with null, of one that is not. */
export function sealedDetail<Detail extends object>(until: LocalDate | null, detail: Detail) {
  return until === null ? detail : { sealedUntil: until, ...detail };
}

/** 暗访计划不外泄 — only events the viewer may know of: one about an unannounced plan out of sight enters the log when the plan's last day is over. */
export function knownEvents({ sealed }: Viewer, on: LocalDate) {
  return (where: ExpressionBuilder<Tables, 'auditEvent'>) => {
    if (sealed === 'all') return where.and([]);
    return where.or([where('detail', 'not like', `${front}%`), where(sealedUntil, '<', on)]);
  };
}

/** Sealed events by number, as far as they were looked for. */
interface Found {
  upTo: number;
  sealed: { number: number; until: LocalDate }[];
}
const found = new WeakMap<Epoch, Found>();

/** Numbers of the events a viewer may not know of yet, in order. What was looked through once is not looked through again. */
export async function hiddenEvents(store: Store, { sealed }: Viewer): Promise<number[]> {
  if (sealed === 'all') return [];
  const epoch = epochOf(store);
  const known = found.get(epoch) ?? { upTo: 0, sealed: [] };
  const upTo = await newest(store);
  if (upTo > known.upTo) {
    const rows = await store.db
      .selectFrom('auditEvent')
      .where('number', '>', known.upTo)
      .where('number', '<=', upTo)
      .where('detail', 'like', `${front}%`)
      .select(['number', sealedUntil.as('until')])
      .orderBy('number')
      .execute();
    known.sealed = [...known.sealed, ...rows.filter(({ number }) => number > (known.sealed.at(-1)?.number ?? 0))];
    known.upTo = Math.max(known.upTo, upTo);
    found.set(epoch, known);
  }
  const today = (await clockOf(store)).today();
  return known.sealed.filter(({ until }) => until >= today).map(({ number }) => number);
}

async function newest({ db }: Store): Promise<number> {
  const row = await db.selectFrom('auditEvent').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row?.number ?? 0;
}

/** How many events a viewer may know of. */
export async function countEvents(store: Store, viewer: Viewer): Promise<number> {
  const hidden = await hiddenEvents(store, viewer);
  return (await newest(store)) - hidden.length;
}

/** What an event is called for a viewer: its number, without gaps where some are left out. */
export const shownNumber = (number: number, hidden: readonly number[]): number =>
  number - hidden.filter((one) => one < number).length;

/** The number of the event called so: the reverse of {@link shownNumber}. */
export const numberOfShown = (shown: number, hidden: readonly number[]): number =>
  hidden.reduce((number, one) => (one <= number ? number + 1 : number), shown);
