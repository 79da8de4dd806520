import { ownOf } from '../words/own/rules.ts';

/** What a figure of the strip is counted by: the ids of the layer's classes in order, and those that do not count in its share. */
export interface Counted {
  ids: readonly string[];
  outside: readonly string[];
}

/** How many of the places counted by class are in some of the classes. */
function countIn(ids: readonly string[], counts: readonly number[], wanted: readonly string[]): number {
  return ids.reduce((sum, id, at) => sum + (wanted.includes(id) ? (counts[at] ?? 0) : 0), 0);
}

/**
 * 主要数字 — a figure from the counts by class: how many are in its classes, of how many. Those are the places that count in the layer's share; all of
 * them for a figure that counts just those, or some that do not count.
 */
export function kpiOf({ ids, outside }: Counted, counts: readonly number[], wanted: readonly string[]) {
  const counted = ids.filter((id) => !outside.includes(id));
  const all = counted.every((id) => wanted.includes(id)) || wanted.some((id) => !counted.includes(id));
  return { value: countIn(ids, counts, wanted), of: countIn(ids, counts, all ? ids : counted) };
}

/** Whether nothing at all was reported: every place counted is in the class not reported, or none was there on the day. */
export const allSilent = (lamps: readonly string[], counts: readonly number[]): boolean =>
  counts.every((count, at) => count === 0 || lamps[at] === 'silent');

/**
 * 各镇比率 — each town's share as it is ranked: none while no town reported anything, as one town's 0 % would then stand for silence. Once one has
 * reported, a town that has not stands at its own share, and so last.
 */
export function rankedShares<Town extends { counts: readonly number[]; share: number | null }>(
  classes: readonly { lamp: string }[],
  towns: readonly Town[],
): { silent: boolean; shares: (number | null)[] } {
  const lamps = classes.map(({ lamp }) => lamp);
  const silent = towns.length > 0 && towns.every(({ counts }) => allSilent(lamps, counts));
  const unreported = silent && towns.some(({ counts }) => counts.some((count) => count > 0));
  return { silent: unreported, shares: towns.map(({ share }) => (unreported ? null : share)) };
}

/** What tells the class ids of before from those of now. */
export interface ClassIds {
  classes: readonly { id: string }[];
  former?: Record<string, string[]> | undefined;
}

/**
 * Class ids as they are now, each once: one of before gives way to those that stand for it; one nobody knows stays, to be refused. `saved: 'before'`:
 * they were saved before classes were split, and an id that was wider then stands for all its parts.
 */
export function currentClasses(
  { classes, former = {} }: ClassIds,
  ids: readonly string[],
  saved: 'now' | 'before' = 'now',
) {
  const stays = (id: string) => saved === 'now' && classes.some((one) => one.id === id);
  return [...new Set(ids.flatMap((id) => (stays(id) ? [id] : (ownOf(former, id) ?? [id]))))];
}
