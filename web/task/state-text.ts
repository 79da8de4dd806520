import type { TaskAnswer } from '../../server/task/answer.ts';
import { meetingWords } from '../message/meeting/meeting-words.ts';
import { fill, type Lang } from '../ui/format.ts';

/** Where a task stands in words. */
export function stateText({ state, overdueDays }: TaskAnswer, lang: Lang): string {
  const words = meetingWords(lang);
  return overdueDays > 0 ? fill(words.overdue, { n: overdueDays }) : words.taskStates[state];
}
