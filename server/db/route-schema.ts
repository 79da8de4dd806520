import type { Versioned } from './schema.ts';

/** 督导组 — a team and its day. Key (id, since). */
export interface TeamTable extends Versioned {
  id: string;
  name: string;
  /** JSON of TeamBody (route-plan/rules.ts). */
  body: string;
}

/** 督查路线方案 — one plan. Key (id, since). */
export interface RoutePlanTable extends Versioned {
  id: string;
  title: string;
  firstOn: string;
  announced: number;
  published: number;
  /** Names of the teams on it, each between bars: `|第一组|第二组|`. */
  teams: string;
  /** JSON of PlanBody (route-plan/rules.ts). */
  body: string;
}
