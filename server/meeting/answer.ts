import type { AreasAnswer } from '../area/answer.ts';
import type { CampaignStand } from '../campaign/stand-store.ts';
import type { CompareAnswer } from '../history/answer.ts';
import type { LayersAnswer, ValuesAnswer } from '../layer/answer.ts';
import type { Lamp } from '../layer/layer.ts';
import type { VisitsAnswer } from '../list/answer.ts';
import type { LocalDate, Subject } from '../rights/view.ts';
import type { TaskAnswer, TaskChoices } from '../task/answer.ts';
import type { Text } from '../words/text.ts';
import type { AgendaItem, MeetingSent, MeetingState } from './rules.ts';

/** GET /api/meetings — in the list. */
export interface MeetingListed {
  id: string;
  title: string;
  heldOn: LocalDate;
  state: MeetingState;
  items: number;
  minutes: number;
  /** Minutes it is to take; null: nobody said. */
  lengthMin: number | null;
  decisions: number;
}

/** GET /api/meetings/{meeting} */
export interface MeetingAnswer extends MeetingSent {
  id: string;
  base: string;
  state: MeetingState;
  /** Day the figures are judged on, the instant of the newest change in them, and its number; null before it began. */
  frozen: { on: LocalDate; at: string; seq: number } | null;
  /** Changes of the county's records since then; 0 before it began. */
  newer: number;
  /** Number of the item it stands at, from 0. */
  at: number;
  /** Whether the user may prepare and lead it. */
  writable: boolean;
  /** Whether the user may decide at its items. */
  decides: boolean;
  /** By item; none for who only looks. */
  notes: Record<string, string>;
  /** Instants: begun, gone to the item it stands at, and the server's now. */
  times: { begunAt: string | null; movedAt: string | null; now: string };
}

/** GET /api/meetings/running — the meeting being held now; null when there is none. */
export interface RunningAnswer {
  meeting: { id: string; title: string } | null;
}

/** GET /api/meetings/{meeting}/ground — places and layers as the frozen figures know them, and where the campaign stands on their day. */
export interface GroundAnswer {
  areas: AreasAnswer;
  layers: LayersAnswer;
  campaign: CampaignStand | null;
}

/** 历次版本 — one of the agendas a meeting had, numbered from 1. */
export interface AgendaVersionListed {
  number: number;
  title: string;
  heldOn: LocalDate;
  items: number;
  minutes: number;
  savedAt: string;
  savedBy: { name: string | null; post: string | null } | null;
  current: boolean;
}

/** GET /api/meetings/{meeting}/versions/{number} */
export interface AgendaVersion extends MeetingSent {
  number: number;
}

/** A place that changed its class. */
export interface ChangedPlace {
  fid: number;
  code: string;
  name: string;
  town: string;
  from: Text;
  to: Text;
}

/** 上次会议以来 — which places changed class, what became of its decisions, and who reported nothing. */
export interface ChangesAnswer {
  /** The day compared with, and whether it is that of a meeting. */
  since: LocalDate;
  meeting: string | null;
  /** Of each main layer which places got better, which worse, and which changed with time; never added up over layers. */
  layers: { id: string; title: Text; up: ChangedPlace[]; down: ChangedPlace[]; aged: ChangedPlace[] }[];
  /** Decisions of that meeting: put right or signed off, within their limit, past it. */
  decisions: { kept: number; open: number; overdue: number };
  /** Villages none of whose records moved since then, by town. */
  quiet: { town: string; villages: string[] }[];
}

/** GET /api/meetings/{meeting}/items/{number} — all a step shows, from the frozen figures. */
export interface StepAnswer {
  number: number;
  of: number;
  item: AgendaItem;
  on: LocalDate;
  dataAt: string | null;
  newer: number;
  /** The layer's column as frozen; null where the item shows none. */
  values: ValuesAnswer | null;
  place: { fid: number; code: string; name: string; town: string; state: Text; lamp: Lamp; why: Text } | null;
  facts: { title: Text; value: string }[];
  /** Places of the layer by class, best first; none for a place. */
  counts: { id: string; title: Text; lamp: Lamp; count: number }[];
  /** Every place of the layer that calls for something, the worst first. */
  worst: { code: string; name: string; town: string; why: Text }[];
  changes: ChangesAnswer | null;
  /** The layer then and now, for the map of what changed; null for any other item. */
  compare: CompareAnswer | null;
  /**
   * 常用视图 — what a saved view shows beside `values`, nothing of it newer than the figures: the column of the day compared with, what changed since,
   * its visits; each null where it shows none. Null for any other item.
   */
  saved: { from: ValuesAnswer | null; compare: CompareAnswer | null; visits: VisitsAnswer | null } | null;
  /** Tasks of the place from before this meeting; for an item of tasks every one not signed off. */
  previous: TaskAnswer[];
  /** Decided at this item. */
  decided: TaskAnswer[];
  note: string;
  /** What a new task begins with; null where there is no place to give one to. */
  proposal: {
    place: string;
    title: string;
    unit: string;
    personId: string | null;
    /** Office-holders who answer for the place and its town, in their function. */
    people: TaskChoices['people'];
    dueOn: LocalDate;
    about: Subject | null;
  } | null;
}
