import type { Context } from 'hono';
import { recordEventIn } from '../change/audit-event.ts';
import { type Transaction, write } from '../change/write.ts';
import { clockOf } from '../db/clock.ts';
import { addressOf } from '../http/address.ts';
import { viewerOf } from '../request/who.ts';
import type { Users } from './users.ts';

/** One write with its event; `on` of the result says what it was done to, `as` names the event where the work decides. */
export type Written = <Result extends { on: string; as?: string }>(
  c: Context,
  action: string,
  work: (tx: Transaction) => Promise<Result>,
) => Promise<Result>;

/** Writes of accounts and screens, each with its event in the audit log in the same transaction. */
export function writtenWith({ store }: Pick<Users, 'store'>): Written {
  return async (c, action, work) => {
    const actor = viewerOf(c).id;
    return write(store, { actor, clock: await clockOf(store) }, async (tx) => {
      const result = await work(tx);
      const event = { actor, address: addressOf(c), action: result.as ?? action, subject: result.on, detail: {} };
      await recordEventIn(tx.db, event);
      return result;
    });
  };
}

/** An answer nobody keeps. */
export function unkept<Answer extends object>(c: Context, answer: Answer) {
  c.header('cache-control', 'private, no-store');
  c.header('vary', 'Cookie');
  return c.json(answer, 200);
}
