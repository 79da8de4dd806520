import { campaignText } from '../../campaign/countdown.message.ts';
import type { CampaignStand } from '../../campaign/stand-store.ts';
import type { LocalDate } from '../../rights/view.ts';
import { fill, type Language } from '../../words/fill.ts';
import { dayText } from '../../words/phrase.message.ts';
import { paperWords } from '../paper.message.ts';

/** Day of a paper's figures, and where the campaign stands on it; null where there is none or the day is not its own. */
export interface PaperDay {
  on: LocalDate;
  campaign: CampaignStand | null;
}

/** 数据截至 and below it, or beside it, where the campaign stands. */
export function dayLine({ on, campaign }: PaperDay, lang: Language, between: '\n' | '　' = '　'): string {
  const day = fill(paperWords[lang].dataAt, { day: dayText(on)[lang] });
  return campaign ? `${day}${between}${campaignText(campaign, lang)}` : day;
}
