import { queryOptions } from '@tanstack/react-query';
import type { Action } from '../server/rights/rights.message.ts';
import type { SessionAnswer } from '../server/user/answer.ts';
import { ask } from './api.ts';
import { meetPerson } from './page-person.ts';

/** Who is signed in; asked once and again whenever that may have changed. The page meets them before anything shows it. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: async ({ signal }) => {
      const session = await ask('/session', {}, signal);
      meetPerson(session.viewer?.key ?? null);
      return session;
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** Whether somebody may do something anywhere. */
export function may(session: SessionAnswer | undefined, action: Action): boolean {
  const reach = session?.viewer?.rights[action];
  return reach === 'county' || reach === 'own';
}
