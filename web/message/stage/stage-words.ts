import type { Lang } from '../../ui/format.ts';
import { stageEn } from './stage.en.ts';
import { type StageWords, stageZh } from './stage.zh.ts';

/** Words of the stage in a language. */
export function stageWords(lang: Lang): StageWords {
  return lang === 'en' ? stageEn : stageZh;
}
