import type { Context, MiddlewareHandler } from 'hono';
import { addressOf } from './address.ts';
import { FairTurns } from './fair-turns.ts';
import { Refusal } from './refusal.ts';

/** Reads of many days, and workbooks: few at a time, so that the map does not wait for them. */
export const heavyLimits = { atOnce: 2, ofPerson: 1, waiting: 200, waitingOfPerson: 40 };

/** One process answers all, so it has one queue. */
const turns = new FairTurns(heavyLimits, () => new Refusal('reads-full'));

/** 大查询排队 — runs what takes long when the asker's turn comes; an asker who goes away gives up the turn. Refuses `reads-full`. */
export async function inTurn<Result>(c: Context, work: () => Promise<Result>): Promise<Result> {
  const { signal } = c.req.raw;
  try {
    return await turns.take(c.get('person') ?? addressOf(c), signal, work);
  } catch (problem) {
    throw signal.aborted && problem === signal.reason ? new Refusal('broken-off') : problem;
  }
}

/** A route all of which takes long. */
export const takesLong: MiddlewareHandler = (c, next) => inTurn(c, next);
