import { readAreas } from '../area/area-store.ts';
import { fullNamesOf } from '../area/full-names.ts';
import { ledgerFoot } from '../list/problem-ledger.message.ts';
import { isIn, type TaskFilter, within } from '../task/filter/rules.ts';
import { tasksAnswer } from '../task/tasks-answer.ts';
import { fill } from '../words/fill.ts';
import { fullTask } from './full-step.ts';
import type { Made, PaperGiven } from './kind.ts';
import { dayIn, tasksLedgerWords } from './tasks-ledger.message.ts';
import { tasksWorkbook } from './tasks-workbook.ts';

/** 交办台账 — the tasks a filter leaves of those the user sees, given in a meeting or outside one, as a workbook. */
export async function tasksLedger(given: PaperGiven, asked: TaskFilter): Promise<Made> {
  const { store, view, lang } = given;
  const words = tasksLedgerWords[lang];
  const { on, tasks } = await tasksAnswer(store, view);
  const shown = within(tasks, asked).filter((task) => isIn(task, asked.state));
  const town = tasks.find(({ place }) => place.townCode === asked.town)?.place;
  const meeting = tasks.find(({ meetingId }) => meetingId === asked.meeting)?.basis?.meeting;
  const scope = [
    town && (town.town || town.name),
    asked.unit,
    asked.mine ? words.mine : null,
    asked.meeting === 'hand' ? words.byHand : meeting,
    asked.state === '' || asked.state === 'all' ? null : words.states[asked.state as keyof typeof words.states],
  ].filter(Boolean);
  const title = fill(scope.length === 0 ? words.title : words.titleOf, {
    ...{ day: dayIn(on, lang), count: shown.length, scope: scope.join(' · ') },
  });
  const full = fullNamesOf(await readAreas(store, view));
  const rows = shown.map((task) => fullTask(task, full));
  const bytes = await tasksWorkbook(rows, { title, foot: ledgerFoot(given)[lang] }, lang);
  return { title: `${words.name} ${on}`, bytes };
}
