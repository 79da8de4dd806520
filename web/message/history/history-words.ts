import type { Lang } from '../../ui/format.ts';
import { historyEn } from './history.en.ts';
import { type HistoryWords, historyZh } from './history.zh.ts';

/** The words of time and change in a language. */
export function historyWords(lang: Lang): HistoryWords {
  return lang === 'en' ? historyEn : historyZh;
}
