import type { Selectable } from 'kysely';
import { Forward } from '../change/forward.ts';
import { about, inPlaces, unsealed } from '../change/scope.ts';
import type { Store } from '../db/open.ts';
import type { VisitPlaceTable, VisitTable } from '../db/schema.ts';
import type { View } from '../rights/view.ts';
import type { Finding, Visit } from './rules.ts';
import { visitOf } from './visit-store.ts';

type PlaceRow = Selectable<VisitPlaceTable>;

/**
 * 逐日往后 — what `readVisits` reads of one view after another, from earlier to later: of ten years of visits a step reads those that changed since the
 * one before. Visits that did not stay the same objects.
 */
export function visitsForward(store: Store): (view: View) => Promise<Visit[]> {
  const walk = new Forward<'visit', Selectable<VisitTable>>({
    table: 'visit',
    keyOf: ({ id }) => id,
    read: (view, which) =>
      store.db
        .selectFrom('visit')
        .where(unsealed(view.user))
        .where(about('inspection', view.user))
        .where(which)
        .selectAll()
        .execute(),
  });
  const placesWalk = new Forward<'visitPlace', PlaceRow>({
    table: 'visitPlace',
    keyOf: ({ visitId, areaId }) => JSON.stringify([visitId, areaId]),
    read: (view, which) =>
      store.db.selectFrom('visitPlace').where(inPlaces('visitPlace.areaId', view)).where(which).selectAll().execute(),
  });
  let visits: Visit[] = [];
  return async (view) => {
    const [moved, placesMoved] = await Promise.all([walk.to(view), placesWalk.to(view)]);
    const again = moved && placesMoved ? new Set([...moved, ...[...placesMoved].map(visitIn)]) : null;
    if (again?.size === 0) return visits;
    const places = Map.groupBy(
      again === null ? placesWalk.held.values() : [...placesWalk.held.values()].filter((row) => again.has(row.visitId)),
      ({ visitId }) => visitId,
    );
    const made = [...(again ?? walk.held.keys())].flatMap((id): Visit[] => {
      const [row, own] = [walk.held.get(id), places.get(id)];
      return row && own ? [{ ...visitOf(row), places: own.sort(byArea).map(placeOf) }] : [];
    });
    const stayed = again === null ? [] : visits.filter(({ id }) => !again.has(id));
    visits = [...made, ...stayed].sort(newestFirst);
    return visits;
  };
}

const visitIn = (key: string): string => (JSON.parse(key) as [string, string])[0];
const placeOf = ({ areaId, findings }: PlaceRow) => ({ areaId, findings: JSON.parse(findings) as Finding[] });
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byArea = (a: PlaceRow, b: PlaceRow) => compare(a.areaId, b.areaId);
const newestFirst = (a: Visit, b: Visit) =>
  compare(b.occurredOn, a.occurredOn) || compare(b.number, a.number) || compare(a.id, b.id);
