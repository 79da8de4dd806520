import type { StepAnswer } from '../meeting/answer.ts';
import { fill, type Language } from '../words/fill.ts';
import { dayText } from '../words/phrase.message.ts';
import { placeLine } from '../words/place-name/rules.ts';
import { paperWords } from './paper.message.ts';
import type { Listed } from './part/list.ts';

/** What stands before a place by the way it went. */
export const wayMarks = { worse: '↓', better: '↑', aged: '·', same: '', unknown: '' } as const;

/** How many places of one layer went each way, in words. */
export function movedText(count: { better: number; worse: number; aged: number }, lang: Language): string {
  const words = paperWords[lang];
  return (['better', 'worse', 'aged'] as const).map((way) => fill(words[way], { count: count[way] })).join(' ');
}

/** What a saved view of two days compares: how many places went each way until the day of the figures, worst first; none for any other item. */
export function comparedLists({ saved }: Pick<StepAnswer, 'saved'>, lang: Language): Listed[] {
  const compare = saved?.compare;
  if (!compare) return [];
  const words = paperWords[lang];
  const since = fill(words.since, { day: dayText(compare.from)[lang] });
  return [
    {
      title: `${since}${lang === 'zh' ? '：' : ': '}${movedText(compare, lang)}`,
      none: words.unchanged,
      lines: compare.changed
        .filter(({ way }) => wayMarks[way] !== '')
        .map(({ way, name, town }) => `${wayMarks[way]} ${placeLine({ town, name }, lang)}`),
    },
  ];
}
