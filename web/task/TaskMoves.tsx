import { useQuery } from '@tanstack/react-query';
import type { TaskAnswer } from '../../server/task/answer.ts';
import { needsReason, type TaskState } from '../../server/task/rules.ts';
import { send } from '../api.ts';
import { TiedField } from '../form/box/box-fields.tsx';
import { FormBox } from '../form/box/FormBox.tsx';
import { FormFault } from '../form/box/FormFault.tsx';
import { FormFoot } from '../form/box/FormFoot.tsx';
import { useForm } from '../form/use-form.ts';
import { taskWords } from '../message/task/task-words.ts';
import { may, sessionQuery } from '../session.ts';
import type { Lang } from '../ui/format.ts';
import { LimitField, type LimitGiven, limitSent } from './LimitField.tsx';
import { choicesQuery } from './queries.ts';

interface MovesProps {
  task: TaskAnswer;
  on: string;
  lang: Lang;
  /** The move asked for; null: none yet. */
  asking: TaskState | null;
  onAsk(to: TaskState | null): void;
  onMoved?(to: TaskState): void;
}

/** 流转 — what the user may do with a task; back only with a reason, and then with a new deadline where they set one. */
export function TaskMoves({ task, on, lang, asking, onAsk, onMoved }: MovesProps) {
  const words = taskWords(lang);
  return (
    <>
      {task.moves.length > 0 && asking === null && (
        <p className="row moves">
          {task.moves.map((to) => (
            <button
              key={to}
              type="button"
              className={to === task.moves[0] && to !== 'assigned' ? 'primary' : ''}
              onClick={() => onAsk(to)}
            >
              {words.moves[to]}
            </button>
          ))}
        </p>
      )}
      {asking !== null && <MoveForm key={asking} to={asking} {...{ task, on, lang, onAsk, onMoved }} />}
    </>
  );
}

function MoveForm({ task, on, lang, to, onAsk, onMoved }: Omit<MovesProps, 'asking'> & { to: TaskState }) {
  const words = taskWords(lang);
  const needed = needsReason(task.state, to);
  const session = useQuery(sessionQuery()).data;
  const setsLimit = to === 'assigned' && may(session, 'assign-task');
  const choices = useQuery({ ...choicesQuery(task.place.code, lang), enabled: setsLimit }).data;
  const form = useForm<{ note: string; limit: LimitGiven | null }>({
    of: null,
    opened: { base: '', values: { note: '', limit: null } },
    send: ({ id, values: { note, limit } }) => {
      const given = limit === null ? { dueOn: null, limit: null } : limitSent(limit);
      const moved = { to, note: note.trim() || null, meeting: null, ...given };
      return send('POST', '/tasks/{task}/move', { task: task.id }, { id, ...moved });
    },
    onSaved: () => {
      onMoved?.(to);
      onAsk(null);
    },
  });
  const { limit } = form.values;
  const setLimit = (given: LimitGiven | null) => form.set('limit', given);
  return (
    <FormBox className="move-form" form={form} lang={lang} data-part="task-move">
      <TiedField
        path="note"
        label={
          to === 'remedied' ? words.report : !needed ? words.say : to === 'closed' ? words.unanswered : words.reason
        }
      >
        {({ text, set, control }) => (
          <textarea
            {...control}
            rows={2}
            maxLength={500}
            required={needed}
            // biome-ignore lint/a11y/noAutofocus: the field was asked for by the press before
            autoFocus
            value={text}
            onChange={({ target }) => set(target.value)}
          />
        )}
      </TiedField>
      {setsLimit && choices && (
        <>
          <label className="row">
            <input
              type="checkbox"
              checked={limit !== null}
              onChange={({ target }) => setLimit(target.checked ? { kind: 'working', dueOn: on, days: 5 } : null)}
            />
            {words.newLimit}
          </label>
          {limit && <LimitField given={limit} today={on} holidays={choices.holidays} lang={lang} onGiven={setLimit} />}
        </>
      )}
      <FormFoot words={{ send: words.moves[to], cancel: words.cancel }} onCancel={() => onAsk(null)} />
      <FormFault />
    </FormBox>
  );
}
