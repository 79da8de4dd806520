import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, send } from '../api.ts';
import { newSubmissionId } from '../form/submission-id.ts';
import { accountWords } from '../message/account/account-words.ts';
import { faultText } from '../signing.ts';
import type { Lang } from '../ui/format.ts';

/** 审图号 — the county's map review number as the server has it, and what is typed over it until it is kept. */
export function useReviewNumber(lang: Lang) {
  const client = useQueryClient();
  const key = ['review-number'];
  const known = useQuery({ queryKey: key, queryFn: ({ signal }) => ask('/review-number', {}, signal) }).data;
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const value = typed ?? known?.number ?? '';
  return {
    value,
    fault,
    set: setTyped,
    /** Keeps what was typed; whether the server has it now. */
    async keep(): Promise<boolean> {
      setFault(null);
      if (typed === null || typed.trim() === (known?.number ?? '')) return true;
      try {
        const number = typed.trim() === '' ? null : typed.trim();
        client.setQueryData(key, await send('PUT', '/review-number', {}, { id: newSubmissionId(), number }));
        setTyped(null);
        return true;
      } catch (problem) {
        setFault(faultText(problem as Error, accountWords(lang)));
        return false;
      }
    },
  };
}
