import type { LocalDate } from '../rights/view.ts';
import { ownOf } from '../words/own/rules.ts';

/** 议程种类 — a view of the county or one town, one place, what changed since the last meeting, the open tasks, words, or a picture. */
export const itemKinds = ['view', 'place', 'changes', 'tasks', 'text', 'picture'] as const;
type ItemKind = (typeof itemKinds)[number];

/**
 * 议程项 — one step of a meeting. `layer`: what the map shows; `place`: code of the place gone to; `minutes`: time it is given; `search`: the
 * address of a saved view, as `layer=…&at=…`, with what else it restores; `picture`: name of a kept picture.
 */
export interface AgendaItem {
  id: string;
  kind: ItemKind;
  title: string;
  layer: string | null;
  place: string | null;
  text: string | null;
  minutes: number;
  search?: string | null;
  picture?: string | null;
}

export const meetingStates = ['planned', 'running', 'ended'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** 数据截至 — the figures of a running meeting: as known at one change, judged on one day. They move only when somebody takes newer ones over. */
export interface Frozen {
  seq: number;
  shown: number;
  on: LocalDate;
  at: string;
}

/** What a person sends of a meeting. */
export interface MeetingSent {
  title: string;
  heldOn: LocalDate;
  items: AgendaItem[];
  /** Minutes the meeting is to take; null or left out: nobody said. */
  lengthMin?: number | null;
}

/** What is kept of it. `notes`: what was said, by item. */
export interface MeetingBody extends MeetingSent {
  frozen: Frozen | null;
  notes: Record<string, string>;
  /** Instant it was begun, or begun again; left out before. */
  begunAt?: string;
}

/** What was said at an item; empty where nothing was. */
export const noteOf = ({ notes }: Pick<MeetingBody, 'notes'>, item: string): string => ownOf(notes, item) ?? '';

/** Most items a meeting has. */
export const mostItems = 200;

/** Time all items are given together, in minutes. */
export const budgetOf = (items: readonly Pick<AgendaItem, 'minutes'>[]): number =>
  items.reduce((sum, { minutes }) => sum + minutes, 0);
