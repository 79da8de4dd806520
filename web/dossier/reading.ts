import type { ReportAge } from '../../server/dossier/answer.ts';
import type { DossierWords } from '../message/dossier/dossier.zh.ts';
import { fill, type Lang } from '../ui/format.ts';
import type { Theme } from '../ui/lamp.ts';

/** How a panel is read: language, its words, the theme on screen, and the day the answer is judged on. */
export interface Reading {
  lang: Lang;
  words: DossierWords;
  theme: Theme;
  on: string;
}

/** 上次报送距今 — how long ago something was last reported on, with 久未报送 beyond the county's limit. */
export function ageText({ days, stale }: ReportAge, words: DossierWords): string {
  return fill(stale ? words.reportStale : words.reportAge, { n: days });
}
