import type { Text } from '../words/text.ts';
import type { ScorePart } from './score.ts';

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Why a village is worth a visit, part by part; the number is of days or findings where one is told. */
export const partTexts: Record<ScorePart['part'], (value: number) => Text> = {
  venueOverdue: () => ({ zh: '阵地超期', en: 'Venue overdue' }),
  venueLate: () => ({ zh: '阵地滞后', en: 'Venue late' }),
  silent: () => ({ zh: '阵地未报送', en: 'Venue not reported' }),
  backward: () => ({ zh: '后进党组织', en: 'Backward organisation' }),
  turnaroundOverdue: () => ({ zh: '整顿超期或无整顿组', en: 'Turnaround overdue or without a group' }),
  neverVisited: () => ({ zh: '从未督查', en: 'Never visited' }),
  perMonth: (days) => ({ zh: `${days}天未督查`, en: `${plural(days, 'day')} since the last visit` }),
  quotaDue: () => ({ zh: '本周期未督查', en: 'Not visited within the window' }),
  perFinding: (count) => ({ zh: `未销号问题${count}个`, en: plural(count, 'open finding') }),
};

/** 县委组织部 — where a day begins when nothing else is said. */
export const countyOffice = '县委组织部';

/** What a town's office is called. */
export const officeOf = (town: string) => `${town}政府`;
