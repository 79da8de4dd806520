import type { PasswordPolicy } from './answer.ts';

/** 口令规则 — what the classified protection of Chinese information systems asks (GB/T 22239), and OWASP ASVS 2.1 as the other. */
export const passwordProfiles = {
  classified: { profile: 'classified', minLength: 8, classes: 3, maxAgeDays: 90, remembered: 5 },
  asvs: { profile: 'asvs', minLength: 12, classes: 1, maxAgeDays: null, remembered: 0 },
} as const satisfies Record<string, PasswordPolicy>;

/** Longer ones only cost time. */
const maxLength = 128;
const common = ['password', '12345678', 'qwerty', 'abc123', 'admin', 'iloveyou', '88888888', 'letmein', 'welcome'];

export type PasswordFault =
  | 'password-short'
  | 'password-long'
  | 'password-classes'
  | 'password-login'
  | 'password-common';

/** How many of small letters, capitals, digits and signs a password has. */
function classesOf(password: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(password)).length;
}

/**
 * Why a password cannot be taken; null when it can. `words` are those it may not hold beside the login, such as the county's name. Whether
 * it was used before shows only beside the former ones.
 */
export function passwordFault(
  password: string,
  login: string,
  policy: PasswordPolicy,
  words: string[] = [],
): PasswordFault | null {
  if ([...password].length < policy.minLength) return 'password-short';
  if (password.length > maxLength) return 'password-long';
  if (classesOf(password) < policy.classes) return 'password-classes';
  const plain = password.toLowerCase();
  if (plain.includes(login.toLowerCase())) return 'password-login';
  if (words.some((word) => plain.includes(word.toLowerCase())) || new Set(plain).size < 5) return 'password-common';
  return common.some((word) => plain.startsWith(word)) ? 'password-common' : null;
}

/** Whether a password set at an instant is too old. */
export function isExpired(setAt: string | null, now: Date, { maxAgeDays }: PasswordPolicy): boolean {
  return maxAgeDays !== null && (setAt === null || now.getTime() - Date.parse(setAt) > maxAgeDays * 86_400_000);
}

/** Whether a password set at an instant is too old under any profile. */
export function isOldForAny(setAt: string | null, now: Date): boolean {
  return Object.values(passwordProfiles).some((profile) => isExpired(setAt, now, profile));
}
