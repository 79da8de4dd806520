import type { Linkage, Visit } from '../inspection/rules.ts';
import type { Organisation } from '../organisation/rules.ts';
import type { LocalDate } from '../rights/view.ts';
import type { Task } from '../task/rules.ts';
import type { ChecklistItem, Venue } from '../venue/rules.ts';
import type { Text } from '../words/text.ts';

/** What is known of one place on the day and sequence asked for. `organisation`, `venue` null: nothing reported. */
export interface PlaceFacts {
  id: string;
  fid: number;
  name: string;
  kind: 'town' | 'village';
  townId: string;
  venue: Venue | null;
  organisation: Organisation | null;
  /** Visits made to this place, newest first; for a town those to any of its villages. */
  visits: Visit[];
  /** 交办事项 of the place, the most urgent first; those signed off too. */
  tasks: Task[];
  /** 联系包抓 in force on the day; towns only. */
  linkage: Linkage | null;
  /** All of the town's begun by the day, that one among them; left out: no other. */
  linkages?: Linkage[];
}

/** What a judgement rests on besides the facts: the day, and the editions in force on it. */
export interface Standard {
  on: LocalDate;
  thresholds: Thresholds;
  checklist: ChecklistItem[];
  /** Names of office-holders by id, for the sentence only. */
  personName: (id: string) => string | null;
}

/** 亮灯阈值 — limits the county sets itself, a dated edition. Days. */
export interface Thresholds {
  venueLateDays: number;
  /** 久未报送 — more days than these since the last report. */
  reportStaleDays: number;
  /** 临近时限 — days before its limit a task is said to be near it. */
  taskNearDays: number;
  visitFreshDays: number;
  visitDueDays: number;
  visitWindowDays: number;
  linkageVisitsPerMonth: number;
  /** 月末临近 — days left in the month from which the visits still to make are near. */
  linkageNearDays: number;
}

/** Colour role of a class; the web turns it into light, dark and print colours. Red is only ever overdue, grey only not reported. */
export type Lamp =
  | 'done'
  | 'good'
  | 'steady'
  | 'near'
  | 'late'
  | 'overdue'
  | 'none'
  | 'silent'
  | 'outside'
  | `scale-${1 | 2 | 3 | 4 | 5}`;
export type Hatch = 'none' | 'rising' | 'falling' | 'cross' | 'dots' | 'level';

export interface LayerClass {
  id: string;
  title: Text;
  lamp: Lamp;
  hatch: Hatch;
  /** Set where no value can be known though it is behind: counted by its value, such a place loses the most. */
  unmeasured?: true;
  /** One character shown beside the colour, of each language. */
  letter: Text;
}

/** One place judged: its class, the number behind it in the layer's unit (null: none), and why in one sentence with rule, fact, date and source. */
export interface Verdict {
  class: string;
  value: number | null;
  why: Text;
}

/** A figure on the KPI strip: how many places are in `classes`, of all; clicking it opens just that list. */
interface Kpi {
  id: string;
  title: Text;
  classes: string[];
  /** Whether more is better, for the sign of the change. */
  better: 'more' | 'less';
}

/**
 * 图层 — a status layer as data. Menu, legend, tooltip, table, ranking, ledger and print come from it; a new layer is one
 * `*.layer.ts` file and one line in the registry.
 */
export interface Layer {
  id: string;
  theme: 'venue' | 'organisation' | 'inspection' | 'task';
  /** Layer it refines; null for a theme's main layer. */
  parent: string | null;
  level: 'village' | 'town';
  title: Text;
  /** 口径 */
  definition: Text;
  source: Text;
  /** Unit of `value`; null when the value is not a number worth showing. */
  unit: Text | null;
  /** Set where a larger value is the better one; left out, it is the worse. Orders the list within a class. */
  largerIsBetter?: true;
  /** From best to worst, `silent` last. */
  classes: LayerClass[];
  /**
   * 改过的状态 — ids of before with the classes that stand for them now, so that saved formulas, views, agendas and links keep their meaning. An id that
   * still is a class was wider before: so it is read only in what was saved then.
   */
  former?: Record<string, string[]>;
  /** Subjects of the change sequence that can move it. */
  touches: string[];
  judge(facts: PlaceFacts, standard: Standard): Verdict;
  /** Roll-up to towns and county: share (0–1) of places in `classes`, among those not in `outside`. */
  rollUp: { title: Text; classes: string[]; outside: string[]; target: number | null; better: 'more' | 'less' };
  kpis: Kpi[];
}
