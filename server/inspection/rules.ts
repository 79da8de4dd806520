import type { LocalDate } from '../view.ts';

/** 省 / 市 / 县 / 镇 — whose visit it is. */
export const visitLevels = ['province', 'city', 'county', 'town'] as const;
export type VisitLevel = (typeof visitLevels)[number];

/** 发现问题 as text; `closedOn` null while open. */
export interface Finding {
  text: string;
  closedOn: LocalDate | null;
}

/** 督查 — one visit and the villages on it. `announced` false: 暗访. A planned one has not happened yet. */
export interface Visit {
  id: string;
  number: string;
  occurredOn: LocalDate;
  state: 'planned' | 'made';
  level: VisitLevel;
  announced: boolean;
  team: string | null;
  leaderId: string | null;
  places: { areaId: string; findings: Finding[] }[];
  reportedOn: LocalDate;
  since: number;
}

/** 联系包抓 — a county leader and his town, for a span of days. */
export interface Linkage {
  id: string;
  leaderId: string;
  townId: string;
  fromOn: LocalDate;
  toOn: LocalDate | null;
}
