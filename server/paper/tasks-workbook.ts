import { type ColumnTitle, columnTitles } from '../layer/column-titles.message.ts';
import { type LedgerColumn, ledgerSheet } from '../list/ledger-sheet.ts';
import type { TaskAnswer } from '../task/answer.ts';
import type { Language } from '../words/fill.ts';
import { dayText } from '../words/phrase.message.ts';
import { placeName } from '../words/place-name/rules.ts';
import { writeWorkbook } from '../words/workbook/write-workbook.ts';
import { paperWords } from './paper.message.ts';

/** 交办台账 — a row a task: what, who, by when, how far it is, and when it was signed off; totals as formulas, ready for printing. */
export async function tasksWorkbook(
  tasks: TaskAnswer[],
  { title, foot }: { title: string; foot: string },
  lang: Language,
): Promise<Uint8Array> {
  const words = paperWords[lang];
  const closedOn = ({ state, steps }: TaskAnswer) =>
    state === 'closed' ? (steps.findLast(({ to }) => to === 'closed')?.on ?? null) : null;
  const lastStep = ({ steps }: TaskAnswer) => {
    const last = steps.at(-1);
    return last ? [dayText(last.on)[lang], words.states[last.to], last.note].filter(Boolean).join(' ') : null;
  };
  const given: (Omit<LedgerColumn<TaskAnswer>, 'title'> & { of: ColumnTitle })[] = [
    { of: 'number', width: 6, kind: 'count', cell: (_, at) => at + 1 },
    { of: 'town', width: 12, kind: 'text', cell: ({ place }) => place.town },
    { of: 'place', width: 16, kind: 'text', cell: ({ place }) => placeName(place, lang) },
    { of: 'task', width: 44, kind: 'text', total: 'count', cell: ({ title: task }) => task },
    { of: 'unit', width: 18, kind: 'text', cell: ({ unit }) => unit },
    { of: 'person', width: 12, kind: 'text', cell: ({ person }) => person?.name ?? person?.post ?? null },
    { of: 'assignedOn', width: 12, kind: 'day', cell: ({ assignedOn }) => assignedOn },
    { of: 'dueOn', width: 12, kind: 'day', cell: ({ dueOn }) => dueOn },
    { of: 'state', width: 14, kind: 'text', cell: ({ state }) => words.states[state] },
    { of: 'overdueDays', width: 10, kind: 'count', total: 'count', cell: ({ overdueDays }) => overdueDays || null },
    { of: 'signedOffOn', width: 12, kind: 'day', total: 'count', cell: closedOn },
    { of: 'basis', width: 30, kind: 'text', cell: ({ basis }) => basis?.meeting ?? words.byHand },
    { of: 'lastStep', width: 30, kind: 'text', cell: lastStep },
  ];
  const columns = given.map(({ of, ...column }) => ({ ...column, title: columnTitles[of][lang] }));
  return writeWorkbook([ledgerSheet(tasks, columns, { name: words.ledger, title, total: words.total, foot })]);
}
