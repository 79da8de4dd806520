import type { Role } from '../../server/rights/view.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import type { Lang } from '../ui/format.ts';

/** A role as offices call it. */
export function roleTitle(role: Role, lang: Lang): string {
  return adminWords(lang).roles[role];
}
