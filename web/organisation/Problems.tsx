import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { Reading } from '../dossier/reading.ts';
import { NotReported } from '../dossier/Section.tsx';
import { fill, formatDay, formatDue } from '../ui/format.ts';
import { LampChip } from '../ui/LampChip.tsx';

type Problem = NonNullable<NonNullable<DossierAnswer['organisation']>['turnaround']>['problems'][number];

/** Problems found, each with its measure, its limit, and whether it is done or overdue. */
export function Problems({ problems, reading }: { problems: Problem[]; reading: Reading }) {
  return (
    <ol className="cards">
      {problems.map((problem, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a ledger may name one problem twice; the order is the ledger's
        <li key={i} className="card">
          <ProblemCard problem={problem} reading={reading} />
        </li>
      ))}
    </ol>
  );
}

function ProblemCard({ problem, reading }: { problem: Problem; reading: Reading }) {
  const { words, lang } = reading;
  return (
    <>
      <div className="card-head">
        <p>{problem.text}</p>
        <ProblemState problem={problem} reading={reading} />
      </div>
      <dl className="card-facts">
        <div>
          <dt>{words.measure}</dt>
          <dd>{problem.measure ?? <NotReported reading={reading} />}</dd>
        </div>
        <div>
          <dt>{words.dueOn}</dt>
          <dd>{problem.dueOn ? formatDay(problem.dueOn, lang) : words.noLimit}</dd>
        </div>
      </dl>
    </>
  );
}

function ProblemState({ problem, reading }: { problem: Problem; reading: Reading }) {
  const { words, lang, theme, on } = reading;
  if (problem.doneOn) {
    return (
      <LampChip lamp="done" theme={theme} text={fill(words.problemDone, { day: formatDay(problem.doneOn, lang) })} />
    );
  }
  if (problem.overdueDays > 0) {
    return <LampChip lamp="overdue" theme={theme} text={fill(words.daysOver, { n: problem.overdueDays })} />;
  }
  return problem.dueOn ? <LampChip lamp="none" theme={theme} text={formatDue(problem.dueOn, on, lang)} /> : null;
}
