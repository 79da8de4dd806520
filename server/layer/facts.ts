import { type Area, type FormerName, readAreas, readFormerNames } from '../area/area-store.ts';
import { shownAreasSeq } from '../area/areas-seq.ts';
import { type Merged, readMerged } from '../area/merged-store.ts';
import { readInForce } from '../campaign/edition-store.ts';
import { type Epoch, epochOf } from '../db/epoch.ts';
import type { Store } from '../db/open.ts';
import { readLinkages } from '../inspection/linkage-store.ts';
import { linkageOn } from '../inspection/quota.rules.ts';
import type { Visit } from '../inspection/rules.ts';
import { readVisits } from '../inspection/visit-store.ts';
import { visitsForward } from '../inspection/visits-forward.ts';
import { readOrganisations } from '../organisation/organisation-store.ts';
import { type Person, readPeople } from '../person/people.ts';
import { isAbout, isAdministrator, isInScope, scopeKey, seesTasks, type View, type Viewer } from '../rights/view.ts';
import type { Task } from '../task/rules.ts';
import { readTasks } from '../task/task-store.ts';
import type { ChecklistItem, Venue } from '../venue/rules.ts';
import { readVenues, venuesForward } from '../venue/venue-store.ts';
import { movedFacts, reportedBetween } from './facts-moved.ts';
import { taskUnderHeir, visitUnderHeirs } from './heirs.ts';
import type { Layer, PlaceFacts, Standard } from './layer.ts';
import { layersFor } from './registry.ts';

/** Everything the layers judge by, for one view. `areas` also holds towns known by name only; `towns` and `villages`, in official order, those in scope. */
export interface CountyFacts {
  view: View;
  areas: Area[];
  areasSeq: number;
  towns: PlaceFacts[];
  villages: PlaceFacts[];
  standard: Standard;
  checklist: ChecklistItem[];
  /** All layers as the editions in force make them. */
  layers: Layer[];
  people: Map<string, Person>;
  visits: Visit[];
  formerNames: FormerName[];
  merged: Map<string, Merged>;
}

const kept = new Map<string, Promise<CountyFacts>>();
const mostKept = 64;
const epochs = new WeakMap<Epoch, number>();
let nextEpoch = 1;

/** What facts of one user and day are kept under, whatever their sequence. */
function newestKey(store: Store, { user, on }: View): string {
  const number = epochs.get(epochOf(store)) ?? nextEpoch++;
  epochs.set(epochOf(store), number);
  return JSON.stringify([number, scopeKey(user), on]);
}

/** The facts of a view; those of the same user, sequence and day are read once and kept for a while. */
export function countyFacts(store: Store, view: View): Promise<CountyFacts> {
  const key = JSON.stringify([newestKey(store, view), view.seq]);
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const reading = laterFacts(store, view);
  kept.set(key, reading);
  reading.catch(() => kept.delete(key));
  if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '');
  return reading;
}

/** Facts of the same user and day with the places of this view, where such stand ready: records may be older, nothing is read. */
export function placesAtHand(store: Store, view: View): Promise<CountyFacts> | null {
  const before = newest.get(newestKey(store, view));
  if (!before || before.seq > view.seq) return null;
  return before.seq === view.seq || reportedBetween(store, before.seq, view.seq) ? before.facts : null;
}

interface Newest {
  seq: number;
  facts: Promise<CountyFacts>;
}
const newest = new Map<string, Newest>();
const mostNewest = 256;

/** Facts read anew, or made from the newest of the same user and day where hardly anything moved since. */
function laterFacts(store: Store, view: View): Promise<CountyFacts> {
  const key = newestKey(store, view);
  const before = newest.get(key);
  if (before?.seq === view.seq) {
    newest.delete(key);
    newest.set(key, before);
    return before.facts;
  }
  const reported = before && before.seq < view.seq ? reportedBetween(store, before.seq, view.seq) : null;
  const facts =
    before && reported
      ? before.facts.then((known) => movedFacts(store, view, { before: known, reported }))
      : readFacts(store, view);
  if (before && before.seq > view.seq) return facts;
  newest.delete(key);
  newest.set(key, { seq: view.seq, facts });
  facts.catch(() => newest.delete(key));
  if (newest.size > mostNewest) newest.delete(newest.keys().next().value ?? '');
  return facts;
}

/**
 * What a user's figures may be compared with: the whole county as anybody sees it, of which only totals by town may leave the server. For a user who
 * sees the county it is what the user sees.
 */
export function totalFacts(store: Store, view: View): Promise<CountyFacts> {
  return countyFacts(store, totalView(view));
}

/** The view of {@link totalFacts}: the view itself where it is of the whole county. */
export function totalView(view: View): View {
  const { user } = view;
  if (user.places === 'county' || isAdministrator(user)) return view;
  return { ...view, user: { ...user, places: 'county', sealed: [] } };
}

const noTasks: Task[] = [];

/** Whether a theme is among what the user sees: a department has its items, and the tasks about them. */
export const isShown = (user: Viewer, theme: Layer['theme']): boolean =>
  theme === 'task' ? seesTasks(user) : isAbout(user, theme);

/** How the records that grow by the day are read. */
export interface Reports {
  venues(view: View): Promise<Venue[]>;
  visits(view: View): Promise<Visit[]>;
}

/** 逐日往后 — reads them for one view after another of the same user, from earlier to later. */
export const reportsForward = (store: Store): Reports => ({
  venues: venuesForward(store),
  visits: visitsForward(store),
});

interface Reading {
  /** The subjects a layer goes by: only those are read, and places are as if nothing else were known. */
  only?: Layer['touches'];
  reports?: Reports;
}

/** The facts of a view, read anew and not kept. */
export async function readFacts(store: Store, view: View, { only, reports }: Reading = {}): Promise<CountyFacts> {
  const wanted = <Row>(subject: string, read: (store: Store, view: View) => Promise<Row[]>): Row[] | Promise<Row[]> =>
    only === undefined || only.includes(subject) ? read(store, view) : [];
  const merging = readMerged(store, view);
  const [
    areas,
    merged,
    formerNames,
    venues,
    organisations,
    visited,
    linkages,
    people,
    checklist,
    thresholds,
    movedAt,
    given,
  ] = await Promise.all([
    readAreas(store, view),
    merging,
    readFormerNames(store, view, merging),
    wanted('venue', reports ? () => reports.venues(view) : readVenues),
    wanted('organisation', readOrganisations),
    wanted('visit', reports ? () => reports.visits(view) : readVisits),
    wanted('linkage', readLinkages),
    readPeople(store, view),
    readInForce(store, view, 'checklist'),
    readInForce(store, view, 'thresholds'),
    shownAreasSeq(store, view),
    wanted('task', readTasks),
  ]);
  const visits = visited.map((visit) => visitUnderHeirs(visit, merged));
  const tasks = given.map((task) => taskUnderHeir(task, merged));
  const venueOf = new Map(venues.map((venue) => [venue.areaId, venue]));
  const organisationOf = new Map(organisations.map((organisation) => [organisation.areaId, organisation]));
  const linkagesOf = Map.groupBy(linkages, ({ townId }) => townId);
  const tasksOf = Map.groupBy(tasks, ({ areaId }) => areaId);
  const parents = new Map(areas.map(({ id, parentId }) => [id, parentId]));
  const visitsTo = new Map<string, Visit[]>();
  const note = (id: string, visit: Visit) => {
    const known = visitsTo.get(id);
    if (!known) visitsTo.set(id, [visit]);
    // One visit to several villages of a town is one visit to the town.
    else if (known.at(-1) !== visit) known.push(visit);
  };
  for (const visit of visits)
    for (const { areaId } of visit.places) {
      note(areaId, visit);
      const above = parents.get(areaId);
      if (above) note(above, visit);
    }
  const factsOf = ({ id, fid, name, kind, parentId }: Area): PlaceFacts => ({
    id,
    fid,
    name,
    kind: kind === 'town' ? 'town' : 'village',
    townId: kind === 'town' ? id : (parentId ?? ''),
    venue: venueOf.get(id) ?? null,
    organisation: organisationOf.get(id) ?? null,
    visits: visitsTo.get(id) ?? [],
    linkage: linkageOn(linkagesOf.get(id) ?? [], view.on),
    linkages: linkagesOf.get(id) ?? [],
    tasks: tasksOf.get(id) ?? noTasks,
  });
  return {
    view,
    areas,
    areasSeq: movedAt,
    towns: areas.filter(({ kind, id }) => kind === 'town' && isInScope(view.user, id)).map(factsOf),
    villages: areas.filter(({ kind }) => kind === 'village').map(factsOf),
    standard: {
      on: view.on,
      thresholds,
      checklist,
      personName: (id) => people.get(id)?.name ?? null,
    },
    checklist,
    layers: layersFor(checklist, thresholds).filter(({ theme }) => isShown(view.user, theme)),
    people,
    visits,
    formerNames,
    merged,
  };
}
