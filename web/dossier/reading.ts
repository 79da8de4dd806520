import type { DossierWords } from '../message/dossier.zh.ts';
import type { Lang } from '../ui/format.ts';
import type { Theme } from '../ui/lamp.ts';

/** How a panel is read: language, its words, the theme on screen, and the day the answer is judged on. */
export interface Reading {
  lang: Lang;
  words: DossierWords;
  theme: Theme;
  on: string;
}
