import type { Text } from '../words/text.ts';
import { townGovernment } from '../words/town-body/rules.ts';
import type { ScorePart } from './score.ts';

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Why a village has its priority, part by part; the number counts days or findings where there is one. */
export const partTexts: Record<ScorePart['part'], (value: number) => Text> = {
  venueOverdue: () => ({ zh: '阵地超期', en: 'Village centre overdue' }),
  venueLate: () => ({ zh: '阵地滞后', en: 'Village centre behind' }),
  silent: () => ({ zh: '阵地未报送', en: 'Village centre not reported' }),
  backward: () => ({ zh: '后进党组织', en: 'Weak organisation' }),
  turnaroundOverdue: () => ({ zh: '整改超期或整顿力量未到位', en: 'Overhaul overdue, or no group or leader' }),
  neverVisited: () => ({ zh: '从未督查', en: 'Never visited' }),
  perMonth: (days) => ({ zh: `${days}天未督查`, en: `${plural(days, 'day')} since the last visit` }),
  quotaDue: () => ({ zh: '本周期未督查', en: 'Not visited within the window' }),
  perFinding: (count) => ({ zh: `未销号问题${count}个`, en: plural(count, 'open finding') }),
};

/** 县委组织部 — where a day begins when nothing else is said. */
export const countyOffice = '县委组织部';

/** What a town's office is called. */
export const officeOf = townGovernment;
