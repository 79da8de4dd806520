import type { FormEvent } from 'react';
import type { StepAnswer } from '../../server/meeting/answer.ts';
import type { TaskAnswer } from '../../server/task/answer.ts';
import { meetingWords } from '../message/meeting-words.ts';
import { taskWords } from '../message/task-words.ts';
import { FormFoot } from '../ui/FormFoot.tsx';
import { formatDay, type Lang } from '../ui/format.ts';
import { decisionOf, useDecision } from './use-decision.ts';

interface FormProps {
  owner: string;
  meeting: string;
  step: StepAnswer;
  lang: Lang;
  onCancel(): void;
  /** The decision is written, as change `seq`. */
  onDone(seq: number): void;
}

/** 交办 — a new task at the place of the step, its unit, person and limit filled in already. */
export function Assign({
  owner,
  meeting,
  step,
  proposal,
  lang,
  onCancel,
  onDone,
}: FormProps & { proposal: NonNullable<StepAnswer['proposal']> }) {
  const words = meetingWords(lang);
  const { title, unit, dueOn, people } = proposal;
  const begun = { title, unit, dueOn, personId: proposal.personId ?? '' };
  const of = decisionOf(owner, meeting, step.item.id, 'assign');
  const { fields, put, task, save, cancel, ...saving } = useDecision(of, begun, lang, onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { place, about } = proposal;
    const item = step.item.id;
    const personId = fields.personId === '' ? null : fields.personId;
    const given = { title: fields.title, unit: fields.unit, dueOn: fields.dueOn, personId };
    void save(`/api/meetings/${meeting}/decisions`, { task, item, place, about, ...given });
  };
  return (
    <form onSubmit={submit} data-part="decide-form">
      <label className="wide">
        {words.taskTitle}
        <input value={fields.title} maxLength={200} onChange={({ target }) => put({ title: target.value })} />
      </label>
      <label>
        {words.unit}
        <input value={fields.unit} maxLength={60} onChange={({ target }) => put({ unit: target.value })} />
      </label>
      <label className="person">
        {words.person}
        <select value={fields.personId} onChange={({ target }) => put({ personId: target.value })}>
          <option value="">{taskWords(lang).noPerson}</option>
          {people.map(({ id, name, post, function: of }) => (
            <option key={`${id} ${of.zh}`} value={id}>
              {[of[lang], name ?? post].filter(Boolean).join(' · ')}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.dueOn}
        <input type="date" value={fields.dueOn} onChange={({ target }) => put({ dueOn: target.value })} />
      </label>
      <Foot {...{ ...saving, lang, onCancel, cancel }} />
    </form>
  );
}

/** 限期 / 销号 — of an open task of the place: another limit, or signed off. */
export function Change({
  owner,
  meeting,
  step,
  tasks,
  what,
  lang,
  onCancel,
  onDone,
}: FormProps & { tasks: TaskAnswer[]; what: 'limit' | 'sign' }) {
  const words = meetingWords(lang);
  const of = decisionOf(owner, meeting, step.item.id, what);
  const given = { chosen: tasks[0]?.id ?? '', dueOn: step.proposal?.dueOn ?? tasks[0]?.dueOn ?? '' };
  const { fields, put, task: _task, save, cancel, ...saving } = useDecision(of, given, lang, onDone);
  const task = tasks.find(({ id }) => id === fields.chosen) ?? tasks[0];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!task) return;
    const move = what === 'limit' ? { to: task.state, dueOn: fields.dueOn } : { to: 'closed', dueOn: null };
    void save(`/api/tasks/${task.id}/move`, { ...move, note: null, meeting });
  };
  return (
    <form onSubmit={submit} data-part="decide-form">
      <label className="wide">
        {words.choose}
        <select value={task?.id} onChange={({ target }) => put({ chosen: target.value })}>
          {tasks.map(({ id, title, dueOn }) => (
            <option key={id} value={id}>
              {title} · {formatDay(dueOn, lang)}
            </option>
          ))}
        </select>
      </label>
      {what === 'limit' && (
        <label>
          {words.dueOn}
          <input type="date" value={fields.dueOn} onChange={({ target }) => put({ dueOn: target.value })} />
        </label>
      )}
      <Foot {...{ ...saving, lang, onCancel, cancel }} />
    </form>
  );
}

interface FootGiven {
  busy: boolean;
  fault: string | null;
  lang: Lang;
  onCancel(): void;
  cancel(): void;
}

function Foot({ busy, fault, lang, onCancel, cancel }: FootGiven) {
  const { confirm, cancel: leave } = meetingWords(lang);
  const left = () => {
    cancel();
    onCancel();
  };
  return (
    <FormFoot className="foot" focused words={{ send: confirm, cancel: leave }} onCancel={left} {...{ busy, fault }} />
  );
}
