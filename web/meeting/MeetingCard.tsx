import { type ReactNode, useState } from 'react';
import type { MeetingListed } from '../../server/meeting/answer.ts';
import { agendaWords } from '../message/agenda/agenda-words.ts';
import { meetingWords } from '../message/meeting/meeting-words.ts';
import { InkPaperButton } from '../paper/InkPaperButton.tsx';
import { PaperButton } from '../paper/PaperButton.tsx';
import { fill, formatDay, type Lang } from '../ui/format.ts';

const papers = ['minutes', 'ledger', 'slides'] as const;

interface CardProps {
  meeting: MeetingListed;
  lang: Lang;
  /** Whether the user prepares and leads meetings. */
  runs: boolean;
  /** Whether changes of its agenda were left unsaved in this browser. */
  unsaved: boolean;
  onRun(): void;
  onEdit(): void;
  onCopy(): void;
  onRemove(): void;
  /** The agenda, where it is open. */
  children?: ReactNode;
}

/** 一次会议 — in the list, with what can be done with it. */
export function MeetingCard({ meeting, lang, runs, unsaved, onRun, onEdit, onCopy, onRemove, children }: CardProps) {
  const words = meetingWords(lang);
  const { id, state, title, heldOn, items, minutes, decisions } = meeting;
  const [sure, setSure] = useState(false);
  return (
    <article className="card meeting-card" data-part="meeting-card">
      <header>
        <h2>{title}</h2>
        <span className="sub">
          {formatDay(heldOn, lang)} · {words.states[state]} · {fill(words.summary, { items, minutes, decisions })}
          {unsaved && <em className="unsaved"> · {agendaWords(lang).unsavedCard}</em>}
        </span>
      </header>
      <div className="row">
        <button type="button" className="primary" onClick={onRun}>
          {state === 'planned' && runs ? words.begin : runs && state === 'running' ? words.goOn : words.open}
        </button>
        {runs && (
          <>
            <button type="button" aria-expanded={children !== undefined} onClick={onEdit}>
              {words.edit}
            </button>
            <button type="button" onClick={onCopy}>
              {words.copy}
            </button>
            {state === 'planned' && (
              <button type="button" onBlur={() => setSure(false)} onClick={() => (sure ? onRemove() : setSure(true))}>
                {sure ? agendaWords(lang).removeSure : words.remove}
              </button>
            )}
          </>
        )}
        {state !== 'planned' &&
          papers.map((kind) => (
            <PaperButton
              key={kind}
              {...{ kind, lang, asOf: null, asked: { meeting: id }, title: words.papers[kind] }}
            />
          ))}
        {state !== 'planned' && (
          <InkPaperButton kind="review" {...{ lang, asOf: null, asked: { meeting: id }, title: words.papers.review }} />
        )}
        <a href={`/follow/${id}${lang === 'en' ? '?lang=en' : ''}`}>{words.follow}</a>
      </div>
      {children}
    </article>
  );
}
