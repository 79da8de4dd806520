import { classMoves } from '../history/rules.ts';
import { dayText } from '../layer/phrase.message.ts';
import type { StepAnswer } from '../meeting/answer.ts';
import { fill, type Language } from '../message/fill.ts';
import { paperWords } from './paper.message.ts';
import type { Listed } from './part/list.ts';

/** What a saved view of two days compares: how many places rose and fell to another class until the day of the figures, worst first; none for any other item. */
export function comparedLists({ saved }: Pick<StepAnswer, 'saved'>, lang: Language): Listed[] {
  const compare = saved?.compare;
  if (!compare) return [];
  const words = paperWords[lang];
  const since = fill(words.since, { day: dayText(compare.from)[lang] });
  const { better, worse } = classMoves(compare);
  const counts = [fill(words.better, { count: better }), fill(words.worse, { count: worse })];
  return [
    {
      title: `${since}${lang === 'zh' ? '：' : ': '}${counts.join(' ')}`,
      none: words.unchanged,
      lines: compare.changed
        .filter(({ way, from, to }) => way !== 'same' && from !== to)
        .map(({ way, name, town }) => `${way === 'worse' ? '↓' : '↑'} ${name} ${town}`),
    },
  ];
}
