import { uptime } from 'node:os';
import { endOfDay, localDateOf } from '../calendar/local-day.ts';
import type { LocalDate } from '../rights/view.ts';
import { type Epoch, epochOf } from './epoch.ts';
import type { Store } from './open.ts';
import { readSetting } from './setting.ts';

/** Where the product gets time from. `today` is the calendar date in Asia/Shanghai. */
export interface Clock {
  now(): Date;
  today(): LocalDate;
  /** How long the machine has been running, asleep or awake, in milliseconds; left out where the clock is not the machine's. */
  ranMs?(): number;
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => localDateOf(new Date()),
  ranMs: () => uptime() * 1000,
};

const clocks = new WeakMap<Epoch, Promise<Clock>>();

/** The clock of a store is read again: another one was written to it. */
export function forgetClock(store: Store): void {
  clocks.delete(epochOf(store));
}

/** The clock of a store: the machine's, or for the sample county the fixed day it is written for. */
export function clockOf(store: Store): Promise<Clock> {
  const epoch = epochOf(store);
  const kept = clocks.get(epoch);
  if (kept) return kept;
  const clock = readSetting(store, 'clock').then((day) => (day === null ? systemClock : fixedClock(day)));
  clocks.set(epoch, clock);
  clock.catch(() => clocks.delete(epoch));
  return clock;
}

/** A clock that stands at the end of a day. */
function fixedClock(day: LocalDate): Clock {
  const at = new Date(endOfDay(day));
  return { now: () => at, today: () => day };
}
