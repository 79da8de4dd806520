import { changesBetween } from '../change/recent-changes.ts';
import type { Store } from '../db/open.ts';
import type { View } from '../rights/view.ts';
import { readVenues } from '../venue/venue-store.ts';
import type { CountyFacts } from './facts.ts';
import { carryJudgements } from './judge.ts';

const mostChanges = 200;
/** Subjects no fact of a layer comes from. */
const beside = new Set('account screen import responsibility meeting view ranking external route-plan team'.split(' '));

/**
 * The villages whose venue was reported between two numbers, if nothing else that layers judge by was changed in between and all of it is
 * still remembered; null when the facts must be read anew.
 */
export function reportedBetween(store: Store, from: number, to: number): Set<string> | null {
  const changes = changesBetween(store, { from, to, most: mostChanges });
  if (changes === null) return null;
  const villages = new Set<string>();
  for (const { subject, placeId } of changes) {
    if (beside.has(subject)) continue;
    if (subject !== 'venue' || placeId === null) return null;
    villages.add(placeId);
  }
  return villages;
}

/** Facts of a later number from those before it: only the venues reported in between are read, every other place stays the same object. */
export async function movedFacts(
  store: Store,
  view: View,
  { before, reported }: { before: CountyFacts; reported: Set<string> },
): Promise<CountyFacts> {
  const moved = new Set<number>();
  for (const [at, { id }] of before.villages.entries()) if (reported.has(id)) moved.add(at);
  const after = moved.size === 0 ? { ...before, view } : await withVenues(store, view, { before, moved });
  carryJudgements(before, after, moved);
  return after;
}

/** The same facts with the venues of the villages at `moved` read again. */
async function withVenues(
  store: Store,
  view: View,
  { before, moved }: { before: CountyFacts; moved: Set<number> },
): Promise<CountyFacts> {
  const villages = [...before.villages];
  const places = [...moved].flatMap((at) => villages[at]?.id ?? []);
  const venues = await readVenues(store, { ...view, user: { ...view.user, places } });
  const venueOf = new Map(venues.map((venue) => [venue.areaId, venue]));
  for (const at of moved) {
    const place = villages[at];
    if (place) villages[at] = { ...place, venue: venueOf.get(place.id) ?? null };
  }
  return { ...before, view, villages };
}
