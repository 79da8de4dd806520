import { useQuery } from '@tanstack/react-query';
import type { DossierAnswer } from '../../server/layer/answer.ts';
import type { Reading } from '../dossier/reading.ts';
import { Section } from '../dossier/Section.tsx';
import { taskWords } from '../message/task-words.ts';
import { may, sessionQuery } from '../session.ts';
import { fill } from '../ui/format.ts';
import { tasksQuery } from './queries.ts';
import { TaskCard } from './TaskCard.tsx';
import './tasks.css';

interface SectionProps {
  dossier: DossierAnswer;
  /** The day looked back to; null: today. What is past is not moved on. */
  asOf: string | null;
  reading: Reading;
}

/** 档案中的交办 — the tasks of a village, or of a town with its villages, with what may be done; those signed off folded away. */
export function TasksSection({ dossier, asOf, reading: { lang, theme } }: SectionProps) {
  const words = taskWords(lang);
  const session = useQuery(sessionQuery()).data;
  const { code } = dossier.place;
  const town = dossier.kind === 'town';
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
    <Section title={fill(words.section, { n: open.length })}>
      <div className="dossier-tasks" data-part="dossier-tasks">
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
