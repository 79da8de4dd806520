import type {
  BoundaryFile,
  GroundFile,
  LedgerFile,
  LedgerKind,
  ReadFile,
  TerrainFile,
} from '../../../geodata/format/hand-over.ts';
import type { Note } from '../../../geodata/note.ts';
import { daysAfter } from '../../calendar/rules.ts';
import type { BuildJob, BuiltFiles, GroundParts } from '../../child/jobs.ts';
import { newId } from '../../db/id.ts';
import type { LocalDate, Role } from '../../rights/view.ts';
import type { Counts, LedgerStock } from '../ledger-stock.ts';
import { PeopleBook } from '../people-book.ts';
import { placeFinders } from '../place-finders.ts';
import type { ChangeCount, FileReport, ImportNoun } from '../report.ts';
import type { Stored } from '../stored.ts';
import { type AreaPlan, planAreas } from './plan-areas.ts';
import { type CampaignPlan, planCampaign } from './plan-campaign.ts';
import { planLinkages, planResponsibilities } from './plan-people.ts';
import { planOrganisations, planVenues } from './plan-reports.ts';
import { planVisits } from './plan-visits.ts';

/** Everything an import will write, and what it has to say about it; nothing of it is written yet. */
export interface ImportPlan {
  /** The store was empty: ledgers are the back history and are written as of the days they were reported on. */
  first: boolean;
  today: LocalDate;
  /** The earliest day anything of the import was known on. */
  firstOn: LocalDate;
  areas: AreaPlan;
  venues: ReturnType<typeof planVenues>;
  organisations: ReturnType<typeof planOrganisations>;
  visits: ReturnType<typeof planVisits>;
  linkages: ReturnType<typeof planLinkages>;
  responsibilities: ReturnType<typeof planResponsibilities>;
  campaign: CampaignPlan;
  people: PeopleBook;
  build: BuildJob | null;
  notes: Note[];
}

/** Meets what the files hold with what the store holds on the day `today`. */
export function planImport(
  read: ReadFile[],
  stored: Stored,
  { today, confirmed, by = null }: { today: LocalDate; confirmed: string[]; by?: Role | null },
): ImportPlan {
  const campaignNotes: Note[] = [];
  const boundaries = read.filter((file): file is BoundaryFile => file.is === 'boundaries');
  const ledgers = read.filter((file): file is LedgerFile => file.is === 'ledger');
  const first = stored.areas.length === 0;
  const campaignLedgers = ledgers.filter(({ ledger }) => ledger === 'campaign');
  const campaign = planCampaign(campaignLedgers, stored.campaign, campaignNotes);
  const { countyName } = campaign;
  const firstOn = first ? standsFrom(earliestDay(ledgers, today), campaign.campaign?.firstOn ?? null) : today;
  const areas = planAreas(boundaries, {
    stored: stored.areas,
    nextFid: stored.nextFid,
    on: firstOn,
    newId,
    ...{ countyName, confirmed },
  });
  const taken = new Set(areas.notes.flatMap(({ code, at }) => (code === 'name-in-town' ? [at.areaCode] : [])));
  const notes = [
    ...read
      .flatMap((file) => file.notes)
      .filter(({ code, at }) => code !== 'name-twice-in-town' || !taken.has(at.areaCode)),
    ...campaignNotes,
    ...areas.notes,
  ];
  const people = new PeopleBook(stored.people, newId);
  const stock: LedgerStock = {
    ...stored,
    ...placeFinders(areas.areas, stored.formerNames, areas.isLeftOut),
    today,
    people,
    confirmed,
    by,
    campaignFrom: (campaign.campaign ?? stored.campaign)?.firstOn ?? null,
  };
  const of = (kind: LedgerKind) => (areas.areas.length > 0 ? ledgers.filter(({ ledger }) => ledger === kind) : []);
  if (areas.areas.length === 0) notes.push(...withoutPlaces(ledgers.filter(({ ledger }) => ledger !== 'campaign')));
  // Linked leaders come first: their posts and ranks are what the other ledgers name only by name.
  const linkages = planLinkages(of('linkage'), stock, notes);
  return {
    first,
    today,
    firstOn,
    areas,
    linkages,
    venues: planVenues(of('venue'), stock, notes),
    organisations: planOrganisations(of('organisation'), stock, notes),
    visits: planVisits(of('inspection'), stock, notes),
    responsibilities: planResponsibilities(of('responsibility'), stock, notes),
    campaign,
    people,
    build: buildJob(read, areas, stored),
    notes,
  };
}

function withoutPlaces(ledgers: LedgerFile[]): Note[] {
  return ledgers.map(({ file, sheet, rows }) => ({
    code: 'boundaries-first',
    severity: 'question',
    at: { file, sheet },
    values: { rows: rows.length },
  }));
}

/** The day from which a county's places stand at a first import: that of its earliest report, or the day before its campaign begins, which shows them all not reported. */
function standsFrom(earliest: LocalDate, campaignFrom: LocalDate | null): LocalDate {
  const before = campaignFrom === null ? earliest : daysAfter(campaignFrom, -1);
  return before < earliest ? before : earliest;
}

function earliestDay(ledgers: LedgerFile[], today: LocalDate): LocalDate {
  let earliest = today;
  for (const { rows } of ledgers) {
    for (const { cells } of rows) {
      const day = cells.reportedOn ?? cells.occurredOn;
      if (typeof day === 'string' && day < earliest) earliest = day;
    }
  }
  return earliest;
}

function buildJob(read: ReadFile[], areas: AreaPlan, stored: Stored): BuildJob | null {
  const lines = (is: GroundFile['is']) => read.filter((file): file is GroundFile => file.is === is);
  const ground: GroundParts = {
    terrain: read.find((file): file is TerrainFile => file.is === 'terrain') ?? null,
    rivers: lines('rivers'),
    roads: lines('roads'),
    places: lines('places'),
  };
  const hasGround = ground.terrain !== null || ground.rivers.length + ground.roads.length + ground.places.length > 0;
  if (!areas.toBuild && !hasGround) return null;
  const converted = read.some((file) => file.is === 'boundaries' && /GCJ|BD/.test(file.reading.system));
  return {
    job: 'build',
    county: areas.toBuild,
    placesChanged: areas.changed.length > 0,
    inForce: stored.inForce,
    toleranceM: converted ? 2 : 0.5,
    ground,
    groundInForce: stored.groundInForce,
  };
}

/** What each file is understood to be. */
export function fileReport(file: ReadFile): FileReport {
  const said = { file: file.file, sheet: null, system: null, encoding: null };
  switch (file.is) {
    case 'boundaries':
      return { ...said, is: file.is, count: file.areas.length, system: file.reading.system, encoding: file.encoding };
    case 'roads':
    case 'rivers':
    case 'places':
      return { ...said, is: file.is, count: file.features.length, system: file.reading.system };
    case 'terrain':
      return { ...said, is: file.is, count: file.width * file.height };
    case 'ledger':
      return { ...said, is: file.ledger, sheet: file.sheet, count: file.rows.length };
    case 'refused':
      return { ...said, is: null, count: 0 };
  }
}

/** How many records of each noun are new, differ or stay; nouns the files do not speak of are left out. */
export function changeCounts(plan: ImportPlan, built: BuiltFiles | null): ChangeCount[] {
  const counts: Record<ImportNoun, Counts> = {
    ...plan.areas.counts,
    boundary: boundaryCounts(plan, built),
    ground: { added: 0, changed: 0, unchanged: 0, ...groundCount(plan, built) },
    venue: plan.venues.counts,
    organisation: plan.organisations.counts,
    visit: plan.visits.counts,
    linkage: plan.linkages.counts,
    responsibility: plan.responsibilities.counts,
    campaign: plan.campaign.counts,
  };
  return (Object.entries(counts) as [ImportNoun, Counts][])
    .map(([noun, count]) => ({ noun, ...count }))
    .filter(({ added, changed, unchanged }) => added + changed + unchanged > 0);
}

function boundaryCounts({ build, first }: ImportPlan, built: BuiltFiles | null): Counts {
  if (build?.county && !built) return { added: 0, changed: 0, unchanged: 0 };
  const drawn = build?.county?.villages.filter(({ shape }) => shape !== null) ?? [];
  const fids = new Set(drawn.map(({ fid }) => fid));
  const moved = built?.county ? built.movedFids.filter((fid) => fids.has(fid)).length : 0;
  return { added: first ? moved : 0, changed: first ? 0 : moved, unchanged: drawn.length - moved };
}

function groundCount({ build }: ImportPlan, built: BuiltFiles | null): Partial<Counts> {
  if (!build || !built) return {};
  const { terrain, rivers, roads, places } = build.ground;
  const parts = (terrain ? 1 : 0) + rivers.length + roads.length + places.length;
  if (parts === 0) return {};
  if (!built.groundParts) return { unchanged: parts };
  return build.groundInForce ? { changed: parts } : { added: parts };
}
