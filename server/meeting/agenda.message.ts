import type { Text } from '../text.ts';

/** Titles of items that make themselves. */
export const agendaTitles = {
  view: ({ layer }: { layer: Text }): Text => ({ zh: `全县：${layer.zh}`, en: `The county: ${layer.en}` }),
  changes: { zh: '上次会议以来', en: 'Since the last meeting' },
  changesWeek: { zh: '一周以来', en: 'Within a week' },
  tasks: { zh: '未办结的交办事项', en: 'Tasks not signed off' },
  place: ({ name, town, state }: { name: string; town: string; state: Text }): Text => ({
    zh: `${town}${town ? ' ' : ''}${name}：${state.zh}`,
    en: `${name}${town ? `, ${town}` : ''}: ${state.en}`,
  }),
  meeting: ({ day }: { day: string }): Text => ({ zh: `${day} 调度会`, en: `Review of ${day}` }),
  town: ({ town }: { town: string }): Text => ({ zh: `${town} 专题`, en: `Review of ${town}` }),
};
