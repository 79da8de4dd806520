import type { Selectable } from 'kysely';
import { about, heldAt, inPlaces, unsealed } from '../change/scope.ts';
import type { Store } from '../db/open.ts';
import type { VisitTable } from '../db/schema.ts';
import type { View } from '../rights/view.ts';
import type { Finding, Visit, VisitLevel } from './rules.ts';

/**
 * Visits to the places the user sees, newest first, each with only the places in scope. A planned unannounced visit (暗访计划) is
 * there only for a viewer it is not sealed from.
 */
export async function readVisits(store: Store, view: View): Promise<Visit[]> {
  const rows = await store.db
    .selectFrom('visit')
    .innerJoin('visitPlace', 'visitPlace.visitId', 'visit.id')
    .where(inPlaces('visitPlace.areaId', view))
    .where(heldAt('visit', view))
    .where(heldAt('visitPlace', view))
    .where(unsealed(view.user))
    .where(about('inspection', view.user))
    .select(['visit.id', 'visit.number', 'visit.occurredOn', 'visit.state', 'visit.level', 'visit.announced'])
    .select(['visit.team', 'visit.leaderId', 'visit.reportedOn', 'visit.since'])
    .select(['visitPlace.areaId', 'visitPlace.findings'])
    .orderBy('visit.occurredOn', 'desc')
    .orderBy('visit.number', 'desc')
    .orderBy('visit.id')
    .orderBy('visitPlace.areaId')
    .execute();
  const visits: Visit[] = [];
  let last = null as Visit | null;
  for (const row of rows) {
    if (last?.id !== row.id) {
      last = { ...visitOf(row), places: [] };
      visits.push(last);
    }
    last.places.push({ areaId: row.areaId, findings: JSON.parse(row.findings) as Finding[] });
  }
  return visits;
}

/** A visit as its version says it, without its places. */
export const visitOf = (row: Omit<Selectable<VisitTable>, 'until'>): Omit<Visit, 'places'> => ({
  id: row.id,
  number: row.number,
  occurredOn: row.occurredOn,
  state: row.state === 'planned' ? 'planned' : 'made',
  level: row.level as VisitLevel,
  announced: row.announced === 1,
  team: row.team,
  leaderId: row.leaderId,
  reportedOn: row.reportedOn,
  since: row.since,
});
