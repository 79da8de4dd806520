import type { Lang } from '../../ui/format.ts';
import { formEn } from './form.en.ts';
import { type FormWords, formZh } from './form.zh.ts';

export type { FormWords };

/** The words of the forms in a language. */
export function formWords(lang: Lang): FormWords {
  return lang === 'en' ? formEn : formZh;
}
