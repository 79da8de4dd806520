import type { Text } from '../words/text.ts';

/** Titles of items that make themselves. */
export const agendaTitles = {
  view: ({ layer, town }: { layer: Text; town: string | null }): Text => ({
    zh: `${town ?? '全县'}：${layer.zh}`,
    en: `${town ?? 'The county'}: ${layer.en}`,
  }),
  changes: { zh: '上次会议以来', en: 'Since the last meeting' },
  changesWeek: { zh: '一周以来', en: 'Within a week' },
  tasks: ({ open, overdue }: { open: number; overdue: number }): Text => ({
    zh: `未销号的交办事项${open}项${overdue > 0 ? `，超期${overdue}项` : ''}`,
    en: `Tasks not signed off: ${open}${overdue > 0 ? `, ${overdue} overdue` : ''}`,
  }),
  place: ({ name, town, state }: { name: string; town: string; state: Text }): Text => ({
    zh: `${town}${name}：${state.zh}`,
    en: `${name}${town ? `, ${town}` : ''}: ${state.en}`,
  }),
};
