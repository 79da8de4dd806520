import { acceptances, milestones } from '../words/field/rules.ts';
import { dayText, sentence } from '../words/phrase.message.ts';
import type { Text } from '../words/text.ts';
import type { AcceptedField, Milestone, MilestoneKey, Stage } from './rules.ts';

/** 节点 in words. */
export const milestoneTitles: Record<MilestoneKey, Text> = milestones;

/** 节点 and what each department does to accept, in words. */
export const stepTitles: Record<MilestoneKey | AcceptedField, Text> = { ...milestones, ...acceptances };

/** 建设阶段 in words. */
export const stageTitles: Record<Stage, Text> = {
  'not-started': { zh: '未开工', en: 'Not started' },
  'structure-underway': { zh: '主体在建', en: 'Structure under way' },
  'structure-done': { zh: '主体完工', en: 'Structure complete' },
  'fitting-out': { zh: '配套完善', en: 'Fitting out' },
  built: { zh: '建成', en: 'Built' },
  accepted: { zh: '验收合格', en: 'Accepted' },
};

/** 计划调整 — in brackets, what the first plan became; null while it is the plan in force. */
export function movedText({ plannedOn, firstPlannedOn, moves = 0 }: Omit<Milestone, 'key' | 'doneOn'>): Text | null {
  if (firstPlannedOn === undefined || moves === 0) return null;
  const values = { first: dayText(firstPlannedOn), now: plannedOn === null ? '' : dayText(plannedOn), moves };
  if (plannedOn === null)
    return sentence('（首次计划{first}，已取消）', ' (first planned for {first}, withdrawn)', values);
  return sentence('（计划日期由{first}调整为{now}）', ' (moved from {first} to {now})', values);
}
