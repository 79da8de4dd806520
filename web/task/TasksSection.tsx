import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { Reading } from '../dossier/reading.ts';
import { Section } from '../dossier/Section.tsx';
import { taskWords } from '../message/task/task-words.ts';
import { may, sessionQuery } from '../session.ts';
import { fill, type Lang } from '../ui/format.ts';
import { type About, isAbout, NewTaskForm } from './NewTaskForm.tsx';
import { choicesQuery, tasksQuery } from './queries.ts';
import { TaskCard } from './TaskCard.tsx';
import './tasks.css';

interface SectionProps {
  dossier: DossierAnswer;
  /** The day looked back to; null: today. What is past is not moved on. */
  asOf: string | null;
  /** Theme of the layer on the map: what a new task is about at first. */
  theme: string | undefined;
  reading: Reading;
}

/** 档案中的交办 — the tasks of a village, or of a town with its villages, with what may be done; those signed off folded away, and a way to assign a new one for those who may. */
export function TasksSection({ dossier, asOf, theme: about, reading: { lang, theme } }: SectionProps) {
  const words = taskWords(lang);
  const session = useQuery(sessionQuery()).data;
  const { code, name } = dossier.place;
  const [giving, setGiving] = useState(false);
  const [said, setSaid] = useState('');
  const town = dossier.kind === 'town';
  const owner = asOf === null && may(session, 'assign-task') ? session?.viewer?.key : undefined;
  const answer = useQuery({
    ...tasksQuery({ ...(town ? { town: code } : { place: code }), asOf }),
    enabled: may(session, 'see-tasks'),
  }).data;
  if (!answer) return null;
  const tasks = asOf === null ? answer.tasks : answer.tasks.map((task) => ({ ...task, moves: [] }));
  const open = tasks.filter(({ state }) => state !== 'closed');
  const closed = tasks.filter(({ state }) => state === 'closed');
  const card = (task: (typeof tasks)[number]) => (
    <TaskCard key={task.id} placed={town} {...{ task, lang, theme }} on={answer.on} />
  );
  return (
    <Section
      title={fill(words.section, { n: open.length })}
      action={
        owner !== undefined && (
          <button
            type="button"
            className="edit-button"
            data-part="dossier-task-add"
            aria-expanded={giving}
            aria-label={fill(words.giveAt, { name })}
            onClick={() => {
              setGiving(!giving);
              setSaid('');
            }}
          >
            {words.give}
          </button>
        )
      }
    >
      <div className="dossier-tasks" data-part="dossier-tasks">
        {giving && owner !== undefined && (
          <GiveHere
            {...{ owner, code, name, lang }}
            about={isAbout(about) ? about : 'none'}
            onCancel={() => setGiving(false)}
            onDone={(text) => {
              setGiving(false);
              setSaid(text);
            }}
          />
        )}
        {said !== '' && (
          <p className="said" role="status">
            {said}
          </p>
        )}
        {tasks.length === 0 && <p className="nothing">{words.sectionNone}</p>}
        {open.map(card)}
        {closed.length > 0 && (
          <details className="dossier-more">
            <summary>{fill(words.sectionClosed, { n: closed.length })}</summary>
            {closed.map(card)}
          </details>
        )}
      </div>
    </Section>
  );
}

interface GiveProps {
  owner: string;
  code: string;
  name: string;
  about: About;
  lang: Lang;
  onDone(said: string): void;
  onCancel(): void;
}

/** 交办 — a new task of the place whose dossier is open. */
function GiveHere({ code, name, lang, ...given }: GiveProps) {
  const choices = useQuery(choicesQuery(code, lang)).data;
  if (!choices) return null;
  return (
    <section className="card task-new" data-part="task-new" aria-label={taskWords(lang).newTask}>
      <NewTaskForm {...{ ...given, choices, lang }} place={{ code, name, town: '' }} placed={false} />
    </section>
  );
}
