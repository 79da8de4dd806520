import { queryOptions } from '@tanstack/react-query';
import { ask } from '../api.ts';

/** Change requests the user sees: of one place, or of all; only those that wait where that is all one asks. */
export const proposalsQuery = (of: { place?: string; waiting?: boolean } = {}) => {
  const asked = { place: of.place ?? null, state: of.waiting ? ('waiting' as const) : null };
  return queryOptions({
    queryKey: ['api', 'proposals', asked],
    queryFn: ({ signal }) => ask('/proposals', asked, signal),
  });
};
