import { z } from '@hono/zod-openapi';
import { type Kysely, sql } from 'kysely';
import { adoptDefaults } from '../campaign/default-store.ts';
import { confirmedSince } from '../change/clock.rules.ts';
import { clockIsRight, presentClockFault } from '../change/clock-watch.ts';
import type { Transaction } from '../change/write.ts';
import { countAllChanges } from '../db/change-days.ts';
import { clockOf } from '../db/clock.ts';
import type { Store } from '../db/open.ts';
import type { Tables } from '../db/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { daySchema, type Served } from '../request/asked.ts';
import { checkedApp, writing } from '../request/described.ts';
import { viewerOf } from '../request/who.ts';
import type { Viewer } from '../rights/view.ts';
import { fresh } from '../save/bodies.ts';
import { saveOnce } from '../save/save-once.ts';

/** 确认日期 — POST /api/clock/confirm: the administrator says that the server's day is the right one, and writing goes on by it. */
export function confirmDayRoutes({ store }: Served) {
  const route = writing({
    method: 'post',
    path: '/clock/confirm',
    summary: 'Confirm the day of the server after its clock was wrong',
    action: 'confirm-day',
    params: {},
    body: z.strictObject({ id: z.uuid(), today: daySchema }),
    answer: z.object({ seq: z.number(), putRight: z.number() }),
  });
  return checkedApp().openapi(route, async (c) =>
    c.json(await confirmDay(store, viewerOf(c), c.req.valid('json')), 200, fresh),
  );
}

/**
 * Confirms the day of the clock. Changes that were made ahead of it keep their numbers and what they say; since when they count as known is put
 * right by a change of its own. Refuses `clock-other-day` where the clock says another day, `clock-right` where nothing is wrong with it.
 */
export async function confirmDay(
  store: Store,
  viewer: Viewer,
  { id, today }: { id: string; today: string },
): Promise<{ seq: number; putRight: number }> {
  const clock = await clockOf(store);
  const fault = await presentClockFault(store);
  const answer = await saveOnce(
    store,
    viewer,
    id,
    async (tx, day) => {
      if (today !== day) throw new Refusal('clock-other-day', { today: day, day: today }, 'today');
      if (fault === null) throw new Refusal('clock-right');
      const seq = tx.change({ action: 'confirm-day', subject: 'clock', subjectId: 'clock', placeId: null });
      return { seq, answer: { putRight: await putRight(tx, seq) } };
    },
    { confirmsDay: true },
  );
  clockIsRight(store, clock);
  await adoptDefaults(store);
  return answer;
}

/** Gives every change that lies ahead of the clock the day it counts as known since; gives how many there were. */
async function putRight(tx: Transaction, since: number): Promise<number> {
  const now = tx.clock.now().toISOString();
  const ahead = await tx.db
    .selectFrom('change')
    .select(['seq', 'recordedAt'])
    .where('knownAt', '>', now)
    .orderBy('seq')
    .execute();
  const rows = ahead.map(({ seq, recordedAt }) => ({ id: String(seq), at: confirmedSince(recordedAt, now), since }));
  if (rows.length === 0) return 0;
  await tx.insertVersions('confirmedDay', rows);
  await countAgain(tx.db);
  return rows.length;
}

async function countAgain(db: Kysely<Tables>): Promise<void> {
  await sql`update change set "knownAt" = (
    select at from "confirmedDay" where id = cast(change.seq as text) and until is null)
    where exists (select 1 from "confirmedDay" where id = cast(change.seq as text) and until is null)`.execute(db);
  await countAllChanges(db);
}
