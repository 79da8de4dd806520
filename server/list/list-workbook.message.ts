import { sentence } from '../words/phrase.message.ts';
import type { Text } from '../words/text.ts';

/** Headers of the list's workbook. */
export const workbookWords = {
  zh: {
    place: '村（社区）',
    value: '数值',
    why: '为什么是这个颜色',
    total: '合计',
  },
  en: {
    place: 'Place',
    value: 'Value',
    why: 'Why this colour',
    total: 'Total',
  },
} as const;

/** First line of the list's workbook. */
export function workbookTitle(values: { layer: Text; day: Text; count: number }): Text {
  return sentence('{layer}台账（截至{day}，共{count}个）', '{layer}, as of {day}: {count} places', values);
}
