import type { ColumnType } from 'kysely';
import type {
  AccountNoticeTable,
  AccountTable,
  FormerPasswordTable,
  KnownDeviceTable,
  ScreenTokenTable,
  SessionTable,
  SignInFailureTable,
} from './account-schema.ts';
import type { AreaWithdrawalTable, MapDayTable } from './map-day-schema.ts';
import type { MeetingPositionTable, MeetingTable, SavedViewTable, TaskTable } from './meeting-schema.ts';
import type { ConfirmationTable, ProposalTable } from './proposal-schema.ts';
import type { ExternalResultTable, RankingSwitchTable } from './ranking-schema.ts';
import type { RoutePlanTable, TeamTable } from './route-schema.ts';

/** Columns every versioned table has: valid for readers at `since` ≤ seq < `until`; `until` null means still valid. Rows are never overwritten. */
export interface Versioned {
  since: number;
  until: ColumnType<number | null, number | null | undefined, number | null>;
}

/** The one sequence: every write is one row. `at` is when the county knew it, `recordedAt` when this store wrote it (both UTC ISO instants). */
export interface ChangeTable {
  seq: number;
  at: string;
  recordedAt: string;
  actor: string;
  action: string;
  subject: string;
  subjectId: string;
  /** Area the change belongs to; null for the county as a whole. */
  placeId: string | null;
  /** Import it came from; null for a form. */
  importId: string | null;
  /** File of the import it came from, as `name` or `name · sheet`; null where it came from no one file. */
  source: string | null;
  /** The team whose unannounced plan it belongs to (`''`: no team named); null where everybody in scope may know of it. */
  sealed: string | null;
  /** Since when it counts as known: `at`, unless a confirmed day put right a clock that was ahead (`confirmedDay`). No part of the hash; checked against that. */
  knownAt: string;
  /** How many changes up to and with this one are not sealed: the number shown outside. */
  shown: number;
  /** SHA-256 over the hash before, this row and the versions written under its `seq` (db/chain.ts). */
  hash: string;
}

/** 确认日期 — since when a change made by a clock that was ahead counts as known; `id` is the number of that change. Key (id, since). */
interface ConfirmedDayTable extends Versioned {
  id: string;
  at: string;
}

/** Changes of a local day by whom they are sealed for (change/change-days.ts), kept inside each write. */
interface ChangeDayTable {
  day: string;
  team: string;
  changes: number;
  lastSeq: number;
  lastShown: number;
}

interface SequenceTable {
  /** Always 1: the table has one row, locked by the writer. */
  one: number;
  last: number;
}

/** A place's name, code and parent for a span of days (`fromOn` ≤ day < `toOn`). Key (id, fromOn, since). */
export interface AreaTable extends Versioned {
  id: string;
  fid: number;
  kind: string;
  code: string;
  name: string;
  officialName: string | null;
  type: string | null;
  parentId: string | null;
  /** Official order among siblings, from 1. */
  position: number;
  fromOn: string;
  toOn: string | null;
}

/** Derived geometry facts of a place in one boundary edition. Key (id, since). */
interface AreaShapeTable extends Versioned {
  id: string;
  areaM2: number;
  labelLon: number;
  labelLat: number;
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The files the map draws, by content hash. Key (id, since); id is always `map`. */
interface MapEditionTable extends Versioned {
  id: string;
  tiles: string;
  plain: string;
  boundaries: string;
  groundImage: string | null;
  groundTiles: string | null;
  groundPlain: string | null;
  /** JSON Bounds of the image, null without one. */
  groundBounds: string | null;
  west: number;
  south: number;
  east: number;
  north: number;
}

/** One venue a village; every report is a new version. Key (id, since). JSON columns are described in venue/rules.ts. */
export interface VenueTable extends Versioned {
  id: string;
  areaId: string;
  stage: string;
  items: string;
  milestones: string;
  organisationAcceptedOn: string | null;
  financeAcceptedOn: string | null;
  subsidyFen: number | null;
  subsidyPaidFen: number | null;
  reportedOn: string;
}

/** One party organisation a village, with its turnaround when it is backward. Key (id, since). */
export interface OrganisationTable extends Versioned {
  id: string;
  areaId: string;
  name: string;
  field: string;
  screenedOn: string | null;
  /** `city`, `county` or null when the organisation is not backward. */
  namedBy: string | null;
  namedOn: string | null;
  /** JSON of Problem[] (organisation/rules.ts). */
  problems: string;
  leaderId: string | null;
  groupHeadId: string | null;
  /** JSON list of unit names in the rectification working group; empty list: no group. */
  groupUnits: string;
  guidingUnit: string | null;
  stationedOn: string | null;
  signedOffOn: string | null;
  reportedOn: string;
}

export interface VisitTable extends Versioned {
  id: string;
  number: string;
  /** Local date it took place, or is planned for. */
  occurredOn: string;
  /** `planned` or `made`. */
  state: string;
  level: string;
  announced: number;
  team: string | null;
  leaderId: string | null;
  reportedOn: string;
}

/** A village on a visit, with its findings. Key (visitId, areaId, since). */
export interface VisitPlaceTable extends Versioned {
  visitId: string;
  areaId: string;
  /** JSON of Finding[] (inspection/rules.ts). */
  findings: string;
}

/** 联系包抓 — county leader ↔ town. Key (id, since). */
interface LinkageTable extends Versioned {
  id: string;
  leaderId: string;
  townId: string;
  fromOn: string;
  toOn: string | null;
}

/** Who answers for a place in which function. Key (id, since). */
interface ResponsibilityTable extends Versioned {
  id: string;
  areaId: string;
  function: string;
  personId: string;
}

/** Office-holders, the one erasable table: history holds ids only. */
interface PersonTable {
  id: string;
  name: string | null;
  post: string | null;
  unit: string | null;
  workPhone: string | null;
  /** Rank order of leaders, from 1; null for the others. */
  position: number | null;
}

/** 版本 — dated editions of what a county sets itself: checklist, thresholds, milestone template, campaign. Key (kind, fromOn, since). */
interface EditionTable extends Versioned {
  kind: string;
  fromOn: string;
  body: string;
}

interface ImportTable {
  id: string;
  at: string;
  actor: string;
  files: string;
  report: string;
}

/** 安全日志 — what is no change of a record: sign-ins, refusals, exports, accounts. Append only, chained like `change`. */
export interface AuditEventTable {
  number: number;
  at: string;
  /** Account id, or null before anybody is known. */
  actor: string | null;
  address: string;
  action: string;
  /** What it was done to, as text without secrets. */
  subject: string;
  /** JSON of further words, without secrets. */
  detail: string;
  hash: string;
}

/** 提交 — a form's save under the id its browser minted, so that the same save sent twice is one change. */
interface SubmissionTable {
  id: string;
  actor: string;
  at: string;
  seq: number;
  /** The answer given, as JSON. */
  answer: string;
  /** SHA-256 of the request it answered (save/save-once.ts); null of those stored before it was kept. */
  hash: string | null;
}

/** Facts of the store itself: `county` code, `sample` flag, `clock` fixed day. */
interface SettingTable {
  name: string;
  value: string;
}

export interface Tables {
  change: ChangeTable;
  sequence: SequenceTable;
  confirmedDay: ConfirmedDayTable;
  changeDay: ChangeDayTable;
  area: AreaTable;
  areaShape: AreaShapeTable;
  mapEdition: MapEditionTable;
  mapDay: MapDayTable;
  areaWithdrawal: AreaWithdrawalTable;
  venue: VenueTable;
  organisation: OrganisationTable;
  visit: VisitTable;
  visitPlace: VisitPlaceTable;
  linkage: LinkageTable;
  responsibility: ResponsibilityTable;
  person: PersonTable;
  edition: EditionTable;
  team: TeamTable;
  routePlan: RoutePlanTable;
  task: TaskTable;
  meeting: MeetingTable;
  meetingPosition: MeetingPositionTable;
  savedView: SavedViewTable;
  externalResult: ExternalResultTable;
  rankingSwitch: RankingSwitchTable;
  proposal: ProposalTable;
  confirmation: ConfirmationTable;
  import: ImportTable;
  setting: SettingTable;
  account: AccountTable;
  formerPassword: FormerPasswordTable;
  session: SessionTable;
  screenToken: ScreenTokenTable;
  accountNotice: AccountNoticeTable;
  knownDevice: KnownDeviceTable;
  signInFailure: SignInFailureTable;
  auditEvent: AuditEventTable;
  submission: SubmissionTable;
}
