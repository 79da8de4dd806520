import type { DossierAnswer, PersonAnswer } from '../../dossier/answer.ts';
import type { TaskAnswer } from '../../task/answer.ts';
import { fill, type Language } from '../../words/fill.ts';
import { dayText } from '../../words/phrase.message.ts';
import { placeName } from '../../words/place-name/rules.ts';
import type { Listed } from '../part/list.ts';
import { atlasWords } from './atlas.message.ts';

/** An office-holder in one line: name, unit and post. */
function personLine(person: PersonAnswer | null, lang: Language): string {
  if (!person) return atlasWords[lang].silent;
  const { name, unit, post } = person;
  const held = [unit !== null && post?.startsWith(unit) ? null : unit, post];
  return [name, ...held].filter(Boolean).join(' ') || atlasWords[lang].silent;
}

/** Visits made, newest first, each with what it found and whether that is signed off. */
export function visitLines({ visits }: DossierAnswer, lang: Language): Listed {
  const words = atlasWords[lang];
  return {
    title: fill(words.visits, { count: visits.length }),
    none: words.none,
    lines: visits.map(({ on, levelTitle, announced, team, findings }) =>
      fill(words.visit, {
        day: dayText(on)[lang],
        level: levelTitle[lang],
        how: announced ? words.announced : words.covert,
        team: team ?? '',
        findings:
          findings.length === 0
            ? words.noFinding
            : findings
                .map(({ text, closedOn }) =>
                  fill(words.finding, {
                    text,
                    state: closedOn === null ? words.stillOpen : fill(words.closedOn, { day: dayText(closedOn)[lang] }),
                  }),
                )
                .join(lang === 'zh' ? '；' : '; '),
      }),
    ),
  };
}

/** Tasks of a place with unit, person, limit and state. */
export function taskLines(tasks: TaskAnswer[], lang: Language): Listed {
  const words = atlasWords[lang];
  return {
    title: fill(words.tasks, { count: tasks.length }),
    none: words.none,
    lines: tasks.map(({ title, unit, person, dueOn, state, overdueDays }) =>
      fill(words.task, {
        ...{ title, unit, person: person?.name ? ` ${person.name}` : '', due: dayText(dueOn)[lang] },
        state: words.states[state],
        late: overdueDays > 0 ? ` ${fill(words.late, { days: overdueDays })}` : '',
      }),
    ),
  };
}

/** The open tasks of a town and its villages, each with its place. */
export function openTaskLines(tasks: TaskAnswer[], lang: Language): Listed {
  const words = atlasWords[lang];
  const open = tasks.filter(({ state }) => state !== 'closed');
  const { lines } = taskLines(open, lang);
  return {
    title: fill(words.openTasks, { count: open.length }),
    none: words.none,
    lines: open.map(({ place }, at) => `${placeName(place, lang)}  ${lines[at]}`),
  };
}

/** The party organisation: whether it is on the list, who leads the turnaround, each problem with measure and limit. */
export function organisationLines({ organisation }: DossierAnswer, lang: Language): Listed {
  const words = atlasWords[lang];
  if (!organisation) return { title: fill(words.organisation, { name: words.silent }), lines: [], none: words.silent };
  const { name, turnaround } = organisation;
  return {
    title: fill(words.organisation, { name }),
    none: words.notBackward,
    lines: turnaround
      ? [
          fill(words.leader, { name: personLine(turnaround.leader, lang) }),
          fill(words.group, { name: personLine(turnaround.groupHead, lang) }),
          ...turnaround.problems.map(({ text, measure, dueOn, doneOn, overdueDays }) =>
            fill(words.problem, {
              text,
              measure: measure ?? words.nothing,
              due: dueOn === null ? words.nothing : dayText(dueOn)[lang],
              state:
                doneOn !== null
                  ? fill(words.done, { day: dayText(doneOn)[lang] })
                  : overdueDays > 0
                    ? fill(words.late, { days: overdueDays })
                    : words.open,
            }),
          ),
        ]
      : [],
  };
}

/** Who answers for a place, by function; of a town also its linked leader. */
export function peopleLines({ responsible, linkage }: DossierAnswer, lang: Language): Listed {
  const words = atlasWords[lang];
  const colon = lang === 'zh' ? '：' : ': ';
  return {
    title: words.responsible,
    none: words.silent,
    lines: [
      ...(linkage
        ? [fill(words.linkage, { name: personLine(linkage.leader, lang), day: dayText(linkage.fromOn)[lang] })]
        : []),
      ...responsible.map(({ title, person }) => `${title[lang]}${colon}${personLine(person, lang)}`),
    ],
  };
}
