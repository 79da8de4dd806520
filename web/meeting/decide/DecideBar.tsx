import type { StepAnswer } from '../../../server/meeting/answer.ts';
import { draftOf } from '../../form/drafts.ts';
import { meetingWords } from '../../message/meeting/meeting-words.ts';
import { stageWords } from '../../message/stage/stage-words.ts';
import type { Lang } from '../../ui/format.ts';
import { Assign, Change } from './DecideForms.tsx';
import { decisionOf } from './decision.ts';
import { NoteField } from './NoteField.tsx';
import { lastDecided, TakeBack } from './TakeBack.tsx';
import { useRaised } from './use-raised.ts';

export type Decision = 'assign' | 'limit' | 'sign' | 'take-back';
const decisions: Decision[] = ['assign', 'limit', 'sign', 'take-back'];

/** What can be decided at a step: a task where there is a place to give it to, the others where one is open; what was decided last can be taken back. */
export function mayDecide(step: StepAnswer, meeting: string): Record<Decision, boolean> {
  const { proposal, previous, decided } = step;
  const open = [...previous, ...decided].some(({ state }) => state !== 'closed');
  return { assign: proposal !== null, limit: open, sign: open, 'take-back': lastDecided(step, meeting) !== null };
}

interface DecideProps {
  owner: string;
  meeting: string;
  step: StepAnswer;
  lang: Lang;
  open: Decision | 'note' | 'leave' | null;
  /** Whether what is said may be noted. */
  notes: boolean;
  /** Server's clock ahead of this machine's. Milliseconds. */
  skewMs: number;
  onOpen(what: Decision | 'note' | null): void;
  onDecided(seq: number): void;
  children?: React.ReactNode;
}

/** 交办 / 限期 / 销号 — each filled in already: one press opens it, a second keeps it. */
export function DecideBar({
  owner,
  meeting,
  step,
  lang,
  open,
  notes,
  skewMs,
  onOpen,
  onDecided,
  children,
}: DecideProps) {
  const words = meetingWords(lang);
  const bar = useRaised(`${open} ${step.item.id}`);
  const [task, ...others] = [...step.decided, ...step.previous].filter(({ state }) => state !== 'closed');
  const may = mayDecide(step, meeting);
  const last = lastDecided(step, meeting);
  const hints = {
    assign: words.assignHint,
    limit: words.limitHint,
    sign: words.signHint,
    'take-back': stageWords(lang).takeBack,
  };
  const begun = (what: Decision) => draftOf(decisionOf(owner, meeting, step.item.id, what)) !== null;
  const forms = { owner, meeting, step, lang, onCancel: () => onOpen(null), onDone: onDecided };
  return (
    <div className="decide" ref={bar} data-part="meeting-decide">
      {open === 'assign' && step.proposal && <Assign key={step.item.id} {...{ ...forms, proposal: step.proposal }} />}
      {(open === 'limit' || open === 'sign') && task && (
        <Change key={`${open} ${step.item.id}`} {...{ ...forms, skewMs }} tasks={[task, ...others]} what={open} />
      )}
      {open === 'take-back' && last && (
        <TakeBack key={`back ${last.id}`} {...{ ...forms, task: last }} item={step.item.id} />
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
