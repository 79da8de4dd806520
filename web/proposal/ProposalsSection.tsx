import { useQuery } from '@tanstack/react-query';
import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { Reading } from '../dossier/reading.ts';
import { Section } from '../dossier/Section.tsx';
import { proposalsQuery } from '../form/proposals-query.ts';
import { proposalWords } from '../message/proposal/proposal-words.ts';
import { may, sessionQuery } from '../session.ts';
import { fill } from '../ui/format.ts';
import { ProposalCard } from './ProposalCard.tsx';

/** 档案中的调整申请 — those of a village, the decided ones folded away; nothing where there never was one. */
export function ProposalsSection({ dossier, reading }: { dossier: DossierAnswer; reading: Reading }) {
  const { lang, theme } = reading;
  const words = proposalWords(lang);
  const session = useQuery(sessionQuery()).data;
  const answer = useQuery({
    ...proposalsQuery({ place: dossier.place.code }),
    enabled: may(session, 'see-proposals'),
  }).data;
  if (!answer || answer.proposals.length === 0) return null;
  const open = answer.proposals.filter(({ state }) => state === 'waiting');
  const decided = answer.proposals.filter(({ state }) => state !== 'waiting');
  const card = (proposal: (typeof open)[number]) => (
    <ProposalCard key={proposal.id} placed={false} {...{ proposal, lang, theme }} />
  );
  return (
    <Section title={fill(words.section, { n: open.length })}>
      <div className="dossier-tasks" data-part="dossier-proposals">
        {open.map(card)}
        {decided.length > 0 && (
          <details className="dossier-more">
            <summary>{fill(words.decided, { n: decided.length })}</summary>
            {decided.map(card)}
          </details>
        )}
      </div>
    </Section>
  );
}
