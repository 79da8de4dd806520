import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import { OfficeHead } from '../chrome/office/OfficeHead.tsx';
import { Loading } from '../chrome/States.tsx';
import { proposalsQuery } from '../form/proposals-query.ts';
import { useLive } from '../live.ts';
import { proposalWords } from '../message/proposal/proposal-words.ts';
import { dressPage } from '../page-look.ts';
import { areasQuery } from '../queries.ts';
import { fill } from '../ui/format.ts';
import { useView } from '../use-view.ts';
import { ProposalCard } from './ProposalCard.tsx';
import '../chrome/chrome.css';
import '../chrome/office/office.css';
import '../chrome/office/office-parts.css';
import '../task/tasks.css';

/** 调整申请 — what waits first, then what was decided; the office decides here. */
export default function ProposalsPage() {
  const [view] = useView();
  const { lang, theme } = view;
  const words = proposalWords(lang);
  const answer = useQuery(proposalsQuery()).data;
  // What others decide shows at once; the places tell which change the page knows.
  useQuery(areasQuery({ asOf: null }));
  useLive();
  useLayoutEffect(() => dressPage(view), [view]);
  const open = answer?.proposals.filter(({ state }) => state === 'waiting') ?? [];
  const decided = answer?.proposals.filter(({ state }) => state !== 'waiting') ?? [];
  return (
    <div className="office tasks-page" data-part="proposals-page">
      <OfficeHead title={words.title} lang={lang} />
      <main className="board-page">
        {!answer && <Loading lang={lang} />}
        {answer?.proposals.length === 0 && <p className="hint">{words.none}</p>}
        {answer && answer.proposals.length > 0 && (
          <>
            <h2>{fill(words.open, { n: open.length })}</h2>
            {open.length === 0 && <p className="hint">{words.noneOpen}</p>}
            <div className="proposal-cards">
              {open.map((proposal) => (
                <ProposalCard key={proposal.id} {...{ proposal, lang, theme }} />
              ))}
            </div>
          </>
        )}
        {decided.length > 0 && (
          <>
            <h2>{fill(words.decided, { n: decided.length })}</h2>
            <div className="proposal-cards">
              {decided.map((proposal) => (
                <ProposalCard key={proposal.id} {...{ proposal, lang, theme }} />
              ))}
            </div>
          </>
        )}
      </main>
    </div>
  );
}
