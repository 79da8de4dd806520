import { about, heldAt, inPlaces, unsealed } from '../change/scope.ts';
import type { Store } from '../db/open.ts';
import type { View } from '../view.ts';
import type { Finding, Visit, VisitLevel } from './rules.ts';

/**
 * Visits to the places the user sees, newest first, each with only those of its places he sees. A planned unannounced visit (暗访计划) is
 * there only for a viewer it is not sealed from.
 */
export async function readVisits(store: Store, view: View): Promise<Visit[]> {
  const rows = await store.db
    .selectFrom('visit')
    .where(heldAt('visit', view))
    .where((where) =>
      // Who sees the county sees every visit that has a place; those without one are left out below.
      view.user.places === 'county'
        ? where.and([])
        : where('id', 'in', (visible) =>
            visible
              .selectFrom('visitPlace')
              .where(inPlaces('visitPlace.areaId', view))
              .where(heldAt('visitPlace', view))
              .select('visitId'),
          ),
    )
    .where(unsealed(view.user))
    .where(about('inspection', view.user))
    .selectAll()
    .orderBy('occurredOn', 'desc')
    .orderBy('number', 'desc')
    .execute();
  const placed = await store.db
    .selectFrom('visitPlace')
    .where(inPlaces('visitPlace.areaId', view))
    .where(heldAt('visitPlace', view))
    .selectAll()
    .orderBy('areaId')
    .execute();
  const placesOf = Map.groupBy(placed, ({ visitId }) => visitId);
  return rows.flatMap((row) => {
    const places = placesOf.get(row.id) ?? [];
    if (places.length === 0) return [];
    return [
      {
        id: row.id,
        number: row.number,
        occurredOn: row.occurredOn,
        state: row.state === 'planned' ? 'planned' : 'made',
        level: row.level as VisitLevel,
        announced: row.announced === 1,
        team: row.team,
        leaderId: row.leaderId,
        places: places.map(({ areaId, findings }) => ({ areaId, findings: JSON.parse(findings) as Finding[] })),
        reportedOn: row.reportedOn,
        since: row.since,
      } satisfies Visit,
    ];
  });
}
