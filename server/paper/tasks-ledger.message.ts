import { taskStateWords } from '../task/task.message.ts';
import { fields } from '../words/field/rules.ts';
import type { Language } from '../words/fill.ts';
import { dayText } from '../words/phrase.message.ts';

/** A day in one language. */
export const dayIn = (on: string, lang: Language): string => dayText(on)[lang];

/** Words of the ledger of all tasks. */
export const tasksLedgerWords = {
  zh: {
    name: fields.taskLedger.zh,
    title: '交办事项台账（截至{day}，共{count}项）',
    titleOf: '交办事项台账：{scope}（截至{day}，共{count}项）',
    byHand: '会外交办',
    mine: '本单位',
    states: {
      overdue: '超期',
      near: '临近时限',
      ...taskStateWords.zh,
    },
  },
  en: {
    name: fields.taskLedger.en,
    title: 'Task ledger as of {day}, {count} in all',
    titleOf: 'Task ledger: {scope}, as of {day}, {count} in all',
    byHand: 'assigned outside a meeting',
    mine: 'own unit',
    states: {
      overdue: 'Overdue',
      near: 'Deadline near',
      ...taskStateWords.en,
    },
  },
};
