import type { StepAnswer } from '../../server/meeting/answer.ts';
import { draftOf } from '../form/drafts.ts';
import { meetingWords } from '../message/meeting-words.ts';
import { stageWords } from '../message/stage-words.ts';
import type { Lang } from '../ui/format.ts';
import { Assign, Change } from './DecideForms.tsx';
import { NoteField } from './NoteField.tsx';
import { decisionOf } from './use-decision.ts';

export type Decision = 'assign' | 'limit' | 'sign';
const decisions: Decision[] = ['assign', 'limit', 'sign'];

/** What can be decided at a step: a task where there is a place to give it to, the others where one is open. */
export function mayDecide({ proposal, previous, decided }: StepAnswer): Record<Decision, boolean> {
  const open = [...previous, ...decided].some(({ state }) => state !== 'closed');
  return { assign: proposal !== null, limit: open, sign: open };
}

interface DecideProps {
  owner: string;
  meeting: string;
  step: StepAnswer;
  lang: Lang;
  open: Decision | 'note' | null;
  /** Whether what is said may be noted. */
  notes: boolean;
  onOpen(what: Decision | 'note' | null): void;
  onDecided(seq: number): void;
  children?: React.ReactNode;
}

/** 交办 / 限期 / 销号 — each filled in already: one press opens it, a second keeps it. */
export function DecideBar({ owner, meeting, step, lang, open, notes, onOpen, onDecided, children }: DecideProps) {
  const words = meetingWords(lang);
  const tasks = [...step.decided, ...step.previous].filter(({ state }) => state !== 'closed');
  const may = mayDecide(step);
  const hints = { assign: words.assignHint, limit: words.limitHint, sign: words.signHint };
  const begun = (what: Decision) => draftOf(decisionOf(owner, meeting, step.item.id, what)) !== null;
  const forms = { owner, meeting, step, lang, onCancel: () => onOpen(null), onDone: onDecided };
  return (
    <div className="decide" data-part="meeting-decide">
      {open === 'assign' && step.proposal && <Assign key={step.item.id} {...{ ...forms, proposal: step.proposal }} />}
      {(open === 'limit' || open === 'sign') && tasks.length > 0 && (
        <Change key={`${open} ${step.item.id}`} {...{ ...forms, tasks }} what={open} />
      )}
      {open === 'note' && <NoteField key={step.item.id} focused {...{ owner, meeting, step, lang }} />}
      <div className="row">
        {decisions.map((what) => (
          <button
            key={what}
            type="button"
            disabled={!may[what]}
            aria-pressed={open === what}
            title={begun(what) ? stageWords(lang).draft : undefined}
            onClick={() => onOpen(open === what ? null : what)}
          >
            {hints[what]}
            {begun(what) && <span className="draft-dot" aria-hidden="true" />}
          </button>
        ))}
        {notes && (
          <button type="button" aria-pressed={open === 'note'} onClick={() => onOpen(open === 'note' ? null : 'note')}>
            {stageWords(lang).note}
          </button>
        )}
        {children}
      </div>
    </div>
  );
}
