import type { Countdown } from '../campaign/rules.ts';
import type { Text } from '../words/text.ts';

/**
 * 时间节点 — a key date. `met`: how many places met it as known on its day and on the view's, and the classes of those that did not; null for one to come
 * or that nothing measures.
 */
export interface NodeAnswer {
  title: Text;
  on: string;
  met: {
    layer: string;
    unmet: string[];
    onDay: { count: number; of: number };
    now: { count: number; of: number };
  } | null;
}

/** GET /api/summary?asOf=&town= — campaign, countdown and the KPI strip of the county or a town; each KPI names the list behind it. */
export interface SummaryAnswer {
  seq: number;
  on: string;
  dataAt: string | null;
  sample: boolean;
  campaign: {
    title: Text;
    firstOn: string;
    days: number;
    state: Countdown['state'];
    day: number;
    daysLeft: number;
    daysTo: number;
    daysSince: number;
    nodes: NodeAnswer[];
  } | null;
  /** Day of the figures of the last meeting held before; null without one, or where meetings are out of sight. */
  lastMeetingOn: string | null;
  scope: ScopeAnswer;
  kpis: {
    id: string;
    layer: string;
    classes: string[];
    title: Text;
    value: number;
    /** Nothing at all was reported: no figure stands for it. */
    silent: boolean;
    of: number;
    before: number | null;
    better: 'more' | 'less';
  }[];
}

/**
 * 层级 — what figures are of, named: the county, a town, or the villages the viewer sees. `totals`: of a town none of whose villages are in sight, so that no
 * list opens behind them.
 */
export interface ScopeAnswer {
  /** Code of the town asked for; null: none was. */
  town: string | null;
  title: Text;
  villages: number;
  totals: boolean;
}
