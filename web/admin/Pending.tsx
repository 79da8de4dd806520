import { useState } from 'react';
import type { AccountAnswer, ProposalAnswer } from '../../server/user/answer.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import { fill, instantText, type Lang } from '../ui/format.ts';
import type { AccountAct } from './Accounts.tsx';
import { roleTitle } from './role-title.ts';
import { Teams } from './Teams.tsx';

interface PendingProps {
  accounts: AccountAnswer[];
  teams: string[];
  lang: Lang;
  busy: boolean;
  onAct(wanted: AccountAct): void;
}

/** 待同意 — what administrators proposed and the office has yet to agree to; nothing where nobody here may. */
export function Pending({ accounts, teams, lang, busy, onAct }: PendingProps) {
  const { accounts: words } = adminWords(lang);
  const waiting = accounts.flatMap((account) => (account.proposal ? [{ account, proposal: account.proposal }] : []));
  if (waiting.length === 0) return null;
  return (
    <section className="pending-accounts" data-part="pending-accounts">
      <h2>{words.pendingTitle}</h2>
      <ul>
        {waiting.map(({ account, proposal }) => (
          <Proposal key={proposal.id} {...{ account, proposal, teams, lang, busy, onAct }} />
        ))}
      </ul>
    </section>
  );
}

function Proposal({
  account,
  proposal,
  teams,
  lang,
  busy,
  onAct,
}: Omit<PendingProps, 'accounts'> & { account: AccountAnswer; proposal: ProposalAnswer }) {
  const { accounts: words } = adminWords(lang);
  const after = proposal.values ?? account;
  const [chosen, setChosen] = useState(account.teams);
  const by = [proposal.by.post, proposal.by.name].filter(Boolean).join(lang === 'zh' ? '' : ' ');
  const reach = [
    roleTitle(after.role, lang),
    ...after.places.map(({ name }) => name),
    ...after.subjects.map((subject) => words.subject[subject]),
  ];
  const answer = (agree: boolean) =>
    onAct({ id: account.id, act: 'assent', body: { proposal: proposal.id, agree, teams: chosen } });
  const who = [after.unit, after.post, after.name].filter(Boolean).join(' ');
  return (
    <li>
      <p>
        <strong>{words.pendingWhat[proposal.what]}</strong> {fill(words.pendingWho, { who, login: after.login })} ·{' '}
        {reach.join(' · ')}
        <span className="sub">{fill(words.pendingBy, { by, at: instantText(proposal.at, lang) })}</span>
      </p>
      {account.may.assent && after.role === 'inspector' && (
        <Teams teams={teams} chosen={chosen} lang={lang} onChoose={setChosen} />
      )}
      {account.may.assent && (
        <div className="row">
          <button type="button" className="primary" disabled={busy} onClick={() => answer(true)}>
            {words.agree}
          </button>
          <button type="button" className="quiet" disabled={busy} onClick={() => answer(false)}>
            {words.disagree}
          </button>
        </div>
      )}
    </li>
  );
}
