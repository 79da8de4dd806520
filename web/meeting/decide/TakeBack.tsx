import type { FormEvent } from 'react';
import type { StepAnswer } from '../../../server/meeting/answer.ts';
import type { TaskAnswer } from '../../../server/task/answer.ts';
import { send } from '../../api.ts';
import { meetingWords } from '../../message/meeting/meeting-words.ts';
import { stageWords } from '../../message/stage/stage-words.ts';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { fill, type Lang } from '../../ui/format.ts';
import { decisionOf, useDecision } from './use-decision.ts';

/** The task decided about last at a step, in this meeting; null where nothing was decided, or somebody went on since. */
export function lastDecided({ decided, previous }: StepAnswer, meeting: string): TaskAnswer | null {
  const here = [...decided, ...previous].filter(({ steps }) => steps.at(-1)?.meeting === meeting);
  return here.reduce<TaskAnswer | null>(
    (last, task) => ((task.recordedAt ?? '') > (last?.recordedAt ?? '') ? task : (last ?? task)),
    null,
  );
}

interface TakeBackProps {
  owner: string;
  meeting: string;
  item: string;
  task: TaskAnswer;
  lang: Lang;
  onCancel(): void;
  onDone(seq: number): void;
}

/** 撤销议定 — asks before the last decision is taken back, and says which. */
export function TakeBack({ owner, meeting, item, task, lang, onCancel, onDone }: TakeBackProps) {
  const words = stageWords(lang);
  const of = decisionOf(owner, meeting, item, 'take-back');
  const { save, cancel, busy, fault } = useDecision(of, {}, lang, onDone);
  const [last, before] = [task.steps.at(-1), task.steps.at(-2)];
  const what =
    task.steps.length <= 1
      ? 'assigned'
      : last?.to === before?.to
        ? 'limit'
        : last?.to === 'closed'
          ? 'closed'
          : 'other';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save((id) => send('POST', '/tasks/{task}/take-back', { task: task.id }, { meeting, id }));
  };
  return (
    <form onSubmit={submit} data-part="take-back-form">
      <p className="wide">{fill(words.takeBackAsked[what], { title: task.title, unit: task.unit })}</p>
      <FormFoot
        className="foot"
        focused
        words={{ send: words.takeBackSure, cancel: meetingWords(lang).cancel }}
        onCancel={() => {
          cancel();
          onCancel();
        }}
        {...{ busy, fault }}
      />
    </form>
  );
}
