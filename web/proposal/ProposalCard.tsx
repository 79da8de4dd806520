import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import type { FormFaulty } from '../../server/form/form-answers.ts';
import type { Lamp } from '../../server/layer/layer.ts';
import type { ProposalAnswer } from '../../server/proposal/answer.ts';
import type { Saver } from '../../server/save/form-parts.ts';
import { Refused, send } from '../api.ts';
import { submissionIds } from '../form/submission-id.ts';
import { accountWords } from '../message/account/account-words.ts';
import { proposalWords } from '../message/proposal/proposal-words.ts';
import { faultText } from '../signing.ts';
import { fill, formatDay, type Lang } from '../ui/format.ts';
import { LampChip } from '../ui/LampChip.tsx';
import type { Theme } from '../ui/lamp.ts';
import './proposals.css';

const lamps: Record<ProposalAnswer['state'], Lamp> = {
  waiting: 'near',
  accepted: 'done',
  refused: 'none',
  withdrawn: 'none',
};

interface CardProps {
  proposal: ProposalAnswer;
  lang: Lang;
  theme: Theme;
  /** Whether it says where it is. */
  placed?: boolean;
}

/** 一项调整申请 — what stood and what is wished, who asked, what was decided, and what may be done now. */
export function ProposalCard({ proposal, lang, theme, placed = true }: CardProps) {
  const words = proposalWords(lang);
  const { place, cells, state, may } = proposal;
  const asked = { who: whoOf(proposal.by, words.unit), day: formatDay(proposal.on, lang) };
  return (
    <article className="card proposal-card" data-part="proposal" data-state={state}>
      {placed && <h3>{[place.town, place.name].filter(Boolean).join(' ')}</h3>}
      <p className="row">
        <LampChip lamp={lamps[state]} theme={theme} text={words.states[state]} />
        <span className="sub">{[words.forms[proposal.form], fill(words.asked, asked)].join(' · ')}</span>
      </p>
      <dl>
        {cells.map(({ path, title, from, to }) => (
          <div key={`${path} ${title.en}`}>
            <dt>{title[lang]}</dt>
            <dd>{fill(words.change, { from: from[lang], to: to[lang] })}</dd>
          </div>
        ))}
      </dl>
      {proposal.decidedOn !== null && (
        <p className="sub">
          {state !== 'withdrawn' &&
            fill(words.decidedOn, {
              who: whoOf(proposal.decidedBy, ''),
              day: formatDay(proposal.decidedOn, lang),
            })}
          {proposal.answer && <span> · {fill(words.answer, { text: proposal.answer })}</span>}
        </p>
      )}
      {may.length > 0 && <Moves {...{ proposal, lang }} />}
    </article>
  );
}

const whoOf = (by: Saver | null, otherwise: string) => [by?.post, by?.name].filter(Boolean).join('') || otherwise;

/** What the venue’s form would ask of what is wished, each once; none where the refusal has another cause. */
function questionsOf(problem: unknown): string[] {
  const { faults = [] } = problem instanceof Refused ? (problem.problem as Partial<FormFaulty>) : {};
  return faults.every(({ reasoned }) => reasoned) ? [...new Set(faults.map(({ text }) => text))] : [];
}

type Move = 'accepted' | 'refused' | 'withdrawn';

function Moves({ proposal: { id, base, may }, lang }: { proposal: ProposalAnswer; lang: Lang }) {
  const words = proposalWords(lang);
  const client = useQueryClient();
  const ids = useMemo(submissionIds, []);
  const [asking, setAsking] = useState<Move | null>(null);
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [questions, setQuestions] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const titles: Record<Move, string> = { accepted: words.accept, refused: words.refuse, withdrawn: words.withdraw };
  const moves: Move[] = may.includes('decide') ? ['accepted', 'refused'] : ['withdrawn'];
  const move = async (event: FormEvent) => {
    event.preventDefault();
    if (asking === null) return;
    setBusy(true);
    const answer = said.trim() || null;
    try {
      if (asking === 'withdrawn')
        await send('POST', '/proposals/{id}/withdrawal', { id }, { id: ids.idOf({ asking, base }), base });
      else {
        const yes = questions.length > 0 ? { confirm: true, reason: reason.trim() } : {};
        const decided = { base, decision: asking, answer, ...yes };
        await send('PUT', '/proposals/{id}', { id }, { id: ids.idOf(decided), ...decided });
      }
      await client.invalidateQueries({ queryKey: ['api'] });
    } catch (problem) {
      const asked = questionsOf(problem);
      setQuestions(asked);
      if (asked.length > 0) return setFault(null);
      setFault(faultText(problem as Error, accountWords(lang)));
      if (!(problem instanceof Refused) || !problem.problem.type.endsWith('/proposal-changed')) return;
      setAsking(null);
      await client.invalidateQueries({ queryKey: ['api', 'proposals'] });
    } finally {
      setBusy(false);
    }
  };
  const wrong = fault !== null && (
    <p className="fault" role="alert">
      {fault}
    </p>
  );
  if (asking === null)
    return (
      <>
        <p className="row moves">
          {moves.map((to) => (
            <button key={to} type="button" className={to === 'accepted' ? 'primary' : ''} onClick={() => setAsking(to)}>
              {titles[to]}
            </button>
          ))}
        </p>
        {wrong}
      </>
    );
  return (
    <form className="move-form" data-part="proposal-move" onSubmit={(event) => void move(event)}>
      {asking !== 'withdrawn' && (
        <label>
          {asking === 'refused' ? words.reason : words.say}
          <textarea
            rows={2}
            maxLength={500}
            required={asking === 'refused'}
            // biome-ignore lint/a11y/noAutofocus: the field was asked for by the press before
            autoFocus
            value={said}
            onChange={({ target }) => setSaid(target.value)}
          />
        </label>
      )}
      {asking === 'accepted' && <p className="sub">{words.acceptHint}</p>}
      {questions.length > 0 && (
        <label data-part="proposal-reason">
          {questions.join('')}
          <textarea
            rows={2}
            maxLength={500}
            required
            aria-label={words.why}
            placeholder={words.why}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
      )}
      <p className="row">
        <button type="submit" className="primary" disabled={busy}>
          {titles[asking]}
        </button>
        <button type="button" onClick={() => setAsking(null)}>
          {words.cancel}
        </button>
      </p>
      {wrong}
    </form>
  );
}
