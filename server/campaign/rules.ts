import type { Holidays } from '../calendar/rules.ts';
import type { Thresholds } from '../layer/layer.ts';
import type { BulletinTemplate } from '../paper/bulletin/rules.ts';
import type { RankingFormula } from '../ranking/rules.ts';
import type { Text } from '../text.ts';
import type { ChecklistItem } from '../venue/rules.ts';
import type { LocalDate } from '../view.ts';

/** 百日行动 — the campaign: its name, first day, length in days, and the nodes on the way. */
export interface Campaign {
  title: Text;
  firstOn: LocalDate;
  days: number;
  nodes: { title: Text; on: LocalDate }[];
}

/** 路线权重 — the points each status of a village adds to what a visit is worth (`perMonth`: each 30 days without one; `perFinding`: each still open), and the minutes a visit takes, with more for each finding. */
export interface RouteWeights {
  venueOverdue: number;
  venueLate: number;
  silent: number;
  backward: number;
  turnaroundOverdue: number;
  neverVisited: number;
  perMonth: number;
  quotaDue: number;
  perFinding: number;
  serviceMin: number;
  findingMin: number;
}

/** What each kind of edition holds. */
export interface EditionBodies {
  checklist: ChecklistItem[];
  thresholds: Thresholds;
  campaign: Campaign;
  routeWeights: RouteWeights;
  ranking: RankingFormula;
  /** 节假日 — counts from its first day to that of the next. */
  holidays: Holidays;
  /** 通报模板 */
  bulletin: BulletinTemplate;
}
export type EditionKind = keyof EditionBodies;
