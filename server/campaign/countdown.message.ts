import { fill, type Language } from '../words/fill.ts';
import type { Countdown } from './rules.ts';

type Words = Record<Countdown['state'], string>;

/** 倒计时 in a few words, for a screen's head or a paper's: one wording everywhere. */
const short: Record<Language, Words> = {
  zh: {
    ahead: '距开始{daysTo}天',
    running: '第{day}天·剩余{daysLeft}天',
    last: '最后一天',
    over: '已结束{daysSince}天',
  },
  en: {
    ahead: 'begins in {daysTo} {daysTo|day|days}',
    running: 'day {day} · {daysLeft} {daysLeft|day|days} left',
    last: 'last day',
    over: 'ended {daysSince} {daysSince|day|days} ago',
  },
};

/** The same as a sentence. */
const sentences: Record<Language, Words> = {
  zh: {
    ahead: '距行动开始{daysTo}天。',
    running: '行动第{day}天，剩余{daysLeft}天。',
    last: '今日是行动最后一天（第{day}天）。',
    over: '行动已结束{daysSince}天。',
  },
  en: {
    ahead: 'The campaign begins in {daysTo} {daysTo|day|days}.',
    running: 'Day {day} of the campaign, {daysLeft} {daysLeft|day|days} left.',
    last: 'The last day of the campaign (day {day}).',
    over: 'The campaign ended {daysSince} {daysSince|day|days} ago.',
  },
};

/** Where a day stands in the campaign, in a few words. */
export const standText = (at: Countdown, lang: Language): string => said(short[lang], at);

/** Where a day stands in the campaign, as a sentence. */
export const countdownText = (at: Countdown, lang: Language): string => said(sentences[lang], at);

function said(words: Words, { state, day, daysLeft, daysTo, daysSince }: Countdown): string {
  const text = fill(words[state], { day, daysLeft, daysTo, daysSince });
  return [daysLeft, daysTo, daysSince].includes(1) ? text.replace('1 days', '1 day') : text;
}

/** Where a day stands, led by the campaign's name: 百日行动第75天·剩余25天; English apart by a colon. */
export function campaignText(campaign: Countdown & { title: Record<Language, string> }, lang: Language): string {
  const stand = standText(campaign, lang);
  return lang === 'zh' ? `${campaign.title.zh}${stand}` : `${campaign.title.en}: ${stand}`;
}

const phrases: Record<Language, RegExp[]> = {
  zh: [/第\{campaignDay\}天(?:[，、,；·]\s*(?:还剩|剩余|剩)\{daysLeft\}天)?/g, /(?:还剩|剩余|剩)\{daysLeft\}天/g],
  en: [/\bday \{campaignDay\}(?:(?:,| and| ·)? \{daysLeft\} days left)?/gi, /\{daysLeft\} days left/gi],
};

/**
 * A template's 第{campaignDay}天 and 剩余{daysLeft}天 on a day they do not hold for, before the campaign, on its last day or after it, give way to what
 * does; other text stays as it is.
 */
export function rewordedStand(text: string, at: Countdown, lang: Language): string {
  if (at.state === 'running') return text;
  return phrases[lang].reduce((said, phrase) => said.replaceAll(phrase, standText(at, lang)), text);
}
