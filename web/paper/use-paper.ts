import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PaperKindId } from '../../server/paper/kinds.ts';
import { address, ask, Refused, send } from '../api.ts';
import { newSubmissionId } from '../form/submission-id.ts';
import { accountWords } from '../message/account/account-words.ts';
import { faultText } from '../signing.ts';
import type { Lang } from '../ui/format.ts';

/** How often a page asks how its paper stands, in milliseconds. */
const lookMs = 400;

/** What a paper is asked with; `asked` as the kind's schema on the server says. */
export interface PaperAsked {
  kind: PaperKindId;
  asOf: string | null;
  asked: Record<string, unknown>;
}

/** One paper being made: asks for it, watches it, gives it up. */
export function usePaper(lang: Lang) {
  const client = useQueryClient();
  const [id, setId] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [givenUp, setGivenUp] = useState(false);
  const looked = useQuery({
    queryKey: ['paper', id, lang],
    queryFn: ({ signal }) => ask('/papers/{paper}', { paper: id ?? '', lang }, signal),
    enabled: id !== null,
    retry: 2,
    refetchInterval: ({ state }) =>
      state.data?.state === 'done' || state.data?.state === 'failed' || state.error ? false : lookMs,
    refetchIntervalInBackground: true,
  });
  const said = (problem: Error | null) => faultText(problem, accountWords(lang));
  return {
    paper: id === null ? null : (looked.data ?? null),
    /** Why there will be no file; null as long as there may be one. */
    fault: refused ?? looked.data?.fault ?? said(looked.error),
    busy: id !== null && looked.data?.state !== 'done' && looked.data?.state !== 'failed' && !looked.error,
    /** Whether the last one asked for was given up. */
    givenUp,
    address: id === null ? null : address('/papers/{paper}/file', { paper: id, lang }),
    async begin({ kind, asOf, asked }: PaperAsked) {
      const next = newSubmissionId();
      setRefused(null);
      setGivenUp(false);
      try {
        const body = { id: next, kind, asked, ...(asOf === null ? {} : { asOf }) };
        client.setQueryData(['paper', next, lang], await send('POST', '/papers', { lang }, body));
        setId(next);
        await client.invalidateQueries({ queryKey: ['papers'] });
      } catch (problem) {
        setRefused(said(problem as Error));
      }
    },
    async cancel() {
      const gone = id;
      setId(null);
      setGivenUp(true);
      if (gone === null) return;
      // What the server no longer has is given up already.
      const problem = await send('DELETE', '/papers/{paper}', { paper: gone }, {}).catch((reason: Error) => reason);
      if (problem instanceof Error && !(problem instanceof Refused && problem.status === 404))
        setRefused(said(problem));
    },
  };
}
