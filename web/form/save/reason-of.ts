import { accountWords } from '../../message/account/account-words.ts';
import { formWords } from '../../message/form/form-words.ts';
import type { Lang } from '../../ui/format.ts';
import type { Form } from '../use-form.ts';

/** Why a form was not saved, as a sentence; null while nothing went wrong. What is wrong with a field of it stands at the field. */
export function reasonOf(
  { phase, drafted, values }: Pick<Form<object>, 'phase' | 'drafted' | 'values'>,
  lang: Lang,
): string | null {
  switch (phase.is) {
    case 'away':
      return drafted ? formWords(lang).away : accountWords(lang).away;
    case 'signed-out':
      return drafted ? formWords(lang).signedOut : phase.sentence;
    case 'refused': {
      const elsewhere = Object.entries(phase.faults).filter(([path]) => !((path.split('.')[0] ?? '') in values));
      return [phase.sentence, ...new Set(elsewhere.map(([, text]) => text))].filter(Boolean).join(' ') || null;
    }
    case 'conflict':
      return phase.sentence;
    default:
      return null;
  }
}
