import type { Text } from '../words/text.ts';
import type { TaskState } from './rules.ts';

/** 责任单位 — the town's office, who is given the tasks of its villages. */
export const townOffice = (town: string): Text => ({ zh: `${town}党委`, en: `Town office of ${town}` });

/** 事项状态 — the one word for each state of a task, on screen, paper and in the history. */
export const taskStateWords: Record<'zh' | 'en', Record<TaskState, string>> = {
  zh: { assigned: '整改中', remedied: '待复核', verified: '待销号', closed: '已销号' },
  en: { assigned: 'In progress', remedied: 'To verify', verified: 'To sign off', closed: 'Signed off' },
};
