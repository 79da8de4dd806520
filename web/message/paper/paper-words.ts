import type { Lang } from '../../ui/format.ts';
import { paperEn } from './paper.en.ts';
import { type PaperWords, paperZh } from './paper.zh.ts';

/** Words of exports in a language. */
export const paperWords = (lang: Lang): PaperWords => (lang === 'zh' ? paperZh : paperEn);
