import type { Layer } from '../layer/layer.ts';
import type { ListRow } from '../list/answer.ts';
import { listColumns, moneyIn } from '../list/list-columns.message.ts';
import type { Language } from '../words/fill.ts';
import { dayText } from '../words/phrase.message.ts';
import type { StepAnswer } from './answer.ts';

/** 事实 — what a layer's list says of a place, as it is read aloud: days in words, money in 万元, yuan in English, with two decimals; what is not known is left out. */
export function factsOf({ cells }: ListRow, layer: Layer, lang: Language): StepAnswer['facts'] {
  return listColumns[layer.theme].flatMap(({ key, title, kind }) => {
    const value = cells[key];
    if (value === null || value === undefined || value === '') return [];
    if (kind === 'day') return [{ title, value: dayText(String(value))[lang] }];
    return [{ title, value: kind === 'money' ? moneyIn(lang, Number(value)).toFixed(2) : String(value) }];
  });
}
