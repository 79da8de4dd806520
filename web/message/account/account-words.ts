import type { Lang } from '../../ui/format.ts';
import { accountEn } from './account.en.ts';
import { type AccountWords, accountZh } from './account.zh.ts';

/** The words of accounts in a language. */
export function accountWords(lang: Lang): AccountWords {
  return lang === 'en' ? accountEn : accountZh;
}
