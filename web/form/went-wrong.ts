import type { QueryClient } from '@tanstack/react-query';
import { Refused, Unreachable } from '../api.ts';
import { accountWords } from '../message/account/account-words.ts';
import { formWords } from '../message/form/form-words.ts';
import { faultText } from '../signing.ts';
import type { Lang } from '../ui/format.ts';

/** Why a save went wrong whose draft is kept in this browser, as a sentence; a person signed out meanwhile is asked to sign in. */
export function wentWrong(problem: Error, lang: Lang, client: QueryClient): string {
  const words = formWords(lang);
  if (problem instanceof Unreachable) return words.away;
  if (!(problem instanceof Refused) || problem.status !== 401) return faultText(problem, accountWords(lang)) ?? '';
  void client.invalidateQueries({ queryKey: ['session'] });
  return words.signedOut;
}
