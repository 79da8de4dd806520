import { placesOfIds } from '../area/form-place.ts';
import { viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import { Refusal } from '../http/refusal.ts';
import { peopleOptions } from '../person/people-options.ts';
import { reachOf } from '../rights/may-write.ts';
import type { View, Viewer } from '../rights/view.ts';
import { baseOf } from '../save/base.ts';
import { savedBy } from '../save/save-once.ts';
import type { OpenVisitsAnswer, VisitForm, VisitFormValues } from './answer.ts';
import { visitLevels } from './rules.ts';
import { writableOf } from './visit-form.ts';
import { visitLevelTitles } from './visit-level.message.ts';
import { currentVisit, filledOf, isOfMine } from './visit-record.ts';
import { readVisits } from './visit-store.ts';

/** GET /api/visits/{id} */
export async function visitForm(store: Store, viewer: Viewer, id: string): Promise<VisitForm> {
  const view = await viewAt(store, viewer);
  const visit = await currentVisit(store, view, id);
  if (!isOfMine(viewer, visit)) throw new Refusal('not-allowed');
  const values = await filledOf(store, visit);
  return {
    id,
    number: visit.state === 'made' ? visit.number : null,
    values,
    base: baseOf(values),
    today: view.on,
    writable: writableOf(viewer),
    saved: await savedBy(store, visit.since),
    options: await visitOptions(store, view),
  };
}

/** GET /api/visits/new — an empty visit: a plan for who may plan, else one made. */
export async function newVisitForm(store: Store, viewer: Viewer): Promise<VisitForm> {
  const view = await viewAt(store, viewer);
  const team = viewer.sealed === 'all' ? null : (viewer.sealed[0] ?? null);
  const values: VisitFormValues = {
    state: reachOf(viewer, 'plan-visit') === 'none' ? 'made' : 'planned',
    occurredOn: view.on,
    level: 'county',
    announced: true,
    team,
    leaderId: null,
    places: [],
  };
  const options = await visitOptions(store, view);
  const writable = [...new Set([...writableOf(viewer), 'level', 'announced', 'leaderId'])];
  return { id: '', number: null, values, base: baseOf(values), today: view.on, writable, saved: null, options };
}

/** GET /api/visits/open — plans the user may see, and visits made with findings still open; earliest first. */
export async function openVisits(store: Store, viewer: Viewer): Promise<OpenVisitsAnswer> {
  const view = await viewAt(store, viewer);
  const visits = (await readVisits(store, view)).filter(
    ({ state, places }) =>
      state === 'planned' || places.some(({ findings }) => findings.some(({ closedOn }) => closedOn === null)),
  );
  const named = await placesOfIds(
    store,
    visits.flatMap(({ places }) => places.map(({ areaId }) => areaId)),
  );
  return {
    visits: visits
      .map((visit) => ({
        id: visit.id,
        number: visit.state === 'made' ? visit.number : null,
        state: visit.state,
        on: visit.occurredOn,
        level: visit.level,
        announced: visit.announced,
        team: visit.team,
        places: visit.places.map(({ areaId, findings }) => ({
          code: named.get(areaId)?.code ?? '',
          name: named.get(areaId)?.name ?? '',
          open: findings.filter(({ closedOn }) => closedOn === null).length,
        })),
        mine: isOfMine(viewer, visit),
      }))
      .sort((a, b) => (a.on < b.on ? -1 : 1)),
  };
}

async function visitOptions(store: Store, view: View): Promise<VisitForm['options']> {
  const { leaders } = await peopleOptions(store, view);
  return {
    leaders,
    teams: view.user.sealed === 'all' ? await teamsOf(store) : [...view.user.sealed],
    levels: visitLevels.map((key) => ({ key, title: visitLevelTitles[key] })),
  };
}

async function teamsOf({ db }: Store): Promise<string[]> {
  const rows = await db
    .selectFrom('visit')
    .where('until', 'is', null)
    .where('team', 'is not', null)
    .select('team')
    .distinct()
    .execute();
  return rows.flatMap(({ team }) => team ?? []).sort();
}
