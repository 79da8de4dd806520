import { queryOptions } from '@tanstack/react-query';
import type { ProposalsAnswer } from '../../server/proposal/proposals-answer.ts';
import { address, ask } from '../api.ts';

/** Change requests the user sees: of one place, or of all; only those that wait where that is all one asks. */
export const proposalsQuery = (of: { place?: string; waiting?: boolean } = {}) => {
  const url = address('/api/proposals', { place: of.place ?? null, state: of.waiting ? 'waiting' : null });
  return queryOptions({
    queryKey: ['api', 'proposals', url],
    queryFn: ({ signal }) => ask<ProposalsAnswer>(url, signal),
  });
};
