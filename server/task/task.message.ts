import { fieldsIn } from '../words/field/rules.ts';
import type { Text } from '../words/text.ts';
import { townCommittee } from '../words/town-body/rules.ts';
import type { TaskState } from './rules.ts';

/** 责任单位 — the town's office, who is given the tasks of its villages. */
export const townOffice = (town: string): Text => ({ zh: townCommittee(town), en: `Party committee of ${town}` });

const statesIn = (lang: 'zh' | 'en'): Record<TaskState, string> => {
  const { assigned, remedied, verified, closed } = fieldsIn[lang];
  return { assigned, remedied, verified, closed };
};

/** 事项状态 — the one word for each state of a task, on screen, paper and in the history. */
export const taskStateWords: Record<'zh' | 'en', Record<TaskState, string>> = {
  zh: statesIn('zh'),
  en: statesIn('en'),
};
