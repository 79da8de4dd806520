import type { PasswordPolicy } from '../../server/user/answer.ts';
import { accountWords } from '../message/account/account-words.ts';
import { Field } from '../ui/Field.tsx';
import type { Lang } from '../ui/format.ts';
import { policyText } from './policy-text.ts';

interface NewPasswordProps {
  label: string;
  policy: PasswordPolicy;
  lang: Lang;
  next: string;
  repeat: string;
  onNext(text: string): void;
  onRepeat(text: string): void;
}

/** A new password, what it must hold, and once more. */
export function NewPassword({ label, policy, lang, next, repeat, onNext, onRepeat }: NewPasswordProps) {
  const fresh = { type: 'password', autoComplete: 'new-password', required: true } as const;
  return (
    <>
      <Field {...fresh} label={label} hint={policyText(policy, lang)} value={next} onText={onNext} />
      <Field {...fresh} label={accountWords(lang).change.repeat} value={repeat} onText={onRepeat} />
    </>
  );
}
