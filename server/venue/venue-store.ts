import type { Selectable } from 'kysely';
import { Forward, type Which } from '../change/forward.ts';
import { about, heldAt, inPlaces } from '../change/scope.ts';
import type { Store } from '../db/open.ts';
import type { VenueTable } from '../db/schema.ts';
import type { View } from '../rights/view.ts';
import type { ItemStates, Milestone, Stage, Venue } from './rules.ts';

/** The venues of the places the user sees, as last reported. */
export const readVenues = (store: Store, view: View): Promise<Venue[]> =>
  readVersions(store, view, heldAt('venue', view));

async function readVersions({ db }: Store, view: View, which: Which<'venue'>): Promise<Venue[]> {
  const rows = await db
    .selectFrom('venue')
    .where(inPlaces('venue.areaId', view))
    .where(about('venue', view.user))
    .where(which)
    .selectAll()
    .execute();
  return rows.map(venueOf);
}

/** The same of one view after another, from earlier to later ({@link Forward}). */
export function venuesForward(store: Store): (view: View) => Promise<Venue[]> {
  const walk = new Forward<'venue', Venue>({
    table: 'venue',
    keyOf: ({ id }) => id,
    read: (view, which) => readVersions(store, view, which),
  });
  return async (view) => {
    await walk.to(view);
    return [...walk.held.values()];
  };
}

/** Every version of one place's venue known to the view, oldest first. */
export async function venueHistory(store: Store, view: View, areaId: string): Promise<Venue[]> {
  const rows = await store.db
    .selectFrom('venue')
    .where(inPlaces('venue.areaId', view))
    .where(about('venue', view.user))
    .where('areaId', '=', areaId)
    .where('since', '<=', view.seq)
    .orderBy('since')
    .selectAll()
    .execute();
  return rows.map(venueOf);
}

export function venueOf(row: Selectable<VenueTable>): Venue {
  return {
    id: row.id,
    areaId: row.areaId,
    stage: row.stage as Stage,
    items: JSON.parse(row.items) as ItemStates,
    milestones: JSON.parse(row.milestones) as Milestone[],
    organisationAcceptedOn: row.organisationAcceptedOn,
    financeAcceptedOn: row.financeAcceptedOn,
    subsidyFen: row.subsidyFen,
    subsidyPaidFen: row.subsidyPaidFen,
    reportedOn: row.reportedOn,
    since: row.since,
  };
}
