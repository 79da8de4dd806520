import type { Selectable } from 'kysely';
import { about, heldAt, inPlaces } from '../change/scope.ts';
import type { Store } from '../db/open.ts';
import type { VenueTable } from '../db/schema.ts';
import type { View } from '../rights/view.ts';
import type { ItemStates, Milestone, Stage, Venue } from './rules.ts';

/** The venues of the places the user sees, as last reported. */
export async function readVenues(store: Store, view: View): Promise<Venue[]> {
  const rows = await store.db
    .selectFrom('venue')
    .where(inPlaces('venue.areaId', view))
    .where(about('venue', view.user))
    .where(heldAt('venue', view))
    .selectAll()
    .execute();
  return rows.map(venueOf);
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
