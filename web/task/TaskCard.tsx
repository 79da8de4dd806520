import { type KeyboardEvent, useState } from 'react';
import { daysBetween } from '../../server/calendar/rules.ts';
import type { TaskAnswer } from '../../server/task/answer.ts';
import type { TaskState } from '../../server/task/rules.ts';
import { townAndPlace } from '../../server/words/place-name/rules.ts';
import { meetingWords } from '../message/meeting/meeting-words.ts';
import { taskWords } from '../message/task/task-words.ts';
import { fill, formatDay, type Lang } from '../ui/format.ts';
import { LampChip } from '../ui/LampChip.tsx';
import type { Theme } from '../ui/lamp.ts';
import { stateText } from './state-text.ts';
import { TaskMoves } from './TaskMoves.tsx';

interface CardProps {
  task: TaskAnswer;
  on: string;
  lang: Lang;
  theme: Theme;
  /** Whether it says where it is. */
  placed?: boolean;
  /** Takes the keys that move it. */
  keyed?: boolean;
  onMoved?(to: TaskState): void;
  /** A move asked for by key that there is not. */
  onCannot?(): void;
}

/** 一项交办 — what, where, who, until when, where it stands, what became of it, and what may be done now. */
export function TaskCard({ task, on, lang, theme, placed = true, keyed = false, onMoved, onCannot }: CardProps) {
  const words = taskWords(lang);
  const [asking, setAsking] = useState<TaskState | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return;
    event.preventDefault();
    const to =
      event.key === 'ArrowLeft'
        ? task.moves.find((one) => one === 'assigned')
        : task.moves.find((one) => one !== 'assigned');
    if (to) setAsking(to);
    else onCannot?.();
  };
  return (
    <article
      className="card task-card"
      data-part="task-card"
      data-id={task.id}
      aria-label={task.title}
      {...(keyed ? { tabIndex: 0, onKeyDown } : {})}
    >
      <h3>{task.title}</h3>
      {placed && <p className="where">{townAndPlace(task.place, lang)}</p>}
      <p className="sub">{[task.unit, task.person?.name ?? task.person?.post].filter(Boolean).join(' · ')}</p>
      <p className="row">
        <LampChip lamp={task.lamp} theme={theme} text={stateText(task, lang)} />
        <span className="sub">{limitText(task, on, lang)}</span>
      </p>
      <TaskMoves {...{ task, on, lang, asking }} onAsk={setAsking} {...(onMoved ? { onMoved } : {})} />
      <details className="steps">
        <summary>{fill(words.history, { n: task.steps.length })}</summary>
        <p className="sub">
          {task.basis
            ? fill(words.basis, { meeting: task.basis.meeting, title: task.basis.title })
            : fill(words.byHandOn, { day: formatDay(task.assignedOn, lang) })}
        </p>
        <ol>
          {task.steps.map((step, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added
            <li key={at}>
              {formatDay(step.on, lang)} {meetingWords(lang).taskStates[step.to]}
              {step.by && ` · ${step.by}`}
              {step.note && <q>{step.note}</q>}
            </li>
          ))}
        </ol>
      </details>
    </article>
  );
}

/** Until when, as it was given, and how many days are left. */
export function limitText(task: TaskAnswer, on: string, lang: Lang): string {
  const words = taskWords(lang);
  const { dueOn, state, limit, overdueDays } = task;
  const left = daysBetween(on, dueOn);
  return [
    fill(words.dueOn, { day: formatDay(dueOn, lang) }),
    limit ? fill(words.limitGiven[limit.kind], { n: limit.days }) : null,
    state !== 'assigned' || overdueDays > 0 ? null : left === 0 ? words.today : fill(words.left, { n: left }),
  ]
    .filter(Boolean)
    .join(' · ');
}
