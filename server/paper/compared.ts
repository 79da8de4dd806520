import { dayText } from '../layer/phrase.message.ts';
import type { StepAnswer } from '../meeting/answer.ts';
import { fill, type Language } from '../message/fill.ts';
import { paperWords } from './paper.message.ts';
import type { Listed } from './part/list.ts';

/** What a saved view of two days compares: how many places got better and worse until the day of the figures, worst first; none for any other item. */
export function comparedLists({ saved }: Pick<StepAnswer, 'saved'>, lang: Language): Listed[] {
  const compare = saved?.compare;
  if (!compare) return [];
  const words = paperWords[lang];
  const since = fill(words.since, { day: dayText(compare.from)[lang] });
  const counts = [fill(words.better, { count: compare.better }), fill(words.worse, { count: compare.worse })];
  return [
    {
      title: `${since}${lang === 'zh' ? '：' : ': '}${counts.join(' ')}`,
      none: words.unchanged,
      lines: compare.changed
        .filter(({ way }) => way !== 'same')
        .map(({ way, name, town }) => `${way === 'worse' ? '↓' : '↑'} ${name} ${town}`),
    },
  ];
}
