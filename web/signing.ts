import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SessionAnswer } from '../server/user/answer.ts';
import { Refused } from './api.ts';
import { forgetUnder, keepUnder, keptUnder } from './browser-store.ts';
import type { AccountWords } from './message/account/account.zh.ts';
import { takePage } from './page-person.ts';
import { may } from './session.ts';

const flag = 'county-map-signed-in';

/** Whether somebody who may look at the map was signed in here when last looked at, so that the first picture may be asked for at once. */
export function wasSignedIn(): boolean {
  return keptUnder(flag) === 'yes';
}

/** Remembers for the next opening whether somebody is signed in who may look at the map; for others it is not asked for. */
export function rememberSignedIn(session: SessionAnswer | null): void {
  if (may(session ?? undefined, 'look')) keepUnder(flag, 'yes');
  else forgetUnder(flag);
}

/** Nothing kept of anybody else may be shown: whatever was asked for but who is signed in. */
export function forgetAnswers(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
}

/** Somebody signed in on this page, or out of it (null): it is theirs from now on, and every other page of this browser asks whose it is. */
export function takeSession(client: QueryClient, session: SessionAnswer | null): void {
  forgetAnswers(client);
  takePage(session?.viewer?.key ?? null);
  if (session) client.setQueryData(['session'], session);
  rememberSignedIn(session);
}

/** Signs in, as the first account, as an invented person, by a link: each answers the session. */
export function useSigning<Given>(signIn: (given: Given) => Promise<SessionAnswer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: signIn,
    onSuccess: (session) => takeSession(client, session),
  });
}

/** What went wrong, as a sentence. */
export function faultText(problem: Error | null, words: AccountWords): string | null {
  if (problem === null) return null;
  return problem instanceof Refused ? problem.detail : words.away;
}
