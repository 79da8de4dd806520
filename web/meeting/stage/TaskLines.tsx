import type { TaskAnswer } from '../../../server/task/answer.ts';
import { placeName } from '../../../server/words/place-name/rules.ts';
import { meetingWords } from '../../message/meeting/meeting-words.ts';
import { stageWords } from '../../message/stage/stage-words.ts';
import { stateText } from '../../task/state-text.ts';
import { fill, formatDay, type Lang } from '../../ui/format.ts';
import { LampChip } from '../../ui/LampChip.tsx';
import { FitList } from './FitList.tsx';

interface LinesProps {
  tasks: TaskAnswer[];
  lang: Lang;
  theme: 'light' | 'dark';
  /** Whether each says where it is; not needed where all are of one place. */
  placed?: boolean;
}

/** 交办事项 — what was given to whom until when, on which occasion, and what became of it. */
export function TaskLines({ tasks, lang, theme, placed = false }: LinesProps) {
  const words = meetingWords(lang);
  return (
    <FitList className="task-lines" more={(n) => fill(stageWords(lang).more, { n })}>
      {tasks.map((task) => (
        <li key={task.id} data-part="task-line">
          <strong>{task.title}</strong>
          <LampChip lamp={task.lamp} theme={theme} text={stateText(task, lang)} />
          <p>
            {[
              placed ? placeName(task.place, lang) : null,
              task.unit,
              task.person?.name,
              fill(words.due, { day: formatDay(task.dueOn, lang) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="sub">{[givenText(task, lang), lastText(task, lang)].filter(Boolean).join(' · ')}</p>
        </li>
      ))}
    </FitList>
  );
}

function givenText({ assignedOn, basis }: TaskAnswer, lang: Lang): string {
  const day = formatDay(assignedOn, lang);
  const words = stageWords(lang);
  return basis ? fill(words.givenIn, { day, meeting: basis.meeting }) : fill(words.given, { day });
}

/** What became of it last, and what was said then; nothing while it was only given. */
function lastText({ steps }: TaskAnswer, lang: Lang): string | null {
  const last = steps.length > 1 ? steps.at(-1) : undefined;
  if (!last) return null;
  const moved = fill(stageWords(lang).moved, {
    day: formatDay(last.on, lang),
    state: meetingWords(lang).taskStates[last.to],
  });
  return last.note ? `${moved} ${last.note}` : moved;
}
