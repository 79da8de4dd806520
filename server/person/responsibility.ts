import { heldAt, inPlaces } from '../change/scope.ts';
import type { Transaction } from '../change/write.ts';
import { newId } from '../db/id.ts';
import type { Store } from '../db/open.ts';
import type { View } from '../rights/view.ts';

/** 责任人 — who answers for a place in which function. */
export interface Responsibility {
  id: string;
  areaId: string;
  function: string;
  personId: string;
}

/** Responsibilities of the places the user sees, or of one of them. */
export async function readResponsibilities(store: Store, view: View, areaId?: string): Promise<Responsibility[]> {
  return store.db
    .selectFrom('responsibility')
    .where(inPlaces('responsibility.areaId', view))
    .where(heldAt('responsibility', view))
    .where((where) => (areaId === undefined ? where.and([]) : where('areaId', '=', areaId)))
    .select(['id', 'areaId', 'function', 'personId'])
    .orderBy('since')
    .execute();
}

/** Records who answers; a function of a place has one holder. What stands already writes nothing. Gives how many were written. */
export async function setResponsibilities(
  tx: Transaction,
  given: Omit<Responsibility, 'id'>[],
  at?: string,
): Promise<number> {
  const kept = await tx.db.selectFrom('responsibility').where('until', 'is', null).selectAll().execute();
  const known = new Map(kept.map((row) => [`${row.areaId} ${row.function}`, row]));
  const rows = given.flatMap((duty) => {
    const before = known.get(`${duty.areaId} ${duty.function}`);
    if (before?.personId === duty.personId) return [];
    const id = before?.id ?? newId();
    const since = tx.change({ action: 'appoint', subject: 'responsibility', subjectId: id, placeId: duty.areaId, at });
    return [{ ...duty, id, since, until: null }];
  });
  await tx.insertVersions('responsibility', rows);
  return rows.length;
}
