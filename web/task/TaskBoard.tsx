import { useLayoutEffect, useRef } from 'react';
import type { TaskAnswer } from '../../server/task/answer.ts';
import { columnsOf } from '../../server/task/filter/rules.ts';
import type { TaskState } from '../../server/task/rules.ts';
import { meetingWords } from '../message/meeting/meeting-words.ts';
import { taskWords } from '../message/task/task-words.ts';
import { fill, type Lang } from '../ui/format.ts';
import { TaskCard } from './TaskCard.tsx';

interface BoardProps {
  tasks: TaskAnswer[];
  /** The state or lamp shown alone; empty: all. Columns it leaves nothing in are not there, so that none says 0 where its chip counts some. */
  only: string;
  on: string;
  lang: Lang;
  theme: 'light' | 'dark';
  /** Says where a task went. */
  onSaid(text: string): void;
}

/** 看板 — a column for each state; a card goes on with Alt and the right arrow, back with the left, and keeps the focus. */
export function TaskBoard({ tasks, only, on, lang, theme, onSaid }: BoardProps) {
  const words = taskWords(lang);
  const states = meetingWords(lang).taskStates;
  const board = useRef<HTMLDivElement>(null);
  const moved = useRef<{ id: string; to: TaskState } | null>(null);
  // A card in another column is another element: the focus goes along.
  useLayoutEffect(() => {
    const last = moved.current;
    if (!last || tasks.find(({ id }) => id === last.id)?.state !== last.to) return;
    moved.current = null;
    board.current?.querySelector<HTMLElement>(`[data-id="${last.id}"]`)?.focus();
  }, [tasks]);
  return (
    <>
      <p className="hint wide-only-row">{words.cardHint}</p>
      <div className="board" ref={board}>
        {columnsOf(tasks, only).map((state) => {
          const own = tasks.filter((task) => task.state === state);
          return (
            <section
              key={state}
              aria-label={states[state]}
              data-state={state}
              className={own.length === 0 ? 'empty' : ''}
            >
              <h2>
                {states[state]} <small>{own.length}</small>
              </h2>
              {own.map((task) => (
                <TaskCard
                  key={task.id}
                  keyed
                  {...{ task, on, lang, theme }}
                  onMoved={(to) => {
                    moved.current = { id: task.id, to };
                    onSaid(fill(words.moved, { title: task.title, state: states[to] }));
                  }}
                  onCannot={() => onSaid(fill(words.cannot, { title: task.title }))}
                />
              ))}
            </section>
          );
        })}
      </div>
    </>
  );
}
