import type { Thresholds } from '../layer/layer.ts';
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

/** What each kind of edition holds. */
export interface EditionBodies {
  checklist: ChecklistItem[];
  thresholds: Thresholds;
  campaign: Campaign;
}
export type EditionKind = keyof EditionBodies;
