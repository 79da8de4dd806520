import type { Selectable } from 'kysely';
import { placesOfIds } from '../area/form-place.ts';
import { inPlaces, unsealed } from '../change/scope.ts';
import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';
import type { Tables } from '../db/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { reachOf } from '../rights/may-write.ts';
import type { View, Viewer } from '../rights/view.ts';
import type { VisitFormValues } from './answer.ts';
import type { Finding, Visit, VisitLevel } from './rules.ts';

/** A visit whole, as it stands now, for who may see it; one that is sealed or out of scope is `visit-unknown`. */
export async function currentVisit({ db }: Pick<Store, 'db'>, view: View, id: string): Promise<Visit> {
  const row = await db
    .selectFrom('visit')
    .where('id', '=', id)
    .where('until', 'is', null)
    .where(unsealed(view.user))
    .where('id', 'in', (at) => at.selectFrom('visitPlace').where(inPlaces('visitPlace.areaId', view)).select('visitId'))
    .selectAll()
    .executeTakeFirst();
  if (!row) throw new Refusal('visit-unknown');
  const places = await db
    .selectFrom('visitPlace')
    .where('visitId', '=', id)
    .where('until', 'is', null)
    .select(['areaId', 'findings'])
    .orderBy('areaId')
    .execute();
  return visitOf(row, places);
}

function visitOf(row: Selectable<Tables['visit']>, places: { areaId: string; findings: string }[]): Visit {
  const { id, number, occurredOn, team, leaderId, reportedOn, since } = row;
  return {
    id,
    number,
    occurredOn,
    state: row.state === 'planned' ? 'planned' : 'made',
    level: row.level as VisitLevel,
    announced: row.announced === 1,
    team,
    leaderId,
    reportedOn,
    since,
    places: places.map(({ areaId, findings }) => ({ areaId, findings: JSON.parse(findings) as Finding[] })),
  };
}

/** Former versions of a visit, newest first, each with the places it had then. */
export async function formerVisits({ db }: Transaction, id: string): Promise<Visit[]> {
  const rows = await db
    .selectFrom('visit')
    .where('id', '=', id)
    .orderBy('since', 'desc')
    .limit(50)
    .selectAll()
    .execute();
  const places = await db.selectFrom('visitPlace').where('visitId', '=', id).orderBy('areaId').selectAll().execute();
  return rows.map((row) =>
    visitOf(
      row,
      places.filter(({ since, until }) => since <= row.since && (until === null || until > row.since)),
    ),
  );
}

/** A visit as its form holds it, villages by code in their order. */
export async function filledOf(from: Pick<Store, 'db'>, visit: Visit): Promise<VisitFormValues> {
  const places = await placesOfIds(
    from,
    visit.places.map(({ areaId }) => areaId),
  );
  const { state, occurredOn, level, announced, team, leaderId } = visit;
  return {
    state,
    occurredOn,
    level,
    announced,
    team,
    leaderId,
    places: visit.places
      .map(({ areaId, findings }) => ({ code: places.get(areaId)?.code ?? '', findings }))
      .sort(({ code: a }, { code: b }) => (a < b ? -1 : 1)),
  };
}

/** Whether somebody may record a visit: the office each; an inspector those of the inspector's teams. */
export function isOfMine(viewer: Viewer, { team }: Pick<Visit, 'team'>): boolean {
  const reach = reachOf(viewer, 'record-visit');
  if (reach !== 'own') return reach === 'county';
  return viewer.sealed === 'all' || (team !== null && viewer.sealed.includes(team));
}
