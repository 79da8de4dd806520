import type { Lang } from '../../ui/format.ts';
import { rankingEn } from './ranking.en.ts';
import { type RankingWords, rankingZh } from './ranking.zh.ts';

/** Words of ranking and accountability in a language. */
export const rankingWords = (lang: Lang): RankingWords => (lang === 'zh' ? rankingZh : rankingEn);
