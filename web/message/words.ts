import type { Lang } from '../ui/format.ts';
import { en } from './en.ts';
import { type Words, zh } from './zh.ts';

/** The words of a language. */
export function wordsOf(lang: Lang): Words {
  return lang === 'en' ? en : zh;
}
