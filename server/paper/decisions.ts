import { villageStem } from '../../geodata/area/suffix.zh.ts';
import type { TaskAnswer } from '../task/answer.ts';
import type { Language } from '../words/fill.ts';
import { placeName, townAndPlace } from '../words/place-name/rules.ts';
import type { MeetingPaper } from './meeting-paper.ts';
import { paperWords } from './paper.message.ts';

/** One decision of a meeting. */
export interface DecisionLine {
  item: string;
  kind: string;
  title: string;
  unit: string;
  person: string;
  dueOn: string;
}

/** What a meeting decided, in the order of its agenda: tasks handed over, limits set, tasks signed off. */
export function decisionsOf({ tasks, body }: MeetingPaper, id: string, lang: Language): DecisionLine[] {
  const words = paperWords[lang];
  const order = new Map(body.items.map((item, at) => [item.id, at]));
  const place = ({ basis }: (typeof tasks)[number]) => order.get(basis?.item ?? '') ?? body.items.length;
  return tasks
    .toSorted((a, b) => place(a) - place(b))
    .flatMap((task) =>
      task.steps
        .map((step, at) => ({ step, first: at === 0, before: task.steps[at - 1]?.to }))
        .filter(({ step }) => step.meeting === id)
        .map(
          ({ step, first, before }): DecisionLine => ({
            item: task.basis?.title ?? placeName(task.place, lang),
            kind: first ? words.assigned : step.to === before ? words.limited : words[step.to],
            title: placed(task, lang),
            ...{ unit: task.unit, person: task.person?.name ?? '', dueOn: task.dueOn },
          }),
        ),
    );
}

/** What is to be done, and where, unless the item's own title names the place, by its full name or the short one. */
function placed({ place, title, basis }: TaskAnswer, lang: Language): string {
  if (basis?.title?.includes(villageStem(place.name))) return title;
  return `${townAndPlace(place, lang)}${lang === 'zh' ? '：' : ': '}${title}`;
}
