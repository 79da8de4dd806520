import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import type { TaskAnswer } from '../../server/task/answer.ts';
import { needsReason, type TaskState } from '../../server/task/rules.ts';
import { send } from '../api.ts';
import { submissionIds } from '../form/submission-id.ts';
import { accountWords } from '../message/account/account-words.ts';
import { taskWords } from '../message/task/task-words.ts';
import { may, sessionQuery } from '../session.ts';
import { faultText } from '../signing.ts';
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
  const client = useQueryClient();
  const session = useQuery(sessionQuery()).data;
  const setsLimit = to === 'assigned' && may(session, 'assign-task');
  const choices = useQuery({ ...choicesQuery(task.place.code, lang), enabled: setsLimit }).data;
  const [note, setNote] = useState('');
  const [limit, setLimit] = useState<LimitGiven | null>(null);
  const ids = useMemo(submissionIds, []);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const move = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const given = limit === null ? { dueOn: null, limit: null } : limitSent(limit);
      const sent = { to, note: note.trim() || null, meeting: null, ...given };
      await send('POST', '/tasks/{task}/move', { task: task.id }, { id: ids.idOf(sent), ...sent });
      onMoved?.(to);
      onAsk(null);
      await client.invalidateQueries({ queryKey: ['api'] });
    } catch (problem) {
      setFault(faultText(problem as Error, accountWords(lang)));
      setBusy(false);
    }
  };
  return (
    <form className="move-form" data-part="task-move" onSubmit={(event) => void move(event)}>
      <label>
        {to === 'remedied' ? words.report : !needed ? words.say : to === 'closed' ? words.unanswered : words.reason}
        <textarea
          rows={2}
          maxLength={500}
          required={needed}
          // biome-ignore lint/a11y/noAutofocus: the field was asked for by the press before
          autoFocus
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
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
      <p className="row">
        <button type="submit" className="primary" disabled={busy}>
          {words.moves[to]}
        </button>
        <button type="button" onClick={() => onAsk(null)}>
          {words.cancel}
        </button>
      </p>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </form>
  );
}
