import type { CampaignStand as Stand } from '../../server/campaign/stand-store.ts';
import { wordsOf } from '../message/words.ts';
import { fill, type Lang } from '../ui/format.ts';

/** 倒计时 — where the campaign stands, in a line; nothing without one. */
export function CampaignStand({ campaign, lang }: { campaign: Stand | null | undefined; lang: Lang }) {
  if (!campaign) return null;
  const { title, state, day, daysLeft, daysTo, daysSince } = campaign;
  return (
    <span className="campaign-stand" data-part="campaign-stand">
      {fill(wordsOf(lang).campaign.line[state], { title: title[lang], day, daysLeft, daysTo, daysSince })}
    </span>
  );
}
