import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { MeetingAnswer } from '../../../server/meeting/answer.ts';
import type { MeetingSent } from '../../../server/meeting/rules.ts';
import { ask, Refused, send } from '../../api.ts';
import { submissionIds } from '../../form/submission-id.ts';
import { wentWrong } from '../../form/went-wrong.ts';
import { agendaWords } from '../../message/agenda/agenda-words.ts';
import { meetingWords } from '../../message/meeting/meeting-words.ts';
import { fill, type Lang } from '../../ui/format.ts';
import { meetingQuery } from '../queries.ts';
import {
  type AgendaDraft,
  type AgendaTyped,
  agendaDraftOf,
  agendaFrom,
  leaveAgenda,
  leftAgenda,
  stillTyped,
  typedOver,
} from './agenda-draft.ts';

/** What another kept meanwhile, and what it was met with. */
export interface Met {
  body: MeetingSent;
  base: string;
  by: { name: string | null; post: string | null } | null;
  /** An earlier version that was to be taken back; null: what was written. */
  instead: AgendaDraft | null;
}

interface AgendaGiven {
  owner: string;
  id: string;
  kept: MeetingAnswer | undefined;
  lang: Lang;
}

interface Saving {
  sent: AgendaDraft;
  /** An earlier version to be taken back. */
  instead?: AgendaDraft | null;
  good?: string;
}

/**
 * 一份议程 — what is typed is kept in this browser at every key until the server has it; where another kept one meanwhile both stand side by
 * side until one is chosen.
 */
export function useAgenda({ owner, id, kept, lang }: AgendaGiven) {
  const client = useQueryClient();
  const { of, ids } = useMemo(() => ({ of: agendaDraftOf(owner, id), ids: submissionIds() }), [owner, id]);
  const [typed, setTyped] = useState<AgendaTyped | null>(() => begun(leftAgenda(of), ids));
  const [keepable, setKeepable] = useState(true);
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const [met, setMet] = useState<Met | null>(null);
  const latest = useRef(typed);
  const hold = (next: AgendaTyped | null) => {
    latest.current = next;
    setTyped(next);
    setKeepable(leaveAgenda(of, next));
  };
  const stands = kept ? agendaFrom(kept, kept.base) : null;
  const draft = typed?.draft ?? stands;

  const save = async ({ sent, instead = null, good = meetingWords(lang).saved }: Saving) => {
    const { base, ...body } = sent;
    const submission = ids.idOf(sent);
    if (!instead && latest.current) hold({ ...latest.current, draft: sent, submission });
    try {
      const { base: now } = await send('PUT', '/meetings/{meeting}', { meeting: id }, { id: submission, base, body });
      client.setQueryData(
        meetingQuery(id).queryKey,
        (before) => before && { ...before, ...body, base: now ?? before.base },
      );
      hold(stillTyped(latest.current, sent, now ?? base));
      setMet(null);
      setSaid({ text: good, bad: false });
      await client.invalidateQueries({ queryKey: ['api'] });
    } catch (problem) {
      const theirs = metBy(problem);
      if (theirs) setMet({ ...theirs, instead });
      else setSaid({ text: wentWrong(problem as Error, lang, client), bad: true });
    }
  };
  const forget = () => {
    hold(null);
    setMet(null);
    setSaid(null);
  };
  return {
    draft,
    changed: typed !== null,
    restoredAt: typed?.restoredAt ?? null,
    keepable,
    said,
    met,
    say: (text: string) => setSaid({ text, bad: false }),
    put: (change: Partial<MeetingSent>) => {
      const over = latest.current ?? (stands && { draft: stands, known: stands, submission: null, restoredAt: null });
      setSaid(null);
      if (over) hold(typedOver(over, change));
    },
    save: async () => draft && (await save({ sent: draft })),
    keepMine: async () => {
      const mine = met?.instead ?? draft;
      if (met && mine) await save({ sent: { ...mine, base: met.base }, instead: met.instead });
    },
    takeTheirs: async () => {
      forget();
      await client.invalidateQueries({ queryKey: meetingQuery(id).queryKey });
    },
    /** Forgets what was written and shows again what the server has. */
    discard: forget,
    takeBack: async (number: number) => {
      if (!draft) return;
      let sent: AgendaDraft;
      try {
        sent = agendaFrom(await ask('/meetings/{meeting}/versions/{number}', { meeting: id, number }), draft.base);
      } catch (problem) {
        return setSaid({ text: wentWrong(problem as Error, lang, client), bad: true });
      }
      await save({ sent, instead: sent, good: fill(agendaWords(lang).tookBack, { n: number }) });
    },
  };
}

/** What was left, with the id its save was tried under. */
function begun(left: AgendaTyped | null, ids: ReturnType<typeof submissionIds>): AgendaTyped | null {
  if (left?.submission) ids.take(left.submission, left.draft);
  return left;
}

/** What another kept meanwhile, where the refusal is about that. */
function metBy(problem: unknown): Omit<Met, 'instead'> | null {
  const refused = (problem instanceof Refused ? problem.problem : {}) as {
    theirs?: { body: MeetingSent };
    base?: string;
    savedBy?: Met['by'];
  };
  return refused.theirs && refused.base !== undefined
    ? { body: refused.theirs.body, base: refused.base, by: refused.savedBy ?? null }
    : null;
}
