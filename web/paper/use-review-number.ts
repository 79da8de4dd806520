import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, send } from '../api.ts';

/** 审图号 — the county's map review number as the server has it, and how another is kept. */
export function useReviewNumber() {
  const client = useQueryClient();
  const key = ['review-number'];
  const known = useQuery({ queryKey: key, queryFn: ({ signal }) => ask('/review-number', {}, signal) }).data;
  return {
    known: known?.number ?? null,
    /** Keeps what was typed, where it is another; fails as a save does. */
    async keep(id: string, typed: string): Promise<void> {
      const number = typed.trim() === '' ? null : typed.trim();
      if (number === (known?.number ?? null)) return;
      client.setQueryData(key, await send('PUT', '/review-number', {}, { id, number }));
    },
  };
}
