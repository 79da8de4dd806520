/**
 * 时钟界限 — from when on a clock that differs from what the store knows is said, and refused. Milliseconds. A machine that was switched off is no
 * clock that jumped: only a silence of a month has the day confirmed.
 */
export const clockLimits = { saidMs: 10 * 60_000, refusedMs: 24 * 3_600_000, silentMs: 31 * 24 * 3_600_000 };

/** What is known when a clock is looked at. Instants in milliseconds. */
export interface ClockSeen {
  nowMs: number;
  /** When the newest change became known; null in an empty store. */
  newestMs: number | null;
  /** The machine's last sign of life: a change or an event it recorded; null without one, or where the clock is not the machine's. */
  lastSignMs: number | null;
  /** By how much the clock went on more than the machine ran since it was last right. */
  jumpedMs: number;
}

/** 时钟异常 — `ahead` or `behind`, by how much, and whether nothing may be written by it until the day is confirmed. */
export interface ClockFault {
  is: 'ahead' | 'behind';
  byMs: number;
  refused: boolean;
}

/** What is wrong with a clock; null when nothing is. */
export function clockFault({ nowMs, newestMs, lastSignMs, jumpedMs }: ClockSeen): ClockFault | null {
  const { saidMs, refusedMs, silentMs } = clockLimits;
  const behindMs = newestMs === null ? 0 : newestMs - nowMs;
  if (behindMs > saidMs) return { is: 'behind', byMs: behindMs, refused: behindMs > refusedMs };
  const silenceMs = lastSignMs === null ? 0 : nowMs - lastSignMs;
  if (silenceMs > silentMs) return { is: 'ahead', byMs: silenceMs, refused: true };
  return jumpedMs > saidMs ? { is: 'ahead', byMs: jumpedMs, refused: jumpedMs > refusedMs } : null;
}

/** What one change is known since: as it says, but never before the one before it unless that one lies ahead of the clock. */
export function knownSince(given: string, { before, now }: { before: string; now: string }): string {
  const least = before < now ? before : now;
  return given > least ? given : least;
}

/** 改正后的日期 — since when a change made ahead of the clock counts as known: when it was recorded if that is past, else now. */
export function confirmedSince(recordedAt: string, now: string): string {
  return recordedAt < now ? recordedAt : now;
}
