import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useState } from 'react';
import { isIn, within } from '../../server/task/filter/rules.ts';
import { OfficeHead } from '../chrome/office/OfficeHead.tsx';
import { Loading } from '../chrome/States.tsx';
import { useLive } from '../live.ts';
import { meetingWords } from '../message/meeting/meeting-words.ts';
import { taskWords } from '../message/task/task-words.ts';
import { dressPage } from '../page-look.ts';
import { PaperButton } from '../paper/PaperButton.tsx';
import { areasQuery } from '../queries.ts';
import { may, sessionQuery } from '../session.ts';
import { useView } from '../use-view.ts';
import { NewTask } from './NewTask.tsx';
import { tasksQuery } from './queries.ts';
import { TaskBoard } from './TaskBoard.tsx';
import { TaskFiltersBar } from './TaskFiltersBar.tsx';
import { TaskList } from './TaskList.tsx';
import { useFilters } from './use-filters.ts';
import '../chrome/chrome.css';
import '../chrome/office/office.css';
import '../chrome/office/office-parts.css';
import '../chrome/office/agenda.css';
import './tasks.css';

/** 交办事项 — by state on a board or as a list, filtered; who may, hands over, moves on or sends back. */
export default function TasksPage() {
  const [view] = useView();
  const { lang, theme } = view;
  const words = taskWords(lang);
  const session = useQuery(sessionQuery()).data;
  const answer = useQuery(tasksQuery()).data;
  // What others report shows at once; the places tell which change the page knows.
  useQuery(areasQuery({ asOf: null }));
  useLive();
  const [filters, put] = useFilters();
  const [making, setMaking] = useState(false);
  const [said, setSaid] = useState('');
  useLayoutEffect(() => dressPage(view), [view]);
  const counted = answer && within(answer.tasks, filters);
  const shown = counted?.filter((task) => isIn(task, filters.state));
  const { show: _show, ...asked } = filters;
  return (
    <div className="office tasks-page" data-part="tasks-page">
      <OfficeHead title={meetingWords(lang).tasks} lang={lang} />
      <main className="board-page">
        {answer && counted && (
          <TaskFiltersBar tasks={answer.tasks} {...{ counted, filters, lang }} onFilters={put}>
            {may(session, 'assign-task') && !making && (
              <button type="button" className="primary" data-part="task-add" onClick={() => setMaking(true)}>
                ＋ {words.newTask}
              </button>
            )}
            {may(session, 'export') && shown && shown.length > 0 && (
              <PaperButton kind="tasks" asOf={null} {...{ lang, asked }} title={words.ledger} />
            )}
          </TaskFiltersBar>
        )}
        {making && session?.viewer && (
          <NewTask
            owner={session.viewer.key}
            lang={lang}
            onCancel={() => setMaking(false)}
            onDone={(text) => {
              setMaking(false);
              setSaid(text);
            }}
          />
        )}
        <p className="said" role="status" data-part="task-said">
          {said}
        </p>
        {!shown && <Loading lang={lang} />}
        {shown?.length === 0 && <p className="hint">{answer?.tasks.length === 0 ? words.none : words.noneHere}</p>}
        {answer?.tasks.length === 0 && may(session, 'assign-task') && (
          <p className="hint" data-part="tasks-how">
            {words.noneHow}
          </p>
        )}
        {answer && shown && shown.length > 0 && filters.show === 'list' && (
          <TaskList tasks={shown} on={answer.on} {...{ lang, theme }} />
        )}
        {answer && shown && shown.length > 0 && filters.show !== 'list' && (
          <TaskBoard tasks={shown} only={filters.state} on={answer.on} {...{ lang, theme }} onSaid={setSaid} />
        )}
      </main>
    </div>
  );
}
