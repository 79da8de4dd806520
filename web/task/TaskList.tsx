import { Fragment, useState } from 'react';
import type { TaskAnswer } from '../../server/task/answer.ts';
import { townAndPlace } from '../../server/words/place-name/rules.ts';
import { meetingWords } from '../message/meeting/meeting-words.ts';
import { taskWords } from '../message/task/task-words.ts';
import { formatDay, type Lang } from '../ui/format.ts';
import { LampChip } from '../ui/LampChip.tsx';
import { stateText } from './state-text.ts';
import { limitText, TaskCard } from './TaskCard.tsx';

interface ListProps {
  tasks: TaskAnswer[];
  on: string;
  lang: Lang;
  theme: 'light' | 'dark';
}

/** 清单 — a line each; its title opens what may be done. */
export function TaskList({ tasks, on, lang, theme }: ListProps) {
  const words = taskWords(lang);
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <div className="task-table">
      <table data-part="task-list">
        <thead>
          <tr>
            {words.columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => {
            const last = task.steps.at(-1);
            return (
              <Fragment key={task.id}>
                <tr>
                  <td>{townAndPlace(task.place, lang)}</td>
                  <td>
                    <button
                      type="button"
                      className="link"
                      aria-expanded={opened === task.id}
                      onClick={() => setOpened(opened === task.id ? null : task.id)}
                    >
                      {task.title}
                    </button>
                  </td>
                  <td>{task.unit}</td>
                  <td>{task.person?.name ?? task.person?.post ?? '—'}</td>
                  <td>{limitText(task, on, lang)}</td>
                  <td>
                    <LampChip lamp={task.lamp} theme={theme} text={stateText(task, lang)} />
                  </td>
                  <td>
                    {last && `${formatDay(last.on, lang)} ${meetingWords(lang).taskStates[last.to]}`}
                    {last?.note && <q>{last.note}</q>}
                  </td>
                </tr>
                {opened === task.id && (
                  <tr className="opened">
                    <td colSpan={words.columns.length}>
                      <TaskCard {...{ task, on, lang, theme }} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
