import { columnTitles } from '../layer/column-titles.message.ts';
import type { Layer } from '../layer/layer.ts';
import { fill, type Language } from '../words/fill.ts';
import { dayText } from '../words/phrase.message.ts';
import { writeWorkbook } from '../words/workbook/write-workbook.ts';
import type { ListAnswer, ListRow } from './answer.ts';
import { type LedgerColumn, type LedgerKind, ledgerSheet } from './ledger-sheet.ts';
import { listColumns, moneyIn } from './list-columns.message.ts';
import { isMoneyUnit, valueTitle, workbookTitle, workbookWords } from './list-workbook.message.ts';
import { problemWords } from './problem-ledger.message.ts';
import { type ProblemRow, problemColumns } from './problem-ledger.ts';

/** 台账 — the list as a workbook, and on a second sheet the problems of its places one by one where there are any. `foot` is printed on each page. */
export async function listWorkbook(
  { answer, layer, problems }: { answer: ListAnswer; layer: Layer; problems: ProblemRow[] },
  lang: Language,
  foot: string,
): Promise<Uint8Array> {
  const { total } = workbookWords[lang];
  const day = dayText(answer.on);
  const title = workbookTitle({ layer: layer.title, day, count: answer.rows.length })[lang];
  const named = { layer: layer.title[lang], day: day[lang], count: problems.length };
  const { name, title: problemsTitle } = problemWords[lang];
  return writeWorkbook([
    ledgerSheet(answer.rows, listColumnsOf(answer, layer, lang), { name: layer.title[lang], title, total, foot }),
    ...(problems.length === 0
      ? []
      : [ledgerSheet(problems, problemColumns(lang), { name, title: fill(problemsTitle, named), total, foot })]),
  ]);
}

const inUnit = (cell: ListRow['cells'][string], kind: LedgerKind, lang: Language) =>
  kind === 'money' && typeof cell === 'number' ? moneyIn(lang, cell) : cell;

/** Columns of a list on paper, in order: number, code, place, state, value, reason and the layer's own; how wide, of what kind, and the cell of a row. */
export function listColumnsOf({ rows, columns }: ListAnswer, layer: Layer, lang: Language): LedgerColumn<ListRow>[] {
  const words = workbookWords[lang];
  const states = new Map(layer.classes.map(({ id, title }) => [id, title[lang]]));
  const kinds = new Map(listColumns[layer.theme].map(({ key, kind }) => [key, kind]));
  const isMoney = isMoneyUnit(layer.unit);
  const whole = rows.every(({ value }) => value === null || Number.isInteger(value));
  type Column = LedgerColumn<ListRow>;
  const column = (
    title: string,
    width: number,
    kind: LedgerKind,
    cell: Column['cell'],
    total?: Column['total'],
  ): Column => ({
    ...{ title, width, kind, cell },
    ...(total ? { total } : {}),
  });
  const town = column(columnTitles.town[lang], 12, 'text', (row) => row.town);
  const place = column(
    layer.level === 'town' ? columnTitles.town[lang] : words.place,
    18,
    'text',
    ({ name }) => name,
    'count',
  );
  const value =
    layer.unit &&
    column(valueTitle(layer.unit, lang), 14, whole ? 'count' : 'money', (row) =>
      isMoney && row.value !== null ? moneyIn(lang, row.value) : row.value,
    );
  return [
    column(columnTitles.number[lang], 6, 'count', (_, at) => at + 1),
    column(columnTitles.code[lang], 16, 'text', ({ code }) => code),
    ...(layer.level === 'town' ? [place] : [town, place]),
    column(columnTitles.state[lang], 18, 'text', (row) => states.get(row.class) ?? row.class),
    ...(value ? [value] : []),
    column(words.why, 60, 'text', ({ why }) => why[lang]),
    ...columns.map(({ key, title }) => {
      const kind = kinds.get(key) ?? 'text';
      const sums = kind === 'money' || (kind === 'count' && key !== 'late' && key !== 'overdue');
      return column(
        title[lang],
        16,
        kind,
        ({ cells }) => inUnit(cells[key] ?? null, kind, lang),
        sums ? 'sum' : undefined,
      );
    }),
  ];
}
