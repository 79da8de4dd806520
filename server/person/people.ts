import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';

/** 人员 — an office-holder in his function; null where erased or unknown. `position` is the rank order of leaders, from 1. */
export interface Person {
  id: string;
  name: string | null;
  post: string | null;
  unit: string | null;
  workPhone: string | null;
  position: number | null;
}

/** Office-holders by id. */
export async function readPeople(store: Store): Promise<Map<string, Person>> {
  const rows = await store.db.selectFrom('person').selectAll().execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Adds office-holders or changes their post, unit, telephone and rank. */
export async function savePeople(tx: Transaction, people: Person[], at?: string): Promise<void> {
  for (const { id, ...person } of people) {
    tx.change({ action: 'name', subject: 'person', subjectId: id, placeId: null, at });
    await tx.db
      .insertInto('person')
      .values({ id, ...person })
      .onConflict((same) => same.column('id').doUpdateSet(person))
      .execute();
  }
}
