import type { LocalDate } from '../rights/view.ts';

/** What a stream says: never a record, only that something moved. Sent as `data` of the events `ready` (once, on connecting) and `change`. */
export interface LiveNotice {
  /** The newest number this viewer knows; the same as `seq` of the answers. */
  seq: number;
  /** 数据截至 — when the newest thing in sight became known; null when nothing is. */
  at: string | null;
  /** Towns and villages (fid) in scope that it touches; empty when only totals moved, null when they are too many to name. */
  places: number[] | null;
  /** What moved, of `venue`, `organisation`, `visit`, `linkage`, `area` and so on; empty when only totals did. */
  subjects: string[];
}

/** 今天 — sent as event `beat` on connecting and every fifteen seconds: the county's day, so that midnight reaches every page. */
export interface DayNotice {
  on: LocalDate;
}

/** 会议走到哪 — sent as event `meeting`, without an id, to those who may follow meetings. */
export interface StageNotice {
  meeting: string;
  /** Number of the item, from 0. */
  at: number;
  /** Whether the screens are black. */
  black: boolean;
  /** Instant it moved to this item; a later one wins. */
  movedAt: string;
  /** The window that moved it, by the name it gave itself; null when it gave none. */
  by: string | null;
}
