import { queryOptions } from '@tanstack/react-query';
import type { SessionAnswer } from '../server/user/answer.ts';
import type { Action } from '../server/user/rights.message.ts';
import { ask } from './api.ts';

/** Who is signed in; asked once and again after signing in or out. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }) => ask<SessionAnswer>('/api/session', signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** Whether somebody may do something anywhere. */
export function may(session: SessionAnswer | undefined, action: Action): boolean {
  const reach = session?.viewer?.rights[action];
  return reach === 'county' || reach === 'own';
}
