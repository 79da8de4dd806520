import type { LocalDate } from '../view.ts';

/** 存在问题 with its measure, limit and the day it was put right (null while open). */
export interface Problem {
  text: string;
  measure: string | null;
  dueOn: LocalDate | null;
  doneOn: LocalDate | null;
}

/** 后进整顿 — the turnaround of a backward organisation. `namedBy`: 市定 or 县定. */
export interface Turnaround {
  namedBy: 'city' | 'county';
  namedOn: LocalDate | null;
  problems: Problem[];
  leaderId: string | null;
  groupHeadId: string | null;
  groupUnits: string[];
  guidingUnit: string | null;
  stationedOn: LocalDate | null;
  signedOffOn: LocalDate | null;
}

/** 党组织 of a place. `screenedOn` null: not yet reported by the screening (排查). `turnaround` null: not backward. */
export interface Organisation {
  id: string;
  areaId: string;
  name: string;
  field: string;
  screenedOn: LocalDate | null;
  turnaround: Turnaround | null;
  reportedOn: LocalDate;
  since: number;
}
