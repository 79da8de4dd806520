import type { LocalDate } from '../view.ts';

/** 建设阶段 — 未开工, 主体在建, 主体完工, 配套完善, 建成, 验收合格, in order. */
export const stages = ['not-started', 'structure-underway', 'structure-done', 'fitting-out', 'built', 'accepted'] as const;
export type Stage = (typeof stages)[number];

/** 倒排节点 — 开工, 主体完工, 配套完善, 建成, 验收: counted back from the deadline, in order. */
export const milestoneKeys = ['start', 'structure', 'fitting', 'built', 'acceptance'] as const;
export type MilestoneKey = (typeof milestoneKeys)[number];

/** 倒排节点 with its planned and real date; `doneOn` null while open, `plannedOn` null when no plan was given. */
export interface Milestone {
  key: MilestoneKey;
  plannedOn: LocalDate | null;
  doneOn: LocalDate | null;
}

/** 一厅六室, 三通, 九有 — true has it, false lacks it; a missing key is not reported. */
export type ItemStates = Record<string, boolean>;

/** 阵地 — the one venue of a village as last reported. Money in fen. */
export interface Venue {
  id: string;
  areaId: string;
  stage: Stage;
  items: ItemStates;
  milestones: Milestone[];
  organisationAcceptedOn: LocalDate | null;
  financeAcceptedOn: LocalDate | null;
  subsidyFen: number | null;
  subsidyPaidFen: number | null;
  reportedOn: LocalDate;
  since: number;
}

/** 清单版本 — the checklist in force from a day on: 19 items in three groups by default. */
export interface ChecklistItem {
  key: string;
  group: 'rooms' | 'connections' | 'haves';
  title: { zh: string; en: string };
}
