import type { Lang } from '../../ui/format.ts';
import { adminEn } from './admin.en.ts';
import { type AdminWords, adminZh } from './admin.zh.ts';

/** The words of administration in a language. */
export function adminWords(lang: Lang): AdminWords {
  return lang === 'en' ? adminEn : adminZh;
}
