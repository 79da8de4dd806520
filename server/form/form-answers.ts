import type { AreaKind } from '../../geodata/area/area.ts';
import type { EditionBodies, EditionKind } from '../campaign/rules.ts';
import type { Finding, VisitLevel, VisitMove } from '../inspection/rules.ts';
import type { Turnaround } from '../organisation/rules.ts';
import type { LocalDate, Role } from '../rights/view.ts';
import type { ChecklistItem, ItemStates, Milestone, Stage } from '../venue/rules.ts';
import type { Text } from '../words/text.ts';

/** A word to choose, under the key the record keeps it by. */
export interface Titled {
  key: string;
  title: Text;
}

/** GET of a form: the record as it stands. */
export interface FormAnswer<Values, Options> {
  /** Hash of `values`: the first 32 hex digits of SHA-256. Send it back with the save. */
  base: string;
  today: LocalDate;
  values: Values;
  options: Options;
  /** Top fields the person may change here; the others are shown only. */
  writable: string[];
  /** The role whose rights by field hold (rights/field-rights/rules.ts): of what it may only ask for, the form says so. */
  role?: Role;
  /** Who last saved it and when; null when nothing was reported, or nobody is named. */
  saved: { at: string; by: Saver | null } | null;
}
export interface Saver {
  name: string | null;
  post: string | null;
}

/** 阵地填报 — `stage` null: nothing reported yet. `reportedOn` is null when a form opens and means today; a day gone by may be given. Money in fen. */
export interface VenueFormValues {
  stage: Stage | null;
  reportedOn: LocalDate | null;
  items: ItemStates;
  milestones: Milestone[];
  organisationAcceptedOn: LocalDate | null;
  financeAcceptedOn: LocalDate | null;
  subsidyFen: number | null;
  subsidyPaidFen: number | null;
}
export type VenueFormAnswer = FormAnswer<
  VenueFormValues,
  {
    stages: Titled[];
    checklist: ChecklistItem[];
    /** `firstPlannedOn` where the plan in force is not the first. */
    milestones: (Titled & { firstPlannedOn: LocalDate | null })[];
  }
>;

/** 后进整顿填报 — `turnaround` null: not backward. `reportedOn` as with the venue. */
export interface OrganisationFormValues {
  name: string;
  field: string;
  screenedOn: LocalDate | null;
  reportedOn: LocalDate | null;
  turnaround: Turnaround | null;
}
export interface PersonOption {
  id: string;
  name: string | null;
  post: string | null;
  unit: string | null;
  workPhone: string | null;
}
export type OrganisationFormAnswer = FormAnswer<
  OrganisationFormValues,
  { people: PersonOption[]; leaders: PersonOption[] }
>;

/** 责任人 — by function of the place; null: nobody. */
export type ResponsibleFormValues = Record<string, Omit<PersonOption, 'id'> | null>;
export type ResponsibleFormAnswer = FormAnswer<ResponsibleFormValues, { functions: Titled[] }>;

/**
 * PUT of a form: the whole form as it stands on the screen. `id` is minted once for a save and sent again with each retry. `before` are the
 * values the form was opened with; without it the server finds them by `base`. `confirm` says yes to what a fault with `confirmable` asks.
 */
export interface FormSave<Values> {
  id: string;
  base: string;
  values: Values;
  before?: Values;
  confirm?: boolean;
  /** Why, where a fault is `reasoned`. */
  reason?: string;
}

/** What a save answers; the same to the same save sent again. `base` is null where nothing is left to change. */
export interface SavedAnswer {
  seq: number;
  base: string | null;
  /** Fields somebody else had saved meanwhile that were kept: the two had changed different ones. */
  merged: string[];
  /** Fields not set but asked for: they wait for the office. */
  proposed?: string[];
}

/**
 * 409 `saved-meanwhile` — beside the sentence. `theirs` has every field the other changed, by path (`items.hall`,
 * `milestones.built.doneOn`; a list without keys such as `turnaround.problems` is one field); `conflicts` those of them this person changed too.
 */
export interface SavedMeanwhile {
  base: string;
  theirs: Record<string, unknown>;
  conflicts: string[];
  savedBy: Saver | null;
  savedAt: string | null;
}

/** 422 `form-faulty` — beside the sentence. `field` is a path; entries of lists by their place: `turnaround.problems.0.doneOn`. */
export interface FormFaulty {
  faults: { field: string; code: string; text: string; confirmable: boolean; reasoned: boolean }[];
}

/** 督查 as planned or made, to change. `number` null until it is made. */
export interface VisitForm {
  id: string;
  number: string | null;
  values: VisitFormValues;
  base: string;
  today: LocalDate;
  writable: string[];
  saved: FormAnswer<unknown, unknown>['saved'];
  options: { leaders: PersonOption[]; teams: string[]; levels: Titled[] };
}

export interface VisitFormValues {
  state: VisitMove;
  occurredOn: LocalDate;
  level: VisitLevel;
  announced: boolean;
  team: string | null;
  leaderId: string | null;
  /** Villages by code. */
  places: { code: string; findings: Finding[] }[];
}

export type VisitSaved = SavedAnswer & { visit: string; number: string | null };

/** GET /api/visits/open — plans the person may see, and visits made with findings still open; earliest first. */
export interface OpenVisitsAnswer {
  visits: {
    id: string;
    number: string | null;
    state: 'planned' | 'made';
    on: LocalDate;
    level: VisitLevel;
    announced: boolean;
    team: string | null;
    places: { code: string; name: string; open: number }[];
    /** Whether the person may change it. */
    mine: boolean;
  }[];
}

/** POST /api/areas/changes — dated; `on` is the first day of the new state. `confirm` answers what is asked: a name the town has, places that do not touch. */
export type AreaChange = { id: string; on: LocalDate; confirm?: boolean | undefined } & (
  | { kind: 'rename'; code: string; name: string; newCode: string | null }
  /** `code` ends, `into` continues, under another name or code where given. */
  | { kind: 'merge'; code: string; into: string; name: string | null; newCode: string | null }
  /** A new village beside `code`, without boundaries until the next import. */
  | { kind: 'split'; code: string; name: string; newCode: string }
  | { kind: 'move'; code: string; town: string; newCode: string | null }
);

/** `notes` say what stays to be done, in sentences. */
export interface AreaChanged {
  seq: number;
  place: { code: string; name: string; kind: AreaKind };
  notes: Text[];
}

/** GET /api/areas/changes — the newest first. */
export interface AreaChangesAnswer {
  today: LocalDate;
  changes: {
    /** Names it when it is withdrawn. */
    change: string;
    kind: AreaChange['kind'];
    on: LocalDate;
    /** The place as it stands from the day on; of a merge the one merged into. */
    code: string;
    name: string;
    town: string | null;
    /** The village that ends with a merge. */
    ended: string | null;
    formerName: string | null;
    formerTown: string | null;
    saved: { at: string; by: Saver | null };
    withdrawn: { at: string; by: Saver | null; reason: string } | null;
    /** Why it cannot be withdrawn; null where it can, and where it was. */
    blocked: Text | null;
  }[];
}

/** GET /api/editions/{kind} — the edition in force today (`fromOn`, `body`), and the first days of all, oldest first. */
export interface EditionAnswer<Kind extends EditionKind = EditionKind> {
  kind: Kind;
  base: string;
  today: LocalDate;
  fromOn: LocalDate;
  body: EditionBodies[Kind];
  editions: { fromOn: LocalDate; body: EditionBodies[Kind] }[];
}

/** PUT /api/editions/{kind} — in force from `fromOn` on. One that begins before today is refused `confirm-needed` without `confirm`: it judges days again that were shown already. */
export interface EditionSave<Kind extends EditionKind = EditionKind> {
  id: string;
  base: string;
  fromOn: LocalDate;
  body: EditionBodies[Kind];
  confirm?: boolean;
}
