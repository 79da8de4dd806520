import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useLayoutEffect, useState } from 'react';
import type { TaskAnswer, TasksAnswer } from '../../server/task/answer.ts';
import { type TaskState, taskStates } from '../../server/task/rules.ts';
import { ask, send } from '../api.ts';
import { Loading } from '../chrome/States.tsx';
import { UserMenu } from '../chrome/UserMenu.tsx';
import { wipeDrafts } from '../form/drafts.ts';
import { newSubmissionId } from '../form/submission-id.ts';
import { stateText } from '../meeting/TaskLines.tsx';
import { accountWords } from '../message/account-words.ts';
import { meetingWords } from '../message/meeting-words.ts';
import { dressPage } from '../page-look.ts';
import { useView } from '../router.tsx';
import { sessionQuery } from '../session.ts';
import { faultText } from '../sign-in/signing.ts';
import { fill, formatDay } from '../ui/format.ts';
import { LampChip } from '../ui/LampChip.tsx';
import '../chrome/chrome.css';
import '../admin/admin.css';
import '../meeting/meetings.css';

/** 交办事项 — a board by state; who may, moves a task on or sends it back. */
export default function TasksPage() {
  const [view] = useView();
  const { lang } = view;
  const words = meetingWords(lang);
  const navigate = useNavigate();
  const session = useQuery(sessionQuery()).data;
  const tasks = useQuery({
    queryKey: ['api', 'tasks'],
    queryFn: ({ signal }) => ask<TasksAnswer>('/api/tasks', signal),
  }).data?.tasks;
  const [overdue, setOverdue] = useState(false);
  useLayoutEffect(() => dressPage(view), [view]);
  const shown = tasks?.filter(({ lamp }) => !overdue || lamp === 'overdue');
  return (
    <div className="office tasks-page" data-part="tasks-page">
      <header className="office-top">
        <button
          type="button"
          className="quiet"
          onClick={() => void navigate({ to: '/', search: lang === 'en' ? { lang } : {} })}
        >
          ← {words.back}
        </button>
        <h1>{words.tasks}</h1>
        {session?.viewer && <UserMenu viewer={session.viewer} lang={lang} onSignOut={wipeDrafts} />}
      </header>
      <main className="board-page">
        <p className="row">
          <label>
            <input type="checkbox" checked={overdue} onChange={({ target }) => setOverdue(target.checked)} />
            {words.onlyOverdue}
          </label>
        </p>
        {!shown && <Loading lang={lang} />}
        {shown?.length === 0 && <p className="hint">{words.noTasks}</p>}
        <div className="board">
          {shown &&
            shown.length > 0 &&
            taskStates.map((state) => {
              const own = shown.filter((task) => task.state === state);
              return (
                <section key={state} aria-label={words.taskStates[state]}>
                  <h2>
                    {words.taskStates[state]} <small>{own.length}</small>
                  </h2>
                  {own.map((task) => (
                    <TaskCard key={task.id} task={task} />
                  ))}
                </section>
              );
            })}
        </div>
      </main>
    </div>
  );
}

function TaskCard({ task }: { task: TaskAnswer }) {
  const [view] = useView();
  const { lang, theme } = view;
  const words = meetingWords(lang);
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [asking, setAsking] = useState<TaskState | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const move = async (to: TaskState) => {
    try {
      const said = { to, note: note.trim() || null, dueOn: null, meeting: null };
      await send('POST', `/api/tasks/${task.id}/move`, { id: newSubmissionId(), ...said });
      setAsking(null);
      setNote('');
      await client.invalidateQueries({ queryKey: ['api'] });
    } catch (problem) {
      setFault(faultText(problem as Error, accountWords(lang)));
    }
  };
  const text = [task.unit, task.person?.name, fill(words.due, { day: formatDay(task.dueOn, lang) })];
  return (
    <article className="card task-card" data-part="task-card" data-id={task.id}>
      <h3>{task.title}</h3>
      <p className="sub">
        {[task.place.town, task.place.name].filter(Boolean).join(' ')} · {text.filter(Boolean).join(' · ')}
      </p>
      {task.basis && <p className="sub">{fill(words.basis, { meeting: task.basis.meeting })}</p>}
      <LampChip lamp={task.lamp} theme={theme} text={stateText(task, lang)} />
      <ol className="steps">
        {task.steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added
          <li key={at} className="sub">
            {formatDay(step.on, lang)} {words.taskStates[step.to]}
            {step.by && ` · ${step.by}`}
            {step.note && `：${step.note}`}
          </li>
        ))}
      </ol>
      <p className="row">
        {task.moves.map((to) => (
          <button key={to} type="button" onClick={() => setAsking(to)}>
            {words.moves[to]}
          </button>
        ))}
      </p>
      {asking && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void move(asking);
          }}
        >
          <label>
            {asking === 'assigned' ? words.reason : words.say}
            <input
              value={note}
              maxLength={500}
              required={asking === 'assigned'}
              onChange={({ target }) => setNote(target.value)}
            />
          </label>
          <p className="row">
            <button type="submit" className="primary">
              {words.confirm}
            </button>
            <button type="button" onClick={() => setAsking(null)}>
              {words.cancel}
            </button>
          </p>
        </form>
      )}
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </article>
  );
}
