import type { Merged } from '../area/merged-store.ts';
import type { Store } from '../db/open.ts';
import { readOrganisations } from '../organisation/organisation-store.ts';
import type { View } from '../rights/view.ts';
import { stageTitles } from '../venue/milestone-titles.message.ts';
import { readVenues } from '../venue/venue-store.ts';
import type { MergedPlace } from './answer.ts';

/** What was last reported of the places merged into one, latest first. */
export async function mergedInto(
  store: Store,
  view: View,
  { heirId, merged: ofAll }: { heirId: string; merged: Map<string, Merged> },
): Promise<MergedPlace[]> {
  const merged = [...ofAll.values()].filter((one) => one.heirId === heirId);
  if (merged.length === 0) return [];
  const own: View = { ...view, user: { ...view.user, places: merged.map(({ id }) => id) } };
  const [venues, organisations] = await Promise.all([readVenues(store, own), readOrganisations(store, own)]);
  return merged
    .map(({ id, name, code, untilOn }) => {
      const venue = venues.find(({ areaId }) => areaId === id);
      const organisation = organisations.find(({ areaId }) => areaId === id);
      const open = organisation?.turnaround?.problems.filter(({ doneOn }) => doneOn === null).length ?? 0;
      return {
        ...{ name, code, untilOn },
        venue: venue ? { stageTitle: stageTitles[venue.stage], reportedOn: venue.reportedOn } : null,
        organisation: organisation ? { name: organisation.name, open } : null,
      };
    })
    .sort((a, b) => (a.untilOn < b.untilOn ? 1 : -1));
}
