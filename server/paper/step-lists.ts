import type { StepAnswer } from '../meeting/answer.ts';
import type { TaskAnswer } from '../task/answer.ts';
import { fill, type Language } from '../words/fill.ts';
import { listed } from '../words/names/rules.ts';
import { dayText } from '../words/phrase.message.ts';
import { placeLine, townAndPlace } from '../words/place-name/rules.ts';
import { comparedLists, movedText, wayMarks } from './compared.ts';
import type { MeetingPaper } from './meeting-paper.ts';
import { paperWords } from './paper.message.ts';
import type { Listed } from './part/list.ts';

/** A task in one line: what, who, by when, and what became of it. */
function taskLine({ place, title, unit, person, dueOn, state, overdueDays }: TaskAnswer, lang: Language): string {
  const words = paperWords[lang];
  const late = overdueDays > 0 ? fill(words.late, { days: overdueDays }) : '';
  const said = fill(words.task, { title, unit, person: person?.name ?? '', due: dayText(dueOn)[lang] });
  // Where nobody is named the unit stands alone.
  return `${townAndPlace(place, lang)}  ${said.replace(/ (?=[，,])/, '')} ${words.states[state]}${late}`;
}

/** What stands at the right of an item: the worst places, the tasks from before and what became of them, what was decided now; of each only where there is any. */
export function sideLists(step: StepAnswer, lang: Language): Listed[] {
  const words = paperWords[lang];
  const colon = lang === 'zh' ? '：' : ': ';
  return [
    ...comparedLists(step, lang),
    {
      title: words.worst,
      lines: step.worst.map(({ why, ...place }) => `${placeLine(place, lang)}${colon}${why[lang]}`),
    },
    { title: words.before, lines: step.previous.map((task) => taskLine(task, lang)) },
    { title: words.decided, lines: step.decided.map((task) => taskLine(task, lang)) },
  ].filter(({ lines, none }) => lines.length > 0 || none !== undefined);
}

/** Every open task, and what was decided at this item. */
export function taskList(step: StepAnswer, lang: Language): Listed {
  const words = paperWords[lang];
  const tasks = [...step.previous, ...step.decided.filter(({ id }) => !step.previous.some((one) => one.id === id))];
  return {
    title: fill(words.open, { count: tasks.length }),
    lines: tasks.map((task) => taskLine(task, lang)),
    none: words.none,
  };
}

/** 上次会议以来 — a column a layer with what became better and worse, one of decisions kept and of who reported nothing. */
export function changeLists({ changes }: StepAnswer, lang: Language): Listed[] {
  if (!changes) return [];
  const words = paperWords[lang];
  const { kept, open, overdue } = changes.decisions;
  const colon = lang === 'zh' ? '：' : ': ';
  return [
    ...changes.layers.map(({ title, up, down, aged }) => ({
      title: `${title[lang]}${colon}${movedText({ better: up.length, worse: down.length, aged: aged.length }, lang)}`,
      none: words.unchanged,
      lines: [
        ...down.map((one) => ({ ...one, mark: wayMarks.worse })),
        ...up.map((one) => ({ ...one, mark: wayMarks.better })),
        ...aged.map((one) => ({ ...one, mark: wayMarks.aged })),
      ].map(({ mark, from, to, ...place }) => `${mark} ${placeLine(place, lang)}${colon}${from[lang]} → ${to[lang]}`),
    })),
    {
      title: fill(words.since, { day: dayText(changes.since)[lang] }),
      lines: [
        fill(words.kept, { kept, open, overdue }),
        ...changes.quiet.map(({ town, villages }) =>
          fill(words.quiet, { town, count: villages.length, villages: listed(villages, lang) }),
        ),
      ],
    },
  ];
}

/** The villages (fid) of the town a view is of; none for the county or a place. */
export function townShown({ picture, fids }: MeetingPaper, { item }: StepAnswer): Set<number> {
  const town = item.kind === 'view' ? fids.get(item.place ?? '') : undefined;
  return new Set([...(picture?.towns ?? [])].filter(([, of]) => of === town).map(([village]) => village));
}
