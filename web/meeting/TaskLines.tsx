import type { TaskAnswer } from '../../server/task/answer.ts';
import { meetingWords } from '../message/meeting-words.ts';
import { fill, formatDay, type Lang } from '../ui/format.ts';
import { LampChip } from '../ui/LampChip.tsx';

/** 交办事项 — a line each: what, by whom, until when, where it stands. */
export function TaskLines({ tasks, lang, theme }: { tasks: TaskAnswer[]; lang: Lang; theme: 'light' | 'dark' }) {
  const words = meetingWords(lang);
  return (
    <ul className="task-lines">
      {tasks.map((task) => (
        <li key={task.id} data-part="task-line">
          <strong>{task.title}</strong>
          <p>
            {[task.unit, task.person?.name, fill(words.due, { day: formatDay(task.dueOn, lang) })]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <LampChip lamp={task.lamp} theme={theme} text={stateText(task, lang)} />
          {task.steps.at(-1)?.note && <p className="sub">{task.steps.at(-1)?.note}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Where a task stands in words. */
export function stateText({ state, overdueDays }: TaskAnswer, lang: Lang): string {
  const words = meetingWords(lang);
  return overdueDays > 0 ? fill(words.overdue, { n: overdueDays }) : words.taskStates[state];
}
