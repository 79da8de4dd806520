import type { FormEvent } from 'react';
import type { StepAnswer } from '../../../server/meeting/answer.ts';
import type { TaskAnswer } from '../../../server/task/answer.ts';
import { needsReason } from '../../../server/task/rules.ts';
import { send } from '../../api.ts';
import { dropDraft } from '../../form/drafts.ts';
import { meetingWords } from '../../message/meeting/meeting-words.ts';
import { stageWords } from '../../message/stage/stage-words.ts';
import { taskWords } from '../../message/task/task-words.ts';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { fill, formatDay, type Lang } from '../../ui/format.ts';
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
    const decided = { task, item, place, about, ...given };
    void save((id) => send('POST', '/meetings/{meeting}/decisions', { meeting }, { ...decided, id }));
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
  skewMs,
}: FormProps & { tasks: TaskAnswer[]; what: 'limit' | 'sign'; skewMs: number }) {
  const words = meetingWords(lang);
  const of = decisionOf(owner, meeting, step.item.id, what);
  const given = { chosen: tasks[0]?.id ?? '', dueOn: step.proposal?.dueOn ?? tasks[0]?.dueOn ?? '', note: '' };
  const {
    fields,
    put,
    task: _task,
    save,
    say,
    cancel,
    ...saving
  } = useDecision(of, given, lang, (seq) => {
    // What was begun about the same tasks is settled with it.
    for (const other of ['limit', 'sign']) dropDraft(decisionOf(owner, meeting, step.item.id, other));
    onDone(seq);
  });
  const task = tasks.find(({ id }) => id === fields.chosen) ?? tasks[0];
  const unanswered = what === 'sign' && task !== undefined && needsReason(task.state, 'closed');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!task) return;
    if (what === 'limit' && fields.dueOn === task.dueOn)
      return say(fill(stageWords(lang).sameLimit, { day: formatDay(task.dueOn, lang) }));
    const move = what === 'limit' ? { to: task.state, dueOn: fields.dueOn } : { to: 'closed' as const, dueOn: null };
    const note = unanswered ? fields.note.trim() : null;
    void save((id) => send('POST', '/tasks/{task}/move', { task: task.id }, { ...move, note, meeting, id }));
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
      {unanswered && (
        <label className="wide" data-part="sign-unanswered">
          <strong>{unansweredText(task, skewMs, lang)}</strong>
          <input
            // biome-ignore lint/a11y/noAutofocus: the key that opened the form asked for it
            autoFocus
            required
            maxLength={500}
            value={fields.note}
            placeholder={stageWords(lang).signReason}
            onChange={({ target }) => put({ note: target.value })}
          />
        </label>
      )}
      <Foot {...{ ...saving, lang, onCancel, cancel }} focused={!unanswered} />
    </form>
  );
}

/** How long ago a task was given that nobody has reported on. */
function unansweredText({ recordedAt, unit, assignedOn }: TaskAnswer, skewMs: number, lang: Lang): string {
  const words = stageWords(lang);
  const minutes = recordedAt ? Math.floor((Date.now() + skewMs - Date.parse(recordedAt)) / 60_000) : null;
  if (minutes !== null && minutes < 1) return fill(words.unansweredNow, { unit });
  if (minutes !== null && minutes < 24 * 60) return fill(words.unansweredMinutes, { unit, n: minutes });
  return fill(words.unansweredSince, { unit, day: formatDay(assignedOn, lang) });
}

interface FootGiven {
  busy: boolean;
  fault: string | null;
  lang: Lang;
  onCancel(): void;
  cancel(): void;
  focused?: boolean;
}

function Foot({ busy, fault, lang, onCancel, cancel, focused = true }: FootGiven) {
  const { confirm, cancel: leave } = meetingWords(lang);
  const left = () => {
    cancel();
    onCancel();
  };
  return (
    <FormFoot
      className="foot"
      focused={focused}
      words={{ send: confirm, cancel: leave }}
      onCancel={left}
      {...{ busy, fault }}
    />
  );
}
