import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { proposalsQuery } from '../form/proposals-query.ts';
import { proposalWords } from '../message/proposal/proposal-words.ts';
import { may, sessionQuery } from '../session.ts';
import { fill, type Lang } from '../ui/format.ts';
import '../task/tasks.css';

/** 待审 — how many change requests wait to be decided, and the way there; nothing where none does. */
export function ProposalsWaiting({ lang }: { lang: Lang }) {
  const words = proposalWords(lang);
  const navigate = useNavigate();
  const session = useQuery(sessionQuery()).data;
  const decides = may(session, 'decide-proposals');
  const waiting = useQuery({ ...proposalsQuery({ waiting: true }), enabled: decides }).data?.proposals.length ?? 0;
  if (!decides || waiting === 0) return null;
  return (
    <button
      type="button"
      className="tasks-waiting"
      data-part="proposals-waiting"
      title={fill(words.waitingTitle, { n: waiting })}
      onClick={() => void navigate({ to: '/proposals', search: lang === 'en' ? { lang } : {} })}
    >
      {fill(words.waiting, { n: waiting })}
    </button>
  );
}
