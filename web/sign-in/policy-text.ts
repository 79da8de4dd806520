import type { PasswordPolicy } from '../../server/user/answer.ts';
import { accountWords } from '../message/account/account-words.ts';
import { fill, type Lang } from '../ui/format.ts';

/** What a new password must hold, as one line. */
export function policyText({ minLength, classes, maxAgeDays, remembered }: PasswordPolicy, lang: Lang): string {
  const { policy } = accountWords(lang);
  return [
    fill(policy.length, { n: minLength }),
    classes > 1 ? fill(policy.classes, { n: classes }) : null,
    remembered > 0 ? fill(policy.past, { n: remembered }) : null,
    maxAgeDays === null ? null : fill(policy.age, { n: maxAgeDays }),
  ]
    .filter((part) => part !== null)
    .join(lang === 'zh' ? '；' : '; ');
}
