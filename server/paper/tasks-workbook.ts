import { type Cell, writeXlsx } from 'hucre';
import type { Language } from '../message/fill.ts';
import type { TaskAnswer } from '../task/answer.ts';
import { paperWords } from './paper.message.ts';

const widths = [6, 12, 14, 44, 18, 12, 12, 12, 14, 10, 30];
const day = new Set([6, 7]);
const number = new Set([0, 9]);

/** 交办台账 — a row a task, header frozen and filtered, the totals as formulas, ready for printing. */
export async function tasksWorkbook(tasks: TaskAnswer[], title: string, lang: Language): Promise<Uint8Array> {
  const words = paperWords[lang];
  const at = (text: string) => new Date(`${text}T00:00:00Z`);
  const rows = tasks.map((task, n) => [
    ...[n + 1, task.place.town, task.place.name, task.title, task.unit, task.person?.name ?? null],
    ...[at(task.assignedOn), at(task.dueOn), words.states[task.state], task.overdueDays, task.basis?.meeting ?? null],
  ]);
  const last = rows.length + 2;
  const total = rows.length + 2;
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { value: title, type: 'string', style: { font: { bold: true, size: 14 } } }],
    ...words.ledgerColumns.map(
      (word, n) => [`1,${n}`, { value: word, type: 'string', style: { font: { bold: true } } }] as const,
    ),
    [`${total},0`, { value: words.total, type: 'string', style: { font: { bold: true } } }],
    [`${total},3`, { formula: `COUNTA(D3:D${last})`, formulaResult: rows.length, type: 'formula' }],
    [
      `${total},9`,
      {
        formula: `COUNTIF(J3:J${last},">0")`,
        formulaResult: tasks.filter(({ overdueDays }) => overdueDays > 0).length,
        type: 'formula',
      },
    ],
  ]);
  return writeXlsx({
    sheets: [
      {
        name: words.ledger.slice(0, 31),
        rows: [[title], words.ledgerColumns, ...rows, words.ledgerColumns.map(() => null)],
        columns: widths.map((width, n) => ({ width, numFmt: day.has(n) ? 'yyyy-mm-dd' : number.has(n) ? '0' : '@' })),
        cells,
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: widths.length - 1 }],
        freezePane: { rows: 2 },
        autoFilter: { range: `A2:K${last}` },
        pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
    ],
  });
}
