import { queryOptions } from '@tanstack/react-query';
import type { Fault, FaultCode } from '../../server/save/rules.ts';
import { daysSaid } from '../../server/words/days-said/rules.ts';
import { namesSaid } from '../../server/words/names/rules.ts';
import { ask } from '../api.ts';
import { fill, formatDay, type Lang } from '../ui/format.ts';

/** What can be wrong, in words; empty until they have come. */
export type Sentences = Partial<Record<FaultCode, { zh: string; en: string }>>;

/** The sentences of the server, asked once. */
export const sentencesQuery = queryOptions({
  queryKey: ['form-sentences'],
  queryFn: ({ signal }) => ask('/forms/sentences', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The sentence of a fault; null until the sentences have come. */
export function sentenceOf(sentences: Sentences, { code, value = '' }: Fault, lang: Lang): string | null {
  const sentence = sentences[code];
  return sentence
    ? fill(sentence[lang], {
        value: namesSaid(
          daysSaid(value, (day) => formatDay(day, lang)),
          lang,
        ),
      })
    : null;
}
