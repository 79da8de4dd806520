import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AgendaVersion, MeetingAnswer } from '../../server/meeting/answer.ts';
import type { MeetingSent } from '../../server/meeting/rules.ts';
import { ask, Refused, send } from '../api.ts';
import { newSubmissionId } from '../form/submission-id.ts';
import { accountWords } from '../message/account-words.ts';
import { agendaWords } from '../message/agenda-words.ts';
import { meetingWords } from '../message/meeting-words.ts';
import { faultText } from '../sign-in/signing.ts';
import { fill, type Lang } from '../ui/format.ts';

/** An agenda as it is being written; `base` names the version it began with. */
export interface AgendaDraft extends MeetingSent {
  lengthMin: number | null;
  base: string;
}

/** What another kept meanwhile. */
export interface Met {
  body: MeetingSent;
  base: string;
  by: { name: string | null; post: string | null } | null;
}

const draftOf = ({ title, heldOn, items, lengthMin = null }: MeetingSent, base: string): AgendaDraft => ({
  ...{ title, heldOn, items, lengthMin, base },
});

/** 一份议程 — what is typed stays until it is kept; where another kept one meanwhile both stand side by side until one is chosen. */
export function useAgenda(id: string, kept: MeetingAnswer | undefined, lang: Lang) {
  const client = useQueryClient();
  const [draft, setDraft] = useState<AgendaDraft | null>(null);
  const [changed, setChanged] = useState(false);
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const [met, setMet] = useState<Met | null>(null);
  useEffect(() => {
    if (kept) setDraft((before) => before ?? draftOf(kept, kept.base));
  }, [kept]);
  const save = async (sent: AgendaDraft | null = draft, good = meetingWords(lang).saved) => {
    if (!sent) return;
    const { base, ...body } = sent;
    try {
      const answer = await send<{ base: string }>('PUT', `/api/meetings/${id}`, { id: newSubmissionId(), base, body });
      setDraft({ ...sent, base: answer.base });
      setChanged(false);
      setMet(null);
      setSaid({ text: good, bad: false });
      await client.invalidateQueries({ queryKey: ['api'] });
    } catch (problem) {
      const {
        theirs,
        base: now,
        savedBy,
      } = (problem instanceof Refused ? problem.problem : {}) as {
        theirs?: { body: MeetingSent };
        base?: string;
        savedBy?: Met['by'];
      };
      if (theirs && now !== undefined) return setMet({ body: theirs.body, base: now, by: savedBy ?? null });
      setSaid({ text: faultText(problem as Error, accountWords(lang)) ?? '', bad: true });
    }
  };
  return {
    draft,
    changed,
    said,
    met,
    say: (text: string) => setSaid({ text, bad: false }),
    put: (change: Partial<MeetingSent>) => {
      setSaid(null);
      setChanged(true);
      setDraft((before) => before && { ...before, ...change });
    },
    save: () => save(),
    keepMine: () => save(draft && met && { ...draft, base: met.base }),
    takeTheirs: () => {
      if (met) setDraft(draftOf(met.body, met.base));
      setMet(null);
      setChanged(false);
    },
    takeBack: async (number: number) => {
      const earlier = await ask<AgendaVersion>(`/api/meetings/${id}/versions/${number}`);
      const text = fill(agendaWords(lang).tookBack, { n: number });
      await save(draft && draftOf(earlier, draft.base), text);
    },
  };
}
