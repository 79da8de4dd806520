import type { StepAnswer } from '../../../server/meeting/answer.ts';
import type { TaskAnswer } from '../../../server/task/answer.ts';
import { needsReason } from '../../../server/task/rules.ts';
import { send } from '../../api.ts';
import { TiedField } from '../../form/box/box-fields.tsx';
import { FormBox } from '../../form/box/FormBox.tsx';
import { dropDraft } from '../../form/drafts.ts';
import { newSubmissionId } from '../../form/submission-id.ts';
import { useForm } from '../../form/use-form.ts';
import { meetingWords } from '../../message/meeting/meeting-words.ts';
import { stageWords } from '../../message/stage/stage-words.ts';
import { taskWords } from '../../message/task/task-words.ts';
import { fill, formatDay, type Lang } from '../../ui/format.ts';
import { DecideFoot } from './DecideFoot.tsx';
import { type Decided, decisionOf } from './decision.ts';

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
  const { title, unit, dueOn, people, place, about } = proposal;
  const item = step.item.id;
  const form = useForm<{ task: string; title: string; unit: string; dueOn: string; personId: string }, Decided>({
    of: decisionOf(owner, meeting, item, 'assign'),
    opened: {
      base: '',
      values: { task: newSubmissionId(), title, unit, dueOn, personId: proposal.personId ?? '' },
    },
    send: ({ id, values: { personId, ...given } }) => {
      const decided = { id, item, place, about, ...given, personId: personId === '' ? null : personId };
      return send('POST', '/meetings/{meeting}/decisions', { meeting }, decided);
    },
    onSaved: (_, { seq }) => onDone(seq),
  });
  return (
    <FormBox form={form} lang={lang} data-part="decide-form">
      <TiedField path="title" label={words.taskTitle} className="wide">
        {({ text, set, control }) => (
          <input {...control} value={text} maxLength={200} onChange={({ target }) => set(target.value)} />
        )}
      </TiedField>
      <TiedField path="unit" label={words.unit}>
        {({ text, set, control }) => (
          <input {...control} value={text} maxLength={60} onChange={({ target }) => set(target.value)} />
        )}
      </TiedField>
      <TiedField path="personId" label={words.person} className="person">
        {({ text, set, control }) => (
          <select {...control} value={text} onChange={({ target }) => set(target.value)}>
            <option value="">{taskWords(lang).noPerson}</option>
            {people.map(({ id, name, post, function: of }) => (
              <option key={`${id} ${of.zh}`} value={id}>
                {[of[lang], name ?? post].filter(Boolean).join(' · ')}
              </option>
            ))}
          </select>
        )}
      </TiedField>
      <DueField lang={lang} />
      <DecideFoot send={words.confirm} lang={lang} onCancel={onCancel} />
    </FormBox>
  );
}

/** Until when, as a day. */
function DueField({ lang }: { lang: Lang }) {
  return (
    <TiedField path="dueOn" label={meetingWords(lang).dueOn}>
      {({ text, set, control }) => (
        <input {...control} type="date" value={text} onChange={({ target }) => set(target.value)} />
      )}
    </TiedField>
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
}: FormProps & { tasks: [TaskAnswer, ...TaskAnswer[]]; what: 'limit' | 'sign'; skewMs: number }) {
  const words = meetingWords(lang);
  const [first] = tasks;
  const of = (kind: string) => decisionOf(owner, meeting, step.item.id, kind);
  const chosen = ({ chosen: id }: { chosen: string }) => tasks.find((one) => one.id === id) ?? first;
  const isUnanswered = ({ state }: TaskAnswer) => what === 'sign' && needsReason(state, 'closed');
  const form = useForm<{ chosen: string; dueOn: string; note: string }, Decided>({
    of: of(what),
    opened: {
      base: '',
      values: { chosen: first.id, dueOn: step.proposal?.dueOn ?? first.dueOn, note: '' },
    },
    send: ({ id, values }) => {
      const { id: task, state } = chosen(values);
      const move = what === 'limit' ? { to: state, dueOn: values.dueOn } : { to: 'closed' as const, dueOn: null };
      const note = isUnanswered(chosen(values)) ? values.note.trim() : null;
      return send('POST', '/tasks/{task}/move', { task }, { id, ...move, note, meeting });
    },
    onSaved: (_, { seq }) => {
      // What was begun about the same tasks is settled with it.
      for (const other of ['limit', 'sign']) dropDraft(of(other));
      onDone(seq);
    },
  });
  const task = chosen(form.values);
  const unanswered = isUnanswered(task);
  const submit = () => {
    if (what === 'limit' && form.values.dueOn === task.dueOn)
      form.refuse('', { dueOn: fill(stageWords(lang).sameLimit, { day: formatDay(task.dueOn, lang) }) });
    else void form.save();
  };
  return (
    <FormBox form={form} lang={lang} data-part="decide-form" onSend={submit}>
      <TiedField path="chosen" label={words.choose} className="wide">
        {({ set, control }) => (
          <select {...control} value={task.id} onChange={({ target }) => set(target.value)}>
            {tasks.map(({ id, title, dueOn }) => (
              <option key={id} value={id}>
                {title} · {formatDay(dueOn, lang)}
              </option>
            ))}
          </select>
        )}
      </TiedField>
      {what === 'limit' && <DueField lang={lang} />}
      {unanswered && (
        <TiedField
          path="note"
          label={<strong>{unansweredText(task, skewMs, lang)}</strong>}
          className="wide"
          part="sign-unanswered"
        >
          {({ text, set, control }) => (
            <input
              {...control}
              // biome-ignore lint/a11y/noAutofocus: the key that opened the form asked for it
              autoFocus
              required
              maxLength={500}
              value={text}
              placeholder={stageWords(lang).signReason}
              onChange={({ target }) => set(target.value)}
            />
          )}
        </TiedField>
      )}
      <DecideFoot send={words.confirm} lang={lang} onCancel={onCancel} focused={!unanswered} />
    </FormBox>
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
