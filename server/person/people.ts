import type { ExpressionBuilder } from 'kysely';
import { sayTheSame } from '../change/same/rules.ts';
import { inPlaces, unsealed } from '../change/scope.ts';
import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';
import type { Tables } from '../db/schema.ts';
import { seesPersons, type View } from '../rights/view.ts';

/** 人员 — an office-holder by function; null where erased or unknown. `position` is the rank order of leaders, from 1. */
export interface Person {
  id: string;
  name: string | null;
  post: string | null;
  unit: string | null;
  workPhone: string | null;
  position: number | null;
}

/** Office-holders by id: all, or those asked for. Who sees only some places sees those who are named in their records; a screen sees functions. */
export async function readPeople(store: Store, view: View, ids?: string[]): Promise<Map<string, Person>> {
  if (ids?.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('person')
    .where((where) => (view.user.places === 'county' ? where.and([]) : namedIn(where, view)))
    .selectAll()
    .execute();
  const wanted = ids && new Set(ids);
  const shown = seesPersons(view.user) ? rows : asFunctions(rows, await leadersOf(store));
  return new Map(shown.filter(({ id }) => wanted?.has(id) ?? true).map((row) => [row.id, row]));
}

/** People as a screen tells them: leaders by name, others by their function, and nobody's telephone. */
const asFunctions = (people: Person[], leaders: Set<string>): Person[] =>
  people.map((person) => ({ ...person, name: leaders.has(person.id) ? person.name : null, workPhone: null }));

/** Who leads: by rank, or as the leader in charge of a town or a turnaround. */
async function leadersOf({ db }: Store): Promise<Set<string>> {
  const [ranked, ...charged] = await Promise.all([
    db.selectFrom('person').where('position', 'is not', null).select('id as leaderId').execute(),
    db.selectFrom('linkage').select('leaderId').distinct().execute(),
    db.selectFrom('organisation').select('leaderId').distinct().execute(),
  ]);
  return new Set([...ranked, ...charged.flat()].flatMap(({ leaderId }) => leaderId ?? []));
}

function namedIn(where: ExpressionBuilder<Tables, 'person'>, view: View) {
  const leaders = where.selectFrom('organisation').where(inPlaces('organisation.areaId', view)).select('leaderId');
  const heads = where.selectFrom('organisation').where(inPlaces('organisation.areaId', view)).select('groupHeadId');
  const linked = where.selectFrom('linkage').where(inPlaces('linkage.townId', view)).select('leaderId');
  const holders = where.selectFrom('responsibility').where(inPlaces('responsibility.areaId', view)).select('personId');
  const visitors = where
    .selectFrom('visit')
    .innerJoin('visitPlace', 'visitPlace.visitId', 'visit.id')
    .where(inPlaces('visitPlace.areaId', view))
    .where(unsealed(view.user))
    .select('visit.leaderId');
  return where.or([
    where('person.id', 'in', leaders),
    where('person.id', 'in', heads),
    where('person.id', 'in', linked),
    where('person.id', 'in', holders),
    where('person.id', 'in', visitors),
  ]);
}

/**
 * Adds office-holders or changes their post, unit, telephone and rank. Who stands there already as given is left alone. Gives how many
 * were written.
 */
export async function savePeople(tx: Transaction, people: Person[], at?: string): Promise<number> {
  const kept = await tx.db.selectFrom('person').selectAll().execute();
  const known = new Map(kept.map((person) => [person.id, person]));
  let written = 0;
  for (const { id, ...person } of people) {
    if (sayTheSame(known.get(id), { id, ...person })) continue;
    written++;
    tx.change({ action: 'name', subject: 'person', subjectId: id, placeId: null, at });
    await tx.db
      .insertInto('person')
      .values({ id, ...person })
      .onConflict((same) => same.column('id').doUpdateSet(person))
      .execute();
  }
  return written;
}
