import type { Bounds } from '../../geodata/area/area.ts';
import type { KnownPlaces } from '../../geodata/coordinate/known-county.ts';
import { type FormerName, readAreas, readFormerNames } from '../area/area-store.ts';
import { type MapEdition, readBaseEdition, readMapEdition } from '../area/map-edition-store.ts';
import { defaultChecklist } from '../campaign/default-editions.message.ts';
import { readEdition } from '../campaign/edition-store.ts';
import type { Campaign } from '../campaign/rules.ts';
import { lastSeq } from '../change/view-at.ts';
import { filePath } from '../db/files.ts';
import type { Store } from '../db/open.ts';
import { readSetting } from '../db/setting.ts';
import { standingLinkages } from '../inspection/linkage-store.ts';
import { readVisits } from '../inspection/visit-store.ts';
import { readOrganisations } from '../organisation/organisation-store.ts';
import { officeViewer } from '../person/open-viewer.ts';
import { readPeople } from '../person/people.ts';
import { readResponsibilities } from '../person/responsibility.ts';
import type { LocalDate, View } from '../rights/view.ts';
import { readVenues } from '../venue/venue-store.ts';
import type { LedgerStock } from './ledger-stock.ts';
import type { PersonKept } from './people-book.ts';
import type { PlannedArea } from './plan/plan-areas.ts';

/** What the store holds when an import begins. */
export interface Stored
  extends Omit<
    LedgerStock,
    'findPlace' | 'findTown' | 'placeName' | 'today' | 'people' | 'by' | 'confirmed' | 'campaignFrom'
  > {
  areas: PlannedArea[];
  formerNames: FormerName[];
  nextFid: number;
  /** The county as map files are measured against; null before the first import. */
  known: KnownPlaces | null;
  /** The edition in force as its boundaries came, not as changes of places since draw it. */
  baseEdition: MapEdition | null;
  inForce: { boundaries: string; plain: string; bounds: Bounds } | null;
  groundInForce: string | null;
  people: PersonKept[];
  campaign: Campaign | null;
}

/** Reads the whole present state, sealed plans too: an import of the office's own log must find them again. */
export async function readStored(store: Store, today: LocalDate): Promise<Stored> {
  const seq = await lastSeq(store);
  const view: View = { user: officeViewer, seq, on: today, shown: seq, mark: `s${seq}` };
  const [areas, edition, baseEdition, venues, organisations, visits] = await Promise.all([
    readAreas(store, view),
    readMapEdition(store, view),
    readBaseEdition(store, view),
    readVenues(store, view),
    readOrganisations(store, view),
    readVisits(store, view),
  ]);
  const parts = await readSetting(store, 'ground');
  const people = [...(await readPeople(store, view)).values()];
  return {
    areas: areas.map(({ areaM2: _area, label: _label, bounds: _bounds, ...area }) => area),
    // A row that names a village merged away is asked about: it may be half of what the merged one is.
    formerNames: (await readFormerNames(store, view)).filter(({ merged }) => !merged),
    nextFid: await nextFid(store),
    known: edition && {
      bounds: edition.bounds,
      villages: areas.flatMap(({ kind, code, name, label }) =>
        kind === 'village' && label ? [{ code, name, label }] : [],
      ),
    },
    baseEdition,
    inForce: edition && {
      boundaries: filePath(store.dataDir, edition.boundaries),
      plain: filePath(store.dataDir, edition.plain),
      bounds: edition.bounds,
    },
    groundInForce: parts === null ? null : filePath(store.dataDir, parts),
    venues: new Map(venues.map(({ id: _id, since: _since, ...venue }) => [venue.areaId, venue])),
    organisations: new Map(organisations.map(({ id: _id, since: _since, ...kept }) => [kept.areaId, kept])),
    visits: Map.groupBy(
      visits.flatMap(({ since: _since, ...visit }) => {
        const places = visit.places.toSorted((a, b) => (a.areaId < b.areaId ? -1 : 1));
        return visit.number === '' ? [] : { ...visit, places };
      }),
      ({ number }) => number,
    ),
    linkages: (await standingLinkages(store)).map(({ id: _id, ...linkage }) => linkage),
    responsibilities: (await readResponsibilities(store, view)).map(({ areaId, function: duty, personId }) => ({
      areaId,
      function: duty,
      personId,
    })),
    reported: await reportedDays(store),
    people: people.flatMap(({ name, ...person }) => (name === null ? [] : [{ name, ...person }])),
    campaign: await readEdition(store, view, 'campaign'),
    checklist: ((await readEdition(store, view, 'checklist')) ?? defaultChecklist).map(({ key }) => key),
  };
}

async function nextFid(store: Store): Promise<number> {
  const found = await store.db
    .selectFrom('area')
    .select((select) => select.fn.max('fid').as('last'))
    .executeTakeFirst();
  return Number(found?.last ?? 0) + 1;
}

async function reportedDays(store: Store): Promise<Set<string>> {
  const days = (table: 'venue' | 'organisation') =>
    store.db.selectFrom(table).select(['areaId', 'reportedOn']).distinct().execute();
  const [venues, organisations] = await Promise.all([days('venue'), days('organisation')]);
  return new Set([
    ...venues.map(({ areaId, reportedOn }) => `venue ${areaId} ${reportedOn}`),
    ...organisations.map(({ areaId, reportedOn }) => `organisation ${areaId} ${reportedOn}`),
  ]);
}
