import type { Versioned } from './schema.ts';

/** 交办事项 — one task. Key (id, since). */
export interface TaskTable extends Versioned {
  id: string;
  areaId: string;
  /** What it is about, for whose items it counts; null: about nothing a department owns. */
  about: string | null;
  state: string;
  dueOn: string;
  /** Of the meeting it was decided in; null: by hand. */
  meetingId: string | null;
  personId: string | null;
  /** JSON of TaskBody (task/rules.ts). */
  body: string;
}

/** 会议 — one meeting with its agenda. Key (id, since). */
export interface MeetingTable extends Versioned {
  id: string;
  heldOn: string;
  /** `planned`, `running` or `ended`. */
  state: string;
  /** JSON of MeetingBody (meeting/rules.ts). */
  body: string;
}

/** 常用视图 — a view of the map kept under a name. Key (id, since). */
export interface SavedViewTable extends Versioned {
  id: string;
  /** Account that keeps it. */
  owner: string;
  /** 1 where the county sees it. */
  shared: number;
  /** JSON of SavedViewBody (saved-view/rules.ts). */
  body: string;
}

/** Where a running meeting stands: no content, so no version. Key (meetingId). */
export interface MeetingPositionTable {
  meetingId: string;
  item: number;
  at: string;
}
