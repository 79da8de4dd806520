import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lamp } from '../../server/layer/layer.ts';
import type { ProposalAnswer } from '../../server/proposal/answer.ts';
import type { Saver } from '../../server/save/form-parts.ts';
import { send } from '../api.ts';
import { TiedField } from '../form/box/box-fields.tsx';
import { FormBox } from '../form/box/FormBox.tsx';
import { FormFault } from '../form/box/FormFault.tsx';
import { FormFoot } from '../form/box/FormFoot.tsx';
import { useForm } from '../form/use-form.ts';
import { proposalWords } from '../message/proposal/proposal-words.ts';
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
  const request = { who: whoOf(proposal.by, words.unit), day: formatDay(proposal.on, lang) };
  return (
    <article className="card proposal-card" data-part="proposal" data-state={state}>
      {placed && <h3>{[place.town, place.name].filter(Boolean).join(' ')}</h3>}
      <p className="row">
        <LampChip lamp={lamps[state]} theme={theme} text={words.states[state]} />
        <span className="sub">{[words.forms[proposal.form], fill(words.asked, request)].join(' · ')}</span>
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

type Move = 'accepted' | 'refused' | 'withdrawn';

function Moves({ proposal, lang }: { proposal: ProposalAnswer; lang: Lang }) {
  const words = proposalWords(lang);
  const [asking, setAsking] = useState<Move | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const titles: Record<Move, string> = { accepted: words.accept, refused: words.refuse, withdrawn: words.withdraw };
  const moves: Move[] = proposal.may.includes('decide') ? ['accepted', 'refused'] : ['withdrawn'];
  if (asking !== null)
    return (
      <MoveForm
        key={asking}
        {...{ proposal, lang, asking }}
        title={titles[asking]}
        onLeave={(why = null) => {
          setFault(why);
          setAsking(null);
        }}
      />
    );
  return (
    <>
      <p className="row moves">
        {moves.map((to) => (
          <button key={to} type="button" className={to === 'accepted' ? 'primary' : ''} onClick={() => setAsking(to)}>
            {titles[to]}
          </button>
        ))}
      </p>
      {fault !== null && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}

interface MoveProps {
  proposal: ProposalAnswer;
  lang: Lang;
  asking: Move;
  title: string;
  /** `why` is what was found to have changed meanwhile. */
  onLeave(why?: string | null): void;
}

/** What is said to a request; what the venue’s form would ask of what is wished is asked here too. */
function MoveForm({ proposal: { id: proposal, base }, lang, asking, title, onLeave }: MoveProps) {
  const words = proposalWords(lang);
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const form = useForm({
    of: null,
    opened: { base, values: { answer: '' } },
    send: ({ id, values: { answer }, confirm, reason: why }) => {
      if (asking === 'withdrawn') return send('POST', '/proposals/{id}/withdrawal', { id: proposal }, { id, base });
      const yes = confirm ? { confirm, reason: why } : {};
      const decided = { id, base, decision: asking, answer: answer.trim() || null, ...yes };
      return send('PUT', '/proposals/{id}', { id: proposal }, decided);
    },
    onSaved: () => onLeave(),
    onRefused: ({ problem, detail }) => {
      if (!problem.type.endsWith('/proposal-changed')) return;
      onLeave(detail);
      void client.invalidateQueries({ queryKey: ['api', 'proposals'] });
    },
  });
  const { phase } = form;
  const questions =
    phase.is === 'refused' && phase.confirmable && phase.reasoned ? [...new Set(Object.values(phase.faults))] : [];
  return (
    <FormBox
      className="move-form"
      form={form}
      lang={lang}
      data-part="proposal-move"
      onSend={() => void (questions.length > 0 ? form.confirm(reason.trim()) : form.save())}
    >
      {asking !== 'withdrawn' && (
        <TiedField path="answer" label={asking === 'refused' ? words.reason : words.say}>
          {({ text, set, control }) => (
            <textarea
              {...control}
              rows={2}
              maxLength={500}
              required={asking === 'refused'}
              // biome-ignore lint/a11y/noAutofocus: the field was asked for by the press before
              autoFocus
              value={text}
              onChange={({ target }) => set(target.value)}
            />
          )}
        </TiedField>
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
      <FormFoot words={{ send: title, cancel: words.cancel }} onCancel={() => onLeave()} />
      {questions.length === 0 && <FormFault />}
    </FormBox>
  );
}
