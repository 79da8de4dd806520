/**
 * 好转、变差、随时间变化、未变、不可比 — which way a place went between two days. `aged`: its class moved although nothing was recorded of it, only because
 * days passed or the county's standard changed. `unknown`: on one of the days it was not there, or did not count.
 */
export const ways = ['worse', 'better', 'aged', 'same', 'unknown'] as const;
export type Way = (typeof ways)[number];

/** How a place stood on a day: its class, how bad that is in the order of the list, and whether the class counts (不涉及 does not). */
export interface Stood {
  class: string;
  badness: number;
  counts: boolean;
}

/**
 * The one meaning of better and worse: a place moved when its class moved, never for its value inside a class. `recorded`: whether any record of the
 * place that the layer goes by was made, corrected or withdrawn between the days.
 */
export function wayOf(was: Stood | undefined, is: Stood | undefined, recorded: boolean): Way {
  if (!was || !is) return 'unknown';
  if (was.class === is.class) return 'same';
  if (!was.counts || !is.counts) return 'unknown';
  if (!recorded) return 'aged';
  return is.badness < was.badness ? 'better' : 'worse';
}

/** How many places went each way; all of them together are the places looked at. */
export function countWays(found: readonly Way[]): Record<Way, number> {
  const counts: Record<Way, number> = { worse: 0, better: 0, aged: 0, same: 0, unknown: 0 };
  for (const way of found) counts[way] += 1;
  return counts;
}
