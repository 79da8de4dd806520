import { type Cell, type CellValue, type ColumnDef, writeXlsx } from 'hucre';
import type { Language } from '../message/fill.ts';
import type { ListAnswer, ListRow } from './answer.ts';
import type { Layer } from './layer.ts';
import { listColumns } from './list-columns.message.ts';
import { workbookTitle, workbookWords } from './list-workbook.message.ts';
import { dayText } from './phrase.message.ts';

/** Formats of cells: text stays text whatever it begins with, also when somebody edits it. */
const formats = { text: '@', count: '0', money: '0.00', day: 'yyyy-mm-dd' } as const;
type Kind = keyof typeof formats;

interface Column {
  title: string;
  width: number;
  kind: Kind;
  cell(row: ListRow, at: number): string | number | null;
}

/** 台账 — the list as a workbook: title with its day, header frozen and filtered, days, sums and counts as such, everything else as text. */
export async function listWorkbook(
  { answer, layer }: { answer: ListAnswer; layer: Layer },
  lang: Language,
): Promise<Uint8Array> {
  const columns = columnsOf(answer, layer, lang);
  const title = workbookTitle({ layer: layer.title, day: dayText(answer.on), count: answer.rows.length })[lang];
  const header = columns.map((column) => column.title);
  const rows = answer.rows.map((row, at) => columns.map(({ kind, cell }) => shown(cell(row, at), kind)));
  return writeXlsx({
    sheets: [
      {
        name: layer.title[lang].replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
        rows: [[title], header, ...rows],
        columns: columns.map(({ width, kind }): ColumnDef => ({ width, numFmt: formats[kind] })),
        cells: new Map([['0,0', bold(title, 14)], ...header.map((word, at) => [`1,${at}`, bold(word, 11)] as const)]),
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: header.length - 1 }],
        freezePane: { rows: 2 },
        autoFilter: { range: `A2:${columnName(header.length)}${rows.length + 2}` },
      },
    ],
  });
}

function columnsOf({ rows, columns }: ListAnswer, layer: Layer, lang: Language): Column[] {
  const words = workbookWords[lang];
  const states = new Map(layer.classes.map(({ id, title }) => [id, title[lang]]));
  const kinds = new Map(listColumns[layer.theme].map(({ key, kind }) => [key, kind]));
  const whole = rows.every(({ value }) => value === null || Number.isInteger(value));
  const column = (title: string, width: number, kind: Kind, cell: Column['cell']) => ({ title, width, kind, cell });
  const town = column(words.town, 12, 'text', (row) => row.town);
  const place = column(layer.level === 'town' ? words.town : words.place, 16, 'text', ({ name }) => name);
  const value =
    layer.unit && column(`${words.value}（${layer.unit[lang]}）`, 14, whole ? 'count' : 'money', (row) => row.value);
  return [
    column(words.number, 6, 'count', (_, at) => at + 1),
    column(words.code, 16, 'text', ({ code }) => code),
    ...(layer.level === 'town' ? [place] : [town, place]),
    column(words.state, 18, 'text', (row) => states.get(row.class) ?? row.class),
    ...(value ? [value] : []),
    column(words.why, 60, 'text', ({ why }) => why[lang]),
    ...columns.map(({ key, title }) =>
      column(title[lang], 16, kinds.get(key) ?? 'text', ({ cells }) => cells[key] ?? null),
    ),
  ];
}

function shown(value: string | number | null, kind: Kind): CellValue {
  return kind === 'day' && typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value;
}

const bold = (value: string, size: number): Partial<Cell> => ({
  value,
  type: 'string',
  style: { font: { bold: true, size }, numFmt: formats.text },
});

function columnName(number: number): string {
  return number <= 26
    ? String.fromCharCode(64 + number)
    : columnName(Math.floor((number - 1) / 26)) + columnName(((number - 1) % 26) + 1);
}
