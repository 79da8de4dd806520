import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Role } from '../../server/rights/view.ts';
import { taskWords } from '../message/task/task-words.ts';
import { sessionQuery } from '../session.ts';
import { fill, type Lang } from '../ui/format.ts';
import { tasksQuery } from './queries.ts';
import './tasks.css';

const answering: Role[] = ['town', 'village', 'department'];

/** 待整改 — how many tasks wait for the person signed in to report on, and the way there; nothing where none does. */
export function TasksWaiting({ lang }: { lang: Lang }) {
  const words = taskWords(lang);
  const navigate = useNavigate();
  const role = useQuery(sessionQuery()).data?.viewer?.role;
  const answers = role !== undefined && answering.includes(role);
  const tasks = useQuery({ ...tasksQuery(), enabled: answers }).data?.tasks ?? [];
  const waiting = tasks.filter(({ state, mine }) => mine && state === 'assigned');
  const overdue = waiting.filter(({ lamp }) => lamp === 'overdue').length;
  if (!answers || waiting.length === 0) return null;
  const values = { n: waiting.length, overdue };
  const search: Record<string, string> = { state: 'assigned', mine: 'yes', ...(lang === 'en' ? { lang } : {}) };
  return (
    <button
      type="button"
      className={overdue > 0 ? 'tasks-waiting overdue' : 'tasks-waiting'}
      data-part="tasks-waiting"
      title={fill(words.waitingTitle, values)}
      onClick={() =>
        void navigate({
          to: '/tasks',
          search,
        })
      }
    >
      {fill(overdue > 0 ? words.waitingOverdue : words.waiting, values)}
    </button>
  );
}
