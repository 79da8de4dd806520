import { fieldsIn } from '../words/field/rules.ts';
import { sentence } from '../words/phrase.message.ts';
import type { Text } from '../words/text.ts';

/** Headers of the list's workbook. */
export const workbookWords = {
  zh: {
    place: fieldsIn.zh.village,
    value: '数值',
    why: fieldsIn.zh.why,
    total: '合计',
  },
  en: {
    place: fieldsIn.en.village,
    value: 'Value',
    why: fieldsIn.en.why,
    total: 'Total',
  },
} as const;

/** First line of the list's workbook. */
export function workbookTitle(values: { layer: Text; day: Text; count: number }): Text {
  return sentence('{layer}台账（截至{day}，共{count}个）', '{layer}, as of {day}: {count} places', values);
}

/** Whether a layer's values are sums of 万元. */
export const isMoneyUnit = (unit: Text | null): boolean => unit?.zh === '万元';

/** Header of the column of values, its unit named once. */
export const valueTitle = (unit: Text, lang: 'zh' | 'en'): string =>
  lang === 'zh'
    ? `${workbookWords.zh.value}（${unit.zh}）`
    : `${workbookWords.en.value} (${isMoneyUnit(unit) ? '¥' : unit.en})`;
