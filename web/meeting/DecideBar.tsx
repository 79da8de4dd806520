import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { StepAnswer } from '../../server/meeting/answer.ts';
import type { TaskAnswer } from '../../server/task/answer.ts';
import { send } from '../api.ts';
import { newSubmissionId } from '../form/submission-id.ts';
import { accountWords } from '../message/account-words.ts';
import { meetingWords } from '../message/meeting-words.ts';
import { faultText } from '../sign-in/signing.ts';
import { fill, type Lang } from '../ui/format.ts';

export type Decision = 'assign' | 'limit' | 'sign';

/** What can be decided at a step: a task where there is a place to give it to, the others where one is open. */
export function mayDecide({ proposal, previous, decided }: StepAnswer): Record<Decision, boolean> {
  const open = [...previous, ...decided].some(({ state }) => state !== 'closed');
  return { assign: proposal !== null, limit: open, sign: open };
}

interface DecideProps {
  meeting: string;
  step: StepAnswer;
  lang: Lang;
  open: Decision | null;
  onOpen(decision: Decision | null): void;
  onDecided(): void;
}

/** 交办 / 限期 / 销号 — each filled in already: one press opens it, a second keeps it. */
export function DecideBar({ meeting, step, lang, open, onOpen, onDecided }: DecideProps) {
  const words = meetingWords(lang);
  const { proposal } = step;
  const tasks = [...step.decided, ...step.previous].filter(({ state }) => state !== 'closed');
  return (
    <div className="decide" data-part="meeting-decide">
      <div className="row">
        <button type="button" disabled={!proposal} aria-pressed={open === 'assign'} onClick={() => onOpen('assign')}>
          {words.assignHint}
        </button>
        <button
          type="button"
          disabled={tasks.length === 0}
          aria-pressed={open === 'limit'}
          onClick={() => onOpen('limit')}
        >
          {words.limitHint}
        </button>
        <button
          type="button"
          disabled={tasks.length === 0}
          aria-pressed={open === 'sign'}
          onClick={() => onOpen('sign')}
        >
          {words.signHint}
        </button>
      </div>
      {open === 'assign' && proposal && (
        <Assign
          key={step.item.id}
          {...{ meeting, step, proposal, lang }}
          onCancel={() => onOpen(null)}
          onDone={onDecided}
        />
      )}
      {(open === 'limit' || open === 'sign') && tasks.length > 0 && (
        <Change
          key={`${open} ${step.item.id}`}
          {...{ meeting, tasks, lang }}
          what={open}
          onCancel={() => onOpen(null)}
          onDone={onDecided}
        />
      )}
    </div>
  );
}

interface FormProps {
  meeting: string;
  lang: Lang;
  onCancel(): void;
  onDone(): void;
}

/** One save, its button found at once by Enter. The same ids are sent again until it is kept, so that nothing is kept twice. */
function useSaving({ lang, onDone }: Pick<FormProps, 'lang' | 'onDone'>) {
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const ids = useRef({ id: newSubmissionId(), task: newSubmissionId() });
  const save = async (url: string, body: object) => {
    setBusy(true);
    setFault(null);
    try {
      await send('POST', url, { ...body, id: ids.current.id });
      onDone();
    } catch (problem) {
      setFault(fill(meetingWords(lang).lost, { why: faultText(problem as Error, accountWords(lang)) ?? '' }));
      setBusy(false);
    }
  };
  return { fault, busy, save, task: ids.current.task };
}

function Assign({
  meeting,
  step,
  proposal,
  lang,
  onCancel,
  onDone,
}: FormProps & { step: StepAnswer; proposal: NonNullable<StepAnswer['proposal']> }) {
  const words = meetingWords(lang);
  const { fault, busy, save, task } = useSaving({ lang, onDone });
  const [title, setTitle] = useState(proposal.title);
  const [unit, setUnit] = useState(proposal.unit);
  const [dueOn, setDueOn] = useState(proposal.dueOn);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { place, personId, about } = proposal;
    void save(`/api/meetings/${meeting}/decisions`, {
      task,
      item: step.item.id,
      place,
      personId,
      about,
      title,
      unit,
      dueOn,
    });
  };
  return (
    <form onSubmit={submit} data-part="decide-form">
      <label className="wide">
        {words.taskTitle}
        <input value={title} maxLength={200} onChange={({ target }) => setTitle(target.value)} />
      </label>
      <label>
        {words.unit}
        <input value={unit} maxLength={60} onChange={({ target }) => setUnit(target.value)} />
      </label>
      <label>
        {words.person}
        <input value={proposal.person ?? '—'} readOnly tabIndex={-1} />
      </label>
      <label>
        {words.dueOn}
        <input type="date" value={dueOn} onChange={({ target }) => setDueOn(target.value)} />
      </label>
      <Foot {...{ busy, fault, lang, onCancel }} />
    </form>
  );
}

function Change({
  meeting,
  tasks,
  what,
  lang,
  onCancel,
  onDone,
}: FormProps & { tasks: TaskAnswer[]; what: 'limit' | 'sign' }) {
  const words = meetingWords(lang);
  const { fault, busy, save } = useSaving({ lang, onDone });
  const [chosen, setChosen] = useState(tasks[0]?.id ?? '');
  const task = tasks.find(({ id }) => id === chosen) ?? tasks[0];
  const [dueOn, setDueOn] = useState(task?.dueOn ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!task) return;
    const move = what === 'limit' ? { to: task.state, dueOn } : { to: 'closed', dueOn: null };
    void save(`/api/tasks/${task.id}/move`, { ...move, note: null, meeting });
  };
  return (
    <form onSubmit={submit} data-part="decide-form">
      <label className="wide">
        {words.choose}
        <select value={chosen} onChange={({ target }) => setChosen(target.value)}>
          {tasks.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {what === 'limit' && (
        <label>
          {words.dueOn}
          <input type="date" value={dueOn} onChange={({ target }) => setDueOn(target.value)} />
        </label>
      )}
      <Foot {...{ busy, fault, lang, onCancel }} />
    </form>
  );
}

function Foot({ busy, fault, lang, onCancel }: { busy: boolean; fault: string | null; lang: Lang; onCancel(): void }) {
  const words = meetingWords(lang);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="row foot">
      <button ref={button} type="submit" className="primary" disabled={busy}>
        {words.confirm}
      </button>
      <button type="button" onClick={onCancel}>
        {words.cancel}
      </button>
      {fault && (
        <span className="fault" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}
