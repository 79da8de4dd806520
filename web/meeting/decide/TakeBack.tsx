import type { StepAnswer } from '../../../server/meeting/answer.ts';
import type { TaskAnswer } from '../../../server/task/answer.ts';
import { send } from '../../api.ts';
import { FormBox } from '../../form/box/FormBox.tsx';
import { useForm } from '../../form/use-form.ts';
import { stageWords } from '../../message/stage/stage-words.ts';
import { fill, type Lang } from '../../ui/format.ts';
import { DecideFoot } from './DecideFoot.tsx';
import { type Decided, decisionOf } from './decision.ts';

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
  const form = useForm<object, Decided>({
    of: decisionOf(owner, meeting, item, 'take-back'),
    opened: { base: '', values: {} },
    send: ({ id }) => send('POST', '/tasks/{task}/take-back', { task: task.id }, { id, meeting }),
    onSaved: (_, { seq }) => onDone(seq),
  });
  const [last, before] = [task.steps.at(-1), task.steps.at(-2)];
  const what =
    task.steps.length <= 1
      ? 'assigned'
      : last?.to === before?.to
        ? 'limit'
        : last?.to === 'closed'
          ? 'closed'
          : 'other';
  return (
    <FormBox form={form} lang={lang} data-part="take-back-form">
      <p className="wide">{fill(words.takeBackAsked[what], { title: task.title, unit: task.unit })}</p>
      <DecideFoot send={words.takeBackSure} lang={lang} onCancel={onCancel} />
    </FormBox>
  );
}
