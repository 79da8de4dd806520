import { type FormValues, withLeaf } from '../../../server/save/leaves/rules.ts';
import type { Conflict } from '../../../server/save/three-way/rules.ts';
import { formWords } from '../../message/form/form-words.ts';
import { fill, instantText, type Lang } from '../../ui/format.ts';
import type { SaveProblem } from './phase.ts';

/** Whose value a field is to have. */
export type Choice = 'mine' | 'theirs';

/** The form as chosen field by field; null while a field is still open. */
export function settled<Values extends FormValues>(
  merged: Values,
  conflicts: Conflict[],
  choices: Record<string, Choice>,
): Values | null {
  if (conflicts.some(({ path }) => choices[path] === undefined)) return null;
  return conflicts.reduce(
    (values, { path, theirs }) => (choices[path] === 'theirs' ? withLeaf(values, path, theirs) : values),
    merged,
  );
}

/** Who saved meanwhile, and when. */
export function whoOf({ savedBy, savedAt }: SaveProblem, lang: Lang): string {
  const words = formWords(lang);
  const who = [savedBy?.post, savedBy?.name].filter(Boolean).join(' ') || words.conflictSomebody;
  return savedAt ? fill(words.conflictWho, { who, at: instantText(savedAt, lang) }) : who;
}
