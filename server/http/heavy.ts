import type { Context, MiddlewareHandler } from 'hono';
import { addressOf } from './address.ts';
import { FairTurns, type TurnLimits } from './fair-turns.ts';
import { Refusal, type RefusalCode } from './refusal.ts';

/** Reads of many days, and workbooks: few at a time, so that the map does not wait for them. */
export const heavyLimits = { atOnce: 2, ofPerson: 1, waiting: 200, waitingOfPerson: 40 };

/** 排队 — a queue of works asked for by requests: each runs when the asker's turn comes; an asker who goes away gives up the turn. Refuses `full`. */
export function queueOf(limits: TurnLimits, full: RefusalCode) {
  const turns = new FairTurns(limits, () => new Refusal(full));
  return async <Result>(c: Context, work: () => Promise<Result>): Promise<Result> => {
    const { signal } = c.req.raw;
    try {
      return await turns.take(c.get('person') ?? addressOf(c), signal, work);
    } catch (problem) {
      throw signal.aborted && problem === signal.reason ? new Refusal('broken-off') : problem;
    }
  };
}

/** 大查询排队 — what takes long, in turn. One process answers all, so it has one queue. */
export const inTurn = queueOf(heavyLimits, 'reads-full');

/** A route all of which takes long. */
export const takesLong: MiddlewareHandler = (c, next) => inTurn(c, next);
